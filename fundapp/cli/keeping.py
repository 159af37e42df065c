"""The commands on a data folder: backup, restore, export, erase, doctor."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.cli.telling import data_option, folder_of, opened, refuse
from fundapp.cli.verifying import tell_unchanged
from fundapp.text.catalogue import _

if TYPE_CHECKING:
    from fundapp.store.checking import Verified

EXPORTER = Actor(person="export", roles=frozenset({Role.AUDITOR}))
"""Who exports by command: a reader of all papers, and of no score before its reveal."""
OPERATOR = Actor(person="operator", roles=frozenset({Role.ADMINISTRATOR}))
"""Who erases by command: whoever keeps the data folder."""


def add(commands: Any) -> None:
    """Add these commands to the command line."""
    backup = commands.add_parser("backup", help=_("put the whole data folder into one checked file"))
    backup.add_argument("--out", type=Path, metavar="FILE", required=True)
    backup.set_defaults(carry_out=_backup)
    restore = commands.add_parser("restore", help=_("make a new data folder of a backup"))
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.set_defaults(carry_out=_restore)
    export = commands.add_parser("export", help=_("write everything as CSV and JSON, without unrevealed scores"))
    export.add_argument("--out", type=Path, metavar="FOLDER", required=True)
    export.set_defaults(carry_out=_export)
    erase = commands.add_parser("erase", help=_("erase a person's name, account and words for good"))
    whom = erase.add_mutually_exclusive_group(required=True)
    whom.add_argument("--name", help=_("the name that the person signs in with"))
    whom.add_argument("--member", metavar="CODE", help=_("the code of a member that is one person"))
    erase.set_defaults(carry_out=_erase)
    doctor = commands.add_parser("doctor", help=_("check that this machine can run fundapp"))
    doctor.set_defaults(carry_out=_doctor)
    for command in (backup, restore, export, erase, doctor):
        data_option(command)


def _backup(given: argparse.Namespace) -> int:
    desk = opened(given)
    if desk is None:
        return 1
    out: Path = given.out.expanduser().resolve()
    made = desk.back_up(out)
    if isinstance(made, Refusal):
        return refuse(made)
    for tip in made.tips:
        print(_("{records} entries, the last with fingerprint {tip}.").format(records=tip.records, tip=tip.tip))
    print(_("Files written and checked: {count}. The backup is {out}.").format(count=len(made.entries), out=out))
    print(_("Keep it where the administrator alone can read it: it holds all papers and the installation's secret."))
    return 0


def _restore(given: argparse.Namespace) -> int:
    from fundapp.store.connection import StoreRefusal
    from fundapp.store.restore import restore

    folder = folder_of(given)
    try:
        found = restore(given.file.expanduser().resolve(), folder, _verified)
    except StoreRefusal as refused:
        return refuse(refused.refusal)
    tell_unchanged(found)
    print(_("Restored into {folder}. Everyone signs in again.").format(folder=folder))
    return 0


def _verified(folder: Path) -> "Verified | Problem":
    from fundapp.desk import Desk

    desk = Desk(folder)
    try:
        return desk.verify()
    finally:
        desk.database.close()


def _export(given: argparse.Namespace) -> int:
    from fundapp.documents.export import export_files
    from fundapp.store.connection import StoreRefusal
    from fundapp.store.folders import building

    desk = opened(given)
    if desk is None:
        return 1
    out: Path = given.out.expanduser().resolve()
    try:
        tables = desk.export(EXPORTER)
        assert not isinstance(tables, Refusal), "the exporter reads papers"
        with building(out) as half:
            for name, content in export_files(tables):
                (half / name).parent.mkdir(exist_ok=True)
                (half / name).write_bytes(content)
            (half / "files").mkdir()
            for sha256, content in desk.exported_papers(EXPORTER):
                (half / "files" / sha256).write_bytes(content)
    except StoreRefusal as refused:
        return refuse(refused.refusal)
    print(_("{count} tables as CSV and JSON in {folder}.").format(count=len(tables), folder=out))
    return 0


def _erase(given: argparse.Namespace) -> int:
    from fundapp.access.accounts import folded

    desk = opened(given)
    if desk is None:
        return 1
    if given.member:
        coded = next((one.id for one in desk.members() if one.code == given.member), "")
        erased = desk.erase_member(coded, OPERATOR)
    else:
        named = next((one.id for one in desk.people().values() if one.sign_in_name == folded(given.name)), "")
        erased = desk.erase_person(named, OPERATOR)
    if isinstance(erased, Refusal):
        return refuse(erased)
    print(_("Erased: {words} texts, {fields} fields.").format(words=erased.words, fields=erased.fields))
    if erased.left:
        print(_("The name still stands here, in texts of others; look at each:"))
        print("".join(f"  {place}\n" for place in erased.left), end="")
    if not erased.swept:
        print(_("The file is still in use. Restart the server, so that the last traces on the disk are overwritten."))
    print(_("Backups made before still hold the person. Delete them when newer ones are there."))
    return 0


def _doctor(given: argparse.Namespace) -> int:
    from fundapp.doctor import examine

    findings = examine(given.data.expanduser().resolve())
    for finding in findings:
        verdict = _("well") if finding.well else _("NOT WELL")
        print(f"{verdict:<10} {finding.sentence}")
    return 0 if all(finding.well for finding in findings) else 1

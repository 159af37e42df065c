"""The command: fundapp demo, serve, verify, backup, restore, export, erase, doctor."""

import argparse
import locale
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from platformdirs import user_data_path

from fundapp.basis.days import day_of
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.demo_mark import DemoMark, Scenario, read_mark
from fundapp.places import SET_UP, data_folder, set_up_token
from fundapp.serving import is_free, serve, url_of
from fundapp.text.catalogue import _, language, language_of, use

if TYPE_CHECKING:
    from fundapp.desk import Desk
    from fundapp.store.checking import Verified

PORT = 8501

EXPORTER = Actor(person="export", roles=frozenset({Role.AUDITOR}))
"""Who exports by command: a reader of all papers, and of no score before its reveal."""
OPERATOR = Actor(person="operator", roles=frozenset({Role.ADMINISTRATOR}))
"""Who erases by command: whoever keeps the data folder."""


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code is 0 when it did what was asked, 1 when not, 2 for a bad call."""
    use(_spoken_here())
    given = _parser().parse_args(words)
    return int(given.carry_out(given))


def _spoken_here() -> Language:
    """The language of the terminal. Without any setting, and under C, English: such a terminal may lack the letters."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return language_of(next(filter(None, named), None) or locale.getlocale()[0] or "C")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fundapp", description=_("The desk of a regional fund's committee."))
    commands = parser.add_subparsers(required=True, metavar=_("command"))

    demo = commands.add_parser("demo", help=_("build a fictional fund and serve it"))
    demo.add_argument("--data", type=Path, metavar="DIR", default=user_data_path("fundapp-demo", appauthor=False))
    demo.add_argument("--scenario", choices=get_args(Scenario), default="open", help=_("before or after the meeting"))
    demo.add_argument("--fresh", action="store_true", help=_("build it again even if it was built today"))
    demo.add_argument("--keep", action="store_true", help=_("serve it as it is, whenever it was built"))
    demo.add_argument("--build-only", action="store_true", help=_("build it and stop"))
    _add_listening(demo)
    demo.set_defaults(carry_out=_demo)

    serving = commands.add_parser("serve", help=_("serve the fund of a data folder"))
    serving.add_argument("--data", type=Path, metavar="DIR", default=data_folder())
    serving.add_argument(
        "--host", action="append", default=[], metavar="NAME", help=_("a name by which browsers reach it; repeatable")
    )
    _add_listening(serving)
    serving.set_defaults(carry_out=_serve)

    verify = commands.add_parser("verify", help=_("check that the record is unchanged"))
    verify.set_defaults(carry_out=_verify)
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
    erase.add_argument("--name", required=True, help=_("the name that the person signs in with"))
    erase.set_defaults(carry_out=_erase)
    doctor = commands.add_parser("doctor", help=_("check that this machine can run fundapp"))
    doctor.set_defaults(carry_out=_doctor)
    for command in (verify, backup, restore, export, erase, doctor):
        command.add_argument("--data", type=Path, metavar="DIR", default=data_folder())
    return parser


def _add_listening(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=PORT, help=_("port, {port} unless given").format(port=PORT))
    parser.add_argument(
        "--address", default="127.0.0.1", help=_("address to listen at; this machine alone unless given")
    )


def _demo(given: argparse.Namespace) -> int:
    folder: Path = given.data.expanduser().resolve()
    if not given.build_only and not _port_is_free(given):
        return 1
    mark = read_mark(folder)
    if mark is None and folder.exists() and any(folder.iterdir()):
        return _fail(_("{folder} holds something that is not a demo. Name another folder.").format(folder=folder))
    today = day_of(datetime.now(UTC))
    if mark is None or given.fresh or not (given.keep or _is_of(mark, given.scenario, today)):
        mark = _build(folder, given.scenario, today)
    if given.build_only:
        _tell_sign_ins(mark)
        return 0
    given.host = []
    return _listen(folder, given, lambda: _tell_sign_ins(mark))


def _is_of(mark: DemoMark, scenario: Scenario, today: date) -> bool:
    return mark.built_on == today and mark.scenario == scenario


def _build(folder: Path, scenario: Scenario, today: date) -> DemoMark:
    """Build beside the folder and swap, so that a build that was broken off is never served."""
    # Imported here, because it loads the whole house and the other commands need not wait for it.
    from fundapp.demo.build import build_demo

    print(_("Building the demo, a moment please…"), flush=True)
    building = folder.with_name(f"{folder.name}.building")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    build_demo(building, scenario, today)
    if folder.exists():
        shutil.rmtree(folder)
    building.rename(folder)
    mark = read_mark(folder)
    assert mark is not None, "the builder marks what it built"
    return mark


def _tell_sign_ins(mark: DemoMark) -> None:
    print(_("Choose a card on the sign-in page, or sign in with a name and a password:"))
    for one in mark.sign_ins:
        print(f"  {one.name:<14} {one.password:<29} {one.label.of(language())}", flush=True)


def _serve(given: argparse.Namespace) -> int:
    if not _port_is_free(given):
        return 1
    folder = given.data.expanduser().resolve()
    return _listen(folder, given, lambda: _tell_set_up(folder, url_of(given.address, given.port)))


def _tell_set_up(folder: Path, url: str) -> None:
    """In a folder where nobody has an account yet, the server has put a token."""
    token = set_up_token(folder)
    if token.is_file():
        print(_("Nobody has an account here yet. This link opens the first one, once:"))
        print(f"  {url}{SET_UP}?token={token.read_text()}", flush=True)


def _listen(folder: Path, given: argparse.Namespace, tell: Callable[[], None]) -> int:
    url = url_of(given.address, given.port)

    def greet() -> None:
        print(_("fundapp is open at {url} (Ctrl-C ends it).").format(url=url), flush=True)
        tell()

    return serve(folder, address=given.address, port=given.port, hosts=given.host, when_ready=greet)


def _port_is_free(given: argparse.Namespace) -> bool:
    if is_free(given.address, given.port):
        return True
    _fail(
        _("Port {port} is in use. Give another one, such as --port {other}.").format(
            port=given.port, other=given.port + 1
        )
    )
    return False


def _folder(given: argparse.Namespace) -> Path:
    folder: Path = given.data.expanduser().resolve()
    return folder


def _opened(given: argparse.Namespace) -> "Desk | None":
    """The desk of a folder with a record; None when it has none or cannot be opened, and the reader was told."""
    from fundapp.desk import Desk
    from fundapp.store.database import NAME, StoreRefusal

    folder = _folder(given)
    # Looked for first, because opening a desk makes a new, empty record where there is none.
    if not (folder / NAME).is_file():
        _fail(_("There is no record in {folder}.").format(folder=folder))
        return None
    try:
        return Desk(folder)
    except StoreRefusal as refused:
        _refuse(refused.refusal)
        return None


def _verify(given: argparse.Namespace) -> int:
    from fundapp.store.connection import StoreRefusal
    from fundapp.text.refusal_text import problem_text

    desk = _opened(given)
    if desk is None:
        return 1
    try:
        found = desk.verify()
    except StoreRefusal as refused:
        return _refuse(refused.refusal)
    if isinstance(found, Problem):
        return _fail(problem_text(found))
    _tell_unchanged(found)
    return 0


def _tell_unchanged(found: "Verified") -> None:
    print(
        _("Unchanged: {records} entries, the last with fingerprint {tip}.").format(records=found.records, tip=found.tip)
    )


def _backup(given: argparse.Namespace) -> int:
    desk = _opened(given)
    if desk is None:
        return 1
    out: Path = given.out.expanduser().resolve()
    made = desk.back_up(out)
    if isinstance(made, Refusal):
        return _refuse(made)
    for tip in made.tips:
        print(_("{records} entries, the last with fingerprint {tip}.").format(records=tip.records, tip=tip.tip))
    print(_("Files written and checked: {count}. The backup is {out}.").format(count=len(made.entries), out=out))
    print(_("Keep it where the administrator alone can read it: it holds all papers and the installation's secret."))
    return 0


def _restore(given: argparse.Namespace) -> int:
    from fundapp.store.connection import StoreRefusal
    from fundapp.store.restore import restore

    folder = _folder(given)
    try:
        found = restore(given.file.expanduser().resolve(), folder, _verified)
    except StoreRefusal as refused:
        return _refuse(refused.refusal)
    _tell_unchanged(found)
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

    desk = _opened(given)
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
    except StoreRefusal as refused:
        return _refuse(refused.refusal)
    print(_("{count} tables as CSV and JSON in {folder}.").format(count=len(tables), folder=out))
    return 0


def _erase(given: argparse.Namespace) -> int:
    from fundapp.access.accounts import folded

    desk = _opened(given)
    if desk is None:
        return 1
    named = next((one.id for one in desk.people().values() if one.sign_in_name == folded(given.name)), "")
    erased = desk.erase_person(named, OPERATOR)
    if isinstance(erased, Refusal):
        return _refuse(erased)
    print(_("Erased: the account, {words} texts, {fields} fields.").format(words=erased.words, fields=erased.fields))
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


def _refuse(refusal: Refusal) -> int:
    from fundapp.text.refusal_text import problem_text, refusal_text

    text = refusal_text(refusal)
    return _fail("\n".join([text.what, *map(problem_text, refusal.problems), text.next_]))


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

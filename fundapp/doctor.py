"""Can this machine run fundapp? One line for each thing that must hold."""

import os
import shutil
import sys
from pathlib import Path

from fundapp.basis.fact import Fact
from fundapp.mailing import MAIL_VARIABLE, mail_server
from fundapp.places import launcher, pages_folder, rubrics_folder, ui_script, web_files
from fundapp.store.connection import SQLITE_VERSION, StoreRefusal
from fundapp.store.database import NAME, Database
from fundapp.text.catalogue import _
from fundapp.text.refusal_text import refusal_text

SOUND_SQLITE = (3, 51, 3)
"""SQLite 3.7.0 to 3.51.2 can damage a write-ahead log when two connections checkpoint at once."""

ENOUGH_BYTES = 1_000_000_000


class Finding(Fact):
    """One thing looked at."""

    well: bool
    sentence: str


def examine(folder: Path) -> tuple[Finding, ...]:
    """What was found on this machine and in the data folder, in the language spoken now."""
    return (_python(), _shipped(), *_store(folder), _mail())


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding(well=sys.version_info >= (3, 11), sentence=_("Python {version}").format(version=version))


def _shipped() -> Finding:
    files = (launcher(), ui_script(), pages_folder(), rubrics_folder(), web_files() / "fonts")
    missing = ", ".join(str(path) for path in files if not path.exists())
    if missing:
        return Finding(well=False, sentence=_("Missing: {files}. Install fundapp again.").format(files=missing))
    return Finding(well=True, sentence=_("Pages, rubrics and fonts are there."))


def _mail() -> Finding:
    """Without a mail server all goes well too; one that is named and cannot be read is a mistake."""
    server = mail_server()
    if server is not None:
        told = _("E-mail leaves through {host} in the name of {sender}.")
        return Finding(well=True, sentence=told.format(host=server.host, sender=server.sender))
    if os.environ.get(MAIL_VARIABLE):
        told = _("{variable} does not name a mail server: smtp://user:password@host:587?from=office@example.jp")
        return Finding(well=False, sentence=told.format(variable=MAIL_VARIABLE))
    return Finding(well=True, sentence=_("No mail server is named: messages to members are files to hand over."))


def _store(folder: Path) -> tuple[Finding, ...]:
    if (folder / NAME).is_file():
        try:
            Database(folder).close()
        except StoreRefusal as refused:
            text = refusal_text(refused.refusal)
            return (Finding(well=False, sentence=f"{folder}: {text.what} {text.next_}"),)
    there = next(one for one in (folder, *folder.parents) if one.exists())
    free_bytes = shutil.disk_usage(there).free
    folder_line = _("Data folder {folder}: {free} MB free").format(folder=folder, free=free_bytes // 1_000_000)
    return (_sqlite(SQLITE_VERSION), Finding(well=free_bytes >= ENOUGH_BYTES, sentence=folder_line))


def _sqlite(version: str) -> Finding:
    if tuple(map(int, version.split("."))) >= SOUND_SQLITE:
        return Finding(well=True, sentence=_("SQLite {version}").format(version=version))
    sentence = _("SQLite {version} can damage its log under load; use 3.51.3 or later, or keep to one process.")
    return Finding(well=False, sentence=sentence.format(version=version))

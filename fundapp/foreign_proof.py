"""Two programs of others count our books again: hledger and Beancount, where this machine has them."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.documents.foreign_ledger import foreign_files
from fundapp.fund.journal import JournalEntry

SECONDS = 300

_PROGRAMS = {
    "hledger": ("journal.hledger", ("check", "--strict", "--file")),
    "bean-check": ("journal.beancount", ()),
}
"""Program -> the file that it reads, and the words before the file's name."""


class Proof(Fact):
    """What one program says of the books. A program that is absent has checked nothing, and is not said to agree."""

    program: Text
    verdict: Literal["agrees", "differs", "not_checked"]
    said: Text = ""
    """The first lines of what the program found."""


def foreign_proofs(entries: Sequence[JournalEntry]) -> tuple[Proof, ...]:
    """The verdict of each program on every balance and the sum of every entry."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in foreign_files(entries):
            (Path(folder) / name).write_bytes(content)
        return tuple(
            _asked(program, [*words, str(Path(folder) / file)]) for program, (file, words) in _PROGRAMS.items()
        )


def _asked(program: str, words: Sequence[str]) -> Proof:
    # Beside this Python first: a virtual environment is not on the path of whoever names its command in full.
    path = shutil.which(program, path=str(Path(sys.executable).parent)) or shutil.which(program)
    if path is None:
        return Proof(program=program, verdict="not_checked")
    try:
        done = subprocess.run(  # noqa: S603 - our own words on our own files
            [path, *words], capture_output=True, text=True, timeout=SECONDS, check=False, env={"LC_ALL": "C.UTF-8"}
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Proof(program=program, verdict="not_checked", said=str(error)[:500])
    if done.returncode == 0:
        return Proof(program=program, verdict="agrees")
    return Proof(program=program, verdict="differs", said=(done.stderr or done.stdout)[:2000])

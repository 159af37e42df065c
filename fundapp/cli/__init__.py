"""The command: fundapp demo, serve, verify, keys, attest, backup, restore, export, erase, bom read, plan, doctor.

A module for each kind of command adds its own to the command line.
"""

import argparse
import locale
import os
from collections.abc import Sequence

from fundapp.basis.fact import Language
from fundapp.cli import attesting, bills, books, judging, keeping, plan, returns, serving, verifying
from fundapp.text.catalogue import _, language_of, use


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
    for kind in (serving, verifying, attesting, keeping, bills, plan, judging, returns, books):
        kind.add(commands)
    return parser

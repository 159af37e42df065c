"""The command: fundapp demo, serve, verify, keys, attest, backup, restore, export, erase, bom read, plan, doctor.

A module for each kind of command adds its own to the command line.
"""

import argparse
from collections.abc import Sequence

from fundapp.cli import attesting, bills, books, judging, keeping, plan, report, returns, serving, verifying
from fundapp.text.catalogue import _, of_terminal, use


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code is 0 when it did what was asked, 1 when not, 2 for a bad call."""
    use(of_terminal())
    given = _parser().parse_args(words)
    return int(given.carry_out(given))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fundapp", description=_("The desk of a regional fund's committee."))
    commands = parser.add_subparsers(required=True, metavar=_("command"))
    for kind in (serving, verifying, attesting, keeping, bills, plan, judging, returns, report, books):
        kind.add(commands)
    return parser

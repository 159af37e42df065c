"""The command: fundapp demo, serve, verify, keys, attest, backup, restore, export, erase, bom read, plan, doctor.

A module for each kind of command adds its own to the command line.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from fundapp.text.catalogue import _, of_terminal, use

KINDS: Mapping[str, str] = {
    **dict.fromkeys(("demo", "serve"), "serving"),
    "verify": "verifying",
    **dict.fromkeys(("keys", "attest", "sign-pdf"), "attesting"),
    **dict.fromkeys(("backup", "restore", "export", "erase", "doctor"), "keeping"),
    "bom": "bills",
    "plan": "plan",
    **dict.fromkeys(("agreement", "flip"), "judging"),
    "returns": "returns",
    "report": "report",
    "books": "books",
}
"""Command -> its module. One that is named needs no other: it does not wait for what the others load."""


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code is 0 when it did what was asked, 1 when not, 2 for a bad call."""
    use(of_terminal())
    told = sys.argv[1:] if words is None else words
    given = _parser(told[0] if told else "").parse_args(told)
    return int(given.carry_out(given))


def _parser(named: str) -> argparse.ArgumentParser:
    """The command line; where it begins with a command, of that command's module alone."""
    parser = argparse.ArgumentParser(prog="fundapp", description=_("The desk of a regional fund's committee."))
    commands = parser.add_subparsers(required=True, metavar=_("command"))
    for kind in dict.fromkeys([KINDS[named]] if named in KINDS else KINDS.values()):
        import_module(f"fundapp.cli.{kind}").add(commands)
    return parser

"""The command on the fund's books: books."""

import argparse
from pathlib import Path
from typing import Any

from fundapp.cli.keeping import EXPORTER
from fundapp.cli.telling import data_option, opened, refuse
from fundapp.text.catalogue import _


def add(commands: Any) -> None:
    """Add this command to the command line."""
    books = commands.add_parser("books", help=_("the journal for hledger and Beancount, and what they say of it"))
    data_option(books)
    books.add_argument("--out", type=Path, metavar="FOLDER", required=True)
    books.set_defaults(carry_out=_books)


def _books(given: argparse.Namespace) -> int:
    from fundapp.documents.foreign_ledger import foreign_files
    from fundapp.foreign_proof import foreign_proofs
    from fundapp.store.connection import StoreRefusal
    from fundapp.store.folders import building

    desk = opened(given)
    if desk is None:
        return 1
    entries = desk.book(EXPORTER).entries
    out: Path = given.out.expanduser().resolve()
    try:
        with building(out) as half:
            for name, content in foreign_files(entries):
                (half / name).write_bytes(content)
    except StoreRefusal as refused:
        return refuse(refused.refusal)
    print(_("{count} entries in {folder}.").format(count=len(entries), folder=out))
    verdicts = {
        "agrees": _("{program} agrees with every balance."),
        "differs": _("{program} DIFFERS:"),
        "not_checked": _("{program} is not on this machine: not checked."),
    }
    proofs = foreign_proofs(entries)
    for proof in proofs:
        print(verdicts[proof.verdict].format(program=proof.program))
        if proof.said:
            print(proof.said)
    return 1 if any(proof.verdict == "differs" for proof in proofs) else 0

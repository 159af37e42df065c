"""All tables of the export that the record gives."""

from collections.abc import Sequence

from fundapp.committee.proposal import Proposal
from fundapp.record.book import Book
from fundapp.record.out_committee import committee_tables
from fundapp.record.out_fund import fund_tables
from fundapp.record.out_judged import judged_tables
from fundapp.record.out_table import OutTable


def outgoing(book: Book, proposals: Sequence[Proposal]) -> tuple[OutTable, ...]:
    """The tables made of a Book that has passed sight, and of the proposals whose files are open to its reader."""
    return (*fund_tables(book), *judged_tables(book, proposals), *committee_tables(book))

"""What changed lately: the resolutions of the committee and the agreements that were signed, the last first."""

from datetime import date
from typing import Literal

from fundapp.basis.days import day_of
from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import Yen
from fundapp.committee.rubric import ResolutionKind
from fundapp.record.book import Book

MOST = 5


class Change(Fact):
    """One thing that happened. Without a proposal's code the reader may know the item by its number alone."""

    on: date
    what: Literal["resolved", "signed"]
    proposal_id: Text = ""
    meeting: int = 0
    item: int = 0
    resolution: ResolutionKind | None = None
    amount_yen: Yen | None = None
    company: Bilingual | None = None
    """Of a signed agreement, which also those may know who see no proposal."""


def changes(book: Book) -> tuple[Change, ...]:
    """The last resolutions and agreements in what this reader sees of the Book."""
    resolved = [
        Change(
            on=day_of(item.resolved.at),
            what="resolved",
            proposal_id=item.proposal_id,
            meeting=book.meetings[item.meeting_id].number,
            item=item.number,
            resolution=item.resolved.resolution,
            amount_yen=item.resolved.terms.amount_yen if item.resolved.terms else None,
        )
        for item in book.items.values()
        if item.resolved
    ]
    signed = [
        Change(
            on=investment.signed_on,
            what="signed",
            proposal_id=investment.proposal_id,
            amount_yen=investment.committed_yen(),
            company=investment.company,
        )
        for investment in book.investments.values()
    ]
    return tuple(sorted(resolved + signed, key=lambda one: (one.on, one.meeting, one.item), reverse=True)[:MOST])

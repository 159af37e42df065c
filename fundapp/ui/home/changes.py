"""What changed lately in what one reader sees of the Book, the last first."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Literal

from fundapp.basis.days import Instant, day_of
from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import Yen
from fundapp.committee.rubric import ResolutionKind
from fundapp.record.book import Book, Meeting, Tranche

FEW = 5
"""So many are shown when nothing is new."""
MOST = 10

What = Literal["resolved", "opened", "closed", "signed", "paid", "stopped", "cancelled", "expired"]


class Change(Fact):
    """One thing that happened. Without a proposal's code the reader may know the item by its number alone."""

    on: date
    at: Instant | None = None
    """The time of what happens in a meeting; money has a day alone."""
    what: What
    proposal_id: Text = ""
    meeting: int = 0
    written: bool = False
    """True for a written resolution, which counts among the meetings."""
    item: int = 0
    resolution: ResolutionKind | None = None
    amount_yen: Yen | None = None
    company: Bilingual | None = None
    """Of an investment, which also those may know who see no proposal."""

    def since(self, before: datetime) -> bool:
        """True when it happened after `before`; on that very day when only the day is known."""
        return self.at > before if self.at else self.on >= day_of(before)


def changes(book: Book) -> tuple[Change, ...]:
    """Everything of which the reader's Book tells, the last first."""
    return tuple(sorted((*_in_meetings(book), *_of_the_money(book)), key=_when, reverse=True))


def latest(found: Sequence[Change], before: datetime | None) -> tuple[Change, ...]:
    """All since the reader was here `before`, at most ten; where fewer are new, the last five."""
    new = sum(before is not None and one.since(before) for one in found)
    return tuple(found[: min(max(new, FEW), MOST)])


def _when(change: Change) -> tuple[date, int, int, str]:
    return (change.on, change.meeting, change.item, change.proposal_id)


def _in_meetings(book: Book) -> Iterator[Change]:
    for meeting in book.meetings.values():
        # The end of a meeting stands after its items, its beginning before them.
        if meeting.closed_at:
            last = len(meeting.agenda) + 1
            yield _meeting("closed", meeting.closed_at, meeting, last)
        else:
            yield _meeting("opened", meeting.opened_at, meeting, 0)
    for item in book.items.values():
        if item.resolved:
            yield Change(
                on=day_of(item.resolved.at),
                at=item.resolved.at,
                what="resolved",
                proposal_id=item.proposal_id,
                meeting=book.meetings[item.meeting_id].number,
                written=book.meetings[item.meeting_id].circulation is not None,
                item=item.number,
                resolution=item.resolved.resolution,
                amount_yen=item.resolved.terms.amount_yen if item.resolved.terms else None,
            )


def _meeting(what: Literal["opened", "closed"], at: datetime, meeting: Meeting, place: int) -> Change:
    written = meeting.circulation is not None
    return Change(on=day_of(at), at=at, what=what, meeting=meeting.number, written=written, item=place)


def _of_the_money(book: Book) -> Iterator[Change]:
    for deal in book.investments.values():
        shared = {"proposal_id": deal.proposal_id, "company": deal.company}
        yield Change(on=deal.signed_on, what="signed", amount_yen=deal.committed_yen(), **shared)
        for tranche in deal.tranches:
            found = _last_of(tranche)
            if found:
                yield Change(on=found[1], what=found[0], amount_yen=tranche.amount_yen, **shared)
    for held in book.reservations.values():
        if held.state == "expired":
            yield Change(
                on=held.expires_on,
                what="expired",
                amount_yen=held.amount_yen,
                proposal_id=held.proposal_id,
                company=held.company,
            )


def _last_of(tranche: Tranche) -> tuple[Literal["paid", "stopped", "cancelled"], date] | None:
    if tranche.cancelled_on:
        return "cancelled", tranche.cancelled_on
    if tranche.drawn_on:
        return "paid", tranche.drawn_on
    return ("stopped", tranche.frozen_on) if tranche.frozen_on else None

"""`sight(book, viewer)`: what a viewer may see of the Book (tables.md). The only filter, before anything is shown."""

from dataclasses import replace

from fundapp.basis.roles import Actor, Role
from fundapp.committee.circulation import Circulation, Ended
from fundapp.committee.minutes_life import Correction
from fundapp.committee.proposal import Proposal
from fundapp.record.book import Book, Investment, Item, Meeting
from fundapp.record.events import AgendaEntry
from fundapp.record.once import once
from fundapp.record.roll import is_shut_out
from fundapp.record.standing import WITHOUT_ENTRIES

_OFFICE = (Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR)
_WITH_PAPERS = (Role.VOTING, *_OFFICE)


def sight(book: Book, viewer: Actor) -> Book:
    """The Book as this viewer may see it. Every page, chart, document, export and search is made from it."""
    if not reads_papers(viewer):
        return _outside_view(book, viewer)
    items = {item_id: _seen(book, item, viewer) for item_id, item in book.items.items()}
    hidden = {item_id for item_id, item in items.items() if item.hidden}
    meetings = {
        meeting_id: _without_names(meeting, hidden) if hidden else meeting
        for meeting_id, meeting in book.meetings.items()
    }
    kept = {key: one for key, one in book.reservations.items() if one.item_id not in hidden}
    # Agreements and reasons by their place in the record are the office's: a page of figures needs none of them.
    office = viewer.has(*_OFFICE)
    promised = {key: one for key, one in book.promised.items() if key in kept}
    return replace(
        book,
        items=items,
        meetings=meetings,
        reservations=kept,
        promised=promised,
        posted=dict(book.posted) if office else {},
        withdrawn=dict(book.withdrawn) if office else {},
        reversals=dict(book.reversals) if office else _of_entries(book),
        reversed_on=dict(book.reversed_on) if office else {},
    )


def _of_entries(book: Book) -> dict[int, int]:
    """The reversals that the journal shows. What moved no money may be of a deal that the reader may not see."""
    silent = {seq for seq, event in book.posted.items() if type(event) in WITHOUT_ENTRIES}
    return {of: by for of, by in book.reversals.items() if of not in silent}


def _without_names(meeting: Meeting, hidden: set[str]) -> Meeting:
    agenda = tuple(_nameless(entry) if entry.item_id in hidden else entry for entry in meeting.agenda)
    if agenda == meeting.agenda:
        return meeting
    return meeting.model_copy(
        update={
            "agenda": agenda,
            "corrections": _corrections(meeting, hidden),
            "circulation": _bare(meeting.circulation),
        }
    )


def _bare(circulation: Circulation | None) -> Circulation | None:
    """By when it was to be answered. Why it could not wait, and who stopped it why, tells of the papers."""
    if circulation is None:
        return None
    ended = circulation.ended and Ended(by=circulation.ended.by)
    return Circulation(answer_by=circulation.answer_by, urgent_because="", ended=ended)


def reads_papers(viewer: Actor) -> bool:
    """True for a role that reads papers at all."""
    return viewer.has(*_WITH_PAPERS)


def may_see_papers(book: Book, viewer: Actor, proposal_id: str) -> bool:
    """True when the viewer may open this proposal's file: a role with papers, and not recused from an item on it."""
    return reads_papers(viewer) and proposal_id not in _shut_out_of(book, viewer)


@once
def _shut_out_of(book: Book, viewer: Actor) -> frozenset[str]:
    """The proposals with an item that this viewer takes no part in."""
    return frozenset(item.proposal_id for item in book.items.values() if is_shut_out(book, item, viewer))


def papers_seen(seen: Book, proposal: Proposal) -> tuple[tuple[str, str], ...]:
    """(title, digest) of the papers of a proposal that the reader of `seen` may open.

    Today's, those once frozen, and the scans of the score sheets that are in `seen`.
    """
    items = [item for item in seen.items.values() if item.proposal_id == proposal.id and item.frozen is not None]
    frozen = (paper for item in items if item.frozen for paper in item.frozen.proposal.papers())
    scans = (
        (f"{item.proposal_code}-{card.seat_id}-{card.round}", card.scan_sha256)
        for item in items
        for card in item.scorecards
        if card.scan_sha256
    )
    return tuple(dict.fromkeys((*proposal.papers(), *frozen, *scans)))


def _seen(book: Book, item: Item, viewer: Actor) -> Item:
    if is_shut_out(book, item, viewer):
        return _by_number(item, viewer)
    if item.revealed_at is not None:
        return item
    own = tuple(card for card in item.scorecards if card.person == viewer.person)
    return item.model_copy(update={"scorecards": own})


def _by_number(item: Item, viewer: Actor) -> Item:
    """What a recused member sees: the item's number and the own recusal; afterwards how it ended, without papers."""
    own = tuple(one for one in item.recusals if one.person == viewer.person)
    resolved = item.resolved
    if resolved is not None:
        resolved = resolved.model_copy(update={"terms": None, "conditions": (), "short_yen": None})
    return Item(
        id=item.id, meeting_id=item.meeting_id, number=item.number, hidden=True, recusals=own, resolved=resolved
    )


def _corrections(meeting: Meeting, hidden: set[str]) -> tuple[Correction, ...]:
    """What was proposed to correct, but for the items that are hidden from the reader."""
    numbers = {entry.number for entry in meeting.agenda if entry.item_id in hidden}
    return tuple(one for one in meeting.corrections if one.item_number not in numbers)


def _nameless(entry: AgendaEntry) -> AgendaEntry:
    return entry.model_copy(update={"proposal_id": "", "proposal_code": ""})


def _outside_view(book: Book, viewer: Actor) -> Book:
    """The LP sees decided investments and figures; the administrator seats and settings. No item of either's."""
    sees_money = viewer.has(Role.LP)
    meetings = {
        meeting_id: meeting.model_copy(
            update={
                "agenda": tuple(_nameless(entry) for entry in meeting.agenda),
                "corrections": (),
                "versions": (),
                "circulation": _bare(meeting.circulation),
            }
        )
        for meeting_id, meeting in book.meetings.items()
    }
    signed = {investment.reservation_id for investment in book.investments.values()}
    return replace(
        book,
        meetings=meetings,
        items={
            item.id: Item(id=item.id, meeting_id=item.meeting_id, number=item.number, hidden=True)
            for item in book.items.values()
        },
        reservations={key: one for key, one in book.reservations.items() if sees_money and key in signed},
        promised={key: one for key, one in book.promised.items() if sees_money and key in signed},
        investments={key: _amounts(one) for key, one in book.investments.items()} if sees_money else {},
        calls=dict(book.calls) if sees_money else {},
        distributions=dict(book.distributions) if sees_money else {},
        fees=dict(book.fees) if sees_money else {},
        fee_schedule=book.fee_schedule if sees_money else (),
        closed=book.closed if sees_money else (),
        waiting_opening=None,
        openings={},
        entries=list(book.entries) if sees_money else [],
        balances=dict(book.balances) if sees_money else {},
        posted={},
        withdrawn={},
        reversals=_of_entries(book) if sees_money else {},
        reversed_on={},
    )


def _amounts(investment: Investment) -> Investment:
    """An investment by its amounts and days: milestones, evidence, who approved and what is proposed stay inside."""
    hidden = {"milestone": "", "support": (), "approvals": ()}
    tranches = tuple(one.model_copy(update=hidden) for one in investment.tranches)
    inside = {"inputs": (), "reasoning": "", "proposed_by": "", "approved_by": ""}
    valuations = tuple(one.model_copy(update=inside) for one in investment.valuations)
    given = tuple(one.model_copy(update={"evidence": ""}) for one in investment.support_given)
    return investment.model_copy(
        update={"tranches": tranches, "valuations": valuations, "proposed": None, "support_given": given}
    )

"""Taking over a running fund: whether its tables can be entered, what that enters, and how it is taken back. Pure."""

from collections.abc import Iterable
from datetime import date, datetime

from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Problem, Refusal
from fundapp.fund.figures import invariants
from fundapp.fund.opening import Opening, OpeningSource
from fundapp.fund.opening_faults import opening_faults
from fundapp.fund.reconciling import Check, reconcile
from fundapp.record import events as e
from fundapp.record.book import Book, TakenOver
from fundapp.record.fold import fold
from fundapp.record.opening_steps import Seal, Step, opening_steps
from fundapp.record.soundness import unsound

MOST_TOLD = 40
"""Differences told in one refusal; the page shows them all."""


class Tried(Fact):
    """What the tables come to: every check that was made of them, and what stands in the way."""

    checks: tuple[Check, ...] = ()
    refusal: Refusal | None = None


def ledger_is_empty(book: Book) -> bool:
    """True while nothing but the fund's closing is in force in the journal: no other entry that was not taken back."""
    slips = book.reversals.keys() | book.reversals.values()
    own = book.entries[0].recorded_seq if book.entries else 0
    return not book.closed and all(entry.recorded_seq == own or entry.recorded_seq in slips for entry in book.entries)


def tried(book: Book, opening: Opening, *, today: date) -> Tried:
    """The tables entered on a copy of the Book: the same answer as the decision, with everything that it saw."""
    assert book.terms is not None, "who takes a fund over has its terms"
    refusal = _not_now(book, opening, today)
    if refusal is not None:
        return Tried(refusal=refusal)
    faults = opening_faults(book.terms, opening)
    if faults:
        told = [one.model_copy(update={"place": _place(opening, part, row)}) for part, row, one in faults]
        return Tried(refusal=Refusal.of("opening_has_faults", *told[:MOST_TOLD], count=len(told)))
    checks = reconcile(book.terms, opening)
    apart = [one for one in checks if not one.agrees]
    if apart:
        found = [_apart(one) for one in apart[:MOST_TOLD]]
        return Tried(checks=checks, refusal=Refusal.of("opening_out_of_balance", *found, count=len(apart)))
    entered = entered_on(book, opening, "", "", today, str)
    return Tried(checks=checks, refusal=entered if isinstance(entered, Refusal) else None)


def _place(opening: Opening, part: str, row: int) -> str:
    sheet = next((one.sheet for one in opening.sources if one.part == part), "")
    return f"{sheet} {row}" if row else sheet


def _not_now(book: Book, opening: Opening, today: date) -> Refusal | None:
    if not ledger_is_empty(book):
        return Refusal.of("opening_ledger_not_empty")
    if opening.balances.as_of >= today:
        return Refusal.of("opening_day_not_over", until_on=opening.balances.as_of.isoformat())
    return None


def _apart(one: Check) -> Problem:
    code = "opening_above" if one.within else "opening_differs"
    return Problem.of(
        code,
        one.place,
        opening_check=one.what,
        about=f" ({one.about})" if one.about else "",
        told_yen=one.told_yen,
        counted_yen=one.counted_yen,
        apart_yen=abs(one.difference_yen),
    )


def entered_on(
    book: Book, opening: Opening, proposer: str, accepter: str, on: date, seal: Seal
) -> tuple[Book, tuple[Step, ...]] | Refusal:
    """The Book with the tables entered, each step keeping what must always hold; else the rule and the row."""
    assert book.terms is not None, "who takes a fund over has its terms"
    assert book.at is not None, "the terms were recorded at some time"
    steps = opening_steps(book.terms, opening, proposer=proposer, accepter=accepter, on=on, seal=seal)
    after = _folded(book, book.at, _begun(opening, book, steps, proposer, accepter, on))
    for source, event in steps:
        after = _folded(after, book.at, (event,))
        broken = invariants(after.balances, book.terms)
        if broken:
            return Refusal.of(
                "opening_breaks_rule",
                Problem.of("opening_step_breaks_rule", _place(opening, source.part, source.row), rule=broken[0]),
            )
    assert unsound(after) == (), "what balances, row by row, makes sound books"
    return after, steps


def _begun(
    opening: Opening, book: Book, steps: tuple[Step, ...], proposer: str, accepter: str, on: date
) -> tuple[e.Event, ...]:
    proposed = e.OpeningProposed(opening_id="", opening=opening, person=proposer, on=on)
    return proposed, accepted_event("", book, steps, accepter, on)


def accepted_event(opening_id: str, book: Book, steps: tuple[Step, ...], accepter: str, on: date) -> e.OpeningAccepted:
    """The event that says where those after it come from."""
    assert book.terms is not None, "who takes a fund over has its terms"
    return e.OpeningAccepted(
        opening_id=opening_id,
        began_on=book.terms.first_day,
        rows=tuple(source for source, _event in steps),
        person=accepter,
        on=on,
    )


def _folded(book: Book, at: datetime, events: Iterable[e.Event]) -> Book:
    return fold(
        book,
        [e.Recorded(seq=seq, at=at, actor="", hash="", event=one) for seq, one in enumerate(events, book.seq + 1)],
    )


def opening_reversed(book: Book, taken: TakenOver, reason: str) -> tuple[e.Event, ...] | Refusal:
    """Everything that the tables entered, taken back from the last to the first, each on its own day.

    Only until the first other event of the fund: what came after was decided on these figures.
    """
    if _touched_since(book, taken):
        return Refusal.of("opening_in_use")
    days = {entry.recorded_seq: entry.effective for entry in book.entries}
    entered = [seq for seq in book.posted if taken.seq <= seq <= taken.last_seq and seq not in book.reversals]
    began_on = book.terms.first_day if book.terms else taken.accepted_on
    return tuple(
        e.EntryReversed(seq=seq, reason=reason, on=days.get(seq, began_on) if seq > taken.seq else began_on)
        for seq in sorted(entered, reverse=True)
    )


def _touched_since(book: Book, taken: TakenOver) -> bool:
    """An entry after it, a period closed after it, or a step on one of its agreements that entered nothing."""
    later = book.entries and book.entries[-1].recorded_seq > taken.last_seq
    closed = any(seq > taken.last_seq for seq, _until in book.closed)
    told = {(one.deal, one.number): one.stopped_on for one in taken.opening.tranches}
    held = book.investments.values()
    stepped = any(
        one.approvals or one.frozen_on != told.get((of.id, one.number)) for of in held for one in of.tranches
    ) or any(of.proposed or of.support_given for of in held)
    return bool(later or closed or stepped)


def opening_sources(book: Book) -> tuple[OpeningSource, ...]:
    """The files behind the tables that wait and behind those that were accepted, each table's."""
    waiting = (book.waiting_opening.opening,) if book.waiting_opening else ()
    brought = (*waiting, *(one.opening for one in book.openings.values()))
    return tuple(source for one in brought for source in one.sources)

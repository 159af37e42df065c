"""How the taking over of a running fund changes the Book."""

from fundapp.fund.entries import taken_over
from fundapp.fund.journal import reverse
from fundapp.record import events as e
from fundapp.record.book import Book, Investment, Reservation, TakenOver, Tranche, WaitingOpening
from fundapp.record.handling import Handler, enter, entered_at, limits_of, reversible


def _proposed(book: Book, event: e.OpeningProposed, _recorded: e.Recorded) -> None:
    book.waiting_opening = WaitingOpening(
        id=event.opening_id, opening=event.opening, proposed_by=event.person, proposed_on=event.on
    )


def _accepted(book: Book, event: e.OpeningAccepted, recorded: e.Recorded) -> None:
    waiting = book.waiting_opening
    assert waiting is not None, "what is accepted was proposed"
    book.waiting_opening = None
    book.openings[recorded.seq] = TakenOver(
        seq=recorded.seq,
        opening=waiting.opening,
        rows=event.rows,
        proposed_by=waiting.proposed_by,
        accepted_by=event.person,
        accepted_on=event.on,
    )
    if book.established_on is not None and event.began_on < book.established_on:
        _dated_back(book, event, recorded)


def _dated_back(book: Book, event: e.OpeningAccepted, recorded: e.Recorded) -> None:
    """The fund's closing and its reserves hold from its first day, not from the day of its entry here."""
    closing = [entry for entry in book.entries if entry.recorded_seq == book.entries[0].recorded_seq]
    for entry in closing:
        enter(book, (reverse(entry, at=entered_at(entry.effective, recorded)),))
        enter(book, (entry.model_copy(update=dict(entered_at(event.began_on, recorded))),))
    book.established_on = event.began_on


def _investment(book: Book, event: e.InvestmentTakenOver, recorded: e.Recorded) -> None:
    assert book.terms is not None, "an agreement is a fund's"
    reservation = Reservation(
        id=event.investment_id,
        item_id="",
        proposal_id="",
        company_id=event.company_id,
        company=event.company,
        sector=event.sector,
        early_stage=event.early_stage,
        year=book.terms.year_of(event.resolved_on),
        amount_yen=event.terms.amount_yen,
        expires_on=event.on,
        reserved_on=event.resolved_on,
        state="signed",
        decided=event.terms,
    )
    book.reservations[reservation.id] = reservation
    book.investments[event.investment_id] = Investment(
        id=event.investment_id,
        reservation_id=reservation.id,
        proposal_id="",
        company=event.company,
        signed_on=event.on,
        tranches=tuple(
            Tranche(
                number=one.number, amount_yen=one.amount_yen, due=one.due, milestone=one.milestone, shares=one.shares
            )
            for one in event.tranches
        ),
        **limits_of(reservation),
    )
    entries = taken_over(
        at=entered_at(event.on, recorded, event.investment_id),
        deal_id=reservation.id,
        tranches=tuple((one.number, one.amount_yen) for one in event.tranches),
        **limits_of(reservation),
    )
    enter(book, entries)


OPENING_HANDLERS: dict[type[e.Event], Handler] = {
    e.OpeningProposed: _proposed,
    e.OpeningAccepted: reversible(_accepted),
    e.InvestmentTakenOver: reversible(_investment),
}

"""What the record entered and a reversal can still take back: where it stands, what it is, whose deal it is. Pure."""

from datetime import date

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.record import events as e
from fundapp.record.book import Book
from fundapp.record.conditions import conditions
from fundapp.record.once import once

WITHOUT_ENTRIES: dict[type[e.Event], str] = {
    e.GpDecisionMade: "gp_decision",
    e.ConditionMet: "condition_met",
    e.SupportGiven: "support_given",
}
"""Steps that move no money and are taken back all the same, with what the journal calls them."""
_CAUSES: dict[type[e.Event], str] = {**WITHOUT_ENTRIES, e.OpeningAccepted: "opening_accepted"}
"""Named by the event: it enters nothing, or much that has other causes."""


class Standing(Fact):
    """One thing that was entered and not taken back since, at its place in the record."""

    seq: int
    cause: Text
    on: date
    deal_id: Text = ""
    """Reservation of the deal; empty for what is the fund's own."""
    company: Bilingual | None = None
    tranche: int | None = None
    words: Text = ""
    """The condition, or the support need."""


@once
def standing(book: Book) -> tuple[Standing, ...]:
    """Everything that may still be reversed, the newest first. What a hidden deal did without money is left out."""
    entered = {entry.recorded_seq: (entry.cause, entry.effective) for entry in book.entries}
    found = []
    for seq in sorted(book.posted.keys() - book.reversals.keys(), reverse=True):
        event = book.posted[seq]
        deal = _deal_of(book, event)
        if type(event) in WITHOUT_ENTRIES and deal not in book.reservations:
            continue
        if isinstance(event, e.GpDecisionMade | e.ConditionMet | e.SupportGiven | e.OpeningAccepted):
            cause, on = _CAUSES[type(event)], event.on
        else:
            cause, on = entered[seq]
        found.append(
            Standing(
                seq=seq,
                cause=cause,
                on=on,
                deal_id=deal,
                company=book.reservations[deal].company if deal in book.reservations else None,
                tranche=event.number if isinstance(event, e.TrancheDrawn | e.TrancheCancelled) else None,
                words=_words(book, event),
            )
        )
    return tuple(found)


def _deal_of(book: Book, event: e.Event) -> str:
    """The reservation of the deal that an event is about; empty when it is about none."""
    match event:
        case e.GpDecisionMade() | e.ConditionMet() | e.AgreementSigned() | e.ReservationReleased():
            return event.reservation_id
        case e.InvestmentEvent():
            investment = book.investments.get(event.investment_id)
            return investment.reservation_id if investment else ""
        case _:
            return ""


def _words(book: Book, event: e.Event) -> str:
    match event:
        case e.ConditionMet(reservation_id=deal, number=number) if deal in book.reservations:
            named = {one.number: one.condition.text for one in conditions(book, book.reservations[deal])}
            return named.get(number, "")
        case e.SupportGiven(investment_id=of, need_id=need) if of in book.investments:
            investment = book.investments[of]
            names = {one.need_id: one.name for tranche in investment.tranches for one in tranche.support}
            names |= {one.need_id: one.name for one in book.promised.get(investment.reservation_id, ())}
            return names.get(need, "")
        case _:
            return ""

"""How commitments, calls, distributions, fees and reserves change the Book."""

from fundapp.fund import entries
from fundapp.fund import entries_partners as partners
from fundapp.fund.partners import with_commitment
from fundapp.record import events as e
from fundapp.record.book import Book, CapitalCall, Distribution, Fee
from fundapp.record.handling import Handler, change_part, changed, enter, entered_at, move_refund, reversible
from fundapp.record.money import CallPart


def _commitment_added(book: Book, event: e.CommitmentAdded, recorded: e.Recorded) -> None:
    assert book.terms is not None, "a fund without terms has no partners"
    book.terms = with_commitment(book.terms, event.partner, event.amount_yen)
    enter(book, partners.commitment_added(at=entered_at(event.on, recorded), amount_yen=event.amount_yen))


def _fees_set_aside(book: Book, event: e.FeesSetAside, recorded: e.Recorded) -> None:
    enter(book, entries.fee_budget(at=entered_at(event.on, recorded), amount_yen=event.amount_yen))


def _fees_freed(book: Book, event: e.FeesFreed, recorded: e.Recorded) -> None:
    enter(book, entries.fee_budget_released(at=entered_at(event.on, recorded), amount_yen=event.amount_yen))


def _schedule(book: Book, event: e.FeeScheduleSet, _recorded: e.Recorded) -> None:
    book.fee_schedule = event.fees


def _fee_paid(book: Book, event: e.FeePaid, recorded: e.Recorded) -> None:
    book.fees[event.fee_id] = Fee(id=event.fee_id, what=event.what, on=event.on, amount_yen=event.amount_yen)
    enter(book, entries.fee_paid(at=entered_at(event.on, recorded, event.fee_id), amount_yen=event.amount_yen))


def _fee_refunded(book: Book, event: e.FeeRefunded, recorded: e.Recorded) -> None:
    fee = book.fees[event.fee_id]
    book.fees[fee.id] = changed(fee, refunded_yen=fee.refunded_yen + event.amount_yen)
    enter(book, entries.fee_refunded(at=entered_at(event.on, recorded, fee.id), amount_yen=event.amount_yen))


def _follow_on_reserved(book: Book, event: e.FollowOnReserved, recorded: e.Recorded) -> None:
    new = entries.follow_on_reserved(
        at=entered_at(event.on, recorded),
        amount_yen=event.amount_yen,
        company_id=event.company_id,
        unassigned=event.source == "unassigned",
    )
    enter(book, new)


def _follow_on_freed(book: Book, event: e.FollowOnFreed, recorded: e.Recorded) -> None:
    at = entered_at(event.on, recorded)
    enter(book, entries.follow_on_released(at=at, amount_yen=event.amount_yen, company_id=event.company_id))


def _called(book: Book, event: e.CapitalCalled, recorded: e.Recorded) -> None:
    book.calls[event.call_id] = CapitalCall(
        id=event.call_id,
        number=event.number,
        amount_yen=event.amount_yen,
        for_fees_yen=event.for_fees_yen,
        parts=tuple(CallPart(partner=one.partner, amount_yen=one.amount_yen) for one in event.parts),
        due=event.due,
        called_on=event.on,
        pay_to=event.pay_to,
    )
    enter(book, partners.capital_called(at=entered_at(event.on, recorded, event.call_id), parts=event.parts))


def _paid(book: Book, event: e.CapitalPaid, recorded: e.Recorded) -> None:
    change_part(book, event.call_id, event.partner, "paid_yen", event.amount_yen)
    at = entered_at(event.on, recorded, event.call_id)
    enter(book, partners.capital_paid(at=at, partner=event.partner, amount_yen=event.amount_yen))


def _fell_short(book: Book, event: e.CallFellShort, recorded: e.Recorded) -> None:
    change_part(book, event.call_id, event.partner, "short_yen", event.amount_yen)
    at = entered_at(event.on, recorded, event.call_id)
    enter(book, partners.call_short(at=at, partner=event.partner, amount_yen=event.amount_yen))


def _capital_refunded(book: Book, event: e.CapitalRefunded, recorded: e.Recorded) -> None:
    move_refund(book, event.call_id, event.parts)
    enter(book, partners.capital_refunded(at=entered_at(event.on, recorded, event.call_id), parts=event.parts))


def _distributed(book: Book, event: e.Distributed, recorded: e.Recorded) -> None:
    book.distributions[event.distribution_id] = Distribution(
        id=event.distribution_id,
        number=event.number,
        on=event.on,
        amount_yen=event.amount_yen,
        of_capital_yen=event.of_capital_yen,
        parts=event.parts,
        what=event.what,
    )
    at = entered_at(event.on, recorded, event.distribution_id)
    enter(book, partners.distribution(at=at, parts=event.parts, of_capital_yen=event.of_capital_yen))


def _recycled(book: Book, event: e.CapitalRecycled, recorded: e.Recorded) -> None:
    enter(book, partners.capital_recycled(at=entered_at(event.on, recorded), amount_yen=event.amount_yen))


def _period_closed(book: Book, event: e.PeriodClosed, recorded: e.Recorded) -> None:
    book.closed = (*book.closed, (recorded.seq, event.until))


PARTNER_HANDLERS: dict[type[e.Event], Handler] = {
    e.CommitmentAdded: reversible(_commitment_added),
    e.FeesSetAside: reversible(_fees_set_aside),
    e.FeesFreed: reversible(_fees_freed),
    e.FeeScheduleSet: _schedule,
    e.FeePaid: reversible(_fee_paid),
    e.FeeRefunded: reversible(_fee_refunded),
    e.FollowOnReserved: reversible(_follow_on_reserved),
    e.FollowOnFreed: reversible(_follow_on_freed),
    e.CapitalCalled: reversible(_called),
    e.CapitalPaid: reversible(_paid),
    e.CallFellShort: reversible(_fell_short),
    e.CapitalRefunded: reversible(_capital_refunded),
    e.Distributed: reversible(_distributed),
    e.CapitalRecycled: reversible(_recycled),
    e.PeriodClosed: _period_closed,
}

"""How valuation, exit, write-off and refund of an investment change the Book."""

from fundapp.fund import entries_held as held
from fundapp.record import events as e
from fundapp.record.book import Book
from fundapp.record.handling import Handler, changed, enter, entered_at, limits_of, move_cost, reversible
from fundapp.record.money import Exit, Valuation


def _proposed(book: Book, event: e.ValuationProposed, _recorded: e.Recorded) -> None:
    valuation = Valuation(
        id=event.valuation_id,
        as_of=event.as_of,
        fair_value_yen=event.fair_value_yen,
        method=event.method,
        inputs=event.inputs,
        reasoning=event.reasoning,
        proposed_by=event.person,
    )
    investment = book.investments[event.investment_id]
    book.investments[investment.id] = changed(investment, proposed=valuation)


def _approved(book: Book, event: e.ValuationApproved, recorded: e.Recorded) -> None:
    investment = book.investments[event.investment_id]
    assert investment.proposed is not None, "what is approved was proposed"
    valuation = changed(investment.proposed, approved_by=event.person)
    book.investments[investment.id] = changed(investment, proposed=None, valuations=(*investment.valuations, valuation))
    at = entered_at(event.as_of, recorded, investment.id)
    enter(book, held.valued(at=at, deal_id=investment.reservation_id, change_yen=event.change_yen))


def _parts(parts: tuple[e.CostPart, ...]) -> tuple[held.CostPart, ...]:
    return tuple((part.number, part.cost_yen) for part in parts)


def _exited(book: Book, event: e.InvestmentExited, recorded: e.Recorded) -> None:
    investment = move_cost(book.investments[event.investment_id], event.parts, "sold_yen")
    sold = Exit(
        id=event.exit_id,
        kind=event.kind,
        on=event.on,
        cost_yen=sum(part.cost_yen for part in event.parts),
        proceeds_yen=event.proceeds_yen,
        shares=event.shares,
    )
    book.investments[investment.id] = changed(investment, exits=(*investment.exits, sold))
    touched = limits_of(investment)
    del touched["year"]
    new = held.exited(
        at=entered_at(event.on, recorded, investment.id),
        deal_id=investment.reservation_id,
        parts=_parts(event.parts),
        proceeds_yen=event.proceeds_yen,
        released_yen=event.released_yen,
        **touched,
    )
    enter(book, new)


def _written_off(book: Book, event: e.InvestmentWrittenOff, recorded: e.Recorded) -> None:
    investment = move_cost(book.investments[event.investment_id], event.parts, "lost_yen")
    book.investments[investment.id] = investment
    new = held.write_off(
        at=entered_at(event.on, recorded, investment.id),
        deal_id=investment.reservation_id,
        parts=_parts(event.parts),
        released_yen=event.released_yen,
    )
    enter(book, new)


def _refunded(book: Book, event: e.TrancheRefunded, recorded: e.Recorded) -> None:
    part = e.CostPart(number=event.number, cost_yen=event.amount_yen)
    investment = move_cost(book.investments[event.investment_id], (part,), "refunded_yen")
    book.investments[investment.id] = investment
    new = held.tranche_refunded(
        at=entered_at(event.on, recorded, investment.id),
        deal_id=investment.reservation_id,
        tranche=event.number,
        amount_yen=event.amount_yen,
        released_yen=event.released_yen,
        **limits_of(investment),
    )
    enter(book, new)


HELD_HANDLERS: dict[type[e.Event], Handler] = {
    e.ValuationProposed: _proposed,
    e.ValuationApproved: reversible(_approved),
    e.InvestmentExited: reversible(_exited),
    e.InvestmentWrittenOff: reversible(_written_off),
    e.TrancheRefunded: reversible(_refunded),
}

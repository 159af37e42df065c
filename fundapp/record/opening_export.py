"""A fund of this record as the tables by which another folder takes it over. Pure reading of a Book."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from fundapp.committee.proposal import Terms
from fundapp.fund.journal import (
    BANK,
    DISTRIBUTED,
    FEE_RESERVE,
    FOLLOW_ON,
    PAID_IN_CAPITAL,
    RECEIVABLE,
    Balances,
    below,
    unrealised,
)
from fundapp.fund.opening import (
    FollowOnLeft,
    Opening,
    OpeningBalances,
    OpeningFlow,
    OpeningPartner,
    OpeningPosition,
    OpeningTranche,
)
from fundapp.fund.partners import PartnerPart, apportioned, commitments_yen
from fundapp.record import events as e
from fundapp.record.book import Book, Investment

FIRST_ROW = 2
"""Below the headers."""
BALANCES = 4
"""Rows of the table of balances before the follow-on reserves."""


def opening_of(book: Book, as_of: date) -> Opening:
    """The fund as it stands. What only a resolution reserves is left out: it is resolved anew where it is taken over.

    `as_of` is the day of the balances, not before the last movement.
    """
    assert book.terms is not None, "only a fund can be taken out"
    codes = _codes(book)
    held = [one for one in book.investments.values() if any(tranche.cancelled_on is None for tranche in one.tranches)]
    flows = [dict(one, deal=codes.get(one.get("deal", ""), "")) for one in _flows(book)]
    promised = [(one, tranche) for one in held for tranche in one.tranches if tranche.cancelled_on is None]
    return Opening(
        sources=(),
        positions=tuple(_position(book, one, codes[one.id], row) for row, one in enumerate(held, FIRST_ROW)),
        tranches=tuple(
            OpeningTranche(
                row=row,
                deal=codes[of.id],
                number=one.number,
                committed_yen=one.amount_yen,
                drawn_yen=one.amount_yen if one.drawn_on else 0,
                undrawn_yen=0 if one.drawn_on else one.amount_yen,
                due=one.due,
                milestone=one.milestone,
                stopped_on=None if one.drawn_on else one.frozen_on,
                shares=one.shares,
            )
            for row, (of, one) in enumerate(promised, FIRST_ROW)
        ),
        flows=tuple(OpeningFlow(row=row, **one) for row, one in enumerate(flows, FIRST_ROW)),
        partners=_partners(book),
        balances=_balances(book, book.balances, as_of),
    )


def balances_day(book: Book, today: date) -> date:
    """The day of the balances when the fund is taken out today: yesterday, unless something moved since."""
    return max([today - timedelta(days=1), *(entry.effective for entry in book.entries)])


def _codes(book: Book) -> dict[str, str]:
    """What each investment is called: the code of its proposal where only one has it, else its own id."""
    found = {}
    for one in book.investments.values():
        item = book.items.get(book.reservations[one.reservation_id].item_id)
        found[one.id] = item.proposal_code if item and item.proposal_code else one.reservation_id
    taken = list(found.values())
    return {of: code if taken.count(code) == 1 else book.investments[of].reservation_id for of, code in found.items()}


def _position(book: Book, one: Investment, code: str, row: int) -> OpeningPosition:
    reservation = book.reservations[one.reservation_id]
    terms = reservation.decided or _resolved(book, reservation.item_id)
    valued = one.valuations[-1] if one.valuations and one.held_yen() else None
    return OpeningPosition(
        row=row,
        deal=code,
        company_id=one.company_id,
        company=one.company,
        sector=one.sector,
        early_stage=one.early_stage,
        instrument=terms.instrument if terms else "common_shares",
        resolved_on=reservation.reserved_on,
        signed_on=one.signed_on,
        cost_yen=one.held_yen(),
        fair_value_yen=one.held_yen() + book.balances.get(unrealised(one.reservation_id), 0),
        valued_on=valued.as_of if valued else None,
        method=valued.method if valued else "",
        ownership=terms.ownership if terms else None,
        voting_share=terms.voting_share if terms else None,
    )


def _resolved(book: Book, item_id: str) -> Terms | None:
    item = book.items.get(item_id)
    return item.resolved.terms if item and item.resolved else None


def _flows(book: Book) -> Iterator[dict[str, Any]]:
    """Every movement that was not taken back, in the order of the record."""
    for seq, event in sorted(book.posted.items()):
        if seq not in book.reversals:
            yield from _movements(book, event)


def _movements(book: Book, event: e.Event) -> Iterator[dict[str, Any]]:
    match event:
        case e.CapitalCalled(number=number, parts=parts, for_fees_yen=fees_yen, due=due, on=on):
            for one in _shared("capital_call", on, parts, fees_yen):
                yield {**one, "ref": str(number), "due": due}
        case e.CapitalPaid(call_id=call_id, partner=partner, amount_yen=yen, on=on):
            yield _flow("paid_in", on, yen, partner=partner, ref=str(book.calls[call_id].number))
        case e.CallFellShort(call_id=call_id, partner=partner, amount_yen=yen, reason=reason, on=on):
            of = str(book.calls[call_id].number)
            yield _flow("shortfall", on, yen, partner=partner, ref=of, what=book.words_of(reason))
        case e.CapitalRefunded(call_id=call_id, parts=parts, reason=reason, on=on):
            for one in _shared("capital_refund", on, parts, 0):
                yield {**one, "ref": str(book.calls[call_id].number), "what": book.words_of(reason)}
        case e.Distributed(number=number, parts=parts, of_capital_yen=capital_yen, what=what, on=on):
            for one in _shared("distribution", on, parts, capital_yen):
                yield {**one, "ref": str(number), "what": what}
        case e.FeePaid(fee_id=fee_id, amount_yen=yen, what=what, on=on):
            yield _flow("fee", on, yen, ref=fee_id, what=what)
        case e.FeeRefunded(fee_id=fee_id, amount_yen=yen, reason=reason, on=on):
            yield _flow("fee_refund", on, yen, ref=fee_id, what=book.words_of(reason))
        case e.CapitalRecycled(amount_yen=yen, on=on):
            yield _flow("recycling", on, yen)
        case e.InvestmentEvent():
            yield from _of_deal(book, event)


def _of_deal(book: Book, event: e.InvestmentEvent) -> Iterator[dict[str, Any]]:
    deal = event.investment_id
    match event:
        case e.TrancheDrawn(number=number, amount_yen=yen, on=on):
            yield _flow("draw", on, yen, deal=deal, tranche=number)
        case e.TrancheRefunded(number=number, amount_yen=yen, reason=reason, on=on):
            yield _flow("tranche_refund", on, yen, deal=deal, tranche=number, what=book.words_of(reason))
        case e.InvestmentWrittenOff(parts=parts, reason=reason, on=on):
            lost_yen = sum(one.cost_yen for one in parts)
            yield _flow("write_off", on, lost_yen, deal=deal, what=book.words_of(reason))
        case e.InvestmentExited(kind=kind, parts=parts, proceeds_yen=yen, shares=shares, remark=remark, on=on):
            cost_yen = sum(one.cost_yen for one in parts)
            yield _flow(kind, on, yen, deal=deal, part_yen=cost_yen, shares=shares, what=book.words_of(remark))
        case e.ValuationApproved(valuation_id=valuation_id, as_of=as_of):
            valuations = book.investments[deal].valuations
            one = next(valuation for valuation in valuations if valuation.id == valuation_id)
            yield _flow("valuation", as_of, one.fair_value_yen, deal=deal, method=one.method)


def _flow(kind: str, on: date, amount_yen: int, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "on": on, "amount_yen": amount_yen, **more}


def _shared(kind: str, on: date, parts: tuple[PartnerPart, ...], inside_yen: int) -> Iterator[dict[str, Any]]:
    inside = apportioned(inside_yen, [Fraction(one.amount_yen) for one in parts])
    for one, part_yen in zip(parts, inside, strict=True):
        yield _flow(kind, on, one.amount_yen, partner=one.partner, part_yen=part_yen)


def _partners(book: Book) -> tuple[OpeningPartner, ...]:
    assert book.terms is not None, "partners are named in the terms"
    owed, capital, paid_out = (below(book.balances, account) for account in (RECEIVABLE, PAID_IN_CAPITAL, DISTRIBUTED))
    return tuple(
        OpeningPartner(
            row=FIRST_ROW + number - 1,
            partner=number,
            committed_yen=committed_yen,
            called_yen=-capital.get(str(number), 0),
            paid_in_yen=-capital.get(str(number), 0) - owed.get(str(number), 0),
            distributed_yen=paid_out.get(str(number), 0),
        )
        for number, committed_yen in enumerate(commitments_yen(book.terms), 1)
    )


def _balances(book: Book, balances: Balances, as_of: date) -> OpeningBalances:
    assert book.terms is not None, "the fund's size is in the terms"
    first = FIRST_ROW + 1
    return OpeningBalances(
        as_of=as_of,
        fund_size_yen=book.terms.size_yen,
        fund_size_row=first,
        cash_yen=balances.get(BANK, 0),
        cash_row=first + 1,
        cost_reserve_yen=balances.get(FEE_RESERVE, 0),
        cost_reserve_row=first + 2,
        follow_on=tuple(
            FollowOnLeft(row=row, company_id=company_id, amount_yen=yen)
            for row, (company_id, yen) in enumerate(sorted(below(balances, FOLLOW_ON).items()), FIRST_ROW + BALANCES)
        ),
    )

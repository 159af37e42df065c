"""Rows that amount to wanted levels of axis 2. The levels themselves are computed from the rows by the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from fundapp.basis.numbers import half_up
from fundapp.demo.bills import parts_bill
from fundapp.demo.clerk import id_of
from fundapp.demo.content import ProposalTold, toml
from fundapp.demo.menu_rows import cases, needs, sales_routes
from fundapp.demo.providers import makers_of
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.need import Countermeasure, SalesRoute, SupportCase, SupportNeed
from fundapp.network.offer import WRITTEN, Offer

# What each wanted level asks of the rows (rubrics/axis2.toml). A level that no proposal of the story has is not here.
UNCOVERED_SHARE_MOST = {5: Fraction(0), 4: Fraction(8, 100), 3: Fraction(22, 100)}
UNCOVERED_SHARE_LEAST = Fraction(52, 100)
"""At level 1 of coverage the hardest lines have no offer, up to this share of the value."""
COST_RATIO = {4: Fraction(985, 1000), 3: Fraction(104, 100), 2: Fraction(114, 100)}
BOTTLENECK_DAYS = {4: 60, 3: 70, 2: 85, 1: 110}
SINGLE_SOURCE = {4: 0, 3: 1, 2: 2, 1: 3}

FRESH_DAYS, FAIR = 90, 3
"""Above this age the level of cost is capped; and the level that a fair price would have."""
UNCOVERED_FACTOR = Fraction(130, 100)
SECOND_PRICE = Fraction(107, 100)
SMALL_SHARE = Fraction(4, 100)
"""A line below this share of the value is asked of one provider only, unless it is critical."""
VALID_DAYS = 180


@dataclass(frozen=True, slots=True)
class SupportRows:
    """All that is registered of one proposal's support."""

    bill: Bill
    offers: tuple[Offer, ...]
    needs: tuple[SupportNeed, ...]
    routes: tuple[SalesRoute, ...]
    countermeasures: tuple[Countermeasure, ...]
    cases: tuple[SupportCase, ...]


def support_rows(told: ProposalTold, on: date) -> SupportRows:
    """Rows for a proposal whose facts are judged on a day."""
    proposal_id = id_of("proposal", told.code)
    menu, coverage, cost, lead_time, commitment, concentration, sales = told.support
    bill = parts_bill(told.code, proposal_id)
    holes = _holes(bill.lines, coverage)
    covered = [line for line in bill.lines if line not in holes]
    bottleneck = covered[0]
    return SupportRows(
        bill=bill,
        offers=_Quoting(told, bill, on).offers(
            covered,
            # Offers too old to be believed hold the level down, so the price itself may be a fair one.
            price=_price(bill.lines, holes, FAIR if told.quote_age_days > FRESH_DAYS else cost),
            bottleneck_days=BOTTLENECK_DAYS[lead_time],
            single=SINGLE_SOURCE[concentration],
        ),
        needs=needs(told.code, on, menu=menu, commitment=commitment),
        routes=sales_routes(told.code, on, sales=sales),
        countermeasures=_countermeasures(told, bottleneck, holes, covered, on),
        cases=cases(told.code, on),
    )


def _value(lines: Sequence[Line]) -> Fraction:
    return sum((line.quantity * (line.target_unit_cost_yen or 0) for line in lines), Fraction(0))


def _holes(lines: Sequence[Line], coverage: int) -> list[Line]:
    """The lines without an offer: small bought-out parts as a rule, the hardest lines where coverage is to be worst."""
    total, holes = _value(lines), list[Line]()
    if coverage == 1:
        for line in lines:
            if _value(holes) < UNCOVERED_SHARE_LEAST * total:
                holes.append(line)
        return holes
    for line in reversed(lines):
        fits = _value([*holes, line]) <= UNCOVERED_SHARE_MOST[coverage] * total
        if line.kind is LineKind.BOUGHT_OUT and not line.critical and fits:
            holes.append(line)
    return holes


def _price(lines: Sequence[Line], holes: Sequence[Line], cost: int) -> Fraction:
    """The price of covered lines over their target that gives the wanted cost ratio with the holes imputed."""
    uncovered = _value(holes) / _value(lines)
    return (COST_RATIO[cost] - UNCOVERED_FACTOR * uncovered) / (1 - uncovered)


class _Quoting:
    """Asking the makers of each line in turn, so that no one is asked for everything."""

    def __init__(self, told: ProposalTold, bill: Bill, on: date) -> None:
        self._told, self._bill, self._on = told, bill, on
        self._turn = 0

    def offers(
        self, covered: Sequence[Line], *, price: Fraction, bottleneck_days: int, single: int
    ) -> tuple[Offer, ...]:
        """One or two offers on each covered line. The first `single` critical lines have one source."""
        total, made, alone = _value(self._bill.lines), list[Offer](), 0
        for position, line in enumerate(covered):
            lone = _value([line]) < SMALL_SHARE * total
            if line.critical:
                lone = alone < single
                alone += lone
            days = bottleneck_days if position == 0 else 20 + (5 * position) % 21
            made.append(self._offer(line, len(made), price, days))
            if not lone:
                made.append(self._offer(line, len(made), price * SECOND_PRICE, days + 5))
        return tuple(made)

    def _offer(self, line: Line, number: int, price: Fraction, days: int) -> Offer:
        able = makers_of(line.kind)
        maker = able[self._turn % len(able)]
        self._turn += 1
        dated = self._on - timedelta(days=self._told.quote_age_days + number % 5 - 2)
        return Offer(
            id=id_of("offer", f"{self._told.code}/{number}"),
            proposal_id=self._bill.proposal_id,
            bill_revision=self._bill.revision,
            line_id=line.id,
            provider=maker.member.name.ja,
            person=maker.person,
            rung=WRITTEN,
            dated=dated,
            expires=dated + timedelta(days=VALID_DAYS),
            unit_price_yen=int(half_up(price * (line.target_unit_cost_yen or 0), 0)),
            lot=self._bill.lot,
            lead_time_days=days,
            nda_signed=line.kind is LineKind.MADE_TO_DRAWING,
        )


def _countermeasures(
    told: ProposalTold, bottleneck: Line, holes: Sequence[Line], covered: Sequence[Line], on: date
) -> tuple[Countermeasure, ...]:
    """Answers to the cost, the bottleneck, the single sources and the holes, each with an owner and a day."""
    words = toml("proposals")["answers"]
    single = [line for line in covered if line.critical][: SINGLE_SOURCE[told.support[5]]]
    asked = [
        ("cost", bottleneck),
        ("lead_time", bottleneck),
        *(("concentration", line) for line in single),
        *(("coverage", line) for line in holes),
    ]
    return tuple(
        Countermeasure.model_validate(
            {
                "id": id_of("countermeasure", f"{told.code}/{number}"),
                "proposal_id": id_of("proposal", told.code),
                "against": against,
                "line_id": line.id,
                "text": words[against].format(name=line.description),
                "owner": told.president,
                "due": on + timedelta(days=45),
            }
        )
        for number, (against, line) in enumerate(asked)
    )

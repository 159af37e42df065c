"""The facts of axis 2 as a bill grows: against summing the bill's value once."""

from datetime import date, timedelta
from fractions import Fraction

from figure import Figure, in_turn

from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.facts import SourcingRules, support_facts
from fundapp.network.offer import Offer
from fundapp.network.register import SupportRegister

DAY = date(2026, 4, 1)
RULES = SourcingRules(
    uncovered_cost_factor=Fraction("1.3"),
    imputed_lateness_factor=Fraction("1.1"),
    imputed_lead_time_days=tuple((kind.value, 42) for kind in LineKind),
)


def _register(size: int) -> SupportRegister:
    lines = tuple(
        Line(
            id=f"L{n}",
            row=n,
            part_number=f"P{n}",
            quantity=Fraction(2),
            kind=LineKind.BOUGHT_OUT,
            critical=n % 7 == 0,
            target_unit_cost_yen=1000 + n,
        )
        for n in range(size)
    )
    offers = tuple(
        Offer(
            id=f"O{n}-{k}",
            proposal_id="p",
            bill_revision="A",
            line_id=f"L{n}",
            provider=f"M{(n + k) % 60}",
            person="x",
            rung=4,
            dated=DAY,
            expires=DAY + timedelta(days=60),
            unit_price_yen=900 + n + k,
            lot=20,
            lead_time_days=30 + k,
        )
        for n in range(size)
        for k in range(3)
    )
    bill = Bill(proposal_id="p", revision="A", lot=20, plan_days=84, lines=lines)
    return SupportRegister(
        proposal_id="p",
        bill=bill,
        offers=offers,
        needs=(),
        needs_support=True,
        routes=(),
        coordinators=(),
        countermeasures=(),
        cases=(),
    )


def grow() -> list[Figure]:
    """120 lines as in the demo, then ten and a hundred times as many, each with three offers a line."""
    figures = []
    for size in (120, 1_200, 12_000):
        register = _register(size)
        bill = register.bill
        assert bill is not None

        def ours(register=register) -> None:
            support_facts(register, DAY, RULES)

        def floor(bill=bill, register=register) -> None:
            sum(line.quantity * (line.target_unit_cost_yen or 0) for line in bill.lines)
            sum(offer.unit_price_yen or 0 for offer in register.offers)

        figures.append(in_turn(f"facts of {size} lines", "summing lines and offers", ours, floor, times=5))
    return figures

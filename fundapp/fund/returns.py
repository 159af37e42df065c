"""What dated flows returned: multiples, annual rate, and the comparison with an index.

KS-PME: Kaplan and Schoar, "Private equity performance: returns, persistence, and capital flows", Journal of Finance 60
(2005). Direct Alpha: Gredil, Griffiths and Stucke, "Benchmarking private equity: the Direct Alpha method" (2014). Both
on the flows' actual days. What the investor pays is negative, what comes back is positive.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from fundapp.basis.fact import Fact, Ratio
from fundapp.basis.refusal import Problem
from fundapp.basis.yen import Yen
from fundapp.fund.annual_rate import FlowDays, NoRate

OLDEST_LEVEL_DAYS = 7
"""An index stands still on weekends and holidays; an older level says nothing about the day."""


class Flow(Fact):
    """One payment: negative from the investor, positive to the investor."""

    on: date
    amount_yen: Yen
    given_back: bool = False
    """Capital that was called and is not needed: it lessens what was paid in, and is no distribution."""

    @property
    def is_paid(self) -> bool:
        """True for what the investor paid in, and for what of it was given back."""
        return self.amount_yen < 0 or self.given_back


class IndexLevel(Fact):
    """The level of an index at the end of a day, above zero."""

    on: date
    level: Ratio


class Multiple(Fact):
    """A multiple of the capital paid in, or why there is none."""

    value: Ratio | None = None
    problem: Problem | None = None


class Comparison(Fact):
    """The flows against an index: KS-PME above 1 and Direct Alpha above 0 are better than the index."""

    ks_pme: Multiple
    direct_alpha: float | NoRate


class Returns(Fact):
    """What the flows returned up to a day. `nav_yen` is what is left on that day."""

    as_of: date
    paid_in_yen: Yen
    distributed_yen: Yen
    nav_yen: Yen
    pic: Multiple | None
    """Paid in over promised; None where the promise is not told."""
    dpi: Multiple
    rvpi: Multiple
    tvpi: Multiple
    rate: float | NoRate
    comparison: Comparison | None = None


def returns(
    flows: Sequence[Flow],
    as_of: date,
    *,
    nav_yen: int = 0,
    committed_yen: int | None = None,
    index: Sequence[IndexLevel] = (),
) -> Returns:
    """Multiples and rates of the flows up to `as_of`, that day included. With an index also the comparison."""
    until = sorted((flow for flow in flows if flow.on <= as_of), key=lambda flow: flow.on)
    paid_in = -sum(flow.amount_yen for flow in until if flow.is_paid)
    distributed = sum(flow.amount_yen for flow in until if not flow.is_paid)
    # Where nothing is left, the day of the figures is no day of a flow.
    left = (nav_yen,) if nav_yen else ()
    days = FlowDays([*(flow.on for flow in until), *(as_of for _one in left)])
    return Returns(
        as_of=as_of,
        paid_in_yen=paid_in,
        distributed_yen=distributed,
        nav_yen=nav_yen,
        pic=None if committed_yen is None else _multiple(Fraction(paid_in), Fraction(committed_yen)),
        dpi=_multiple(Fraction(distributed), Fraction(paid_in)),
        rvpi=_multiple(Fraction(nav_yen), Fraction(paid_in)),
        tvpi=_multiple(Fraction(distributed + nav_yen), Fraction(paid_in)),
        rate=days.rate([float(one) for one in (*(flow.amount_yen for flow in until), *left)]),
        comparison=_comparison(until, left, days, as_of, index) if index else None,
    )


def _multiple(above: Fraction, capital: Fraction) -> Multiple:
    if not capital:
        return Multiple(problem=Problem.of("multiple_without_capital"))
    return Multiple(value=above / capital)


def _comparison(
    flows: Sequence[Flow], left: tuple[int, ...], days: FlowDays, as_of: date, index: Sequence[IndexLevel]
) -> Comparison:
    levels = _LevelsByDay(index)
    last = levels.at(as_of)
    found = [levels.at(flow.on) for flow in flows]
    problem = next((one for one in (last, *found) if isinstance(one, Problem)), None)
    if problem is not None:
        return Comparison(ks_pme=Multiple(problem=problem), direct_alpha=NoRate(problem=problem))
    grown = [
        (flow.is_paid, flow.amount_yen * last / level)
        for flow, level in zip(flows, found, strict=True)
        if isinstance(level, Fraction) and isinstance(last, Fraction)
    ]
    paid_in = -sum((amount for is_paid, amount in grown if is_paid), Fraction(0))
    distributed = sum((amount for is_paid, amount in grown if not is_paid), Fraction(0))
    return Comparison(
        ks_pme=_multiple(distributed + sum(left), paid_in),
        direct_alpha=days.rate([float(one) for one in (*(amount for _is_paid, amount in grown), *left)]),
    )


class _LevelsByDay:
    """The levels of an index, looked up by day."""

    def __init__(self, index: Sequence[IndexLevel]) -> None:
        ordered = sorted(index, key=lambda one: one.on)
        self._days = [one.on for one in ordered]
        self._levels = [one.level for one in ordered]

    def at(self, day: date) -> Fraction | Problem:
        """The last level on the day or shortly before, or that there is none."""
        place = bisect_right(self._days, day) - 1
        if place < 0 or day - self._days[place] > timedelta(days=OLDEST_LEVEL_DAYS):
            return Problem.of("index_missing", missing_on=day.isoformat())
        return self._levels[place]

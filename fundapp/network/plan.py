"""The sourcing plan of a proposal: what was asked, which offers were chosen, and the question itself as it was put."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from pydantic import Field

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.network.bill import Bill
from fundapp.network.lot_cost import lot_cost_yen
from fundapp.network.offer import Offer
from fundapp.network.plan_problem import PlanLine, PlanOffer, PlanProblem, PlanSupplier, Reason, Status
from fundapp.network.sourcing import SourcingRules, provider_key, valid_offers

CRITICAL_WEIGHT = 10
"""A critical line without a supplier weighs as much as so many others."""


class PlanAsked(Fact):
    """What a plan is made for. Other than the bill says, it is a what-if."""

    lot: int = Field(gt=0)
    plan_days: int = Field(gt=0)
    without: tuple[Text, ...] = ()
    """Providers who are left out, by key."""
    opening_cost_yen: int = Field(default=0, ge=0)
    """What it costs to begin with one company more: visits, contracts, tests."""


class PlanChoice(Fact):
    """The offer that was chosen for a line."""

    line_id: Text
    offer_id: Text


class PlanGap(Fact):
    """A line without a supplier, and why."""

    line_id: Text
    reason: Reason


class SourcingPlan(Fact):
    """A plan that was put in force. `file_sha256` is the question as a file: `fundapp plan` solves it again."""

    id: Text
    proposal_id: Text
    bill_revision: Text
    lot: int
    plan_days: int
    without: tuple[Text, ...] = ()
    opening_cost_yen: int = 0
    made_on: date
    status: Status
    cost_yen: int
    gap: Ratio
    choices: tuple[PlanChoice, ...]
    gaps: tuple[PlanGap, ...]
    solver: Text
    input_sha256: Text
    file_sha256: Text
    dropped_on: date | None = None

    def is_for(self, bill: Bill) -> bool:
        """True while the bill is the one that it was made for: the same revision, lot and time."""
        made_for = (self.bill_revision, self.lot, self.plan_days)
        return self.dropped_on is None and made_for == (bill.revision, bill.lot, bill.plan_days)

    def chosen(self) -> dict[str, str]:
        """The chosen offer of each line."""
        return {one.line_id: one.offer_id for one in self.choices}


@dataclass(frozen=True, slots=True)
class PlanCase:
    """A question about one bill, with what its positions stand for."""

    bill: Bill
    asked: PlanAsked
    problem: PlanProblem
    offers: tuple[Offer, ...]
    """The offer behind each of the problem's."""


def plan_case(
    bill: Bill,
    offers: Iterable[Offer],
    as_of: date,
    rules: SourcingRules,
    asked: PlanAsked,
    *,
    hours: Mapping[str, int],
    able: Mapping[str, int],
) -> PlanCase:
    """The question: every valid offer with a price. `hours` are free per provider and month, `able` members a line."""
    bill = bill.model_copy(update={"lot": asked.lot, "plan_days": asked.plan_days})
    lines = bill.sourcing_lines()
    left_out = set(asked.without)
    valid = valid_offers(bill, offers, as_of)
    priced = [
        (at, offer, cost)
        for at, line in enumerate(lines)
        for offer in valid[line.id]
        if provider_key(offer.provider) not in left_out
        if (cost := lot_cost_yen(offer, line.quantity * bill.lot)) is not None
    ]
    suppliers = {key: n for n, key in enumerate(sorted({provider_key(offer.provider) for _at, offer, _cost in priced}))}
    months = Fraction(bill.plan_days, 30)
    return PlanCase(
        bill=bill,
        asked=asked,
        problem=PlanProblem(
            lines=tuple(
                PlanLine(
                    id=line.id,
                    need_by_days=rules.latest_days(bill, line),
                    weight=CRITICAL_WEIGHT if line.critical else 1,
                    capable_suppliers=able.get(line.id),
                )
                for line in lines
            ),
            suppliers=tuple(
                PlanSupplier(
                    id=key,
                    capacity_hours=int(hours[key] * months) if key in hours else None,
                    opening_cost_yen=asked.opening_cost_yen,
                )
                for key in suppliers
            ),
            offers=tuple(
                PlanOffer(
                    line=at,
                    supplier=suppliers[provider_key(offer.provider)],
                    cost_yen=ceil(cost),
                    hours=offer.hours or 0,
                    lead_time_days=offer.lead_time_days,
                )
                for at, offer, cost in priced
            ),
        ),
        offers=tuple(offer for _at, offer, _cost in priced),
    )

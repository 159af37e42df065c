"""The facts of axis 2 as plain data; computed in network/facts.py, frozen into the record at a meeting."""

from datetime import date
from typing import Literal

from fundapp.basis.fact import Fact, Ratio, Text, lean
from fundapp.basis.yen import Yen

Counting = Literal["firm", "with_hands"]


@lean
class FactValue:
    """One computed fact. `counted` and `missing` are the row ids behind it; `cases` the number of cases it rests on."""

    id: Text
    value: Ratio | None
    cases: int
    counted: tuple[Text, ...] = ()
    missing: tuple[Text, ...] = ()


class LineRow(Fact):
    """How one sourcing line stands: the row behind the facts of coverage, cost, lead time and concentration."""

    id: Text
    part_number: Text
    description: Text
    assembly: Text
    kind: Text
    critical: bool
    target_yen: Yen
    valid_sources: int
    hands: int
    offer_id: Text = ""
    provider: Text = ""
    selected_yen: Yen | None = None
    lead_time_days: Ratio
    imputed: bool
    quote_age_days: int | None = None
    identity: Text = ""
    """Of the part, over the revisions of the bill."""


class NeedRow(Fact):
    """How one support need stands."""

    id: Text
    name: Text
    critical: bool
    item: Text
    provider: Text
    person: Text
    deliverable: Text
    due: date | None
    cost_yen: Yen | None
    cost_bearer: Text
    owner_consent: bool
    complete: bool
    rung: int
    ends_when: Text = ""
    handed_to: Text = ""


class OtherRow(Fact):
    """A sales route, coordinator, countermeasure or promise behind a fact. It is frozen: no person, no free words."""

    id: Text
    kind: Literal["route", "coordinator", "countermeasure", "promise"]
    name: Text = ""
    """A route's name; what a countermeasure is against."""
    due: date | None = None
    delivered: date | None = None
    hours_promised: int | None = None
    hours_available: int | None = None


class SupportFacts(Fact):
    """All facts of one proposal on one day, counted firm and with raised hands, with the rows behind them."""

    proposal_id: Text
    as_of: date
    bill_revision: Text
    has_parts: bool
    needs_support: bool
    lot: int
    plan_days: int
    firm: tuple[FactValue, ...]
    with_hands: tuple[FactValue, ...]
    lines: tuple[LineRow, ...]
    needs: tuple[NeedRow, ...]
    others: tuple[OtherRow, ...] = ()
    bottlenecks: tuple[Text, ...] = ()
    """Ids of the lines on the critical path."""

    def values(self, counting: Counting) -> dict[str, FactValue]:
        """The facts by id, in one of the two ways of counting."""
        return {value.id: value for value in (self.firm if counting == "firm" else self.with_hands)}

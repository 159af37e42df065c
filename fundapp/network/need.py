"""Support needs and the menu: what the company cannot do alone, and who does it, by when, at whose cost."""

from datetime import date
from typing import Literal

from pydantic import Field

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen

CostBearer = Literal["company", "association", "fund", "provider", "subsidy"]


class MenuItem(Fact):
    """The answer to one need. Complete: provider, deliverable, due date, cost bearer. Consent is its own flag."""

    kind: Text
    """Id of the support menu: M01 to M21."""
    provider: Text = ""
    person: Text = ""
    deliverable: Text = ""
    due: date | None = None
    decision_due: date | None = None
    cost_yen: Yen | None = None
    cost_bearer: CostBearer | None = None
    funded: bool = False
    owner_consent: bool = False
    rung: int = Field(default=0, ge=0, le=5)

    def complete(self) -> bool:
        """True when provider, deliverable, due date and cost bearer are all there (tables.md)."""
        return bool(self.provider and self.deliverable and self.due and self.cost_bearer)


class SupportNeed(Fact):
    """One gap that the company cannot close alone. A need without an item counts as rung 0."""

    id: Text
    proposal_id: Text
    name: Text
    critical: bool = False
    item: MenuItem | None = None


class SalesRoute(Fact):
    """One planned sales channel. Terms are agreed when all five are written down."""

    id: Text
    proposal_id: Text
    name: Text
    overseas: bool = False
    commission_type: Text = ""
    rate: Text = ""
    collection: Text = ""
    region: Text = ""
    rep: Text = ""
    contact: Text = ""

    def agreed(self) -> bool:
        """True when commission type, rate, collection, region and the rep's name are all there."""
        return bool(self.commission_type and self.rate and self.collection and self.region and self.rep)


class Coordinator(Fact):
    """A supporter's working time: hours promised per month over all cases, and hours available."""

    id: Text
    name: Text
    hours_promised: int = Field(ge=0)
    hours_available: int = Field(gt=0)


class Countermeasure(Fact):
    """A dated action against a cost, a lead time, a concentration or a hole in coverage."""

    id: Text
    proposal_id: Text
    against: Literal["cost", "lead_time", "concentration", "coverage"]
    line_id: Text = ""
    text: Text
    owner: Text = ""
    due: date | None = None


class SupportCase(Fact):
    """What was promised to a proposal's company and whether it came in time (for the on-time rate)."""

    id: Text
    due: date
    delivered: date | None = None

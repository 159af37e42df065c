"""Support needs and the menu: what the company cannot do alone, and who does it, by when, at whose cost."""

from datetime import date
from typing import Literal

from pydantic import Field

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen

OwnNetwork = Literal["open", "all", "part", "none"]
"""The answer to a route's first step: how much of the sales plan the coordinator's own network reaches."""

RepStep = Literal["waits", "not_needed", "to_hand", "handed"]
"""A route's second step: a sales rep for what the first one left."""

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
    ends_when: Text = ""
    """By what one sees that the support has done its work and ends."""
    handed_to: Text = ""
    """Who goes on afterwards, so that nobody is left alone."""
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


class Introduction(Fact):
    """A buyer whom the coordinator's own network reaches, introduced to the company directly."""

    buyer: Text
    introduced_on: date
    result: Text = ""
    """What came of it; empty while nothing is known yet."""


class SalesRoute(Fact):
    """One planned sales channel, in two steps: the coordinator's own network first, then the rep.

    Terms are agreed when all five are written down.
    """

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
    coordinator: Text = ""
    """The provider who looks into the sales plan, spelled as the provider of a menu item."""
    plan_read_on: date | None = None
    """When the coordinator looked into the company's sales plan."""
    introductions: tuple[Introduction, ...] = ()
    not_reached: Text = ""
    """What of the sales plan the own network does not reach, and why; empty when it reaches all."""

    def own_network(self) -> OwnNetwork:
        """The first step's answer; open until coordinator, day and what is reached or not are all told."""
        if not self.coordinator or self.plan_read_on is None or not (self.introductions or self.not_reached):
            return "open"
        if not self.not_reached:
            return "all"
        return "part" if self.introductions else "none"

    def rep_step(self) -> RepStep:
        """The second step: only what the first one left is handed on. A rep named before this order held stays."""
        if self.rep:
            return "handed"
        own = self.own_network()
        return "waits" if own == "open" else "not_needed" if own == "all" else "to_hand"

    def agreed(self) -> bool:
        """True when commission type, rate, collection, region and the name of who sells are all there.

        Who sells is the rep, or the coordinator where the own network reaches all and no rep is needed.
        """
        sells = self.rep or self.rep_step() == "not_needed"
        return bool(self.commission_type and self.rate and self.collection and self.region and sells)


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

"""All that the registers know of one proposal's support, as the input of the facts."""

from fundapp.basis.fact import Fact
from fundapp.network.bill import Bill
from fundapp.network.need import Coordinator, Countermeasure, SalesRoute, SupportCase, SupportNeed
from fundapp.network.offer import Offer
from fundapp.network.plan import SourcingPlan


class SupportRegister(Fact):
    """Today's rows for one proposal. `bill` is None when there is nothing to source."""

    proposal_id: str
    bill: Bill | None
    offers: tuple[Offer, ...]
    needs: tuple[SupportNeed, ...]
    needs_support: bool
    routes: tuple[SalesRoute, ...]
    coordinators: tuple[Coordinator, ...]
    countermeasures: tuple[Countermeasure, ...]
    cases: tuple[SupportCase, ...]
    provider_checks: tuple[tuple[str, bool], ...] = ()
    """(provider, succession and hazard zone checked)."""
    plan: SourcingPlan | None = None
    """The plan that was put in force last."""

    def plan_in_force(self) -> SourcingPlan | None:
        """The plan, while it is for the bill as it stands."""
        return self.plan if self.plan and self.bill and self.plan.is_for(self.bill) else None

    def chosen(self) -> dict[str, str]:
        """The offer that the plan in force has chosen for each line."""
        plan = self.plan_in_force()
        return plan.chosen() if plan else {}

"""The register of sourcing plans: each one that was put in force, the last of a proposal being the one that counts.

Every function works inside the caller's transaction, like those of `registers`.
"""

from datetime import date

from fundapp.network.plan import SourcingPlan
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Stamp
from fundapp.store.tables import PLANS


def put_plan(connection: Connection, stamp: Stamp, plan: SourcingPlan) -> None:
    """Put a plan in force after those that were before."""
    standing = PLANS.rows(connection, stamp.fund, proposal_id=plan.proposal_id)
    PLANS.put(connection, stamp, [PLANS.row(plan, n=len(standing) + 1)])


def drop_plan(connection: Connection, stamp: Stamp, plan_id: str, on: date) -> None:
    """From this day the plan no longer counts. Raises StoreRefusal row_missing."""
    row = next(iter(PLANS.rows(connection, stamp.fund, id=plan_id)), None)
    if row is None:
        refuse("row_missing")
    PLANS.update(connection, stamp, row, dropped_on=on.isoformat())


def plans(connection: Connection, fund: str, proposal_id: str) -> tuple[SourcingPlan, ...]:
    """The plans of a proposal, oldest first."""
    return PLANS.facts(connection, fund, proposal_id=proposal_id)

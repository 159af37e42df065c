"""Commands on what the network can do for a proposal: members, capabilities, bills, offers, plans, needs, tasks."""

from datetime import date

from fundapp.basis.fact import Text
from fundapp.basis.yen import Yen
from fundapp.committee.co_finance import CoFinance
from fundapp.network.bill import Bill
from fundapp.network.capability import Capability, LineProcess
from fundapp.network.layout import TableLayout
from fundapp.network.member import Member
from fundapp.network.need import Coordinator, Countermeasure, SalesRoute, SupportCase, SupportNeed
from fundapp.network.offer import Offer
from fundapp.network.plan import SourcingPlan
from fundapp.network.task import SupportTask
from fundapp.record.command import RegisterCommand


class RegisterMembers(RegisterCommand):
    members: tuple[Member, ...]


class RecordCapabilities(RegisterCommand):
    """Add what members are able to do, or correct it."""

    capabilities: tuple[Capability, ...]


class RemoveCapabilities(RegisterCommand):
    """Members no longer do this; the history keeps it."""

    capability_ids: tuple[Text, ...]


class SetLineProcess(RegisterCommand):
    """A person says which process a line needs, where the words do not tell or tell wrongly."""

    set_for: LineProcess


class RememberLayout(RegisterCommand):
    """Read tables with these headers as a person has said."""

    layout: TableLayout


class RecordBill(RegisterCommand):
    """A new revision of a bill takes the place of the one in force; earlier ones stay."""

    bill: Bill


class MarkLine(RegisterCommand):
    """Correct a line's target or critical flag, with the reason."""

    proposal_id: Text
    line_id: Text
    critical: bool
    target_unit_cost_yen: Yen | None
    reason: Text


class RecordOffers(RegisterCommand):
    offers: tuple[Offer, ...]


class WithdrawOffer(RegisterCommand):
    offer_id: Text
    on: date


class AdoptPlan(RegisterCommand):
    """Put a sourcing plan in force: the figures rest on the offers that it has chosen."""

    plan: SourcingPlan


class DropPlan(RegisterCommand):
    """The plan no longer counts: the figures rest on the cheapest valid offer in time again."""

    proposal_id: Text
    plan_id: Text
    on: date


class RecordNeeds(RegisterCommand):
    needs: tuple[SupportNeed, ...]


class RecordCoFinance(RegisterCommand):
    """Money of others for a proposal's plan, added or corrected."""

    proposal_id: Text
    rows: tuple[CoFinance, ...]


class RemoveCoFinance(RegisterCommand):
    """A source is taken out; its history stays, and what was frozen with it keeps it."""

    proposal_id: Text
    co_finance_id: Text


class RecordRoutes(RegisterCommand):
    routes: tuple[SalesRoute, ...]


class RecordCoordinators(RegisterCommand):
    coordinators: tuple[Coordinator, ...]


class RecordCountermeasures(RegisterCommand):
    countermeasures: tuple[Countermeasure, ...]


class RecordTasks(RegisterCommand):
    """Facts that a proposal lacks become tasks of persons."""

    tasks: tuple[SupportTask, ...]


class FinishTask(RegisterCommand):
    """The task is done."""

    task_id: Text
    on: date


class RecordCases(RegisterCommand):
    proposal_id: Text
    cases: tuple[SupportCase, ...]

"""Carrying a register command out: the rows it changes, with their history, in the caller's transaction."""

from datetime import datetime

from fundapp.committee.planning import Summoned
from fundapp.committee.proposal import Evidence, Proposal
from fundapp.record import association_commands as a
from fundapp.record import commands as c
from fundapp.record import directory_commands as d
from fundapp.record import figure_commands as f
from fundapp.record import inquiry_commands as q
from fundapp.record import planning_commands as n
from fundapp.store import outcomes, registers
from fundapp.store.apply_bill import record_bill
from fundapp.store.apply_inquiry import CARRIED_OUT, apply_inquiry
from fundapp.store.association import apply_association
from fundapp.store.capabilities import put_capability, put_line_process, remove_capability
from fundapp.store.connection import Connection, refuse
from fundapp.store.directory import apply_directory
from fundapp.store.history import Stamp
from fundapp.store.member_search import index_members
from fundapp.store.plans import drop_plan, put_plan
from fundapp.store.support_tasks import finish_task, put_task
from fundapp.store.tables import COMPANY_CASH, CONTINUITY, INDEXES, PLANNED, SUMMONS, TEMPLATES


def apply(connection: Connection, stamp: Stamp, command: c.RegisterCommand, batch: str) -> None:
    """Write what the command says into the registers. Raises StoreRefusal when a row it names is not there.

    `batch` is an opaque id of which rows that the command does not name get theirs.
    """
    match command:
        case c.RegisterProposal(proposal=proposal):
            registers.put_proposal(connection, stamp, proposal)
        case c.ProposeRubric(text=text):
            registers.put_rubric_text(connection, stamp, text)
        case c.TakeBackRubric():
            registers.remove_rubric_text(connection, stamp)
        case c.RegisterProposals(proposals=proposals):
            registers.put_proposal(connection, stamp, *proposals)
        case c.CheckIntake(proposal_id=proposal_id, intake=intake):
            proposal = _proposal(connection, stamp, proposal_id)
            registers.put_proposal(connection, stamp, proposal.model_copy(update={"intake": intake}))
        case c.AttachEvidence(proposal_id=proposal_id, criterion_id=criterion_id, title=title, file_sha256=sha256):
            proposal = _proposal(connection, stamp, proposal_id)
            added = Evidence(criterion_id=criterion_id, title=title, file_sha256=sha256)
            evidence = (*proposal.evidence, added)
            registers.put_proposal(connection, stamp, proposal.model_copy(update={"evidence": evidence}))
        case c.AttachFile(proposal_id=proposal_id, attachment=attachment):
            registers.put_attachment(connection, stamp, proposal_id, attachment)
        case c.RemoveAttachment(proposal_id=proposal_id, attachment_id=attachment_id):
            registers.remove_attachment(connection, stamp, proposal_id, attachment_id)
        case c.RegisterMembers(members=members):
            registers.put_member(connection, stamp, *members)
        case c.RecordCapabilities(capabilities=capabilities):
            put_capability(connection, stamp, *capabilities)
        case c.RemoveCapabilities(capability_ids=ids):
            remove_capability(connection, stamp, *ids)
        case c.SetLineProcess(set_for=set_for):
            put_line_process(connection, stamp, set_for)
        case c.RecordTasks(tasks=tasks):
            put_task(connection, stamp, *tasks)
        case c.FinishTask(task_id=task_id, on=on):
            finish_task(connection, stamp, task_id, on)
        case c.RememberLayout(layout=layout):
            registers.put_layout(connection, stamp, layout)
        case c.RecordBill(bill=bill):
            record_bill(connection, stamp, bill, batch)
        case c.MarkLine():
            _mark_line(connection, stamp, command)
        case c.RecordOffers(offers=offers):
            registers.put_offer(connection, stamp, *offers)
        case c.WithdrawOffer(offer_id=offer_id, on=on):
            registers.withdraw_offer(connection, stamp, offer_id, on)
        case c.AdoptPlan(plan=plan):
            put_plan(connection, stamp, plan)
        case c.DropPlan(plan_id=plan_id, on=on):
            drop_plan(connection, stamp, plan_id, on)
        case c.RecordNeeds(needs=needs):
            registers.put_need(connection, stamp, *needs)
        case c.RecordCoFinance(proposal_id=proposal_id, rows=rows):
            registers.put_co_finance(connection, stamp, proposal_id, *rows)
        case c.RemoveCoFinance(proposal_id=proposal_id, co_finance_id=co_finance_id):
            registers.remove_co_finance(connection, stamp, proposal_id, co_finance_id)
        case c.RecordRoutes(routes=routes):
            registers.put_route(connection, stamp, *routes)
        case c.RecordCoordinators(coordinators=coordinators):
            registers.put_coordinator(connection, stamp, *coordinators)
        case c.RecordCountermeasures(countermeasures=countermeasures):
            registers.put_countermeasure(connection, stamp, *countermeasures)
        case c.RecordCases(proposal_id=proposal_id, cases=cases):
            registers.put_case(connection, stamp, proposal_id, *cases)
        case c.RecordCollaborations(collaborations=collaborations):
            outcomes.put_collaborations(connection, stamp, *collaborations)
        case c.RecordOutcomes(states=states):
            outcomes.put_states(connection, stamp, *states)
        case c.RecordContinuityChecks(checks=checks):
            CONTINUITY.put(connection, stamp, [CONTINUITY.row(one) for one in checks])
        case f.RecordCompanyCash(stated=stated):
            COMPANY_CASH.put(connection, stamp, [COMPANY_CASH.row(one) for one in stated])
        case f.ImportIndex(index=index):
            INDEXES.put(connection, stamp, [INDEXES.row(index)])
        case d.DirectoryCommand():
            apply_directory(connection, stamp, command)
        case a.AssociationCommand():
            apply_association(connection, stamp, command)
        case _ if isinstance(command, CARRIED_OUT):
            apply_inquiry(connection, stamp, command, batch)
        case n.PlanMeeting(planned=planned):
            PLANNED.put(connection, stamp, [PLANNED.row(planned)])
        case n.NoteSummons(about=about, people=people):
            at = datetime.fromisoformat(stamp.at)
            SUMMONS.put(connection, stamp, [SUMMONS.row(Summoned(about=about, person=one, at=at)) for one in people])
        case n.AdoptTemplate(template=template):
            TEMPLATES.put(connection, stamp, [TEMPLATES.row(template)])
        case n.DropTemplate(template_id=template_id):
            TEMPLATES.replace(connection, stamp, [], id=template_id)
        case _:
            raise TypeError(f"no register takes {type(command).__name__}")
    index_members(connection, stamp.fund, _members_named(command))


def _members_named(command: c.RegisterCommand) -> tuple[str, ...]:
    """The members whose words for a search an order of another room changes."""
    match command:
        case c.RegisterMembers(members=members):
            return tuple(one.id for one in members)
        case q.RecordContacts(contacts=contacts):
            return tuple(one.member_id for one in contacts)
        case _:
            return ()


def _proposal(connection: Connection, stamp: Stamp, proposal_id: str) -> Proposal:
    found = registers.proposal(connection, stamp.fund, proposal_id)
    if found is None:
        refuse("row_missing")
    return found


def _mark_line(connection: Connection, stamp: Stamp, command: c.MarkLine) -> None:
    bill = registers.current_bill(connection, stamp.fund, command.proposal_id)
    if bill is None or not any(line.id == command.line_id for line in bill.lines):
        refuse("row_missing")
    marked = {"critical": command.critical, "target_unit_cost_yen": command.target_unit_cost_yen}
    lines = tuple(line.model_copy(update=marked) if line.id == command.line_id else line for line in bill.lines)
    registers.put_bill(connection, stamp, bill.model_copy(update={"lines": lines}))

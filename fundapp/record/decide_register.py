"""Decisions on the registers: no event, the desk writes the rows. Here stands what must be true of them."""

from fundapp.basis.corporate_number import corporate_number
from fundapp.basis.days import months_on
from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_text import read_texts
from fundapp.followup.continuity import MONTHS
from fundapp.followup.outcome import VALLEY
from fundapp.record import commands as c
from fundapp.record.deciding import Case, Decision, Decisions
from fundapp.record.obligations import obligations
from fundapp.record.sight import may_see_papers

KEPT: Decision = ()


def _register_proposal(command: c.RegisterProposal, case: Case) -> Decision:
    proposal = command.proposal
    if any(code == proposal.code and id_ != proposal.id for code, id_ in case.brought.proposal_codes):
        return Refusal.of("proposal_code_taken", proposal=proposal.code)
    number = proposal.company.corporate_number
    if not may_see_papers(case.book, case.actor, proposal.id):
        return Refusal.of("not_permitted")
    # A number is compared letter by letter with others, so it stands as the thirteen digits or not at all.
    if corporate_number(number) != number:
        return Refusal.of("corporate_number_wrong")
    return KEPT


def _register_proposals(command: c.RegisterProposals, case: Case) -> Decision:
    """Faults of all of them at once; a code or an id that is there already is not written over."""
    codes, ids = ({one[at] for one in case.brought.proposal_codes} for at in (0, 1))
    faults = []
    for one in command.proposals:
        if one.code in codes or one.id in ids:
            faults.append(Problem.of("proposal_registered_already", one.code, proposal=one.code))
        elif corporate_number(one.company.corporate_number) != one.company.corporate_number:
            faults.append(Problem.of("corporate_number_wrong", one.code))
        codes.add(one.code)
        ids.add(one.id)
    return Refusal.of("proposals_not_registered", *faults, count=len(faults)) if faults else KEPT


def _propose_rubric(command: c.ProposeRubric, case: Case) -> Decision:
    """A text that cannot be read, says nothing new, or has no reason is not put before the committee."""
    text = command.text
    found = read_texts(text.axis1, text.axis2, text.decision)
    if not isinstance(found, Rubric):
        return Refusal.of("rubric_text_faulty", *found, count=len(found))
    if found.digest() == case.book.rubric_digest:
        return Refusal.of("rubric_unchanged")
    return KEPT if text.why.strip() else Refusal.of("rubric_without_reason")


def _known(case: Case, proposal_id: str) -> Decision:
    """Nothing is entered in a file that there is not, nor by somebody of the office who is recused from it."""
    if not any(id_ == proposal_id for _code, id_ in case.brought.proposal_codes):
        return Refusal.of("proposal_unknown", proposal=proposal_id)
    return KEPT if may_see_papers(case.book, case.actor, proposal_id) else Refusal.of("not_permitted")


def _record_bill(command: c.RecordBill, case: Case) -> Decision:
    bill = command.bill
    if bill.lot < 1 or bill.plan_days < 1:
        return Refusal.of("bill_needs_lot_and_plan")
    if not bill.lines:
        return Refusal.of("bill_is_empty")
    return _known(case, bill.proposal_id)


def _mark_line(command: c.MarkLine, case: Case) -> Decision:
    if not command.reason.strip():
        return Refusal.of("correction_needs_reason")
    return _known(case, command.proposal_id)


def _attach_evidence(command: c.AttachEvidence, case: Case) -> Decision:
    criteria = {criterion.id for axis in case.book.rubric.axes for criterion in axis.criteria}
    if command.criterion_id not in criteria:
        return Refusal.of("criterion_unknown", criterion=command.criterion_id)
    return _known(case, command.proposal_id)


def _attach_file(command: c.AttachFile, case: Case) -> Decision:
    if command.attachment.size_bytes == 0:
        return Refusal.of("attachment_is_empty", file=command.attachment.file_name)
    return _known(case, command.proposal_id)


def _remove_attachment(command: c.RemoveAttachment, case: Case) -> Decision:
    if not command.reason.strip():
        return Refusal.of("correction_needs_reason")
    return _known(case, command.proposal_id)


def _of_known_proposals(
    command: c.RecordOffers | c.RecordNeeds | c.RecordRoutes | c.RecordCountermeasures | c.RecordTasks, case: Case
) -> Decision:
    rows = next(value for _name, value in command)
    known = {id_ for _code, id_ in case.brought.proposal_codes}
    strangers = [
        Problem.of("proposal_unknown", row.id, proposal=row.proposal_id) for row in rows if row.proposal_id not in known
    ]
    if strangers:
        return Refusal.of("rows_of_unknown_proposals", *strangers, count=len(strangers))
    shut = any(not may_see_papers(case.book, case.actor, row.proposal_id) for row in rows)
    return Refusal.of("not_permitted") if shut else KEPT


def _record_routes(command: c.RecordRoutes, case: Case) -> Decision:
    """A rep is named only for what the coordinator's own network, asked first, does not reach."""
    for route in command.routes:
        if route.rep and route.own_network() == "open":
            return Refusal.of("own_network_not_asked", route=route.name)
        if route.rep and route.own_network() == "all":
            return Refusal.of("nothing_left_for_rep", route=route.name)
    return _of_known_proposals(command, case)


def _record_co_finance(command: c.RecordCoFinance, case: Case) -> Decision:
    for one in command.rows:
        if not one.source.strip():
            return Refusal.of("co_finance_without_source")
        if one.ends < one.begins:
            return Refusal.of("co_finance_ends_early")
    return _known(case, command.proposal_id)


def _record_continuity(command: c.RecordContinuityChecks, case: Case) -> Decision:
    """Only a support that was given is looked at, and not before its months are over."""
    given = {one.promise.need_id: one.given for one in obligations(case.book)}
    for check in command.checks:
        done = given.get(check.need_id)
        if done is None or check.months not in MONTHS:
            return Refusal.of("support_not_given_yet")
        if check.checked_on > case.today:
            return Refusal.of("dated_ahead", dated_on=check.checked_on.isoformat())
        first = months_on(done.on, check.months)
        if check.checked_on < first:
            return Refusal.of("link_looked_at_early", due_on=first.isoformat())
    return KEPT


def _record_collaborations(command: c.RecordCollaborations, case: Case) -> Decision:
    for one in command.collaborations:
        if not one.code or not one.name.ja:
            return Refusal.of("collaboration_needs_name")
        if one.began_on > case.today:
            return Refusal.of("dated_ahead", dated_on=one.began_on.isoformat())
    return KEPT


def _record_outcomes(command: c.RecordOutcomes, case: Case) -> Decision:
    for state in command.states:
        if state.reached_on > case.today:
            return Refusal.of("dated_ahead", dated_on=state.reached_on.isoformat())
        if state.causes and state.state not in VALLEY:
            return Refusal.of("causes_outside_valley")
        if not state.causes and state.state in VALLEY:
            return Refusal.of("valley_needs_cause")
    return KEPT


def _kept(_command: c.RegisterCommand, _case: Case) -> Decision:
    return KEPT


REGISTER_DECISIONS: Decisions = {
    c.RegisterProposal: _register_proposal,
    c.ProposeRubric: _propose_rubric,
    c.TakeBackRubric: _kept,
    c.RegisterProposals: _register_proposals,
    c.CheckIntake: lambda command, case: _known(case, command.proposal_id),
    c.AttachEvidence: _attach_evidence,
    c.AttachFile: _attach_file,
    c.RemoveAttachment: _remove_attachment,
    c.RegisterMembers: _kept,
    c.RecordCapabilities: _kept,
    c.RemoveCapabilities: _kept,
    c.SetLineProcess: lambda command, case: _known(case, command.set_for.proposal_id),
    c.RecordTasks: _of_known_proposals,
    c.FinishTask: _kept,
    c.RememberLayout: _kept,
    c.RecordBill: _record_bill,
    c.MarkLine: _mark_line,
    c.RecordOffers: _of_known_proposals,
    c.WithdrawOffer: _kept,
    c.AdoptPlan: lambda command, case: _known(case, command.plan.proposal_id),
    c.DropPlan: lambda command, case: _known(case, command.proposal_id),
    c.RecordNeeds: _of_known_proposals,
    c.RecordCoFinance: _record_co_finance,
    c.RemoveCoFinance: lambda command, case: _known(case, command.proposal_id),
    c.RecordRoutes: _record_routes,
    c.RecordCoordinators: _kept,
    c.RecordCountermeasures: _of_known_proposals,
    c.RecordCases: _kept,
    c.RecordCollaborations: _record_collaborations,
    c.RecordOutcomes: _record_outcomes,
    c.RecordContinuityChecks: _record_continuity,
}

"""Decisions on the registers: no event, the desk writes the rows. Here stands what must be true of them."""

from fundapp.basis.refusal import Problem, Refusal
from fundapp.record import commands as c
from fundapp.record.deciding import Case, Decision, Decisions

KEPT: Decision = ()


def _register_proposal(command: c.RegisterProposal, case: Case) -> Decision:
    proposal = command.proposal
    if any(code == proposal.code and id_ != proposal.id for code, id_ in case.brought.proposal_codes):
        return Refusal.of("proposal_code_taken", proposal=proposal.code)
    return KEPT


def _known(case: Case, proposal_id: str) -> Decision:
    if any(id_ == proposal_id for _code, id_ in case.brought.proposal_codes):
        return KEPT
    return Refusal.of("proposal_unknown", proposal=proposal_id)


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


def _of_known_proposals(
    command: c.RecordOffers | c.RecordNeeds | c.RecordRoutes | c.RecordCountermeasures, case: Case
) -> Decision:
    rows = next(value for _name, value in command)
    known = {id_ for _code, id_ in case.brought.proposal_codes}
    strangers = [
        Problem.of("proposal_unknown", row.id, proposal=row.proposal_id) for row in rows if row.proposal_id not in known
    ]
    return Refusal.of("rows_of_unknown_proposals", *strangers, count=len(strangers)) if strangers else KEPT


def _kept(_command: c.RegisterCommand, _case: Case) -> Decision:
    return KEPT


REGISTER_DECISIONS: Decisions = {
    c.RegisterProposal: _register_proposal,
    c.CheckIntake: lambda command, case: _known(case, command.proposal_id),
    c.AttachEvidence: _attach_evidence,
    c.RegisterMembers: _kept,
    c.RecordBill: _record_bill,
    c.MarkLine: _mark_line,
    c.RecordOffers: _of_known_proposals,
    c.WithdrawOffer: _kept,
    c.RecordNeeds: _of_known_proposals,
    c.RecordRoutes: _of_known_proposals,
    c.RecordCoordinators: _kept,
    c.RecordCountermeasures: _of_known_proposals,
    c.RecordCases: _kept,
}

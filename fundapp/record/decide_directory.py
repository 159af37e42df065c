"""Decisions on the directory: no event, the desk writes the rows. Here stands what must be true of them."""

from fundapp.basis.business_days import business_days_after
from fundapp.basis.corporate_number import corporate_number
from fundapp.basis.refusal import Problem, Refusal
from fundapp.network.member import Member
from fundapp.network.partner import ANSWER_WORKING_DAYS, RepTerms, most_member_rate, rate_fits
from fundapp.network.visit import Issue
from fundapp.record import directory_commands as d
from fundapp.record.deciding import Case, Decision, Decisions

KEPT: Decision = ()


def _member(command: d.RecordMember, _case: Case) -> Decision:
    member = command.member
    if not member.code.strip() or not member.name.ja.strip():
        return Refusal.of("member_needs_code_and_name")
    # A number is compared letter by letter with others, so it stands as the thirteen digits or not at all.
    if corporate_number(member.corporate_number) != member.corporate_number:
        return Refusal.of("corporate_number_wrong")
    if fault := _membership_fault(member):
        return fault
    owners = {one.member_id for one in command.sites} | {one.member_id for one in command.equipment}
    if owners - {member.id}:
        return Refusal.of("member_unknown")
    if not all(one.address.strip() for one in command.sites):
        return Refusal.of("site_needs_address")
    return KEPT if all(one.name.strip() for one in command.equipment) else Refusal.of("equipment_needs_name")


def _membership_fault(member: Member) -> Refusal | None:
    if member.joined_on is not None and member.left_on is not None and member.left_on < member.joined_on:
        return Refusal.of("left_before_joined", member=member.code)
    return Refusal.of("referred_by_itself", member=member.code) if member.referred_by == member.id else None


def _take_in(command: d.TakeMembersIn, _case: Case) -> Decision:
    """Faults of all of them at once; nothing of a part with a fault is taken in."""
    faults = [
        Problem.of("corporate_number_wrong", one.code)
        for one in command.members
        if corporate_number(one.corporate_number) != one.corporate_number
    ]
    faults += [
        Problem.of(fault.code, one.code, member=one.code)
        for one in command.members
        if (fault := _membership_fault(one))
    ]
    ids = {one.id for one in command.members}
    owners = {one.member_id for one in command.contacts} | {one.member_id for one in command.sites}
    if (owners | {one.member_id for one in command.capabilities}) - ids:
        return Refusal.of("member_unknown")
    return Refusal.of("members_not_taken_in", *faults, count=len(faults)) if faults else KEPT


def _equipment(command: d.RecordEquipment, _case: Case) -> Decision:
    return KEPT if all(one.name.strip() for one in command.equipment) else Refusal.of("equipment_needs_name")


def _merge(command: d.MergeMembers, case: Case) -> Decision:
    if command.into_id == command.from_id:
        return Refusal.of("merge_with_itself")
    return _with_reason(command, case)


def _with_reason(command: d.MergeMembers | d.RemoveMember, _case: Case) -> Decision:
    return KEPT if command.reason.strip() else Refusal.of("correction_needs_reason")


def _payments(command: d.RecordFeePayments, case: Case) -> Decision:
    late = max((one.paid_on for one in command.payments), default=case.today)
    return Refusal.of("day_not_come_yet", day_on=late.isoformat()) if late > case.today else KEPT


def _reps(command: d.RecordRepTerms, _case: Case) -> Decision:
    return next((refusal for terms in command.terms if (refusal := _rep_fault(terms)) is not None), KEPT)


def _rep_fault(terms: RepTerms) -> Refusal | None:
    if (terms.band_low is None) != (terms.band_high is None):
        return Refusal.of("band_half_told")
    if terms.band_low is not None and terms.band_high is not None and not 0 <= terms.band_low <= terms.band_high <= 1:
        return Refusal.of("band_unclear")
    if terms.member_rate is not None and rate_fits(terms) is False:
        most = most_member_rate(terms)
        assert most is not None, "a rate that does not fit has a band"
        return Refusal.of("rate_above_rule", rate_share=str(terms.member_rate), most_share=str(most))
    return None


def _deals(command: d.RecordDeals, case: Case) -> Decision:
    for deal in command.deals:
        if not deal.product.strip():
            return Refusal.of("deal_needs_product")
        if deal.met_on > case.today:
            return Refusal.of("day_not_come_yet", day_on=deal.met_on.isoformat())
        if deal.outcome in ("near", "failed") and not deal.failed_on:
            return Refusal.of("deal_needs_cause")
    return KEPT


def _ask(command: d.AskUniversity, case: Case) -> Decision:
    referral = command.referral
    if not referral.matter.strip():
        return Refusal.of("referral_needs_matter")
    if referral.answer or referral.due_on != business_days_after(referral.asked_on, ANSWER_WORKING_DAYS):
        return Refusal.of("referral_not_as_asked")
    if referral.asked_on > case.today:
        return Refusal.of("day_not_come_yet", day_on=referral.asked_on.isoformat())
    return KEPT


def _answer(command: d.AnswerReferral, case: Case) -> Decision:
    if command.on > case.today:
        return Refusal.of("day_not_come_yet", day_on=command.on.isoformat())
    if command.answer == "yes" and (command.promised_by is None or command.promised_by < command.on):
        return Refusal.of("yes_needs_date")
    if command.answer == "handed_on" and not command.handed_to.strip():
        return Refusal.of("handed_on_to_nobody")
    return KEPT if command.answer else Refusal.of("answer_missing")


def _agency(command: d.RecordAgencyTerms, _case: Case) -> Decision:
    if not command.terms.coordinator.strip() or not command.terms.languages.strip():
        return Refusal.of("agency_needs_coordinator")
    return KEPT


def _referrals(command: d.RecordReferrals, case: Case) -> Decision:
    for one in command.referrals:
        if not one.matter.strip():
            return Refusal.of("referral_needs_matter")
        if one.due_on != business_days_after(one.asked_on, ANSWER_WORKING_DAYS):
            return Refusal.of("referral_not_as_asked")
        if one.asked_on > case.today:
            return Refusal.of("day_not_come_yet", day_on=one.asked_on.isoformat())
    return KEPT


def _exchanges(command: d.RecordExchanges, _case: Case) -> Decision:
    for one in command.exchanges:
        if not one.matter.strip():
            return Refusal.of("exchange_needs_matter")
        if one.answered_on is not None and one.answered_on < one.asked_on:
            return Refusal.of("answered_before_asked")
    return KEPT


def _bank(command: d.RecordBankTerms, _case: Case) -> Decision:
    return KEPT if command.terms.branch.strip() and command.terms.kinds else Refusal.of("bank_needs_branch_and_kinds")


def _rights(command: d.RecordIpRights, _case: Case) -> Decision:
    for one in command.rights:
        if not one.title.strip():
            return Refusal.of("right_needs_title")
        if one.filed_on is not None and one.ends_on is not None and one.ends_on < one.filed_on:
            return Refusal.of("right_ends_early")
    return KEPT


def _visits(command: d.RecordVisits, case: Case) -> Decision:
    heard: dict[str, list[Issue]] = {}
    for issue in command.issues:
        if not issue.text.strip():
            return Refusal.of("issue_needs_words")
        heard.setdefault(issue.visit_id, []).append(issue)
    for visit in command.visits:
        issues = heard.pop(visit.id, [])
        if visit.visited_on > case.today:
            return Refusal.of("day_not_come_yet", day_on=visit.visited_on.isoformat())
        if not visit.note.strip() and not issues:
            return Refusal.of("visit_is_empty")
        if any(one.member_id != visit.member_id for one in issues):
            return Refusal.of("member_unknown")
    return Refusal.of("member_unknown") if heard else KEPT


def _close(command: d.CloseIssue, case: Case) -> Decision:
    if not command.what_ended_it.strip():
        return Refusal.of("issue_end_needs_words")
    if command.on > case.today:
        return Refusal.of("day_not_come_yet", day_on=command.on.isoformat())
    return KEPT


def _becomes_reason(command: d.IssueBecomesReason, _case: Case) -> Decision:
    return KEPT if command.text.strip() else Refusal.of("issue_needs_words")


def _kept(_command: d.DirectoryCommand, _case: Case) -> Decision:
    return KEPT


DIRECTORY_DECISIONS: Decisions = {
    d.RecordMember: _member,
    d.TakeMembersIn: _take_in,
    d.RecordEquipment: _equipment,
    d.MergeMembers: _merge,
    d.RemoveMember: _with_reason,
    d.RecordCapital: _kept,
    d.RecordFeePayments: _payments,
    d.RecordRepTerms: _reps,
    d.RecordDeals: _deals,
    d.AskUniversity: _ask,
    d.AnswerReferral: _answer,
    d.RecordReferrals: _referrals,
    d.RecordAgencyTerms: _agency,
    d.RecordExchanges: _exchanges,
    d.RecordBankTerms: _bank,
    d.RecordLiaisonTerms: _kept,
    d.RecordIpRights: _rights,
    d.RecordVisits: _visits,
    d.CloseIssue: _close,
    d.IssueBecomesNeed: _kept,
    d.IssueBecomesReason: _becomes_reason,
}

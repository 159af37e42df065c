"""Refusals of the directory's orders: what must be true of members, partners and visits before a row is written."""

from datetime import date

import pytest
from small_fund import NOW, SECRETARIAT, both

from fundapp.basis.refusal import Problem, Refusal
from fundapp.network.capability import Capability
from fundapp.network.member import Member
from fundapp.network.partner import AgencyTerms, Deal, Exchange, Referral, RepTerms
from fundapp.network.premises import Equipment, Site
from fundapp.network.visit import Issue, Visit
from fundapp.record import directory_commands as d
from fundapp.record.book import Book
from fundapp.record.brought import Brought
from fundapp.record.decide import decide

DAY, DUE, LATER = date(2026, 3, 2), date(2026, 3, 16), date(2026, 4, 2)
"""A Monday, ten working days after it, and the day after today."""
MEMBER = Member(id="m", code="M-1", name=both("works"), member_class="company")
WRONG = MEMBER.model_copy(update={"corporate_number": "1234567890123"})
SITE = Site(id="s", member_id="m", name="", address="1-2-3", main=True)
LATHE = Equipment(id="e", member_id="m", name="lathe")
DEAL = Deal(id="d", rep_id="r", product="x", met_on=DAY)
ASKED = Referral(id="r", university_id="u", matter="alloy", asked_on=DAY, due_on=DUE)
ANSWER = d.AnswerReferral(referral_id="r", answer="yes", on=DAY, promised_by=LATER)
TERMS = AgencyTerms(member_id="a", country="c", coordinator="n", languages="l")
EXCHANGE = Exchange(id="x", agency_id="a", asked_on=DAY, direction="out", matter="m")
VISIT = Visit(id="v", member_id="m", visited_on=DAY, visitor="p", note="toured")
ISSUE = Issue(id="i", member_id="m", visit_id="v", tag="cost", text="dear", heard_on=DAY)
LATE = Refusal.of("day_not_come_yet", day_on="2026-04-02")


def member(**changes: object) -> d.RecordMember:
    return d.RecordMember(member=MEMBER.model_copy(update=changes), sites=(SITE,), equipment=(LATHE,))


def rep(**terms: str) -> d.RecordRepTerms:
    return d.RecordRepTerms(terms=(RepTerms.model_validate({"member_id": "r", **terms}),))


def deal(**changes: object) -> d.RecordDeals:
    return d.RecordDeals(deals=(DEAL, DEAL.model_copy(update=changes)))


def referral(**changes: object) -> Referral:
    return ASKED.model_copy(update=changes)


def answer(**changes: object) -> d.AnswerReferral:
    return ANSWER.model_copy(update=changes)


def agency(**changes: str) -> d.RecordAgencyTerms:
    return d.RecordAgencyTerms(terms=TERMS.model_copy(update=changes))


def exchange(**changes: object) -> d.RecordExchanges:
    return d.RecordExchanges(exchanges=(EXCHANGE.model_copy(update=changes),))


def visits(*issues: Issue, **changes: object) -> d.RecordVisits:
    return d.RecordVisits(visits=(VISIT.model_copy(update=changes),), issues=issues)


CASES: tuple[tuple[d.DirectoryCommand, Refusal], ...] = (
    (member(code=" "), Refusal.of("member_needs_code_and_name")),
    (member(corporate_number="1234567890123"), Refusal.of("corporate_number_wrong")),
    (member(id="another"), Refusal.of("member_unknown")),
    (
        d.RecordMember(member=MEMBER, sites=(SITE.model_copy(update={"address": " "}),)),
        Refusal.of("site_needs_address"),
    ),
    (
        d.RecordMember(member=MEMBER, equipment=(LATHE.model_copy(update={"name": ""}),)),
        Refusal.of("equipment_needs_name"),
    ),
    (
        d.TakeMembersIn(members=(MEMBER, WRONG)),
        Refusal.of("members_not_taken_in", Problem.of("corporate_number_wrong", "M-1"), count=1),
    ),
    (
        d.TakeMembersIn(
            members=(MEMBER,), capabilities=(Capability(id="c", member_id="x", process="bending", confirmed_on=DAY),)
        ),
        Refusal.of("member_unknown"),
    ),
    (d.MergeMembers(into_id="m", from_id="m", reason="same"), Refusal.of("merge_with_itself")),
    (d.RemoveMember(member_id="m", reason=" "), Refusal.of("correction_needs_reason")),
    (rep(band_low="0.05"), Refusal.of("band_half_told")),
    (rep(band_low="0.08", band_high="0.05"), Refusal.of("band_unclear")),
    (rep(band_low="0.5", band_high="1.5"), Refusal.of("band_unclear")),
    (
        rep(band_low="0.05", band_high="0.08", member_rate="0.07"),
        Refusal.of("rate_above_rule", rate_share="7/100", most_share="3/50"),
    ),
    (deal(product=" "), Refusal.of("deal_needs_product")),
    (deal(met_on=LATER), LATE),
    (deal(outcome="failed"), Refusal.of("deal_needs_cause")),
    (d.AskUniversity(referral=referral(matter=" ")), Refusal.of("referral_needs_matter")),
    (d.AskUniversity(referral=referral(due_on=DAY)), Refusal.of("referral_not_as_asked")),
    (d.AskUniversity(referral=referral(asked_on=LATER, due_on=date(2026, 4, 16))), LATE),
    (answer(on=LATER), LATE),
    (answer(promised_by=None), Refusal.of("yes_needs_date")),
    (answer(answer="handed_on"), Refusal.of("handed_on_to_nobody")),
    (answer(answer=""), Refusal.of("answer_missing")),
    (d.RecordReferrals(referrals=(ASKED, referral(matter=""))), Refusal.of("referral_needs_matter")),
    (agency(coordinator=" "), Refusal.of("agency_needs_coordinator")),
    (agency(languages=""), Refusal.of("agency_needs_coordinator")),
    (exchange(matter=" "), Refusal.of("exchange_needs_matter")),
    (exchange(answered_on=date(2026, 3, 1)), Refusal.of("answered_before_asked")),
    (visits(ISSUE.model_copy(update={"text": " "})), Refusal.of("issue_needs_words")),
    (visits(visited_on=LATER), LATE),
    (visits(note=" "), Refusal.of("visit_is_empty")),
    (visits(ISSUE.model_copy(update={"member_id": "x"})), Refusal.of("member_unknown")),
    (visits(ISSUE.model_copy(update={"visit_id": "x"})), Refusal.of("member_unknown")),
    (d.CloseIssue(issue_id="i", on=DAY, what_ended_it=" "), Refusal.of("issue_end_needs_words")),
    (d.IssueBecomesReason(issue_id="i", proposal_id="p", is_for=True, text=" "), Refusal.of("issue_needs_words")),
)


@pytest.mark.parametrize(("command", "refusal"), CASES, ids=[f"{one.code}-{at}" for at, (_, one) in enumerate(CASES)])
def test_what_is_not_true_of_the_network_is_refused(command: d.DirectoryCommand, refusal: Refusal) -> None:
    assert decide(Book(), command, SECRETARIAT, NOW, Brought(seal=str)) == refusal

"""Freeze, interests, recusal, alternates, scores, reveal: what is carried out, and what is refused with which code."""

import pytest
from small_fund import DAY, actor

from fundapp.basis.roles import Role
from fundapp.network.task import SupportTask
from fundapp.record import commands as c

VIA_RULE = "inventor_or_patent_holder"
ORGANISATION = "organisation_licence_income"


def card(fund, item: str, seat: str = "association", level: int | None = 4, entry: str = "self") -> c.SubmitScorecard:
    return c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements(level), entry=entry)


def none(item: str, seat: str = "association") -> c.DeclareInterest:
    return c.DeclareInterest(item_id=item, seat_id=seat, kind="none")


def test_nothing_is_scored_before_the_facts_are_frozen(fund, item) -> None:
    assert fund.refused(card(fund, item), fund.association).code == "facts_not_frozen"


def test_nothing_is_scored_before_interests_are_declared(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    assert fund.refused(card(fund, item), fund.association).code == "interest_not_declared"


def test_facts_are_not_frozen_again_once_somebody_scored(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.scored(item, "bank")
    assert fund.refused(c.FreezeFacts(item_id=item), fund.secretariat).code == "facts_already_judged"


def test_member_scores_on_the_own_seat_only(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(none(item, "tlo"), fund.tlo)
    assert fund.refused(card(fund, item, "tlo"), fund.association).code == "not_your_seat"


def test_secretariat_enters_a_paper_score_for_a_named_person_and_it_is_marked(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(none(item), fund.secretariat)
    assert fund.refused(card(fund, item), fund.secretariat).code == "not_your_seat"
    done = fund.do(card(fund, item, entry="paper"), fund.secretariat)
    assert (done.events[0].card.person, done.events[0].card.entry) == (fund.association.person, "paper")


def test_a_score_is_submitted_once_before_the_reveal(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.scored(item, "association")
    assert fund.refused(card(fund, item), fund.association).code == "already_scored"


def test_the_same_form_sent_twice_counts_once(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(none(item), fund.association)
    first = fund.do(card(fund, item), fund.association, "form-1")
    again = fund.do(card(fund, item, level=2), fund.association, "form-1")
    assert again.events == first.events
    assert len(fund.desk.book(fund.association).items[item].scorecards) == 1


@pytest.mark.parametrize(("level", "code"), [(0, "level_off_the_scale"), (6, "level_off_the_scale")])
def test_level_off_the_scale(fund, item, level: int, code: str) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(none(item), fund.association)
    refused = fund.refused(card(fund, item, level=level), fund.association)
    assert {problem.code for problem in refused.problems} == {code}


def test_every_fault_of_a_scorecard_is_named_at_once(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(none(item), fund.association)
    first, second, *rest = fund.judgements()
    broken = (first.model_copy(update={"level": 9}), c.Judgement(axis="axis2", criterion_id="N1", level=3), *rest)
    command = c.SubmitScorecard(item_id=item, seat_id="association", judgements=broken)
    refused = fund.refused(command, fund.association)
    assert {(problem.code, problem.place) for problem in refused.problems} == {
        ("level_off_the_scale", first.criterion_id),
        ("criterion_missing", second.criterion_id),
        ("criterion_not_asked", "N1"),
    }


def test_four_needs_a_document(fund) -> None:
    bare = fund.proposal("PR-2").model_copy(update={"evidence": ()})
    fund.do(c.RegisterProposal(proposal=bare), fund.secretariat)
    fund.meeting(1, "PR-2")
    fund.do(c.FreezeFacts(item_id="m1-PR-2"), fund.secretariat)
    fund.do(none("m1-PR-2"), fund.association)
    refused = fund.refused(card(fund, "m1-PR-2", level=4), fund.association)
    assert {problem.code for problem in refused.problems} == {"level_needs_document"}
    fund.do(card(fund, "m1-PR-2", level=3), fund.association)


def test_declared_recusal_takes_the_seat_out_at_once(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    done = fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind=VIA_RULE, remark="I hold it"), fund.tlo)
    assert [type(event).__name__ for event in done.events] == ["InterestDeclared", "MemberRecused"]
    assert fund.refused(card(fund, item, "tlo"), fund.tlo).code == "recused_from_item"


def test_disclosed_interest_does_not_recuse(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="bank", kind="organisation_loan"), fund.bank)
    fund.do(card(fund, item, "bank"), fund.bank)


def test_recusal_by_rule_and_the_objection_to_it_are_recorded(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.RecuseByRule(item_id=item, seat_id="tlo", kind=VIA_RULE), fund.secretariat)
    fund.do(c.ObjectToRecusal(item_id=item, seat_id="tlo", reason="it lapsed"), fund.tlo)
    recusal = fund.desk.book(fund.auditor).items[item].recusals[0]
    assert (recusal.by_rule, fund.desk.book(fund.auditor).words_of(recusal.objection)) == (True, "it lapsed")


def test_own_recusal_is_widened_by_the_organisations_interest_once(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind=VIA_RULE), fund.tlo)
    widen = c.RecuseByRule(item_id=item, seat_id="tlo", kind=ORGANISATION)
    fund.do(widen, fund.secretariat)
    own = c.SeatAlternate(item_id=item, seat_id="tlo", person="tlo-alternate")
    assert fund.refused(own, fund.secretariat).code == "alternate_not_eligible"
    assert fund.refused(widen, fund.secretariat).code == "recused_already"


def test_objection_to_a_rule_leaves_the_own_declaration_alone(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind=VIA_RULE), fund.tlo)
    fund.do(c.RecuseByRule(item_id=item, seat_id="tlo", kind=ORGANISATION), fund.secretariat)
    fund.do(c.ObjectToRecusal(item_id=item, seat_id="tlo", reason="no income"), fund.tlo)
    recusals = fund.desk.book(fund.auditor).items[item].recusals
    assert [(one.kind, bool(one.objection)) for one in recusals] == [(VIA_RULE, False), (ORGANISATION, True)]


def test_alternate_of_a_conflicted_organisation_is_not_eligible_and_an_outside_one_is(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind=ORGANISATION), fund.tlo)
    own = c.SeatAlternate(item_id=item, seat_id="tlo", person="tlo-alternate")
    assert fund.refused(own, fund.secretariat).code == "alternate_not_eligible"
    fund.do(own.model_copy(update={"person": fund.outside.person}), fund.secretariat)
    fund.do(none(item, "tlo"), fund.outside)
    fund.do(card(fund, item, "tlo"), fund.outside)


def test_alternate_of_the_same_organisation_may_sit_for_a_personal_interest(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind=VIA_RULE), fund.tlo)
    fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person="tlo-alternate"), fund.secretariat)


def test_reveal_waits_for_every_voter_and_is_the_chairs(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.scored(item, "association", "tlo")
    refused = fund.refused(c.RevealScores(item_id=item), fund.association)
    assert (refused.code, dict(refused.details)["count"]) == ("scores_still_missing", 1)
    fund.scored(item, "bank")
    assert fund.refused(c.RevealScores(item_id=item), fund.tlo).code == "not_the_chair"
    fund.do(c.RevealScores(item_id=item), fund.association)


def test_acting_chair_takes_over_when_the_chair_is_recused(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="association", kind=VIA_RULE), fund.association)
    fund.scored(item, "tlo", "bank")
    assert fund.refused(c.RevealScores(item_id=item), fund.association).code == "recused_from_item"
    fund.do(c.RevealScores(item_id=item), fund.tlo)


def test_one_voter_alone_reveals_nothing(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    for seat, who in (("association", fund.association), ("tlo", fund.tlo)):
        fund.do(c.DeclareInterest(item_id=item, seat_id=seat, kind=VIA_RULE), who)
    fund.scored(item, "bank")
    assert fund.refused(c.RevealScores(item_id=item), fund.bank).code == "too_few_voters"


def test_second_score_needs_a_reason_for_each_move_and_both_are_kept(fund, item) -> None:
    fund.revealed(item)
    moved = tuple(
        one.model_copy(update={"level": 3}) if one.criterion_id == "B1" else one for one in fund.judgements(4)
    )
    command = c.SubmitScorecard(item_id=item, seat_id="bank", judgements=moved)
    refused = fund.refused(command, fund.bank)
    assert [(problem.code, problem.place) for problem in refused.problems] == [("move_needs_reason", "B1")]
    reasoned = tuple(
        one.model_copy(update={"reason": "fewer buyers"}) if one.criterion_id == "B1" else one for one in moved
    )
    fund.do(c.SubmitScorecard(item_id=item, seat_id="bank", judgements=reasoned), fund.bank)
    cards = [card for card in fund.desk.book(fund.auditor).items[item].scorecards if card.seat_id == "bank"]
    assert [card.round for card in cards] == [1, 2]


def test_note_of_the_discussion_is_words_outside_the_chain(fund, item) -> None:
    fund.revealed(item)
    done = fund.do(c.NoteDiscussion(item_id=item, speaker=fund.tlo.person, gist="The tower is late."), fund.secretariat)
    assert "tower" not in done.events[0].model_dump_json()
    assert fund.desk.book(fund.bank).words_of(done.events[0].note.gist) == "The tower is late."


def test_score_of_a_holder_who_left_is_not_the_alternates(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.scored(item, "tlo")
    fund.do(c.RecuseByRule(item_id=item, seat_id="tlo", kind=VIA_RULE), fund.secretariat)
    fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person="tlo-alternate"), fund.secretariat)
    assert fund.desk.book(fund.secretariat).items[item].scored == ()


def test_an_officer_who_is_recused_enters_nothing_in_the_file(fund, item) -> None:
    """As no page of the file opens to that person."""
    both_roles = actor(fund.tlo.person, Role.VOTING, Role.SECRETARIAT)
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="inventor_or_patent_holder"), fund.tlo)
    proposal = fund.desk.proposals(fund.secretariat)[0]
    task = SupportTask(id="t", proposal_id=proposal.id, step="offer", row="", owner="x", due=DAY)
    for order in (
        c.RegisterProposal(proposal=proposal.model_copy(update={"ask_yen": 1})),
        c.CheckIntake(proposal_id=proposal.id, intake=proposal.intake),
        c.RecordTasks(tasks=(task,)),
    ):
        assert fund.refused(order, both_roles).code == "not_permitted"

"""What is refused on the way of one item: the code, nothing written, and sentences in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from small_fund import ADMINISTRATOR, DAY, MANAGER, MEMBERS, OUTSIDE, RUBRIC, SECRETARIAT, TERMS, SmallFund, actor, both

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.item import LONGEST_WORDS, Attendance, OutsideAlternate, Seat
from fundapp.committee.proposal import Terms
from fundapp.fund.terms import Partner
from fundapp.record import commands as c
from fundapp.record.events import TrancheTerms
from fundapp.text.catalogue import use
from fundapp.text.refusal_text import problem_text, refusal_text

TOO_LONG = "x" * (LONGEST_WORDS + 1)

ITEM = "m1-PR-1"
TLO, CHAIR = MEMBERS["tlo"], MEMBERS["association"]


def score(*changed: tuple[int, c.Judgement | None], by: str = "tlo") -> Callable[[SmallFund], c.Command]:
    """A scorecard with some judgements replaced, or left out."""

    def made(fund: SmallFund) -> c.Command:
        cards = dict(enumerate(fund.judgements())) | dict(changed)
        return c.SubmitScorecard(item_id=ITEM, seat_id=by, judgements=tuple(filter(None, cards.values())))

    return made


def judged(criterion: str, level: int) -> c.Judgement:
    return c.Judgement(axis="axis1", criterion_id=criterion, level=level)


def declared(fund: SmallFund, kind: str = "none") -> None:
    fund.do(c.DeclareInterest(item_id=ITEM, seat_id="tlo", kind=kind), TLO)


def at_empty(_fund: SmallFund) -> None:
    """Nothing is set up."""


def at_opening(fund: SmallFund) -> None:
    fund.found()
    fund.proposal("PR-1")
    fund.meeting(1, "PR-1")


def at_scoring(fund: SmallFund) -> None:
    at_opening(fund)
    fund.do(c.FreezeFacts(item_id=ITEM), SECRETARIAT)


def at_declared(fund: SmallFund) -> None:
    at_scoring(fund)
    declared(fund)


def at_scored(fund: SmallFund) -> None:
    at_declared(fund)
    fund.do(score()(fund), TLO)


def at_recused(fund: SmallFund) -> None:
    at_scoring(fund)
    declared(fund, kind="inventor_or_patent_holder")


def at_revealed(fund: SmallFund) -> None:
    at_opening(fund)
    fund.revealed(ITEM)


def at_vote(fund: SmallFund) -> None:
    at_revealed(fund)
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.PutMotion(item_id=ITEM, resolution="approve", terms=terms), CHAIR)


def at_voted(fund: SmallFund) -> None:
    at_vote(fund)
    fund.voted(ITEM)


def at_resolved(fund: SmallFund) -> None:
    at_voted(fund)
    fund.do(c.DeclareResult(item_id=ITEM, number=1, reservation_id="r1"), CHAIR)


def at_decided(fund: SmallFund) -> None:
    at_resolved(fund)
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.DecideAsGp(reservation_id="r1", terms=terms, on=DAY), MANAGER)


def at_closed(fund: SmallFund) -> None:
    at_resolved(fund)
    fund.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)


def at_nobody_there(fund: SmallFund) -> None:
    fund.found()
    fund.do(c.OpenMeeting(meeting_id="m1", number=1, held_on=DAY, place="", convener=""), SECRETARIAT)


def at_outside_seated(fund: SmallFund) -> None:
    at_opening(fund)
    fund.do(attends("tlo"), SECRETARIAT)


def at_return_after_the_roll(fund: SmallFund) -> None:
    """The seat was empty when the motion was put; its person comes back while the others vote."""
    at_revealed(fund)
    fund.do(c.RecordLeaving(meeting_id="m1", seat_id="tlo"), SECRETARIAT)
    fund.do(c.PutMotion(item_id=ITEM, resolution="decline"), CHAIR)
    fund.do(c.RecordReturn(meeting_id="m1", seat_id="tlo"), SECRETARIAT)


def at_two_seats_and_low_marks(fund: SmallFund) -> None:
    at_recused(fund)
    fund.scored(ITEM, "association", "bank", level=2)
    fund.do(c.RevealScores(item_id=ITEM), CHAIR)


def attends(seat_id: str, person: str = OUTSIDE.person) -> c.RecordAttendance:
    return c.RecordAttendance(meeting_id="m1", attendance=Attendance(seat_id=seat_id, person=person, mode="present"))


def again(fund: SmallFund) -> c.Command:
    proposal = fund.desk.proposals(SECRETARIAT)[0]
    return c.RegisterProposal(proposal=proposal.model_copy(update={"id": "another"}))


SEAT = Seat(id="new", name=both("new"), organisation="x", holder="y", alternates=(), rank=1)
HELD_TWICE = SEAT.model_copy(update={"holder": TLO.person, "rank": 4})
OF_ANOTHER = c.AgendaPlace(item_id=ITEM, proposal_id="id-PR-9", proposal_code="PR-9")
HALF = TERMS.model_copy(update={"partners": TERMS.partners[:1]})
OWED = TERMS.model_copy(update={"partners": (Partner(name="a", share="2"), Partner(name="b", share="-1"))})
BELOW = TERMS.model_copy(update={"cost_reserve_yen": -100_000_000})
INSIDE = OutsideAlternate(person="x", organisation="bank")
SECOND = TrancheTerms(number=2, amount_yen=1, due=DAY, milestone="m")
VOTE = c.CastVote(item_id=ITEM, number=1, seat_id="tlo", vote="for")
Given = c.Command | Callable[[SmallFund], c.Command]
CASES: tuple[tuple[Refusal, Callable[[SmallFund], None], Given, Actor], ...] = (
    (
        Refusal.of("fund_not_set_up"),
        at_empty,
        c.OpenMeeting(meeting_id="m", number=1, held_on=DAY, place="", convener=""),
        SECRETARIAT,
    ),
    (Refusal.of("fund_established_already"), at_opening, c.EstablishFund(terms=TERMS, on=DAY), ADMINISTRATOR),
    (Refusal.of("seat_rank_taken", rank=1), at_opening, c.AssignSeat(seat=SEAT), ADMINISTRATOR),
    (Refusal.of("sits_on_another_seat"), at_opening, c.AssignSeat(seat=HELD_TWICE), ADMINISTRATOR),
    (
        Refusal.of("id_in_use"),
        at_closed,
        c.OpenMeeting(meeting_id="m1", number=2, held_on=DAY, place="", convener=""),
        SECRETARIAT,
    ),
    (Refusal.of("id_in_use"), at_opening, c.OrderAgenda(meeting_id="m1", places=(OF_ANOTHER,)), SECRETARIAT),
    (Refusal.of("not_permitted"), at_opening, c.AssignSeat(seat=SEAT), TLO),
    (Refusal.of("proposal_code_taken", proposal="PR-1"), at_opening, again, SECRETARIAT),
    (
        Refusal.of("meeting_under_way", number=1),
        at_opening,
        c.OpenMeeting(meeting_id="m2", number=2, held_on=DAY, place="", convener=""),
        SECRETARIAT,
    ),
    (
        Refusal.of("place_too_long", limit=200),
        at_closed,
        c.OpenMeeting(meeting_id="m2", number=2, held_on=DAY, place="x" * 201, convener=""),
        SECRETARIAT,
    ),
    (Refusal.of("meeting_unknown"), at_opening, c.CloseMeeting(meeting_id="m9"), SECRETARIAT),
    (Refusal.of("items_still_open", count=1, number=1), at_opening, c.CloseMeeting(meeting_id="m1"), SECRETARIAT),
    (Refusal.of("item_unknown"), at_opening, c.FreezeFacts(item_id="m9-PR-1"), SECRETARIAT),
    (Refusal.of("facts_not_frozen", number=1), at_opening, score(), TLO),
    (Refusal.of("seat_unknown"), at_opening, attends("zoo"), SECRETARIAT),
    (Refusal.of("not_on_the_seat"), at_opening, attends("tlo", "y"), SECRETARIAT),
    (Refusal.of("interest_not_declared", number=1), at_scoring, score(), TLO),
    (Refusal.of("not_your_seat", number=1), at_declared, score(), CHAIR),
    (Refusal.of("already_scored", number=1), at_scored, score(), TLO),
    (Refusal.of("facts_already_judged", number=1), at_scored, c.FreezeFacts(item_id=ITEM), SECRETARIAT),
    (Refusal.of("scores_still_missing", count=2, number=1), at_scored, c.RevealScores(item_id=ITEM), CHAIR),
    (Refusal.of("not_the_chair", number=1), at_scored, c.RevealScores(item_id=ITEM), TLO),
    (Refusal.of("recused_from_item", number=1), at_recused, score(), TLO),
    (Refusal.of("recused_from_item", number=1), at_recused, VOTE, TLO),
    (Refusal.of("revealed_already", number=1), at_revealed, c.RevealScores(item_id=ITEM), CHAIR),
    (Refusal.of("note_is_empty"), at_revealed, c.NoteDiscussion(item_id=ITEM, speaker="x", gist=" "), SECRETARIAT),
    (Refusal.of("note_by_nobody"), at_revealed, c.NoteDiscussion(item_id=ITEM, speaker="", gist="x"), SECRETARIAT),
    (
        Refusal.of("words_too_long", limit=LONGEST_WORDS),
        at_revealed,
        c.NoteDiscussion(item_id=ITEM, speaker="x", gist=TOO_LONG),
        SECRETARIAT,
    ),
    (Refusal.of("words_too_long", limit=LONGEST_WORDS), at_vote, VOTE.model_copy(update={"reason": TOO_LONG}), TLO),
    (
        Refusal.of("words_too_long", limit=LONGEST_WORDS),
        at_scoring,
        c.DeclareInterest(item_id=ITEM, seat_id="tlo", kind="none", remark=TOO_LONG),
        TLO,
    ),
    (Refusal.of("vote_not_open", number=1), at_revealed, VOTE, TLO),
    (Refusal.of("approval_names_terms"), at_revealed, c.PutMotion(item_id=ITEM, resolution="approve"), CHAIR),
    (Refusal.of("deferral_names_reason"), at_revealed, c.PutMotion(item_id=ITEM, resolution="defer"), CHAIR),
    (Refusal.of("scoring_is_over", number=1), at_vote, score(), TLO),
    (Refusal.of("vote_under_way"), at_vote, c.PutMotion(item_id=ITEM, resolution="decline"), CHAIR),
    (
        Refusal.of("votes_still_missing", count=3, number=1),
        at_vote,
        c.DeclareResult(item_id=ITEM, number=1, reservation_id="r1"),
        CHAIR,
    ),
    (Refusal.of("not_your_seat", number=1), at_vote, VOTE.model_copy(update={"seat_id": "bank"}), TLO),
    (Refusal.of("item_resolved", number=1), at_resolved, VOTE, TLO),
    (Refusal.of("item_resolved", number=1), at_resolved, score(), TLO),
    (Refusal.of("not_permitted"), at_resolved, VOTE, actor("somebody", Role.LP)),
    (Refusal.of("fund_not_established"), at_empty, c.CallCapital(call_id="k", amount_yen=1, due=DAY, on=DAY), MANAGER),
    (Refusal.of("partner_shares_not_whole"), at_empty, c.EstablishFund(terms=HALF, on=DAY), ADMINISTRATOR),
    (Refusal.of("partner_shares_not_whole"), at_empty, c.EstablishFund(terms=OWED, on=DAY), ADMINISTRATOR),
    (Refusal.of("reserves_below_zero"), at_empty, c.EstablishFund(terms=BELOW, on=DAY), ADMINISTRATOR),
    (
        Refusal.of("dated_ahead", dated_on="9999-12-31"),
        at_empty,
        c.EstablishFund(terms=TERMS, on=date.max),
        ADMINISTRATOR,
    ),
    (Refusal.of("alternate_not_outside"), at_opening, c.ListOutsideAlternate(alternate=INSIDE), ADMINISTRATOR),
    (Refusal.of("sits_on_another_seat"), at_outside_seated, attends("bank"), SECRETARIAT),
    (
        Refusal.of("observer_sits_on_a_seat"),
        at_opening,
        c.RecordObservers(meeting_id="m1", people=("guest", TLO.person)),
        SECRETARIAT,
    ),
    (Refusal.of("frozen_item_stays", number=1), at_scoring, c.OrderAgenda(meeting_id="m1", places=()), SECRETARIAT),
    (Refusal.of("nobody_attended"), at_nobody_there, c.CloseMeeting(meeting_id="m1"), SECRETARIAT),
    (Refusal.of("meeting_closed", number=1), at_closed, c.RecordLeaving(meeting_id="m1", seat_id="tlo"), SECRETARIAT),
    (Refusal.of("no_recusal_by_rule"), at_recused, c.ObjectToRecusal(item_id=ITEM, seat_id="tlo", reason="x"), TLO),
    (
        Refusal.of("seat_is_filled", number=1),
        at_scoring,
        c.SeatAlternate(item_id=ITEM, seat_id="tlo", person="x"),
        SECRETARIAT,
    ),
    (Refusal.of("interest_unknown"), at_scoring, c.DeclareInterest(item_id=ITEM, seat_id="tlo", kind="zoo"), TLO),
    (
        Refusal.of("interest_unknown"),
        at_scoring,
        c.RecuseByRule(item_id=ITEM, seat_id="tlo", kind="organisation_loan"),
        SECRETARIAT,
    ),
    (
        Refusal.of("exception_needs_all_seats", number=1),
        at_two_seats_and_low_marks,
        c.PutMotion(
            item_id=ITEM, resolution="approve", terms=Terms(amount_yen=60_000_000, instrument="loan"), exception=True
        ),
        CHAIR,
    ),
    (Refusal.of("not_on_the_roll", number=1), at_return_after_the_roll, VOTE, TLO),
    (
        Refusal.of("reservation_unknown"),
        at_opening,
        c.VoidReservation(reservation_id="zoo", reason="x", on=DAY),
        MANAGER,
    ),
    (
        Refusal.of("tranches_not_numbered"),
        at_decided,
        c.SignAgreement(investment_id="iv", reservation_id="r1", tranches=(SECOND,), on=DAY),
        MANAGER,
    ),
)


@pytest.mark.parametrize(
    ("expected", "at", "given", "who"), CASES, ids=[f"{one[0].code}-{one[1].__name__}" for one in CASES]
)
def test_it_is_refused_with_a_sentence_and_nothing_is_written(
    empty: SmallFund, expected: Refusal, at: Callable[[SmallFund], None], given: Given, who: Actor
) -> None:
    at(empty)
    refusal = empty.refused(given(empty) if callable(given) else given, who)
    assert refusal == expected
    spoken = []
    for language in ("ja", "en"):
        use(language)
        spoken.append(refusal_text(refusal))
        assert all((spoken[-1].what, spoken[-1].safe, spoken[-1].next_))
        assert "{" not in spoken[-1].what + spoken[-1].next_
    assert spoken[0] != spoken[1]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ((0, judged("B1", 6)), "level_off_the_scale"),
        ((0, judged("B1", 0)), "level_off_the_scale"),
        ((0, judged("B1", -1)), "level_off_the_scale"),
        ((0, judged("Z9", 3)), "criterion_not_asked"),
        ((0, None), "criterion_missing"),
        ((1, judged("B1", 3)), "criterion_twice"),
    ],
)
def test_a_scorecard_of_another_rubric_or_off_the_scale_names_every_fault(
    empty: SmallFund, changed: tuple[int, c.Judgement | None], problem: str
) -> None:
    at_declared(empty)
    refusal = empty.refused(score(changed)(empty), TLO)
    assert refusal.code == "scorecard_incomplete"
    assert problem in {one.code for one in refusal.problems}
    for language in ("ja", "en"):
        use(language)
        assert all(map(problem_text, refusal.problems))
    assert empty.desk.book(TLO).items[ITEM].scorecards == ()


def test_an_approval_above_the_balance_is_refused_with_what_is_missing(empty: SmallFund) -> None:
    at_revealed(empty)
    left_yen = empty.desk.book(SECRETARIAT).balances
    terms = Terms(amount_yen=450_000_000, instrument="common_shares")
    refusal = empty.refused(c.PutMotion(item_id=ITEM, resolution="approve", terms=terms), CHAIR)
    use("en")
    assert "¥" in refusal_text(refusal).what
    assert empty.desk.book(SECRETARIAT).balances == left_yen


def test_a_rubric_with_a_fault_is_refused_and_the_one_in_force_stays(empty: SmallFund) -> None:
    empty.found()
    in_force = empty.desk.book(SECRETARIAT).rubric_digest
    decision = RUBRIC.decision.model_copy(update={"resolutions": ()})
    faulty = RUBRIC.model_copy(update={"decision": decision})
    refusal = empty.refused(c.AdoptRubric(rubric=faulty, in_force_from=DAY), ADMINISTRATOR)
    assert isinstance(refusal, Refusal)
    assert empty.desk.book(SECRETARIAT).rubric_digest == in_force
    assert replace(empty.desk.book(SECRETARIAT)).rubric == RUBRIC

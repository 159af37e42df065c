"""Motions, votes, results and the reservation that an approval makes in the same transaction."""

from datetime import timedelta

from fundapp.committee.proposal import ConditionPrecedent, Terms
from fundapp.fund.figures import figures
from fundapp.record import commands as c

TERMS = Terms(amount_yen=60_000_000, instrument="common_shares")


def put(item: str, resolution: str, **more: object) -> c.PutMotion:
    return c.PutMotion(item_id=item, resolution=resolution, **more)


def money(fund):
    book = fund.desk.book(fund.manager)
    return figures(book.terms, book.balances)


def test_approval_reserves_the_money_in_the_same_transaction(fund, item) -> None:
    fund.revealed(item)
    done = fund.approve(item, 50_000_000)
    assert [type(event).__name__ for event in done.events] == ["VoteClosed", "ItemResolved", "FundsReserved"]
    assert (money(fund).reserved_yen, money(fund).investable_yen) == (50_000_000, 350_000_000)


def test_no_motion_before_the_reveal(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    assert fund.refused(put(item, "approve", terms=TERMS), fund.association).code == "scores_not_revealed"


def test_approval_above_a_limit_is_refused_with_figures(fund, item) -> None:
    fund.revealed(item)
    above = TERMS.model_copy(update={"amount_yen": 100_000_001})
    refused = fund.refused(put(item, "approve", terms=above), fund.association)
    assert (refused.code, dict(refused.details)["short_yen"]) == ("above_company_limit", 1)


def test_approval_above_the_balance_is_refused_with_figures(fund) -> None:
    codes = [f"PR-{n}" for n in range(1, 6)]
    for code in codes:
        fund.proposal(code, ask_yen=90_000_000, sector=code)
    fund.meeting(1, *codes)
    for code in codes[:4]:
        fund.revealed(f"m1-{code}")
        fund.approve(f"m1-{code}", 90_000_000)
    fund.revealed("m1-PR-5")
    ninety = TERMS.model_copy(update={"amount_yen": 90_000_000})
    refused = fund.refused(put("m1-PR-5", "approve", terms=ninety), fund.association)
    assert (refused.code, dict(refused.details)) == (
        "above_investable",
        {"amount_yen": 90_000_000, "investable_yen": 40_000_000, "short_yen": 50_000_000},
    )
    fund.do(put("m1-PR-5", "defer", defer_reason="balance"), fund.association)
    fund.voted("m1-PR-5")
    fund.do(c.DeclareResult(item_id="m1-PR-5", number=1, reservation_id="none"), fund.association)
    assert fund.desk.book(fund.bank).items["m1-PR-5"].resolved.short_yen == 50_000_000


def test_deferral_for_balance_needs_a_balance_that_is_short(fund, item) -> None:
    fund.revealed(item)
    refused = fund.refused(put(item, "defer", defer_reason="balance"), fund.association)
    assert refused.code == "balance_suffices"


def test_gates_in_the_way_are_named(fund, item) -> None:
    fund.revealed(item, level=2)
    refused = fund.refused(put(item, "approve", terms=TERMS), fund.association)
    assert (refused.code, [problem.place for problem in refused.problems]) == ("resolution_not_admissible", ["G2"])


def test_exception_needs_every_seat_a_reason_and_stays_visible(fund, item) -> None:
    fund.revealed(item, level=2)
    fund.do(put(item, "approve", terms=TERMS, exception=True), fund.association)
    vote = c.CastVote(item_id=item, number=1, seat_id="tlo", vote="for")
    assert fund.refused(vote, fund.tlo).code == "exception_needs_reason"
    for seat, who in (("association", fund.association), ("tlo", fund.tlo), ("bank", fund.bank)):
        fund.do(vote.model_copy(update={"seat_id": seat, "reason": f"{seat}: strategic"}), who)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    assert fund.desk.book(fund.bank).items[item].resolved.exception


def test_exception_that_is_not_needed_is_refused(fund, item) -> None:
    fund.revealed(item)
    refused = fund.refused(put(item, "approve", terms=TERMS, exception=True), fund.association)
    assert refused.code == "no_exception_needed"


def test_lost_motion_does_not_come_back_and_the_next_is_put(fund, item) -> None:
    fund.revealed(item)
    fund.do(put(item, "approve", terms=TERMS), fund.association)
    fund.voted(item, "against")
    done = fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    assert [type(event).__name__ for event in done.events] == ["VoteClosed"]
    assert fund.refused(put(item, "approve", terms=TERMS), fund.association).code == "motion_out_of_order"
    fund.do(put(item, "decline"), fund.association)
    fund.voted(item, "for", number=2)
    fund.do(c.DeclareResult(item_id=item, number=2, reservation_id="r"), fund.association)
    assert fund.desk.book(fund.bank).items[item].resolved.resolution == "decline"
    assert money(fund).reserved_yen == 0


def test_item_is_deferred_for_votes_when_no_motion_was_carried(fund, item) -> None:
    fund.revealed(item)
    early = c.DeferWithoutVotes(item_id=item)
    assert fund.refused(early, fund.association).code == "no_motion_was_lost"
    fund.do(put(item, "decline"), fund.association)
    fund.voted(item, "abstain")
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    fund.do(early, fund.association)
    resolved = fund.desk.book(fund.bank).items[item].resolved
    assert (resolved.resolution, resolved.defer_reason) == ("defer", "votes")


def test_result_waits_for_every_vote_and_a_vote_may_be_changed_until_then(fund, item) -> None:
    fund.revealed(item)
    fund.do(put(item, "approve", terms=TERMS), fund.association)
    for vote in ("against", "for"):
        fund.do(c.CastVote(item_id=item, number=1, seat_id="bank", vote=vote), fund.bank)
    refused = fund.refused(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    assert (refused.code, dict(refused.details)["count"]) == ("votes_still_missing", 2)
    spoken = c.CastVote(item_id=item, number=1, seat_id="tlo", vote="for", entry="voice")
    fund.do(spoken, fund.secretariat)
    fund.do(spoken.model_copy(update={"seat_id": "association", "entry": "self"}), fund.association)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    assert fund.desk.book(fund.bank).items[item].motions[0].tally.carried


def test_recused_member_does_not_vote(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    recuse = c.DeclareInterest(item_id=item, seat_id="tlo", kind="inventor_or_patent_holder")
    fund.do(recuse, fund.tlo)
    fund.scored(item, "association", "bank")
    fund.do(c.RevealScores(item_id=item), fund.association)
    fund.do(put(item, "decline"), fund.association)
    vote = c.CastVote(item_id=item, number=1, seat_id="tlo", vote="for")
    assert fund.refused(vote, fund.tlo).code == "recused_from_item"


def test_conditions_belong_to_a_conditional_approval_alone(fund, item) -> None:
    fund.revealed(item)
    condition = ConditionPrecedent(text="tower", owner="maker", due=fund.clock.now.date())
    refused = fund.refused(put(item, "approve", terms=TERMS, conditions=(condition,)), fund.association)
    assert refused.code == "conditions_belong_to_conditional"
    fund.do(put(item, "approve_with_conditions", terms=TERMS, conditions=(condition,)), fund.association)


def test_reservation_expires_by_the_clock_at_the_next_submit(fund, item) -> None:
    fund.revealed(item)
    fund.approve(item)
    fund.clock.now += timedelta(days=91)
    assert money(fund).reserved_yen == 60_000_000
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    assert (money(fund).reserved_yen, money(fund).investable_yen) == (0, 400_000_000)
    assert fund.desk.book(fund.manager).reservations[f"r-{item}"].state == "expired"


def test_meeting_closes_when_every_item_is_resolved(fund, item) -> None:
    refused = fund.refused(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    assert (refused.code, dict(refused.details)["number"]) == ("items_still_open", 1)


def test_a_name_that_is_taken_reserves_nothing_over_what_it_names(fund) -> None:
    """The money of the first approval would be held for nobody."""
    fund.proposal("PR-1")
    fund.proposal("PR-2")
    fund.meeting(1, "PR-1", "PR-2")
    fund.revealed("m1-PR-1")
    fund.approve("m1-PR-1")
    fund.revealed("m1-PR-2")
    fund.do(c.PutMotion(item_id="m1-PR-2", resolution="approve", terms=TERMS), fund.association)
    fund.voted("m1-PR-2")
    again = c.DeclareResult(item_id="m1-PR-2", number=1, reservation_id="r-m1-PR-1")
    assert fund.refused(again, fund.association).code == "id_in_use"

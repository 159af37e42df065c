"""Who is in the room: leaving and returning, alternates, the acting chair, no quorum, two chairs, votes changed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from small_fund import SEATS, actor

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.committee.item import Attendance, OutsideAlternate
from fundapp.committee.proposal import Terms
from fundapp.desk import Desk, Done
from fundapp.record import commands as c
from fundapp.record import minutes_commands as k
from fundapp.record.roll import chair_of, eligible_alternates, roll, voters

OWN = "inventor_or_patent_holder"
RECUSED = "recused_from_item"
TERMS = Terms(amount_yen=60_000_000, instrument="common_shares")


def leave(seat: str) -> c.RecordLeaving:
    return c.RecordLeaving(meeting_id="m1", seat_id=seat)


def back(seat: str) -> c.RecordReturn:
    return c.RecordReturn(meeting_id="m1", seat_id=seat)


def seen(fund, item: str):
    book = fund.desk.book(fund.secretariat)
    return book, book.items[item]


def declared(fund, item: str, seat: str, who, kind: str = "none") -> None:
    fund.do(c.DeclareInterest(item_id=item, seat_id=seat, kind=kind), who)


def test_who_leaves_is_off_the_roll_and_on_it_again_after_the_return_with_both_times(fund, item) -> None:
    fund.do(leave("bank"), fund.secretariat)
    book, one = seen(fund, item)
    assert [entry.seat_id for entry in voters(book, one)] == ["association", "tlo"]
    fund.clock.wait(minutes=5)
    fund.do(back("bank"), fund.secretariat)
    book, one = seen(fund, item)
    entry = next(entry for entry in roll(book, one) if entry.seat_id == "bank")
    assert (entry.mode, entry.returned_at - entry.left_at) == ("present", timedelta(minutes=5))


def test_nobody_leaves_twice_or_returns_without_having_left(fund, item) -> None:
    assert fund.refused(back("bank"), fund.secretariat).code == "has_not_left"
    fund.do(leave("bank"), fund.secretariat)
    assert fund.refused(leave("bank"), fund.secretariat).code == "has_left_already"
    gone = Attendance(seat_id="tlo", person=fund.tlo.person, mode="absent")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=gone), fund.secretariat)
    assert fund.refused(leave("tlo"), fund.secretariat).code == "seat_not_attended"


def test_who_comes_late_has_the_time_of_arrival(fund, item) -> None:
    away = Attendance(seat_id="tlo", person=fund.tlo.person, mode="absent")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=away), fund.secretariat)
    fund.clock.wait(minutes=20)
    here = away.model_copy(update={"mode": "present"})
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=here), fund.secretariat)
    assert fund.desk.book(fund.bank).meetings["m1"].arrived == (("tlo", fund.clock.now),)


def test_chair_who_leaves_in_the_middle_hands_over_to_the_senior_seat_and_takes_back(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.scored(item)
    fund.do(leave("association"), fund.secretariat)
    assert fund.refused(c.RevealScores(item_id=item), fund.association).code == "not_the_chair"
    fund.do(c.RevealScores(item_id=item), fund.tlo)
    fund.do(back("association"), fund.secretariat)
    assert chair_of(*seen(fund, item)).person == fund.association.person
    assert fund.refused(c.PutMotion(item_id=item, resolution="decline"), fund.tlo).code == "not_the_chair"


def test_two_who_press_as_chair_decide_once(fund, item) -> None:
    """The chair's second tablet, or a chair who has not noticed the handover: the first order counts."""
    fund.revealed(item)
    fund.do(c.PutMotion(item_id=item, resolution="approve", terms=TERMS), fund.association)
    again = c.PutMotion(item_id=item, resolution="decline")
    assert fund.refused(again, fund.association).code == "vote_under_way"
    fund.voted(item)
    declare = c.DeclareResult(item_id=item, number=1, reservation_id="r")
    fund.do(declare, fund.association)
    assert fund.refused(declare.model_copy(update={"reservation_id": "r2"}), fund.association).code == "item_resolved"


def test_member_who_leaves_during_a_vote_stays_on_its_roll_and_is_off_the_next(fund, item) -> None:
    fund.revealed(item)
    motion = c.PutMotion(item_id=item, resolution="decline")
    fund.do(motion, fund.association)
    fund.do(leave("bank"), fund.secretariat)
    vote = c.CastVote(item_id=item, number=1, seat_id="bank", vote="for")
    assert fund.refused(vote, fund.bank).code == "seat_empty"
    fund.do(c.CastVote(item_id=item, number=1, seat_id="association", vote="for"), fund.association)
    fund.do(c.CastVote(item_id=item, number=1, seat_id="tlo", vote="for"), fund.tlo)
    declare = c.DeclareResult(item_id=item, number=1, reservation_id="r")
    assert fund.refused(declare, fund.association).code == "votes_still_missing"
    fund.do(c.WithdrawMotion(item_id=item, number=1), fund.association)
    fund.do(motion, fund.association)
    for seat, who in (("association", fund.association), ("tlo", fund.tlo)):
        fund.do(c.CastVote(item_id=item, number=2, seat_id=seat, vote="for"), who)
    fund.do(declare.model_copy(update={"number": 2}), fund.association)
    first, second = fund.desk.book(fund.auditor).items[item].motions
    assert [[entry.mode for entry in motion.roll] for motion in (first, second)] == [
        ["present", "present", "present"],
        ["present", "present", "absent"],
    ]
    assert (second.tally.eligible, second.tally.required, second.tally.carried) == (2, 2, True)


def test_vote_cannot_be_changed_after_the_result_was_declared(fund, item) -> None:
    fund.revealed(item)
    fund.do(c.PutMotion(item_id=item, resolution="decline"), fund.association)
    fund.voted(item, "against")
    fund.do(c.CastVote(item_id=item, number=1, seat_id="bank", vote="for"), fund.bank)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    late = c.CastVote(item_id=item, number=1, seat_id="tlo", vote="for")
    assert fund.refused(late, fund.tlo).code == "vote_not_open"
    assert fund.desk.book(fund.auditor).items[item].motions[0].tally.for_ == 1


def test_seat_that_an_alternate_could_fill_holds_up_an_approval_until_it_is_filled_or_excused(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    declared(fund, item, "tlo", fund.tlo, OWN)
    fund.scored(item, "association", "bank")
    fund.do(c.RevealScores(item_id=item), fund.association)
    motion = c.PutMotion(item_id=item, resolution="approve", terms=TERMS)
    refused = fund.refused(motion, fund.association)
    assert (refused.code, [one.place for one in refused.problems]) == ("resolution_not_admissible", ["G6"])
    for person in ("tlo-alternate", fund.outside.person):
        fund.do(c.ExcuseAlternate(item_id=item, person=person), fund.secretariat)
    stranger = c.ExcuseAlternate(item_id=item, person="bank-alternate")
    assert fund.refused(stranger, fund.secretariat).code == "alternate_not_eligible"
    fund.do(motion, fund.association)


def test_alternate_seated_after_the_reveal_votes_and_does_not_score(fund, item) -> None:
    fund.revealed(item)
    fund.do(leave("bank"), fund.secretariat)
    fund.do(c.SeatAlternate(item_id=item, seat_id="bank", person=fund.outside.person), fund.secretariat)
    declared(fund, item, "bank", fund.outside)
    card = c.SubmitScorecard(item_id=item, seat_id="bank", judgements=fund.judgements())
    assert fund.refused(card, fund.outside).code == "not_blind_any_more"
    fund.do(c.PutMotion(item_id=item, resolution="approve", terms=TERMS), fund.association)
    for seat, who in (("association", fund.association), ("tlo", fund.tlo), ("bank", fund.outside)):
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote="for"), who)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)


def test_absent_seat_filled_by_an_alternate_for_the_item_counts_for_the_quorum(fund, item) -> None:
    away = Attendance(seat_id="bank", person=fund.bank.person, mode="absent")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=away), fund.secretariat)
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.SeatAlternate(item_id=item, seat_id="bank", person=fund.outside.person), fund.secretariat)
    fund.scored(item, "association", "tlo")
    declared(fund, item, "bank", fund.outside)
    fund.do(c.SubmitScorecard(item_id=item, seat_id="bank", judgements=fund.judgements()), fund.outside)
    fund.do(c.RevealScores(item_id=item), fund.association)
    fund.do(c.PutMotion(item_id=item, resolution="approve", terms=TERMS), fund.association)


def test_score_of_the_person_who_sat_there_before_is_not_counted_as_the_new_persons(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.scored(item, "bank")
    other = Attendance(seat_id="bank", person="bank-alternate", mode="represented")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=other), fund.secretariat)
    assert seen(fund, item)[1].scored == ()
    again = other.model_copy(update={"person": fund.bank.person, "mode": "present"})
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=again), fund.secretariat)
    assert seen(fund, item)[1].scored == ("bank",)


def test_item_without_a_quorum_after_recusals_is_deferred_and_the_meeting_can_close(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    for seat, who in (("association", fund.association), ("tlo", fund.tlo)):
        declared(fund, item, seat, who, OWN)
    defer = c.DeferWithoutVotes(item_id=item)
    assert fund.refused(defer, fund.secretariat).code == "not_the_chair"
    fund.do(defer, fund.bank)
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    resolved = fund.desk.book(fund.auditor).items[item].resolved
    assert (resolved.resolution, resolved.defer_reason) == ("defer", "votes")


def test_item_that_nobody_may_judge_is_deferred_by_the_secretariat(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    for seat in SEATS:
        declared(fund, item, seat, getattr(fund, seat), OWN)
    fund.do(c.DeferWithoutVotes(item_id=item), fund.secretariat)


def test_interest_that_the_secretariat_enters_is_marked_so(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    declared(fund, item, "bank", fund.secretariat)
    declared(fund, item, "tlo", fund.tlo)
    assert [one.entry for one in fund.desk.book(fund.auditor).items[item].interests] == ["paper", "self"]


def test_clock_that_moved_back_stops_nothing_and_the_record_still_verifies(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.clock.wait(hours=-3)
    fund.scored(item)
    fund.do(c.RevealScores(item_id=item), fund.association)
    fund.approve(item)
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    verified = fund.desk.verify()
    assert (verified.tip, verified.records) == (fund.desk.book(fund.auditor).tip, fund.desk.book(fund.auditor).seq)


def test_server_restarted_in_every_step_of_an_item_loses_nothing(fund, item) -> None:
    """From the freeze to the lock of the minutes, each step is taken at a desk opened anew, as after a restart."""
    folder = fund.desk.database.folder
    seats = {"association": fund.association, "tlo": fund.outside, "bank": fund.bank}

    def step(command: c.Command, who) -> None:
        fund.desk.database.close()
        fund.desk = Desk(folder, clock=fund.clock)
        fund.do(command, who)

    def vote(number: int, **votes: str) -> None:
        for seat, given in votes.items():
            step(c.CastVote(item_id=item, number=number, seat_id=seat, vote=given), seats[seat])
        step(c.DeclareResult(item_id=item, number=number, reservation_id="r"), fund.association)

    step(c.FreezeFacts(item_id=item), fund.secretariat)
    step(c.FreezeFacts(item_id=item), fund.secretariat)
    step(c.RecuseByRule(item_id=item, seat_id="tlo", kind=OWN), fund.secretariat)
    step(c.ObjectToRecusal(item_id=item, seat_id="tlo", reason="it lapsed"), fund.tlo)
    step(c.ExcuseAlternate(item_id=item, person="tlo-alternate"), fund.secretariat)
    step(c.SeatAlternate(item_id=item, seat_id="tlo", person=fund.outside.person), fund.secretariat)
    for seat, who in seats.items():
        step(c.DeclareInterest(item_id=item, seat_id=seat, kind="none"), who)
        step(c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements()), who)
    step(c.RevealScores(item_id=item), fund.association)
    step(c.NoteDiscussion(item_id=item, speaker=fund.bank.person, gist="the market"), fund.secretariat)
    again = tuple(one.model_copy(update={"level": 5, "reason": "heard"}) for one in fund.judgements())
    step(c.SubmitScorecard(item_id=item, seat_id="bank", judgements=again), fund.bank)
    step(leave("bank"), fund.secretariat)
    step(back("bank"), fund.secretariat)
    step(c.PutMotion(item_id=item, resolution="approve", terms=TERMS), fund.association)
    step(c.WithdrawMotion(item_id=item, number=1), fund.association)
    step(c.PutMotion(item_id=item, resolution="approve", terms=TERMS), fund.association)
    vote(2, association="for", tlo="against", bank="for")
    step(c.PutMotion(item_id=item, resolution="decline"), fund.association)
    vote(3, association="for", tlo="for", bank="for")
    step(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    of = {"meeting_id": "m1", "correction_id": "one"}
    step(k.ProposeCorrection(**of, item_number=1, passage="the market", wanted="the buyers"), fund.bank)
    step(k.AnswerCorrection(**of, accepted=True), fund.secretariat)
    step(k.SettleMinutes(meeting_id="m1"), fund.secretariat)
    for who in (fund.association, fund.tlo, fund.bank):
        step(k.ConfirmMinutes(meeting_id="m1", version=1), who)

    book = fund.desk.book(fund.auditor)
    done, meeting = book.items[item], book.meetings["m1"]
    assert done.resolved.resolution == "decline"
    assert [(one.withdrawn, one.tally.carried if one.tally else None) for one in done.motions] == [
        (True, None),
        (False, False),
        (False, True),
    ]
    assert [(card.seat_id, card.round) for card in done.scorecards] == [
        ("association", 1),
        ("tlo", 1),
        ("bank", 1),
        ("bank", 2),
    ]
    assert (done.recusals[0].objection != "", done.excused, len(done.notes)) == (True, ("tlo-alternate",), 1)
    assert (meeting.versions[0].locked_at is not None, meeting.corrections[0].accepted) == (True, True)
    assert fund.desk.verify().tip == book.tip


def test_a_tie_carries_nothing_and_nobody_has_a_casting_vote(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    declared(fund, item, "tlo", fund.tlo, OWN)
    fund.scored(item, "association", "bank")
    fund.do(c.RevealScores(item_id=item), fund.association)
    fund.do(c.PutMotion(item_id=item, resolution="decline"), fund.association)
    for seat, vote in (("association", "for"), ("bank", "against")):
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote=vote), getattr(fund, seat))
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    tally = fund.desk.book(fund.auditor).items[item].motions[0].tally
    assert (tally.for_, tally.against, tally.carried) == (1, 1, False)


def test_thirty_alternates_and_observers_do_not_change_who_decides(fund, item) -> None:
    """A meeting of many: whoever is listed besides the seats neither judges nor counts."""
    for number in range(27):
        listed = OutsideAlternate(person=f"outside-{number}", organisation=f"elsewhere-{number}")
        fund.do(c.ListOutsideAlternate(alternate=listed), fund.administrator)
    fund.revealed(item)
    fund.approve(item)
    assert fund.desk.book(fund.auditor).items[item].motions[0].tally.eligible == 3


def test_a_tablet_that_slept_for_an_hour_votes_on_nothing_that_it_did_not_show(fund, item) -> None:
    fund.revealed(item)
    fund.do(c.PutMotion(item_id=item, resolution="defer", defer_reason="evidence"), fund.association)
    stale = c.CastVote(item_id=item, number=1, seat_id="bank", vote="for")
    fund.voted(item, "against")
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    fund.clock.wait(hours=1)
    fund.do(c.PutMotion(item_id=item, resolution="decline"), fund.association)
    assert fund.refused(stale, fund.bank).code == "vote_not_open"
    assert fund.desk.book(fund.auditor).items[item].motions[1].ballots == ()


def test_alternate_of_a_conflicted_organisation_gets_no_seat_through_the_attendance_either(fund, item) -> None:
    """Noted as present in the holder's place after the organisation's interest is known, the seat stays out."""
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    declared(fund, item, "tlo", fund.tlo, "organisation_licence_income")
    other = Attendance(seat_id="tlo", person="tlo-alternate", mode="represented")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=other), fund.secretariat)
    book, one = seen(fund, item)
    entry = next(entry for entry in roll(book, one) if entry.seat_id == "tlo")
    assert (entry.person, entry.recused) == ("tlo-alternate", True)
    card = c.SubmitScorecard(item_id=item, seat_id="tlo", judgements=fund.judgements())
    alternate = actor("tlo-alternate", Role.VOTING)
    assert fund.refused(c.DeclareInterest(item_id=item, seat_id="tlo", kind="none"), alternate).code == RECUSED
    assert fund.refused(card, alternate).code == RECUSED
    fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person=fund.outside.person), fund.secretariat)
    assert [entry.person for entry in voters(*seen(fund, item))] == [
        fund.association.person,
        fund.outside.person,
        fund.bank.person,
    ]


def test_alternate_whose_organisation_turns_out_conflicted_leaves_and_an_outside_one_sits(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    declared(fund, item, "tlo", fund.tlo, OWN)
    alternate = actor("tlo-alternate", Role.VOTING)
    fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person=alternate.person), fund.secretariat)
    declared(fund, item, "tlo", alternate)
    fund.do(c.SubmitScorecard(item_id=item, seat_id="tlo", judgements=fund.judgements()), alternate)
    rule = c.RecuseByRule(item_id=item, seat_id="tlo", kind="organisation_licence_income")
    fund.do(rule, fund.secretariat)
    again = c.SeatAlternate(item_id=item, seat_id="tlo", person=alternate.person)
    assert fund.refused(again, fund.secretariat).code == "alternate_not_eligible"
    fund.do(again.model_copy(update={"person": fund.outside.person}), fund.secretariat)
    fund.scored(item, "association", "bank")
    # The score of the alternate who had to leave is not the outside one's.
    assert fund.refused(c.RevealScores(item_id=item), fund.association).code == "scores_still_missing"
    declared(fund, item, "tlo", fund.outside)
    fund.do(c.SubmitScorecard(item_id=item, seat_id="tlo", judgements=fund.judgements()), fund.outside)
    fund.do(c.RevealScores(item_id=item), fund.association)
    assert fund.desk.book(alternate).items[item].hidden


def test_organisation_of_an_outside_alternate_is_the_own_one_not_that_of_the_seat(fund, item) -> None:
    """Who fills a seat from outside and has an organisation's interest bars the own organisation, not the seat's."""
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    other = OutsideAlternate(person="colleague", organisation="nowhere")
    fund.do(c.ListOutsideAlternate(alternate=other), fund.administrator)
    fund.do(leave("tlo"), fund.secretariat)
    fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person=fund.outside.person), fund.secretariat)
    declared(fund, item, "tlo", fund.outside, "organisation_licence_income")
    book, one = seen(fund, item)
    assert eligible_alternates(book, one, book.seats["tlo"]) == ("tlo-alternate",)


def test_secretariat_that_is_an_alternate_of_a_conflicted_organisation_keeps_the_meeting(fund, item) -> None:
    keeper = actor("tlo-alternate", Role.VOTING, Role.SECRETARIAT)
    fund.do(c.FreezeFacts(item_id=item), keeper)
    declared(fund, item, "tlo", fund.tlo, "organisation_licence_income")
    assert not fund.desk.book(keeper).items[item].hidden
    fund.do(c.NoteDiscussion(item_id=item, speaker=fund.bank.person, gist="the market"), keeper)
    fund.do(c.RecuseByRule(item_id=item, seat_id="bank", kind=OWN), keeper)


def test_who_is_recused_on_one_seat_votes_on_no_other(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(leave("tlo"), fund.secretariat)
    fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person=fund.outside.person), fund.secretariat)
    declared(fund, item, "tlo", fund.outside, OWN)
    other = Attendance(seat_id="bank", person=fund.outside.person, mode="represented")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=other), fund.secretariat)
    assert [entry.seat_id for entry in voters(*seen(fund, item))] == ["association"]


def test_two_chairs_who_press_at_the_same_moment_put_one_motion_and_reserve_once(fund, item) -> None:
    """Two tablets of the chair, each with a desk of its own on the folder."""
    fund.revealed(item)
    folder, together = fund.desk.database.folder, Barrier(2)

    def press(command: c.Command) -> Done | Refusal:
        desk = Desk(folder, clock=fund.clock)
        desk.book(fund.association)
        together.wait()
        answer = desk.submit(command, fund.association)
        desk.database.close()
        return answer

    def at_once(*commands: c.Command) -> list[Refusal]:
        with ThreadPoolExecutor(2) as tablets:
            return [one for one in tablets.map(press, commands) if isinstance(one, Refusal)]

    put = c.PutMotion(item_id=item, resolution="approve", terms=TERMS)
    assert at_once(put, put) == [Refusal.of("vote_under_way")]
    fund.voted(item)
    results = [c.DeclareResult(item_id=item, number=1, reservation_id=one) for one in ("r1", "r2")]
    assert at_once(*results) == [Refusal.of("item_resolved", number=1)]
    assert len(fund.desk.book(fund.manager).reservations) == 1


def test_who_fills_a_seat_for_one_item_gets_no_second_vote_through_the_attendance(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    declared(fund, item, "tlo", fund.tlo, OWN)
    fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person=fund.outside.person), fund.secretariat)
    twice = Attendance(seat_id="bank", person=fund.outside.person, mode="present")
    order = c.RecordAttendance(meeting_id="m1", attendance=twice)
    assert fund.refused(order, fund.secretariat).code == "sits_on_another_seat"

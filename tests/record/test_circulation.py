"""A written resolution: urgent, read by all and proved so, agreed to by all; anyone sends it to a meeting."""

from datetime import timedelta

import pytest
from small_fund import DAY, MEMBERS, SEATS, both

from fundapp.basis.refusal import Refusal
from fundapp.committee.circulation import Ended
from fundapp.committee.item import Attendance
from fundapp.committee.minutes import redact
from fundapp.committee.proposal import Terms
from fundapp.desk import Desk
from fundapp.documents.minutes_closing import issued_at
from fundapp.documents.minutes_json import minutes_json
from fundapp.documents.minutes_markdown import minutes_markdown
from fundapp.documents.minutes_pdf import minutes_pdf
from fundapp.documents.minutes_proof import Proved, prove
from fundapp.fund.figures import figures
from fundapp.record import circulation_commands as w
from fundapp.record import commands as c
from fundapp.record import minutes_commands as k
from fundapp.record.circulating import facts_sha256, papers_to_read
from fundapp.record.soundness import unsound
from fundapp.text.catalogue import use
from fundapp.text.refusal_text import refusal_text
from fundapp.text.refusals.circulation import SENTENCES
from fundapp.web.minutes_copy import minutes_copy

OWN = "inventor_or_patent_holder"
CODE = "PR-1"
ITEM = "m1-PR-1"
TERMS = Terms(amount_yen=60_000_000, instrument="common_shares")
APPROVE = c.PutMotion(item_id=ITEM, resolution="approve", terms=TERMS)
CHAIR, TLO, BANK = (MEMBERS[seat] for seat in SEATS)


@pytest.fixture
def item(fund) -> str:
    """The one item of written resolution no. 1, to be answered within seven days."""
    fund.proposal(CODE)
    return fund.circulation(1, CODE)


def answer(seat: str, vote: str = "for", **more: object) -> c.CastVote:
    return c.CastVote.model_validate({"item_id": ITEM, "number": 1, "seat_id": seat, "vote": vote} | more)


def declare() -> c.DeclareResult:
    return c.DeclareResult(item_id=ITEM, number=1, reservation_id="r")


def put(fund, item: str) -> None:
    fund.read_and_revealed(item)
    fund.do(APPROVE, CHAIR)


def adopted(fund, item: str) -> None:
    put(fund, item)
    fund.voted(item)
    fund.do(declare(), CHAIR)


def meeting(fund):
    return fund.desk.book(fund.auditor).meetings["m1"]


def resolved(fund):
    return fund.desk.book(fund.auditor).items[ITEM].resolved


def test_sent_round_with_frozen_facts_every_holder_asked_and_the_reason_why_it_cannot_wait(fund, item) -> None:
    book = fund.desk.book(fund.tlo)
    sent = book.meetings["m1"]
    assert [(one.seat_id, one.person, one.mode) for one in sent.attendance] == [
        (seat, MEMBERS[seat].person, "written") for seat in SEATS
    ]
    assert sent.circulation.answer_by == DAY + timedelta(days=7)
    assert book.words_of(sent.circulation.urgent_because) == "the order lapses"
    assert book.items[item].frozen is not None
    assert (book.circulations(), book.open_meeting()) == ((sent,), None)


def test_adopted_in_writing_the_money_is_reserved_and_the_record_closed_in_one_transaction(fund, item) -> None:
    put(fund, item)
    fund.voted(item)
    done = fund.do(declare(), CHAIR)
    assert [type(event).__name__ for event in done.events] == [
        "VoteClosed",
        "ItemResolved",
        "FundsReserved",
        "MeetingClosed",
    ]
    book = fund.desk.book(fund.auditor)
    assert (book.items[item].resolved.resolution, book.items[item].resolved.decision_number) == ("approve", "1-1")
    assert figures(book.terms, book.balances).reserved_yen == 60_000_000
    assert (book.circulations(), unsound(book)) == ((), ())
    assert fund.desk.verify().tip == book.tip


def test_the_proof_of_reading_names_who_which_papers_which_facts_and_when(fund, item) -> None:
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="none"), TLO)
    fund.clock.wait(hours=5)
    fund.do(fund.reading(item, "tlo", TLO), TLO)
    seen = fund.desk.book(fund.auditor).items[item]
    (reading,) = seen.readings
    assert (reading.seat_id, reading.person, reading.at) == ("tlo", TLO.person, fund.clock.now)
    assert reading.papers == papers_to_read(seen.frozen) != ()
    assert reading.facts_sha256 == facts_sha256(seen.frozen)


def test_a_paper_left_out_or_facts_of_another_freeze_are_no_reading(fund, item) -> None:
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="none"), TLO)
    whole = fund.reading(item, "tlo", TLO)
    for part in ({"papers": ()}, {"facts_sha256": "0" * 64}):
        assert fund.refused(whole.model_copy(update=part), TLO).code == "papers_not_all_read"


def test_facts_frozen_again_have_to_be_read_again(fund, item) -> None:
    fund.read(item, "tlo")
    known = fund.desk.proposal(fund.secretariat, "id-PR-1")
    changed = known.model_copy(update={"name": both("renamed")})
    fund.do(c.RegisterProposal(proposal=changed, reason="name"), fund.secretariat)
    old = fund.reading(item, "tlo", TLO)
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    assert fund.desk.book(fund.tlo).items[item].readings == ()
    assert fund.refused(old, TLO).code == "papers_not_all_read"
    card = c.SubmitScorecard(item_id=item, seat_id="tlo", judgements=fund.judgements())
    assert fund.refused(card, TLO).code == "papers_not_read"


def test_interest_first_then_reading_then_score_then_answer(fund, item) -> None:
    card = c.SubmitScorecard(item_id=item, seat_id="tlo", judgements=fund.judgements())
    assert fund.refused(fund.reading(item, "tlo", TLO), TLO).code == "interest_not_declared"
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="none"), TLO)
    assert fund.refused(card, TLO).code == "papers_not_read"
    fund.do(fund.reading(item, "tlo", TLO), TLO)
    assert fund.refused(fund.reading(item, "tlo", TLO), TLO).code == "papers_read_already"
    fund.do(card, TLO)
    assert fund.desk.book(BANK).items[item].scorecards == ()


def test_what_is_read_on_paper_is_entered_by_the_secretariat_and_marked_so(fund, item) -> None:
    fund.do(c.DeclareInterest(item_id=item, seat_id="bank", kind="none"), fund.secretariat)
    on_paper = fund.reading(item, "bank", fund.secretariat).model_copy(update={"entry": "paper"})
    assert fund.refused(on_paper, TLO).code == "not_your_seat"
    fund.do(on_paper, fund.secretariat)
    assert [(one.person, one.entry) for one in fund.desk.book(TLO).items[item].readings] == [(BANK.person, "paper")]


def test_one_objection_ends_it_with_its_reason_and_the_item_comes_up_in_a_meeting(fund, item) -> None:
    put(fund, item)
    fund.do(answer("tlo"), TLO)
    assert fund.refused(answer("bank", "against"), BANK).code == "objection_in_writing_without_reason"
    fund.do(answer("bank", "against", reason="the price"), BANK)
    book = fund.desk.book(fund.auditor)
    ended = book.meetings["m1"].circulation.ended
    assert (ended.by, ended.person, book.words_of(ended.reason)) == ("objection", BANK.person, "the price")
    tally = book.items[item].motions[0].tally
    assert (tally.for_, tally.against, tally.required, tally.carried) == (1, 1, 3, False)
    assert (resolved(fund).resolution, resolved(fund).defer_reason) == ("defer", "votes")
    assert (meeting(fund).closed_at, book.reservations) == (fund.clock.now, {})
    fund.meeting(2, CODE)
    assert fund.refused(answer("tlo"), TLO).code == "circulation_over"


@pytest.mark.parametrize("who", ["tlo", "secretariat", "manager"])
def test_anyone_asked_and_the_office_may_ask_for_a_meeting_until_the_result(fund, item, who: str) -> None:
    put(fund, item)
    fund.voted(item)
    asks = w.AskForMeeting(item_id=item, reason="I want to hear the company")
    assert fund.refused(asks.model_copy(update={"reason": " "}), getattr(fund, who)).code == (
        "meeting_asked_without_reason"
    )
    fund.do(asks, getattr(fund, who))
    one = fund.desk.book(fund.auditor).items[item]
    assert meeting(fund).circulation.ended.by == "meeting_asked"
    assert (one.motions[0].withdrawn, one.resolved.resolution) == (True, "defer")
    assert fund.refused(declare(), CHAIR).code == "circulation_over"


def test_who_is_recused_or_has_no_seat_stops_nothing(fund, item) -> None:
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind=OWN), TLO)
    asks = w.AskForMeeting(item_id=item, reason="why")
    assert fund.refused(asks, TLO).code == "recused_from_item"
    assert fund.refused(asks, fund.outside).code == "not_your_seat"
    assert fund.refused(asks, fund.auditor).code == "not_permitted"


def test_without_all_answers_after_the_last_day_the_clock_ends_it_at_the_next_order(fund, item) -> None:
    put(fund, item)
    fund.do(answer("tlo"), TLO)
    fund.clock.wait(days=7)
    fund.do(answer("bank"), BANK)
    fund.clock.wait(days=1)
    # Refused itself; but what time has done is on record since.
    assert fund.desk.submit(answer("association"), CHAIR) == Refusal.of("circulation_over", number=1)
    fund.proposal("PR-2")
    assert (meeting(fund).circulation.ended, resolved(fund).resolution) == (Ended(by="deadline"), "defer")
    tally = fund.desk.book(fund.auditor).items[item].motions[0].tally
    assert (tally.for_, tally.missing, tally.carried) == (2, 1, False)


def test_all_answers_in_time_are_declared_after_the_last_day_and_not_changed_any_more(fund, item) -> None:
    put(fund, item)
    fund.voted(item)
    fund.clock.wait(days=8)
    assert fund.refused(answer("tlo", "against", reason="late"), TLO).code == "answers_are_in"
    late = w.AskForMeeting(item_id=item, reason="late")
    assert fund.refused(late, TLO).code == "answers_are_in"
    fund.do(declare(), CHAIR)
    assert resolved(fund).resolution == "approve"


def test_in_writing_all_must_agree_whatever_the_rubric_asks_for_in_a_meeting(fund, item) -> None:
    put(fund, item)
    fund.do(answer("tlo"), TLO)
    fund.do(answer("bank"), BANK)
    assert fund.refused(declare(), CHAIR).code == "votes_still_missing"
    assert fund.refused(answer("association", "abstain"), CHAIR).code == "no_abstention_in_writing"
    spoken = answer("association", entry="voice")
    assert fund.refused(spoken, fund.secretariat).code == "answer_in_writing"
    fund.do(answer("association", entry="paper"), fund.secretariat)
    fund.do(declare(), CHAIR)


def test_no_motion_before_everyone_has_read(fund, item) -> None:
    fund.read_and_revealed(item)
    away = Attendance(seat_id="bank", person="bank-alternate", mode="written")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=away), fund.secretariat)
    assert fund.refused(APPROVE, CHAIR).code == "readings_still_missing"


def test_marks_far_apart_or_below_a_floor_belong_in_a_meeting_unless_the_second_scores_agree(fund, item) -> None:
    fund.read(item)
    for seat, level in zip(SEATS, (5, 5, 3), strict=True):
        card = c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements(level))
        fund.do(card, MEMBERS[seat])
    fund.do(c.RevealScores(item_id=item), CHAIR)
    assert fund.refused(APPROVE, CHAIR).code == "needs_a_meeting"
    moved = tuple(one.model_copy(update={"reason": "convinced"}) for one in fund.judgements(5))
    fund.do(c.SubmitScorecard(item_id=item, seat_id="bank", judgements=moved), BANK)
    fund.do(APPROVE, CHAIR)


def test_a_mark_below_a_floor_is_not_noted_away_in_writing(fund, item) -> None:
    fund.read_and_revealed(item, level=1)
    fund.do(c.NoteDiscussion(item_id=item, speaker=TLO.person, gist="by letter"), fund.secretariat)
    decline = c.PutMotion(item_id=item, resolution="decline")
    assert fund.refused(decline, CHAIR).code == "needs_a_meeting"


def test_the_same_gates_hold_and_no_exception_is_made_in_writing(fund, item) -> None:
    fund.read_and_revealed(item, level=2)
    assert fund.refused(APPROVE, CHAIR).code == "resolution_not_admissible"
    exception = APPROVE.model_copy(update={"exception": True})
    assert fund.refused(exception, CHAIR).code == "exception_needs_a_meeting"


def test_recused_chair_makes_way_for_an_alternate_who_reads_and_for_an_acting_chair(fund, item) -> None:
    fund.do(c.DeclareInterest(item_id=item, seat_id="association", kind=OWN), CHAIR)
    hidden = fund.desk.book(CHAIR)
    assert (hidden.items[item].hidden, hidden.items[item].readings) == (True, ())
    assert hidden.meetings["m1"].circulation.urgent_because == ""
    fund.do(c.SeatAlternate(item_id=item, seat_id="association", person=fund.outside.person), fund.secretariat)
    fund.read(item, "tlo", "bank")
    fund.do(c.DeclareInterest(item_id=item, seat_id="association", kind="none"), fund.outside)
    fund.do(fund.reading(item, "association", fund.outside), fund.outside)
    for seat, who in (("association", fund.outside), ("tlo", TLO), ("bank", BANK)):
        fund.do(c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements()), who)
    fund.do(c.RevealScores(item_id=item), TLO)
    fund.do(APPROVE, TLO)
    for seat, who in (("association", fund.outside), ("tlo", TLO), ("bank", BANK)):
        fund.do(answer(seat), who)
    fund.do(declare(), TLO)
    roll = fund.desk.book(fund.auditor).items[item].motions[0].roll
    assert [(one.person, one.mode) for one in roll] == [
        ("outside", "written"),
        (TLO.person, "written"),
        (BANK.person, "written"),
    ]


def test_too_few_after_recusals_send_it_to_a_meeting(fund, item) -> None:
    for seat in ("association", "tlo"):
        fund.do(c.DeclareInterest(item_id=item, seat_id=seat, kind=OWN), MEMBERS[seat])
    fund.do(c.DeferWithoutVotes(item_id=item), BANK)
    assert (meeting(fund).circulation.ended.by, resolved(fund).defer_reason) == ("too_few", "votes")


def test_a_meeting_is_held_meanwhile_but_not_on_the_same_proposal(fund, item) -> None:
    fund.proposal("PR-2")
    fund.meeting(2, "PR-2")
    places = tuple(
        c.AgendaPlace(item_id=f"m2-{code}", proposal_id=f"id-{code}", proposal_code=code) for code in ("PR-2", CODE)
    )
    twice = c.OrderAgenda(meeting_id="m2", places=places)
    assert fund.refused(twice, fund.secretariat) == Refusal.of("proposal_under_way", proposal=CODE, number=1)
    adopted(fund, item)
    assert fund.desk.book(fund.tlo).open_meeting().number == 2


def sent(**changes: object) -> w.OpenCirculation:
    return w.OpenCirculation.model_validate(
        {
            "meeting_id": "m5",
            "number": 5,
            "item_id": "i5",
            "proposal_id": "id-PR-5",
            "proposal_code": "PR-5",
            "answer_by": DAY,
            "convener": "GP",
            "urgent_because": "the order lapses",
            **changes,
        }
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": 1}, "meeting_number_taken"),
        ({"meeting_id": "m1"}, "id_in_use"),
        ({"item_id": "m1-PR-1"}, "id_in_use"),
        ({"proposal_id": "id-PR-1", "proposal_code": CODE}, "proposal_under_way"),
        ({"proposal_id": "id-PR-9", "proposal_code": "PR-9"}, "proposal_unknown"),
        ({"proposal_code": "PR-6"}, "proposal_unknown"),
        ({"answer_by": DAY - timedelta(days=1)}, "answer_day_passed"),
        ({"urgent_because": " "}, "circulation_without_reason"),
    ],
)
def test_it_is_not_sent_round_unless_urgent_in_time_and_on_a_proposal_that_is_free(
    fund, item, changes: dict[str, object], code: str
) -> None:
    fund.proposal("PR-5")
    assert fund.refused(sent(**changes), fund.secretariat).code == code


def test_nothing_is_sent_round_before_the_fund_is_set_up(empty) -> None:
    assert empty.refused(sent(), empty.secretariat).code == "fund_not_set_up"


def test_orders_of_a_room_find_no_room_in_it_and_its_own_find_no_meeting(fund, item) -> None:
    of = {"meeting_id": "m1"}
    for order in (
        c.RecordLeaving(**of, seat_id="tlo"),
        c.RecordReturn(**of, seat_id="tlo"),
        c.OrderAgenda(**of, places=()),
        c.CloseMeeting(**of),
    ):
        assert fund.refused(order, fund.secretariat).code == "not_in_a_room"
    here = Attendance(seat_id="tlo", person=TLO.person, mode="present")
    assert fund.refused(c.RecordAttendance(**of, attendance=here), fund.secretariat).code == "attended_otherwise"
    fund.proposal("PR-2")
    fund.meeting(2, "PR-2")
    written = here.model_copy(update={"mode": "written"})
    wrong = c.RecordAttendance(meeting_id="m2", attendance=written)
    assert fund.refused(wrong, fund.secretariat).code == "attended_otherwise"
    fund.do(c.FreezeFacts(item_id="m2-PR-2"), fund.secretariat)
    assert fund.refused(fund.reading("m2-PR-2", "tlo", TLO), TLO).code == "not_in_writing"
    assert fund.refused(w.AskForMeeting(item_id="m2-PR-2", reason="x"), TLO).code == "not_in_writing"


def test_its_record_tells_reading_answers_and_days_and_verifies_offline_once_confirmed(fund, item) -> None:
    put(fund, item)
    fund.clock.wait(days=1)
    fund.voted(item)
    fund.do(declare(), CHAIR)
    fund.do(k.SettleMinutes(meeting_id="m1"), fund.secretariat)
    for seat in SEATS:
        fund.do(k.ConfirmMinutes(meeting_id="m1", version=1), MEMBERS[seat])
    content = minutes_copy(fund.desk, fund.auditor, "m1", "en")
    for copy in (minutes_json(content), minutes_pdf(content, language="ja", issued_at=issued_at(content))):
        proved = prove(copy)
        assert isinstance(proved, Proved)
        assert (proved.state, proved.content) == ("confirmed", content)
    (shown,) = proved.content.items
    day = fund.clock.now - timedelta(days=1)
    assert [(one.read_at, one.papers, len(one.facts_sha256)) for one in shown.matter.readings] == [(day, 1, 64)] * 3
    assert [one.answered_at for one in shown.matter.motions[0].votes] == [fund.clock.now] * 3
    assert proved.content.circulation.urgent_because == "the order lapses"
    printed = minutes_markdown(content, language="en").decode()
    assert "3 eligible voters on 3 seats (3 asked in writing, 0 recused); all of them must agree: 3 votes." in printed
    assert "Present without a vote" not in printed
    changed = minutes_json(content).replace(f"{day:%Y-%m-%dT%H}".encode(), b"2026-03-01T01", 1)
    assert prove(changed).code in ("minutes_unreadable", "minutes_text_changed")


def test_the_copy_of_a_recused_member_tells_neither_why_nor_what(fund, item) -> None:
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind=OWN), TLO)
    fund.do(w.AskForMeeting(item_id=item, reason="the inventor's patent"), BANK)
    copy, whole = (minutes_copy(fund.desk, who, "m1", "en") for who in (TLO, fund.auditor))
    assert copy.circulation.model_dump(exclude={"answer_by"}) == {
        "urgent_because": "",
        "ended_by": "meeting_asked",
        "ended_person": "",
        "ended_reason": "",
    }
    assert whole.circulation.ended_reason == "the inventor's patent"
    assert redact(whole, [1]).text() == copy.text()


def test_every_refusal_of_it_is_said_in_both_languages(fund) -> None:
    details = {"number": 1, "proposal": "PR-1", "answer_by": "2026-04-01", "count": 2, "criteria": "B1"}
    for code in SENTENCES:
        spoken = []
        for language in ("ja", "en"):
            use(language)
            said = refusal_text(Refusal.of(code, **details))
            spoken.append((said.what, said.next_))
            assert all(spoken[-1])
            assert "{" not in said.what + said.next_
        assert spoken[0] != spoken[1]


def test_who_agreed_may_still_object_until_the_result_and_counts_once(fund, item) -> None:
    put(fund, item)
    fund.voted(item)
    fund.do(answer("tlo", "against", reason="I thought again"), TLO)
    tally = fund.desk.book(fund.auditor).items[item].motions[0].tally
    assert (tally.for_, tally.against, tally.eligible) == (2, 1, 3)
    assert meeting(fund).circulation.ended.person == TLO.person


def test_server_restarted_in_every_step_loses_nothing(fund, item) -> None:
    """Each step is taken at a desk opened anew on the folder, as after a restart."""
    folder = fund.desk.database.folder

    def again() -> None:
        fund.desk.database.close()
        fund.desk = Desk(folder, clock=fund.clock)

    for seat in SEATS:
        again()
        fund.read(item, seat)
        again()
        fund.do(c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements()), MEMBERS[seat])
    again()
    fund.do(c.RevealScores(item_id=item), CHAIR)
    again()
    fund.do(APPROVE, CHAIR)
    for seat in SEATS:
        again()
        fund.do(answer(seat), MEMBERS[seat])
    again()
    fund.do(declare(), CHAIR)
    again()
    assert resolved(fund).resolution == "approve"
    assert fund.desk.verify().tip == fund.desk.book(fund.auditor).tip

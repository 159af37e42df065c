"""The life of the minutes: draft, corrections, settled text, confirmations, lock, reopening."""

import pytest

from fundapp.basis.refusal import Refusal
from fundapp.committee.item import LONGEST_WORDS
from fundapp.committee.minutes_life import state_of
from fundapp.record import commands as c
from fundapp.record import minutes_commands as k
from fundapp.record.leaving import in_the_way
from fundapp.record.signing import signatories, waiting_for

TOO_LONG = "x" * (LONGEST_WORDS + 1)

M = {"meeting_id": "m1"}


def correction(number: int = 1, item: int = 0, wanted: str = "forty") -> k.ProposeCorrection:
    return k.ProposeCorrection(**M, correction_id=f"c{number}", item_number=item, passage="fourteen", wanted=wanted)


def answer(number: int = 1, *, accepted: bool = True, text: str = "") -> k.AnswerCorrection:
    return k.AnswerCorrection(**M, correction_id=f"c{number}", accepted=accepted, answer=text)


@pytest.fixture
def closed(fund, item):
    fund.revealed(item)
    fund.approve(item)
    fund.do(c.CloseMeeting(**M), fund.secretariat)
    return fund


@pytest.fixture
def settled(closed):
    closed.do(k.SettleMinutes(**M), closed.secretariat)
    return closed


def meeting(fund):
    return fund.desk.book(fund.secretariat).meetings["m1"]


def confirm(version: int = 1) -> k.ConfirmMinutes:
    return k.ConfirmMinutes(**M, version=version)


def test_nothing_is_corrected_or_settled_while_the_meeting_is_open(fund, item) -> None:
    assert fund.refused(correction(), fund.bank).code == "minutes_unknown"
    assert fund.refused(k.SettleMinutes(**M), fund.secretariat).code == "minutes_unknown"


def test_a_correction_is_answered_before_the_text_is_settled(closed) -> None:
    closed.do(correction(), closed.bank)
    refused = closed.refused(k.SettleMinutes(**M), closed.secretariat)
    assert (refused.code, dict(refused.details)) == ("corrections_still_open", {"count": 1})
    assert closed.refused(answer(accepted=False), closed.secretariat).code == "correction_declined_without_reason"
    assert closed.refused(answer(text=TOO_LONG), closed.secretariat) == Refusal.of(
        "words_too_long", limit=LONGEST_WORDS
    )
    closed.do(answer(), closed.secretariat)
    assert closed.refused(answer(), closed.secretariat).code == "correction_not_open"
    closed.do(k.SettleMinutes(**M), closed.secretariat)
    [noted] = meeting(closed).corrections
    book = closed.desk.book(closed.auditor)
    assert (noted.person, noted.accepted, book.words_of(noted.wanted)) == (closed.bank.person, True, "forty")


@pytest.mark.parametrize("change", [{"passage": " "}, {"wanted": ""}])
def test_a_correction_says_what_is_wrong_and_how_it_should_read(closed, change: dict[str, str]) -> None:
    refused = closed.refused(correction().model_copy(update=change), closed.bank)
    assert refused.code == "correction_unfinished"
    refused = closed.refused(correction(wanted=TOO_LONG), closed.bank)
    assert refused == Refusal.of("words_too_long", limit=LONGEST_WORDS)


def test_only_those_who_took_part_propose_corrections_and_none_to_an_item_they_left(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="kin"), fund.tlo)
    fund.scored(item, "association", "bank")
    fund.do(c.RevealScores(item_id=item), fund.association)
    fund.do(c.PutMotion(item_id=item, resolution="decline"), fund.association)
    for seat in ("association", "bank"):
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote="for"), getattr(fund, seat))
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    fund.do(c.CloseMeeting(**M), fund.secretariat)
    assert fund.refused(correction(), fund.outside).code == "took_no_part"
    assert fund.refused(correction(item=1), fund.tlo).code == "recused_from_item"
    assert fund.refused(correction(item=7), fund.bank).code == "item_unknown"
    fund.do(correction(1, item=1), fund.bank)
    fund.do(correction(2), fund.tlo)
    seen = {who: len(fund.desk.book(getattr(fund, who)).meetings["m1"].corrections) for who in ("bank", "tlo", "lp")}
    assert seen == {"bank": 2, "tlo": 1, "lp": 0}


def test_the_last_confirmation_locks_the_minutes_under_a_number(settled) -> None:
    assert settled.refused(confirm(), settled.outside).code == "not_a_signatory"
    for who in (settled.association, settled.tlo):
        settled.do(confirm(), who)
    assert settled.refused(confirm(), settled.tlo).code == "confirmed_already"
    assert waiting_for(settled.desk.book(settled.bank), meeting(settled)) == (settled.bank.person,)
    done = settled.do(confirm(), settled.bank)
    assert [type(one).__name__ for one in done.events] == ["MinutesConfirmed", "MinutesLocked"]
    version = meeting(settled).versions[-1]
    assert (state_of(meeting(settled).versions), version.decision_number) == ("confirmed", "M-0001")
    locked = done.events[1]
    assert locked.settled_hash == version.settled_hash
    assert [one.person for one in locked.signed] == list(signatories(settled.desk.book(settled.bank), meeting(settled)))
    assert settled.refused(correction(), settled.bank).code == "minutes_locked"


def test_nothing_is_settled_or_proposed_twice(closed) -> None:
    closed.do(correction(), closed.bank)
    assert closed.refused(correction(), closed.bank) == Refusal.of("correction_known_already")
    closed.do(answer(), closed.secretariat)
    closed.do(k.SettleMinutes(**M), closed.secretariat)
    again = closed.refused(k.SettleMinutes(**M), closed.secretariat)
    assert again == Refusal.of("minutes_settled_already", number=1)


def test_nobody_confirms_a_draft_or_a_text_that_was_changed(closed) -> None:
    assert closed.refused(confirm(), closed.bank).code == "minutes_not_settled"
    closed.do(k.SettleMinutes(**M), closed.secretariat)
    closed.do(k.ReopenMinutes(**M, reason="a figure"), closed.secretariat)
    closed.do(k.SettleMinutes(**M), closed.secretariat)
    assert closed.refused(confirm(1), closed.bank).code == "minutes_of_another_version"
    closed.do(confirm(2), closed.bank)


def test_a_correction_proposed_while_the_others_confirm_takes_the_text_up_again(settled) -> None:
    settled.do(confirm(), settled.association)
    done = settled.do(correction(), settled.bank)
    assert [type(one).__name__ for one in done.events] == ["MinutesReopened", "CorrectionProposed"]
    assert state_of(meeting(settled).versions) == "draft"
    settled.do(answer(), settled.secretariat)
    settled.do(k.SettleMinutes(**M), settled.secretariat)
    assert [len(one.confirmed) for one in meeting(settled).versions] == [1, 0]


def test_who_cannot_confirm_is_excused_with_a_reason_once_somebody_has_confirmed(settled) -> None:
    excuse = k.ExcuseSignatory(**M, person=settled.tlo.person, reason="in hospital")
    assert settled.refused(excuse, settled.secretariat).code == "nobody_confirmed_yet"
    settled.do(confirm(), settled.association)
    bare = excuse.model_copy(update={"reason": ""})
    assert settled.refused(bare, settled.secretariat).code == "excuse_without_reason"
    settled.do(excuse, settled.secretariat)
    settled.do(confirm(), settled.bank)
    assert state_of(meeting(settled).versions) == "confirmed"


def test_reopening_needs_a_reason_and_the_earlier_version_stays_with_its_number(settled) -> None:
    for who in (settled.association, settled.tlo, settled.bank):
        settled.do(confirm(), who)
    assert settled.refused(k.ReopenMinutes(**M, reason=" "), settled.secretariat).code == "reopening_without_reason"
    settled.do(k.ReopenMinutes(**M, reason="a name is wrong"), settled.secretariat)
    assert settled.refused(k.ReopenMinutes(**M, reason="again"), settled.secretariat).code == "minutes_not_settled"
    settled.do(k.SettleMinutes(**M), settled.secretariat)
    for who in (settled.association, settled.tlo, settled.bank):
        settled.do(confirm(2), who)
    assert [one.decision_number for one in meeting(settled).versions] == ["M-0001", "M-0002"]


def test_nobody_is_erased_whose_confirmation_is_still_missing(settled) -> None:
    seat = settled.desk.book(settled.secretariat).seats["bank"]
    settled.do(c.AssignSeat(seat=seat.model_copy(update={"holder": "newcomer"})), settled.administrator)
    book = settled.desk.book(settled.secretariat)
    assert in_the_way(book, settled.bank.person, "administrator") == Refusal.of("still_signs_minutes", number=1)
    settled.do(confirm(), settled.bank)
    book = settled.desk.book(settled.secretariat)
    assert in_the_way(book, settled.bank.person, "administrator") is None

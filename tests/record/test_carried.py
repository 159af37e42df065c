"""What earlier meetings left open is on every later agenda until it is closed."""

from fundapp.committee.proposal import ConditionPrecedent, Terms
from fundapp.record import commands as c
from fundapp.record.carried import carried
from fundapp.record.events import TrancheTerms

TERMS = Terms(amount_yen=60_000_000, instrument="common_shares")


def left_open(fund, number: int, reader=None) -> list[tuple[str, str, int]]:
    book = fund.desk.book(reader or fund.secretariat)
    found = carried(book, book.meetings[f"m{number}"])
    return [(one.proposal_code, one.waits_for, len(one.conditions)) for one in found]


def resolved(fund, item: str, resolution: str, **more: object) -> None:
    fund.revealed(item)
    fund.do(c.PutMotion(item_id=item, resolution=resolution, **more), fund.association)
    fund.voted(item)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id=f"r-{item}"), fund.association)


def test_deferral_is_carried_until_the_proposal_is_resolved_again(fund, item) -> None:
    resolved(fund, item, "defer", defer_reason="evidence")
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    fund.meeting(2, "PR-1")
    assert left_open(fund, 1) == []
    assert left_open(fund, 2) == [("PR-1", "resubmission", 0)]
    resolved(fund, "m2-PR-1", "decline")
    assert left_open(fund, 2) == []


def test_conditional_approval_is_carried_until_signed_and_every_condition_is_met(fund, item) -> None:
    today = fund.clock.now.date()
    condition = ConditionPrecedent(text="tower", owner="maker", due=today)
    resolved(fund, item, "approve_with_conditions", terms=TERMS, conditions=(condition,))
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    fund.meeting(2)
    assert left_open(fund, 2) == [("PR-1", "gp_decision", 1)]
    deal = f"r-{item}"
    fund.do(c.DecideAsGp(reservation_id=deal, terms=TERMS, on=today), fund.manager)
    assert left_open(fund, 2) == [("PR-1", "signature", 1)]
    whole = (TrancheTerms(number=1, amount_yen=60_000_000, due=today, milestone="m"),)
    fund.do(c.SignAgreement(investment_id="iv", reservation_id=deal, tranches=whole, on=today), fund.manager)
    assert left_open(fund, 2) == [("PR-1", "conditions", 1)]
    fund.do(c.MeetCondition(reservation_id=deal, number=1, evidence="seen", on=today), fund.secretariat)
    assert left_open(fund, 2) == []


def test_reservation_given_up_is_carried_no_further(fund, item) -> None:
    resolved(fund, item, "approve", terms=TERMS)
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    fund.meeting(2)
    fund.do(c.VoidReservation(reservation_id=f"r-{item}", reason="no", on=fund.clock.now.date()), fund.manager)
    assert left_open(fund, 2) == []


def test_recused_member_is_told_nothing_of_the_open_resolution(fund, item) -> None:
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="kin"), fund.tlo)
    fund.scored(item, "association", "bank")
    fund.do(c.RevealScores(item_id=item), fund.association)
    fund.do(c.PutMotion(item_id=item, resolution="defer", defer_reason="evidence"), fund.association)
    for seat in ("association", "bank"):
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote="for"), getattr(fund, seat))
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    fund.meeting(2)
    assert left_open(fund, 2, fund.tlo) == []
    assert left_open(fund, 2, fund.bank) == [("PR-1", "resubmission", 0)]

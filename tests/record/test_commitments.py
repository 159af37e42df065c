"""Where the fund's money is, as each reader may see it."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from small_fund import DAY, TERMS, SmallFund, both

from fundapp.committee.proposal import Terms
from fundapp.fund.limits import headroom, headrooms
from fundapp.record import commands as c
from fundapp.record.commitments import Commitments, LimitUse, ReservedMoney, TrancheMoney, commitments
from fundapp.record.events import TrancheTerms

LATER = date(2026, 6, 1)


def approved(fund: SmallFund, *codes: str) -> None:
    """One meeting approves 60 million for each; nobody is recused."""
    for code in codes:
        fund.proposal(code, sector=f"sector of {code}")
    fund.meeting(1, *codes)
    for code in codes:
        fund.revealed(f"m1-{code}")
        fund.approve(f"m1-{code}")


def signed(fund: SmallFund, code: str) -> None:
    """Three tranches: one paid, one past its day, one stopped."""
    reservation = f"r-m1-{code}"
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.DecideAsGp(reservation_id=reservation, terms=terms, on=DAY), fund.manager)
    tranches = tuple(
        TrancheTerms(number=number, amount_yen=amount_yen, due=DAY + timedelta(days=10 * number), milestone="drawings")
        for number, amount_yen in ((1, 30_000_000), (2, 20_000_000), (3, 10_000_000))
    )
    agreement = c.SignAgreement(investment_id="i", reservation_id=reservation, tranches=tranches, on=DAY)
    fund.do(agreement, fund.manager)
    fund.do(c.CallCapital(call_id="k", amount_yen=50_000_000, due=DAY, on=DAY), fund.manager)
    fund.do(c.RecordPaidCapital(call_id="k", amount_yen=40_000_000, on=DAY), fund.manager)
    for who in (fund.manager, fund.secretariat):
        fund.do(c.ReleaseTranche(investment_id="i", number=1, evidence="seen", on=DAY), who)
    fund.do(c.FreezeTranche(investment_id="i", number=3, reason="late", on=DAY), fund.manager)


def seen(fund: SmallFund, who: str) -> Commitments:
    found = commitments(fund.desk.book(getattr(fund, who)), LATER)
    assert found is not None
    return found


def test_before_the_fund_is_established_there_are_none(empty):
    assert commitments(empty.desk.book(empty.manager), DAY) is None


def test_reservations_and_tranches_with_their_days(fund):
    approved(fund, "PR-1", "PR-2")
    signed(fund, "PR-1")
    money = seen(fund, "manager")
    assert money.reserved == (
        ReservedMoney(
            id="r-m1-PR-2",
            company=both("PR-2 Ltd"),
            amount_yen=60_000_000,
            reserved_on=DAY,
            expires_on=DAY + timedelta(days=90),
            days_left=29,
            decided=False,
        ),
    )
    shared = {"investment_id": "i", "company": both("PR-1 Ltd"), "signed_on": DAY, "of": 3, "milestone": "drawings"}
    assert money.tranches == (
        TrancheMoney(number=1, amount_yen=30_000_000, state="paid", on=DAY, approvals=2, **shared),
        TrancheMoney(
            number=2, amount_yen=20_000_000, state="overdue", on=DAY + timedelta(days=20), approvals=0, **shared
        ),
        TrancheMoney(number=3, amount_yen=10_000_000, state="stopped", on=DAY, approvals=0, **shared),
    )
    assert (money.called_yen, money.figures.paid_in_yen, money.figures.cash_yen) == (50_000_000, 40_000_000, 10_000_000)
    assert (money.steps[0].left_yen, money.steps[-1].left_yen) == (500_000_000, 280_000_000)


def test_the_limits_of_who_sees_all_are_those_of_the_books(fund):
    approved(fund, "PR-1", "PR-2")
    signed(fund, "PR-1")
    book, money = fund.desk.book(fund.manager), seen(fund, "manager")
    assert money.unseen_yen == 0
    of_books = [one for one in headrooms(book.terms, book.balances) if one.kind != "investable"]
    assert sorted((one.kind, one.limit_yen, one.used_yen) for one in money.limits) == sorted(
        (one.kind, one.limit_yen, one.used_yen) for one in of_books
    )


def test_a_limit_on_the_promises_of_a_year_is_told_as_the_books_count_it(fund):
    approved(fund, "PR-1", "PR-2")
    signed(fund, "PR-1")
    limits = TERMS.limits.model_copy(update={"yearly_share": Fraction(1, 2)})
    book = fund.desk.book(fund.manager)
    yearly = replace(book, terms=TERMS.model_copy(update={"limits": limits}))
    money = commitments(yearly, DAY)
    told = headroom(yearly.terms, yearly.balances, "year", "1")
    assert told.used_yen == 120_000_000
    assert money.limits[-1] == LimitUse(kind="year", name=None, limit_yen=250_000_000, used_yen=told.used_yen)
    assert commitments(yearly, DAY + timedelta(days=366)).limits[-1].used_yen == 0
    again = replace(book, balances=book.balances | {"LIM:Used:recycling:": 7_000_000})
    recycled = LimitUse(kind="recycling", name=None, limit_yen=50_000_000, used_yen=7_000_000)
    assert commitments(again, DAY).limits[-1] == recycled


def test_the_partner_sees_what_is_signed_by_its_amounts_alone(fund):
    approved(fund, "PR-1", "PR-2")
    signed(fund, "PR-1")
    money = seen(fund, "lp")
    assert money.reserved == ()
    assert [(one.amount_yen, one.milestone, one.approvals) for one in money.tranches] == [
        (30_000_000, "", 0),
        (20_000_000, "", 0),
        (10_000_000, "", 0),
    ]
    assert money.unseen_yen == 60_000_000
    assert money.limits[1:] == (
        LimitUse(
            kind="sector",
            name=both("sector of PR-1"),
            limit_yen=200_000_000,
            used_yen=60_000_000,
        ),
        LimitUse(kind="company", name=both("PR-1 Ltd"), limit_yen=100_000_000, used_yen=60_000_000),
    )


def test_a_recused_member_is_told_neither_company_nor_sector(fund):
    approved(fund, "PR-1")
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    fund.proposal("PR-2", sector="secret sector")
    fund.meeting(2, "PR-2")
    item = "m2-PR-2"
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="inventor_or_patent_holder"), fund.tlo)
    fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person="outside"), fund.secretariat)
    sitting = {"association": fund.association, "tlo": fund.outside, "bank": fund.bank}
    for seat, who in sitting.items():
        fund.do(c.DeclareInterest(item_id=item, seat_id=seat, kind="none"), who)
        fund.do(c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements()), who)
    fund.do(c.RevealScores(item_id=item), fund.association)
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.PutMotion(item_id=item, resolution="approve", terms=terms), fund.association)
    for seat, who in sitting.items():
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote="for"), who)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r2"), fund.association)
    money = seen(fund, "tlo")
    assert money.unseen_yen == 60_000_000
    assert [one.id for one in money.reserved] == ["r-m1-PR-1"]
    assert "secret" not in money.model_dump_json()
    assert "PR-2" not in money.model_dump_json()

"""Trouble with the fund's money: more than was promised, the same person twice, time that runs out during a vote."""

from small_fund import DAY, MEMBERS

from fundapp.basis.days import day_of
from fundapp.committee.proposal import Terms
from fundapp.fund.figures import figures
from fundapp.fund.limits import check_reservation
from fundapp.record import commands as c
from fundapp.record.events import TrancheTerms

M = 1_000_000
TERMS = Terms(amount_yen=60 * M, instrument="loan")


def money(fund):
    book = fund.desk.book(fund.manager)
    return figures(book.terms, book.balances)


def agreement(*amounts_yen: int) -> c.SignAgreement:
    tranches = tuple(
        TrancheTerms(number=n, amount_yen=yen, due=DAY, milestone="m") for n, yen in enumerate(amounts_yen, 1)
    )
    return c.SignAgreement(investment_id="iv", reservation_id="r-m1-PR-1", tranches=tranches, on=DAY)


def test_no_way_leads_above_what_was_resolved_promised_or_paid(fund, item) -> None:
    fund.revealed(item)
    fund.approve(item)
    above = c.DecideAsGp(reservation_id="r-m1-PR-1", terms=TERMS.model_copy(update={"amount_yen": 60 * M + 1}), on=DAY)
    assert fund.refused(above, fund.manager).code == "above_reservation"
    votes = TERMS.model_copy(update={"voting_share": "35/100"})
    many = c.DecideAsGp.model_validate({"reservation_id": "r-m1-PR-1", "terms": votes.model_dump(), "on": DAY})
    assert fund.refused(many, fund.manager).code == "above_voting_limit"
    fund.do(c.DecideAsGp(reservation_id="r-m1-PR-1", terms=TERMS, on=DAY), fund.manager)
    assert fund.refused(agreement(40 * M, 20 * M + 1), fund.manager).code == "above_reservation"
    fund.do(agreement(40 * M, 20 * M), fund.manager)
    fund.do(c.CallCapital(call_id="k", amount_yen=200 * M, due=DAY, on=DAY), fund.manager)
    fund.do(c.RecordPaidCapital(call_id="k", amount_yen=200 * M, on=DAY), fund.manager)
    release = c.ReleaseTranche(investment_id="iv", number=1, evidence="e", on=DAY)
    assert fund.refused(release.model_copy(update={"evidence": ""}), fund.manager).code == "release_needs_evidence"
    fund.do(release, fund.manager)
    assert fund.refused(release, fund.manager).code == "same_person_twice"
    fund.do(release, fund.secretariat)
    assert fund.refused(release, fund.manager).code == "tranche_paid_already"
    assert fund.refused(release.model_copy(update={"number": 3}), fund.manager).code == "tranche_unknown"
    assert (money(fund).drawn_yen, money(fund).cash_yen) == (40 * M, 160 * M)


def test_a_reservation_that_expires_during_a_vote_goes_back_and_the_vote_goes_on(fund, item) -> None:
    fund.revealed(item)
    fund.approve(item)
    fund.do(c.CloseMeeting(meeting_id="m1"), fund.secretariat)
    fund.clock.wait(days=90)
    fund.proposal("PR-2", sector="other")
    fund.meeting(2, "PR-2")
    fund.revealed("m2-PR-2")
    put = c.PutMotion(item_id="m2-PR-2", resolution="approve", terms=TERMS)
    fund.do(put, MEMBERS["association"])
    for seat in ("association", "tlo"):
        fund.do(c.CastVote(item_id="m2-PR-2", number=1, seat_id=seat, vote="for"), MEMBERS[seat])
    assert (money(fund).reserved_yen, money(fund).investable_yen) == (60 * M, 340 * M)
    fund.clock.wait(days=1)
    fund.do(c.CastVote(item_id="m2-PR-2", number=1, seat_id="bank", vote="for"), MEMBERS["bank"])
    book = fund.desk.book(fund.manager)
    assert (book.reservations["r-m1-PR-1"].state, money(fund).investable_yen) == ("expired", 400 * M)
    declare = c.DeclareResult(item_id="m2-PR-2", number=1, reservation_id="r-m2-PR-2")
    fund.do(declare, MEMBERS["association"])
    assert (money(fund).reserved_yen, money(fund).investable_yen) == (60 * M, 340 * M)
    late = c.DecideAsGp(reservation_id="r-m1-PR-1", terms=TERMS, on=day_of(fund.clock.now))
    assert fund.refused(late, fund.manager).code == "reservation_not_ready"
    assert fund.desk.verify().records == fund.desk.book(fund.manager).seq


def test_a_limit_for_each_year_counts_what_is_newly_promised_in_it(fund, item) -> None:
    book = fund.desk.book(fund.manager)
    narrow = book.terms.limits.model_copy(update={"yearly_share": "1/10"})
    terms = type(book.terms).model_validate(book.terms.model_dump() | {"limits": narrow.model_dump()})
    asked = {"company_id": "c", "sector": "s", "early_stage": False, "voting_share": None}
    assert check_reservation(terms, book.balances, **asked, year=1, amount_yen=50 * M) is None
    refusal = check_reservation(terms, book.balances, **asked, year=1, amount_yen=50 * M + 1)
    assert refusal.code == "above_year_limit"
    used = book.balances | {"LIM:Used:year:1": 50 * M}
    assert check_reservation(terms, used, **asked, year=1, amount_yen=1).code == "above_year_limit"
    assert check_reservation(terms, used, **asked, year=2, amount_yen=1) is None


def test_after_the_investment_period_only_companies_of_the_portfolio_get_more(fund, item) -> None:
    book = fund.desk.book(fund.manager)
    terms = book.terms.model_copy(update={"investment_years": 5})
    asked = {"company_id": "c", "sector": "s", "early_stage": False, "voting_share": None, "amount_yen": 1}
    assert check_reservation(terms, book.balances, **asked, year=5) is None
    assert check_reservation(terms, book.balances, **asked, year=6).code == "after_investment_period"
    held = book.balances | {"LIM:Used:company:c": 1}
    assert check_reservation(terms, held, **asked, year=6) is None


def test_a_fund_s_year_begins_on_its_first_day(fund, item) -> None:
    terms = fund.desk.book(fund.manager).terms
    assert [terms.year_of(DAY.replace(year=y, month=m, day=d)) for y, m, d in ((2026, 4, 1), (2027, 3, 31))] == [1, 1]
    assert terms.year_of(DAY.replace(year=2027)) == 2
    assert terms.last_day_of(1) == DAY.replace(year=2027, month=3, day=31)
    leap = terms.model_copy(update={"first_day": DAY.replace(year=2024, month=2, day=29)})
    assert leap.last_day_of(1) == DAY.replace(year=2025, month=2, day=28)

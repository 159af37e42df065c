"""What may come: the model from where the fund stands, over what is known to be called."""

from datetime import date, timedelta

import pytest
from record.test_decide_fund import paid_in, release, signed

from fundapp.fund.company_cash import CompanyCash
from fundapp.fund.pacing import PacingCase
from fundapp.places import rubrics_folder
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.company_runways import company_runways
from fundapp.record.forecast import asked_today, forecast, unsigned
from fundapp.record.fund_returns import fund_returns
from fundapp.store.pacing_files import load_pacing_cases

DAY = date(2026, 4, 1)
M = 1_000_000


@pytest.fixture
def cases() -> tuple[PacingCase, ...]:
    return tuple(one for one in load_pacing_cases(rubrics_folder()) if isinstance(one, PacingCase))


def test_the_fund_s_own_cases_are_read_without_fault(cases) -> None:
    assert [one.id for one in cases] == ["low", "base", "high"]


def test_a_faulty_file_of_cases_names_every_fault(tmp_path) -> None:
    (tmp_path / "pacing.toml").write_text(
        'version = "1"\n[[scenario]]\nid = "a"\nname = { ja = "a", en = "a" }\ngrowth_pct = 900\n', encoding="utf-8"
    )
    codes = {one.code for one in load_pacing_cases(tmp_path)}
    assert codes == {"rubric_key_missing", "rubric_out_of_range"}


def test_the_years_run_to_the_end_of_the_fund_and_start_from_today(fund, item, cases) -> None:
    signed(fund, item)
    paid_in(fund, 100 * M)
    fund.clock.wait(days=100)
    book, today = fund.desk.book(fund.lp), DAY + timedelta(days=100)
    found = forecast(book, today, cases)
    assert found is not None
    assert (found.now.on, found.now.net_yen) == (today, -100 * M)
    for one in found.cases:
        ends = [point.on for point in one.points]
        assert ends[0] == date(2027, 3, 31)
        assert ends[-1] == date(2036 + one.case.extra_years, 3, 31)
        called = sum(point.called_yen for point in one.points)
        assert 399 * M <= called <= 400 * M
    low, base, high = (one.points[-1].net_yen for one in found.cases)
    assert low < base < high
    assert all(min(point.net_yen for point in one.points) < -100 * M for one in found.cases)


def test_signed_payments_are_the_least_that_is_called(fund, item, cases) -> None:
    """50 million of tranches are due now and nothing was paid in: the slow calls of a case do not hide them."""
    signed(fund, item)
    slow = [one.model_copy(update={"first_year_pct": 1}) for one in cases]
    found = forecast(fund.desk.book(fund.manager), DAY, slow)
    assert found is not None
    assert found.calendar[-1].net_yen == -50 * M
    assert [one.points[0].called_yen for one in found.cases] == [50 * M] * 3


def test_reservations_and_today_s_agenda_count_on_the_last_day_on_which_they_may_be_signed(fund, item, cases) -> None:
    proposals = fund.desk.proposals(fund.manager)
    (asked,) = asked_today(fund.desk.book(fund.manager), proposals, DAY)
    assert (asked.kind, asked.on, asked.amount_yen) == ("asked", DAY + timedelta(days=90), 60 * M)
    assert asked_today(fund.desk.book(fund.lp), fund.desk.proposals(fund.lp), DAY) == ()
    fund.revealed(item)
    fund.approve(item)
    book = fund.desk.book(fund.manager)
    assert asked_today(book, proposals, DAY) == ()
    (held,) = unsigned(book)
    assert (held.kind, held.on, held.amount_yen) == ("reserved", DAY + timedelta(days=90), 60 * M)
    without, with_it = forecast(book, DAY, cases), forecast(book, DAY, cases, (held,))
    assert without is not None
    assert with_it is not None
    assert (without.calendar[-1].net_yen, with_it.calendar[-1].net_yen) == (0, -60 * M)


def test_a_company_s_runway_names_the_payment_that_comes_too_late(fund, item) -> None:
    signed(fund, item)
    paid_in(fund, 100 * M)
    for who in (fund.manager, fund.secretariat):
        fund.do(release(), who)
    book = fund.desk.book(fund.manager)
    told = CompanyCash(id="c", proposal_id="id-PR-1", as_of=DAY, cash_yen=6 * M, monthly_burn_yen=2 * M)
    (one,) = company_runways(book, (told,), DAY)
    assert (one.to_come_yen, one.next_on) == (20 * M, DAY)
    assert one.ends_on == DAY + timedelta(days=91)
    assert [round(float(months), 1) for months in (one.months, one.months_with_it)] == [3.0, 13.0]
    assert not one.is_short
    assert one.model_copy(update={"next_on": DAY + timedelta(days=92)}).is_short
    (silent,) = company_runways(book, (told.model_copy(update={"as_of": DAY + timedelta(days=1)}),), DAY)
    assert (silent.stated, silent.ends_on, silent.months) == (None, None, None), "not told yet on that day"
    (steady,) = company_runways(book, (told.model_copy(update={"monthly_burn_yen": 0}),), DAY)
    assert (steady.ends_on, steady.months) == (None, None)


def test_figures_of_an_earlier_day_stay_what_they_were_until_a_slip_is_reversed(fund, item) -> None:
    """A payment in entered by mistake stands in the books until its reversal: flows and value agree on each day."""
    signed(fund, item)
    paid_in(fund, 100 * M)
    book = fund.desk.book(fund.manager)
    came = [seq for seq, one in book.posted.items() if isinstance(one, e.CapitalPaid)]
    fund.clock.wait(days=5)
    later = DAY + timedelta(days=5)
    fund.do(c.ReverseEntry(seq=came[0], reason="wrong account", on=later), fund.manager)
    book = fund.desk.book(fund.lp)
    then, now = fund_returns(book, DAY + timedelta(days=2)), fund_returns(book, later)
    assert then is not None
    assert now is not None
    assert (then.net.paid_in_yen, then.net.nav_yen) == (100 * M, 100 * M)
    assert (now.net.paid_in_yen, now.net.nav_yen) == (1 * M, 1 * M)

"""What the money returned and what may come: figures or their reasons, the index, companies' cash, today's agenda."""

from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from fundapp.fund.market_index import MarketIndex
from fundapp.fund.returns import IndexLevel
from fundapp.record import commands as c
from fundapp.record.figure_commands import ImportIndex
from fundapp.text.catalogue import use
from fundapp.ui.desks import PAGES
from tests.pages.small_fund import TODAY, SmallFund, open_as, small_fund, texts
from tests.pages.test_investment import DEAL, press, signed, title


def paid(folder: Path) -> SmallFund:
    """A fund that paid its first tranche 400 days ago."""
    made = small_fund(folder)
    signed(made)
    for person in ("manager", "secretariat"):
        release = c.ReleaseTranche(investment_id="iv", number=1, evidence="report", on=TODAY)
        made.does(person, release)
    made.moves_to(TODAY + timedelta(days=400))
    return made


@pytest.fixture(scope="module")
def fund(tmp_path_factory) -> SmallFund:
    """For readers alone."""
    return paid(tmp_path_factory.mktemp("returns"))


@pytest.fixture
def visit(fund, monkeypatch):
    def visit(person: str, page: str, language="en", of: SmallFund = fund) -> AppTest:
        screen = open_as(of, person, "today/home", monkeypatch, language=language)
        use(language)
        screen = screen.switch_page(str(PAGES[page].file)).run()
        assert not screen.exception
        return screen

    return visit


def headers(screen: AppTest) -> list[str]:
    return [one.value.replace("\\", "") for one in screen.header]


def metrics(screen: AppTest) -> dict[str, str]:
    return {one.label: one.value for one in screen.metric}


@pytest.mark.parametrize("person", ["lp", "b"])
def test_net_and_gross_stand_apart_and_each_has_its_figures(visit, person) -> None:
    screen = visit(person, "fund/returns")
    assert title(screen) == "For each yen paid in the partners have 1.00, of which 0.00 came back"
    assert headers(screen)[:3] == [
        "Net to the partners, after fees",
        "No index is taken in to compare with",
        "Gross of the companies, before fees",
    ]
    found = metrics(screen)
    assert {name: found[name] for name in ("PIC", "DPI", "RVPI", "TVPI", "MOIC")} == {
        "PIC": "0.12 times",
        "DPI": "0.00 times",
        "RVPI": "1.00 times",
        "TVPI": "1.00 times",
        "MOIC": "1.00 times",
    }
    assert (found["Net XIRR"], found["Gross XIRR"]) == ("0%", "0%")


def test_an_earlier_day_shows_the_figures_of_that_day_with_the_reasons_of_missing_ones(visit) -> None:
    screen = visit("lp", "fund/returns")
    screen = screen.date_input[0].set_value(TODAY + timedelta(days=30)).run()
    assert not screen.exception
    told = {one.label: one.delta for one in screen.metric}
    assert metrics(screen)["Net XIRR"] == "–"
    assert told["Net XIRR"] == "Under a year (30 days) no annual rate is stated."
    before = screen.date_input[0].set_value(TODAY - timedelta(days=1)).run()
    assert title(before) == "Nothing has been paid in yet"
    assert {one.label: one.delta for one in before.metric}["DPI"] == "There is no capital to measure against."


def test_with_an_index_the_comparison_says_which_is_better(tmp_path, visit) -> None:
    own = paid(tmp_path)
    days = [TODAY + timedelta(days=7 * n) for n in range(-1, 59)]
    levels = tuple(IndexLevel(on=day, level=str(100 + n)) for n, day in enumerate(days))
    index = MarketIndex(name="Shares", source="with dividends", levels=levels)
    own.does("manager", ImportIndex(index=index))
    screen = visit("lp", "fund/returns", of=own)
    assert "The partners have less than Shares would have given them" in headers(screen)
    assert metrics(screen)["KS-PME"] == "0.64 times"
    assert metrics(screen)["Direct Alpha"].startswith("-3")


def test_only_keepers_take_an_index_in(visit) -> None:
    assert [one.label for one in visit("manager", "fund/returns").expander].count("Take an index in") == 1
    assert "Take an index in" not in [one.label for one in visit("lp", "fund/returns").expander]


def test_the_forecast_has_its_band_and_the_fund_s_cash_and_speaks_japanese(visit) -> None:
    screen = visit("lp", "fund/forecast")
    assert title(screen) == "No call on the partners is known yet"
    assert "cases the partners get back what they paid" in headers(screen)[0]
    assert len(screen.get("plotly_chart")) == 2
    assert title(visit("manager", "fund/forecast", "ja")) == "見込まれる払込請求は、まだありません"


def test_other_assumptions_change_the_chart_and_write_nothing(fund, visit) -> None:
    before = fund.desk.verify()
    screen = visit("manager", "fund/forecast")
    first = headers(screen)[0]
    for one in screen.number_input:
        if one.label == "Growth of the value (% a year)":
            one.set_value(-20.0)
    screen = screen.run()
    assert headers(screen)[0].startswith("In no case do the partners get back what they paid")
    assert headers(screen)[0] != first
    assert fund.desk.verify() == before


def test_a_company_s_cash_is_recorded_and_its_end_is_said(tmp_path, visit) -> None:
    own = paid(tmp_path)
    screen = visit("secretariat", "fund/forecast", of=own)
    assert "No company's cash is recorded yet" in headers(screen)
    by_label = {one.label: one for one in screen.number_input}
    by_label["Cash and deposits (yen)"].set_value(10_000_000)
    by_label["Used up in a month, receipts deducted (yen)"].set_value(2_000_000)
    screen = screen.run()
    assert "the cash lasts until 19 April 2028" in texts(screen)
    screen = press(screen, "Record these figures")
    assert "Hachiryo Works 2 is the first to run out of cash, on 19 April 2028" in headers(screen)
    assert "The company's cash is recorded." in screen.success[0].value.replace("\\", "")
    assert not any("cash, on" in one for one in headers(visit("lp", "fund/forecast", of=own)))
    deal = visit("auditor", "fund/investment", of=own)
    deal.query_params["deal"] = DEAL
    assert "the company's own cash lasts until 19 April 2028 (5.0 months)." in texts(deal.run())

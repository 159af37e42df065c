"""How much is left, and for whom?"""

from datetime import timedelta

import pytest

from fundapp.committee.proposal import Terms
from fundapp.record import commands as c
from fundapp.record.events import TrancheTerms
from fundapp.ui.desks import PAGES
from tests.pages.small_fund import EARLIER, TODAY, SmallFund, established, open_as, small_fund, texts


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "fund/commitments", monkeypatch, language=language)


def sign(fund: SmallFund) -> None:
    reservation = "reservation-item-13-PR-02"
    terms = Terms(amount_yen=40_000_000, instrument="preferred_shares")
    fund.does("manager", c.DecideAsGp(reservation_id=reservation, terms=terms, on=TODAY))
    tranches = tuple(
        TrancheTerms(number=number, amount_yen=20_000_000, due=due, milestone="型式認証")
        for number, due in ((1, EARLIER), (2, TODAY + timedelta(days=30)))
    )
    agreement = c.SignAgreement(investment_id="i", reservation_id=reservation, tranches=tranches, on=TODAY)
    fund.does("manager", agreement)


def test_what_is_left_with_figures_charts_and_the_way_to_take_them(visit):
    screen = visit("manager")
    assert not screen.exception
    assert [one.value for one in screen.title] == ["Of JPY 500m, JPY 360m is still investable"]
    assert [(one.label, one.value, one.delta) for one in screen.metric] == [
        ("Reserved", "JPY 40m", "8% of the fund"),
        ("Committed", "JPY 0m", "JPY 0m is paid"),
        ("Paid in", "JPY 0m", "of JPY 0m called"),
        ("Cash", "JPY 0m", "JPY 0m still to pay"),
    ]
    assert [one.value.replace("\\", "") for one in screen.header] == [
        "JPY 40m is reserved or committed, JPY 100m is for costs and follow-on investments",
        "Within all limits; least room: Hachiryo Works 2, JPY 60m",
        "1 reservation; Hachiryo Works 2 is the next to expire, in 30 days",
        "No agreement is signed yet",
        "PR-01 is promising but not yet supportable",
    ]
    assert len(screen.get("plotly_chart")) == 3
    assert [link.url for link in screen.get("link_button")] == [
        "/download/commitments-csv?lang=en",
        "/download/commitments-xlsx?lang=en",
    ]


def test_tranches_with_what_is_past_its_day_first(fund, visit):
    sign(fund)
    told = texts(visit("manager"))
    assert "JPY 20m to Hachiryo Works 2 is past its due day" in told
    assert "Tranche 1 of 2: ¥20,000,000, due day has passed, 16 August 2026 (型式認証)" in told
    assert "Tranche 2 of 2: ¥20,000,000, to be paid, 14 November 2026 (型式認証)" in told
    assert "Nothing is reserved at the moment" in told


def test_the_partner_sees_amounts_without_proposals_scores_and_milestones(fund, visit):
    before = texts(visit("lp"))
    assert "Not counted here: JPY 40m reserved for matters that are not open to you." in before
    assert "Hachiryo Works" not in before
    sign(fund)
    screen = visit("lp")
    told = texts(screen)
    assert not screen.exception
    assert "Hachiryo Works 2" in told
    assert [secret for secret in ("型式認証", "PR-01", "PR-02", "Frost alarm", "investable;") if secret in told] == []
    assert len(screen.get("plotly_chart")) == 2


def test_japanese(fund, visit):
    sign(fund)
    screen = visit("manager", "ja")
    assert [one.value for one in screen.title] == ["500百万円のうち投資可能残高は360百万円"]
    assert "第1回（全2回）　¥20,000,000　期日超過　2026年8月16日（型式認証）" in texts(screen)


def test_the_administrator_does_not_reach_the_page(visit):
    with pytest.raises(ValueError, match="commitments"):
        visit("administrator")


def test_before_anything_is_reserved(tmp_path, monkeypatch):
    screen = open_as(established(tmp_path), "manager", "fund/commitments", monkeypatch)
    assert not screen.exception
    assert [one.value for one in screen.title] == ["Of JPY 500m, JPY 400m is still investable"]
    assert "Nothing is reserved at the moment" in texts(screen)


def test_a_reader_chooses_how_amounts_and_days_are_written_and_it_stays_from_page_to_page(visit):
    screen = visit("manager", "ja")
    assert screen.title[0].value.startswith("500百万円")
    screen.query_params["amounts"], screen.query_params["days"] = "man", "era"
    screen.run()
    assert screen.title[0].value.startswith("5億円")
    assert "令和8年" in texts(screen)
    del screen.query_params["amounts"]
    screen = screen.switch_page(str(PAGES["fund/calls"].file)).run()
    assert not screen.exception
    assert "5億円" in screen.title[0].value

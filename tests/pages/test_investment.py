"""What comes next for the money of one resolution: every step, by whoever takes it, with its preview and receipt."""

import pytest
from streamlit.testing.v1 import AppTest

from fundapp.committee.proposal import Terms
from fundapp.fund.figures import figures
from fundapp.record import commands as c
from fundapp.record.events import TrancheTerms
from fundapp.text.catalogue import use
from fundapp.ui.desks import PAGES
from tests.pages.small_fund import ACTORS, TODAY, SmallFund, open_as, small_fund, texts

DEAL = "reservation-item-13-PR-02"
TERMS = Terms(amount_yen=40_000_000, instrument="preferred_shares")


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    def visit(person: str, language="en", deal: str = DEAL) -> AppTest:
        screen = open_as(fund, person, "today/home", monkeypatch, language=language)
        use(language)
        screen.switch_page(str(PAGES["fund/investment"].file))
        screen.query_params["deal"] = deal
        return screen.run()

    return visit


def signed(fund: SmallFund) -> None:
    fund.does("manager", c.DecideAsGp(reservation_id=DEAL, terms=TERMS, on=TODAY))
    tranches = tuple(
        TrancheTerms(number=n, amount_yen=amount_yen, due=TODAY, milestone="prototype")
        for n, amount_yen in ((1, 25_000_000), (2, 15_000_000))
    )
    fund.does("manager", c.SignAgreement(investment_id="iv", reservation_id=DEAL, tranches=tranches, on=TODAY))
    fund.does("manager", c.CallCapital(call_id="call", amount_yen=60_000_000, due=TODAY, on=TODAY))
    fund.does("manager", c.RecordPaidCapital(call_id="call", amount_yen=60_000_000, on=TODAY))


def press(screen: AppTest, label: str) -> AppTest:
    found = next(one for one in screen.button if one.label.replace("\\", "") == label)
    screen = found.click().run()
    assert not screen.exception
    return screen


def field(screen: AppTest, label: str):
    return next(one for one in screen.text_input if one.label == label)


def title(screen: AppTest) -> str:
    assert not screen.exception
    return screen.title[0].value.replace("\\", "")


def test_the_manager_goes_from_the_resolution_to_the_signature(fund, visit) -> None:
    screen = visit("manager")
    assert title(screen) == "Hachiryo Works 2: the general partner decides"
    assert "No money moves with this step." in texts(screen)
    screen = press(screen, "Decide to invest ¥40,000,000")
    assert screen.success[0].value.startswith("The general partner")
    assert title(screen).endswith("the agreement is to be signed")
    amounts = [one for one in screen.number_input if one.label == "Amount (yen)"]
    assert [one.value for one in amounts] == [20_000_000, 20_000_000]
    screen = amounts[1].set_value(15_000_000).run()
    told = texts(screen)
    assert "Tranches together: ¥35,000,000. Goes back to the fund: ¥5,000,000." in told
    assert "Investable balance: ¥360,000,000 becomes ¥365,000,000" in told
    screen = press(screen, "Enter the signed agreement of ¥35,000,000")
    assert title(screen) == "Hachiryo Works 2: tranche 1 of JPY 20m is next"
    book = fund.desk.book(ACTORS["manager"])
    assert figures(book.terms, book.balances).committed_yen == 35_000_000


def test_two_persons_pay_a_tranche_and_each_sees_the_own_step(fund, visit) -> None:
    signed(fund)
    screen = visit("manager")
    screen = press(screen, "Approve as the first person")
    assert "A release needs evidence" in screen.warning[0].value
    field(screen, "Evidence that the milestone is reached").input("test report 12").run()
    screen = press(screen, "Approve as the first person")
    assert title(screen) == "Hachiryo Works 2: tranche 1 waits for the second approval"
    second = visit("secretariat")
    assert title(second) == "Hachiryo Works 2: tranche 1 waits for your approval"
    assert "Bank account: ¥60,000,000 becomes ¥35,000,000" in texts(second)
    field(second, "Evidence that the milestone is reached").input("seen on site").run()
    second = press(second, "Approve as the second person and pay")
    assert title(second) == "Hachiryo Works 2: tranche 2 of JPY 15m is next"


def test_a_payment_above_the_cash_is_refused_before_it_is_sent(fund, visit) -> None:
    signed(fund)
    fund.does("manager", c.PayFee(fee_id="fee", amount_yen=39_000_000, what="audit", on=TODAY))
    screen = visit("manager")
    assert "Call capital" in screen.warning[0].value
    assert "Approve as the first person" not in [one.label for one in screen.button]


def opened(screen: AppTest, form: str) -> AppTest:
    """The page with a closed step opened."""
    screen.session_state[f"{form}-open-{screen.session_state[f'nonce/{form}']}"] = True
    return screen.run()


def test_a_resolution_is_given_up_with_its_reason(fund, visit) -> None:
    screen = opened(visit("manager"), f"void/{DEAL}")
    assert "Investable balance: ¥360,000,000 becomes ¥400,000,000" in texts(screen)
    field(screen, "Reason").input("the company withdrew").run()
    screen = press(screen, "Give the reservation of ¥40,000,000 up")
    assert title(screen) == "Hachiryo Works 2: the reservation went back to the fund"


def test_a_payment_is_stopped_resumed_and_cancelled(fund, visit) -> None:
    signed(fund)
    screen = visit("manager")
    for form, label, ends in (
        ("stop/iv", "Stop this payment", "tranche 2 of JPY 15m is next"),
        ("resume/iv", "Lift this stop", "tranche 1 of JPY 25m is next"),
        ("cancel/iv", "Cancel this tranche", "tranche 2 of JPY 15m is next"),
    ):
        screen = opened(screen, form)
        field(screen, "Reason").input("as agreed").run()
        screen = press(screen, label)
        assert title(screen) == f"Hachiryo Works 2: {ends}"
    assert figures_of(fund) == (15_000_000, 385_000_000)


def figures_of(fund: SmallFund) -> tuple[int, int]:
    book = fund.desk.book(ACTORS["manager"])
    now = figures(book.terms, book.balances)
    return now.committed_yen, now.investable_yen


def test_the_commitments_lead_to_what_waits(fund, monkeypatch) -> None:
    screen = open_as(fund, "manager", "fund/commitments", monkeypatch)
    press(screen, "Decide on Hachiryo Works 2")
    assert title(screen) == "Hachiryo Works 2: the general partner decides"


def test_who_only_reads_sees_the_state_and_no_form(fund, visit) -> None:
    signed(fund)
    for person in ("b", "auditor"):
        screen = visit(person)
        assert title(screen) == "Hachiryo Works 2: tranche 1 of JPY 25m is next"
        assert not screen.text_input


def test_without_a_deal_the_page_leads_back(visit) -> None:
    assert title(visit("manager", deal="")) == "Choose an investment"


def test_it_speaks_japanese(fund, visit) -> None:
    signed(fund)
    assert title(visit("manager", "ja")) == "八稜第2製作所：次は第1回、25百万円の払込です"

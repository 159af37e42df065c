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
    label = "Shares or units that it buys, if they are counted"
    next(one for one in screen.number_input if one.label == label).set_value(1_200).run()
    screen = amounts[1].set_value(15_000_000).run()
    told = texts(screen)
    assert "Tranches together: ¥35,000,000. Goes back to the fund: ¥5,000,000." in told
    assert "Investable balance: ¥360,000,000 becomes ¥365,000,000" in told
    screen = press(screen, "Enter the signed agreement of ¥35,000,000")
    assert title(screen) == "Hachiryo Works 2: tranche 1 of JPY 20m is next"
    book = fund.desk.book(ACTORS["manager"])
    assert figures(book.terms, book.balances).committed_yen == 35_000_000
    (investment,) = book.investments.values()
    assert [one.shares for one in investment.tranches] == [1_200, None]


def test_two_persons_pay_a_tranche_and_each_sees_the_own_step(fund, visit) -> None:
    signed(fund)
    screen = visit("manager")
    screen = press(screen, "Approve as the first person")
    assert "A payment needs evidence" in screen.warning[0].value
    field(screen, "Evidence that the milestone is reached").input("test report 12").run()
    screen = press(screen, "Approve as the first person")
    assert title(screen) == "Hachiryo Works 2: tranche 1 waits for the second approval"
    second = visit("secretariat")
    assert title(second) == "Hachiryo Works 2: tranche 1 waits for your approval"
    assert "(manager) on this evidence: test report 12" in texts(second)
    assert "Bank account: ¥60,000,000 becomes ¥35,000,000" in texts(second)
    field(second, "Evidence that the milestone is reached").input("seen on site").run()
    second = press(second, "Approve as the second person and pay")
    assert title(second) == "Hachiryo Works 2: tranche 2 of JPY 15m is next"


def test_a_payment_above_the_cash_is_refused_before_it_is_sent(fund, visit) -> None:
    signed(fund)
    fund.does("manager", c.PayFee(fee_id="fee", amount_yen=39_000_000, what="audit", on=TODAY))
    screen = visit("manager")
    assert "Call capital" in screen.warning[0].value
    assert "To the calls" in [one.proto.label for one in screen.get("page_link")]
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


def test_a_decision_by_mistake_is_taken_back_on_the_deal_s_own_page(fund, visit) -> None:
    fund.does("manager", c.DecideAsGp(reservation_id=DEAL, terms=TERMS, on=TODAY))
    assert "Reverse an entry made by mistake" not in [one.label for one in visit("secretariat").expander]
    screen = opened(visit("manager"), f"reverse/{DEAL}")
    (entry,) = (one for one in screen.selectbox if one.label == "Entry")
    assert [one.split(", ", 1)[1] for one in entry.options] == [
        "15 October 2026: Decision of the general partner (Hachiryo Works 2)"
    ]
    assert "No money moves with this step." in texts(screen)
    field(screen, "Reason").input("a loan, not shares").run()
    screen = press(screen, "Reverse this entry")
    assert title(screen) == "Hachiryo Works 2: the general partner decides"


def test_without_a_deal_the_page_leads_back(visit) -> None:
    assert title(visit("manager", deal="")) == "Choose an investment"


def test_it_speaks_japanese(fund, visit) -> None:
    signed(fund)
    assert title(visit("manager", "ja")) == "八稜第2製作所：次は第1回、25百万円の払込です"


def paid(fund: SmallFund) -> None:
    """The first tranche is paid."""
    signed(fund)
    for person in ("manager", "secretariat"):
        fund.does(person, c.ReleaseTranche(investment_id="iv", number=1, evidence="e", on=TODAY))


def money(fund: SmallFund):
    book = fund.desk.book(ACTORS["manager"])
    return figures(book.terms, book.balances)


def test_a_fair_value_is_proposed_by_one_and_approved_by_another(fund, visit) -> None:
    paid(fund)
    screen = opened(visit("manager"), "value/iv")
    next(one for one in screen.number_input if one.label == "Fair value (yen)").set_value(30_000_000).run()
    field(screen, "Input 1").input("EBITDA").run()
    field(screen, "Value and source 1").input("12m, accounts").run()
    field(screen, "Why these inputs lead to this value").input("as the accounts show").run()
    screen = press(screen, "Propose a fair value of ¥30,000,000")
    assert "A fair value of ¥30,000,000 on 15 October 2026 waits for its approval" in texts(screen)
    assert not [one for one in screen.button if one.label == "Approve this fair value"]
    screen = visit("secretariat")
    assert "Fair value of what is held: ¥25,000,000 becomes ¥30,000,000" in texts(screen)
    screen = press(screen, "Approve this fair value")
    assert money(fund).fair_value_yen == 30_000_000
    assert "Fair value ¥30,000,000, cost ¥25,000,000" in [one.value.replace("\\", "") for one in screen.header]


def test_an_exit_a_loss_and_a_refund_are_entered_with_their_preview(fund, visit) -> None:
    paid(fund)
    screen = opened(visit("manager"), "exit/iv")
    next(one for one in screen.number_input if one.label.startswith("Cost of what")).set_value(5_000_000).run()
    next(one for one in screen.number_input if one.label.startswith("Proceeds")).set_value(8_000_000).run()
    assert "Realised result: ¥0 becomes ¥3,000,000" in texts(screen)
    screen = press(screen, "Enter proceeds of ¥8,000,000")
    screen = opened(screen, "write-off/iv")
    next(one for one in screen.number_input if one.label.startswith("Cost that")).set_value(2_000_000).run()
    field(screen, "Reason").input("a mould is lost").run()
    screen = press(screen, "Write ¥2,000,000 off")
    screen = opened(screen, "refund/iv")
    next(one for one in screen.number_input if one.label == "Amount (yen)").set_value(1_000_000).run()
    field(screen, "Reason").input("not used").run()
    screen = press(screen, "Enter ¥1,000,000 as paid back")
    now = money(fund)
    assert (now.drawn_yen, now.realised_yen, now.lost_yen) == (17_000_000, 1_000_000, 2_000_000)

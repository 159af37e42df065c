"""What the partners owe and have received: each step by the manager, with its preview, its receipt and its notice."""

import io
from datetime import date, timedelta
from fractions import Fraction

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from fundapp.basis.refusal import Refusal
from fundapp.fund.figures import figures
from fundapp.record import commands as c
from fundapp.record.events import PlannedFee
from fundapp.text.catalogue import use
from fundapp.ui.desks import PAGES
from fundapp.web.document import Document
from fundapp.web.documents_on_offer import MAKERS
from tests.pages.small_fund import ACTORS, TODAY, SmallFund, open_as, small_fund, texts
from tests.pages.test_investment import paid


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    made = small_fund(tmp_path)
    fee = PlannedFee(fee_id="fee", due=TODAY + timedelta(days=30), amount_yen=6_000_000, what="administration")
    made.does("manager", c.SetFeeSchedule(fees=(fee,), on=TODAY))
    return made


@pytest.fixture
def visit(fund, monkeypatch):
    def visit(person: str, language="en", page: str = "fund/calls") -> AppTest:
        screen = open_as(fund, person, "today/home", monkeypatch, language=language)
        use(language)
        return screen.switch_page(str(PAGES[page].file)).run()

    return visit


def press(screen: AppTest, label: str) -> AppTest:
    found = next(one for one in screen.button if one.label.replace("\\", "") == label)
    screen = found.click().run()
    assert not screen.exception
    return screen


def opened(screen: AppTest, form: str) -> AppTest:
    """A step that is closed until one opens it."""
    screen.session_state[f"{form}-open-{screen.session_state[f'nonce/{form}']}"] = True
    return screen.run()


def title(screen: AppTest) -> str:
    assert not screen.exception
    return screen.title[0].value.replace("\\", "")


def money(fund: SmallFund):
    book = fund.desk.book(ACTORS["manager"])
    return figures(book.terms, book.balances)


def test_the_call_covers_what_is_planned_and_comes_in(fund, visit) -> None:
    screen = visit("manager")
    assert title(screen) == "No capital has been called yet, of JPY 500m"
    assert "¥6,000,000 is to be called" in texts(screen)
    assert "LP pays ¥5,940,000" in texts(screen)
    assert "Can still be called: ¥500,000,000 becomes ¥494,000,000" in texts(screen)
    screen = press(screen, "Call ¥6,000,000")
    assert screen.success[0].value.startswith("The call is entered")
    (call,) = fund.desk.book(ACTORS["manager"]).calls.values()
    assert (call.for_fees_yen, call.number, (call.due - TODAY).days) == (6_000_000, 1, 14)
    screen = opened(screen, f"paid/{call.id}")
    screen = press(screen, "Enter ¥6,000,000 as paid in")
    assert (money(fund).paid_in_yen, money(fund).receivable_yen) == (6_000_000, 0)
    assert title(screen) == "All calls are paid; JPY 494m can still be called"


def test_what_a_partner_does_not_pay_is_a_shortfall_after_the_due_day(fund, visit) -> None:
    fund.does("manager", c.CallCapital(call_id="k", amount_yen=10_000_000, due=TODAY, on=TODAY))
    fund.does("manager", c.RecordPaidCapital(call_id="k", amount_yen=100_000, partner=2, on=TODAY))
    fund.moves_to(TODAY + timedelta(days=3))
    screen = visit("manager")
    assert title(screen) == "¥9,900,000 of call no. 1 has not come in; it was due on 15 October 2026"
    screen = opened(screen, "short/k")
    next(one for one in screen.text_input if one.label == "Reason").input("the bank was closed").run()
    screen = press(screen, "Enter the shortfall of ¥9,900,000")
    now = money(fund)
    assert (now.receivable_yen, now.uncalled_yen, now.paid_in_yen) == (0, 499_900_000, 100_000)


def typed(screen: AppTest, label: str, value: int | str) -> AppTest:
    fields = (*screen.number_input, *screen.text_input)
    screen = next(one for one in reversed(fields) if one.label == label).set_value(value).run()
    assert not screen.exception
    return screen


def test_what_happens_rarely_is_entered_by_its_form_with_its_preview(fund, visit) -> None:
    fund.does("manager", c.CallCapital(call_id="k", amount_yen=60_000_000, due=TODAY, on=TODAY))
    fund.does("manager", c.RecordPaidCapital(call_id="k", amount_yen=60_000_000, on=TODAY))
    for form, fields, preview, label in (
        (
            "distribute",
            {"Amount (yen)": 2_000_000, "What is distributed": "interest"},
            "Distributed to the partners: ¥0 becomes ¥2,000,000",
            "Distribute ¥2,000,000",
        ),
        (
            "refund-capital",
            {"Amount (yen)": 1_000_000, "Reason": "not needed"},
            "Paid-in capital: ¥60,000,000 becomes ¥59,000,000",
            "Give ¥1,000,000 back",
        ),
        ("commit", {}, "Fund size: ¥500,000,000 becomes ¥510,000,000", "Enter the commitment of ¥10,000,000"),
    ):
        screen = opened(visit("manager"), form)
        for name, value in fields.items():
            screen = typed(screen, name, value)
        assert preview in texts(screen), form
        assert "What the journal enters" in [one.label for one in screen.expander]
        screen = press(screen, label)
        assert screen.success
    now = money(fund)
    assert (now.distributed_yen, now.paid_in_yen, now.fund_size_yen) == (2_000_000, 59_000_000, 510_000_000)


def test_what_came_back_is_invested_again_as_far_as_the_agreement_allows(tmp_path, monkeypatch) -> None:
    fund = small_fund(tmp_path, recycling_share=Fraction(1, 100))
    paid(fund)
    sold = {"investment_id": "iv", "exit_id": "x", "kind": "sale", "cost_yen": 8_000_000, "proceeds_yen": 9_000_000}
    fund.does("manager", c.RecordExit(**sold, on=TODAY))
    screen = opened(open_as(fund, "manager", "fund/calls", monkeypatch), "recycle")
    assert "The agreement allows 1% of the fund's size; ¥5,000,000 is left." in texts(screen)
    assert "Investable balance: ¥360,000,000 becomes ¥365,000,000" in texts(screen)
    screen = typed(screen, "Amount (yen)", 5_000_001)
    assert "of ¥5,000,000, ¥5,000,000 is left" in screen.warning[0].value
    screen = press(typed(screen, "Amount (yen)", 4_000_000), "Make ¥4,000,000 investable again")
    assert (money(fund).investable_yen, money(fund).returned_yen) == (364_000_000, 4_000_000)
    screen = opened(open_as(fund, "manager", "fund/calls", monkeypatch, language="ja"), "recycle")
    assert "組合契約ではファンド規模の1%まで再投資できます。残りは¥1,000,000です。" in texts(screen)


def test_without_an_agreement_nothing_is_invested_again(fund, visit) -> None:
    assert "Invest again what came back" not in [one.label for one in visit("manager").expander]


def test_a_period_is_closed_up_to_the_last_day_of_the_month_before(fund, visit) -> None:
    fund.moves_to(TODAY + timedelta(days=20))
    screen = opened(visit("manager"), "close-period")
    assert "Nothing is dated on that day or before it afterwards" in texts(screen)
    screen = press(screen, "Close the books up to 31 October 2026")
    assert fund.desk.book(ACTORS["auditor"]).closed_until == date(2026, 10, 31)


def test_a_fee_that_came_back_is_entered_with_its_preview(fund, visit) -> None:
    fund.does("manager", c.CallCapital(call_id="k", amount_yen=10_000_000, due=TODAY, on=TODAY))
    fund.does("manager", c.RecordPaidCapital(call_id="k", amount_yen=10_000_000, on=TODAY))
    fund.does("manager", c.PayFee(fee_id="fee", amount_yen=6_000_000, what="administration", on=TODAY))
    screen = opened(visit("manager", page="fund/fees"), "refund-fee")
    screen = typed(typed(screen, "Amount (yen)", 2_000_000), "Reason", "paid twice")
    assert "Bank account: ¥4,000,000 becomes ¥6,000,000" in texts(screen)
    press(screen, "Enter ¥2,000,000 as come back")
    assert money(fund).fees_spent_yen == 4_000_000


def test_of_many_calls_the_newest_stand_there_until_all_are_asked_for(fund, visit) -> None:
    for n in range(12):
        fund.does("manager", c.CallCapital(call_id=f"k{n}", amount_yen=1_000_000, due=TODAY, on=TODAY))
        fund.does("manager", c.RecordPaidCapital(call_id=f"k{n}", amount_yen=1_000_000, on=TODAY))
    screen = visit("lp")
    assert list(screen.dataframe[-1].value["No."]) == list(range(12, 2, -1))
    (every,) = (one for one in screen.toggle if one.label == "Show all 12 calls")
    screen = every.set_value(True).run()
    assert list(screen.dataframe[-1].value["No."]) == list(range(12, 0, -1))


def test_others_read_and_enter_nothing(fund, visit) -> None:
    for person in ("lp", "auditor", "secretariat"):
        screen = visit(person)
        assert title(screen) == "No capital has been called yet, of JPY 500m"
        assert not [one for one in screen.button if one.label.startswith("Call")]


def made(fund: SmallFund, kind: str, person: str, language="en", **query: str) -> Document | Refusal:
    use(language)
    return MAKERS[kind](fund.desk, ACTORS[person], query, language)


def test_the_notice_is_the_partner_s_and_never_changes(fund) -> None:
    fund.does("manager", c.CallCapital(call_id="k", amount_yen=10_000_000, due=TODAY, pay_to="口座", on=TODAY))
    first = {one: made(fund, "call-notice", "lp", one, of="k", partner="1") for one in ("ja", "en")}
    fund.moves_to(TODAY + timedelta(days=3))
    fund.does("manager", c.RecordPaidCapital(call_id="k", amount_yen=10_000_000, on=TODAY))
    for language, notice in first.items():
        assert isinstance(notice, Document)
        assert notice.content.startswith(b"%PDF")
        assert made(fund, "call-notice", "auditor", language, of="k", partner="1") == notice
    assert notice.name == "call-1-1-en.pdf"


def printed(document: Document | Refusal) -> str:
    """What a PDF tells, without blanks."""
    assert isinstance(document, Document)
    reader = PdfReader(io.BytesIO(document.content))
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def test_a_notice_of_a_call_tells_the_partner_what_where_when_and_where_the_account_stands(fund) -> None:
    for call, amount_yen, fees_yen in (("k", 10_000_000, 0), ("k2", 20_000_000, 5_000_000)):
        told = {"amount_yen": amount_yen, "for_fees_yen": fees_yen, "due": TODAY + timedelta(days=14)}
        fund.does("manager", c.CallCapital(call_id=call, **told, pay_to="Bank 1234567", on=TODAY))
    english = printed(made(fund, "call-notice", "lp", of="k2", partner="1"))
    expected = (
        *("Noticeofcapitalcallno.2", "ToLP", "¥19,800,000,dueon29October2026", "PaytoBank1234567"),
        *("Investments¥15,000,000¥14,850,000", "¥5,000,000¥4,950,000", "Together¥20,000,000¥19,800,000"),
        *("Commitment¥495,000,000", "Shareofthefund99%", "Calledbeforethisnotice¥9,900,000"),
        *("Calledafterthisnotice¥29,700,000", "Canstillbecalled¥465,300,000", "Distributedbeforethisnotice¥0"),
    )
    assert [one for one in expected if one not in english] == []
    japanese = printed(made(fund, "call-notice", "lp", "ja", of="k2", partner="1"))
    assert [one for one in ("LP御中", "¥19,800,000", "令和8年10月29日", "Bank1234567") if one not in japanese] == []


def test_a_notice_of_a_distribution_parts_capital_from_gain(fund) -> None:
    fund.does("manager", c.CallCapital(call_id="k", amount_yen=10_000_000, due=TODAY, on=TODAY))
    fund.does("manager", c.RecordPaidCapital(call_id="k", amount_yen=10_000_000, on=TODAY))
    paid = c.Distribute(
        distribution_id="d", amount_yen=4_000_000, of_capital_yen=0, what="interest of the bank", on=TODAY
    )
    fund.does("manager", paid)
    told = printed(made(fund, "distribution-notice", "lp", of="d", partner="1"))
    expected = (
        *("Noticeofdistributionno.1", "¥3,960,000,paidon15October2026", "Whatforinterestofthebank"),
        *("Returnofinvestedcapital¥0¥0", "Gain¥4,000,000¥3,960,000", "Distributedafterthisnotice¥3,960,000"),
    )
    assert [one for one in expected if one not in told] == []


@pytest.mark.parametrize(("of", "partner"), [("k", "9"), ("nothing", "1"), ("k", "one"), ("k", ""), ("k", "9" * 5000)])
def test_a_notice_that_there_is_not(fund, of: str, partner: str) -> None:
    fund.does("manager", c.CallCapital(call_id="k", amount_yen=10_000_000, due=TODAY, on=TODAY))
    answer = made(fund, "call-notice", "manager", of=of, partner=partner)
    assert isinstance(answer, Refusal)


def test_an_administrator_gets_no_notice_table_or_calendar(fund) -> None:
    fund.does("manager", c.CallCapital(call_id="k", amount_yen=10_000_000, due=TODAY, on=TODAY))
    fund.does("manager", c.RecordPaidCapital(call_id="k", amount_yen=10_000_000, on=TODAY))
    paid_out = {"amount_yen": 4_000_000, "of_capital_yen": 0, "what": "interest of the bank"}
    fund.does("manager", c.Distribute(distribution_id="d", **paid_out, on=TODAY))
    tables = [(kind, "k") for kind in ("partners-csv", "partners-xlsx", "fund-days")]
    for kind, of in (("call-notice", "k"), ("distribution-notice", "d"), *tables):
        assert isinstance(made(fund, kind, "manager", of=of, partner="1"), Document)
        assert made(fund, kind, "administrator", of=of, partner="1") == Refusal.of("document_unknown")


def test_the_calendar_names_every_day_to_keep(fund) -> None:
    fund.does("manager", c.CallCapital(call_id="k", amount_yen=10_000_000, due=TODAY, on=TODAY))
    lines = made(fund, "fund-days", "manager").content.decode().replace("\r\n ", "").splitlines()
    told = [line.split(":", 1)[1].replace("\\", "") for line in lines if line.startswith("SUMMARY")]
    assert told == [
        "Capital call no. 1: ¥10,000,000 is due",
        "administration: ¥6,000,000 is due",
        "Hachiryo Works 2: the reservation of ¥40,000,000 ends",
    ]
    assert lines.count("BEGIN:VALARM") == len(told)


def test_a_day_with_none_after_it_stands_in_the_calendar(fund) -> None:
    never = PlannedFee(fee_id="never", due=date.max, amount_yen=1, what="never")
    fund.does("manager", c.SetFeeSchedule(fees=(never,), on=TODAY))
    assert b"99991231" in made(fund, "fund-days", "manager").content


def test_the_fees_page_says_what_is_left_and_until_when_the_cash_lasts(fund, visit) -> None:
    screen = visit("manager", page="fund/fees")
    assert title(screen) == "Of JPY 40m for fees, JPY 40m is left; JPY 6m is due on 14 November 2026"
    assert "Cash lasts until 14 November 2026; then JPY 6m is missing" in [one.value for one in screen.header]
    fund.does("manager", c.CallCapital(call_id="k", amount_yen=10_000_000, due=TODAY, on=TODAY))
    fund.does("manager", c.RecordPaidCapital(call_id="k", amount_yen=10_000_000, on=TODAY))
    screen = opened(visit("manager", page="fund/fees"), "pay-fee")
    screen = press(screen, "Enter ¥6,000,000 as paid")
    assert (money(fund).fees_spent_yen, money(fund).cash_yen) == (6_000_000, 4_000_000)
    screen = opened(screen, "fee-budget")
    screen = press(screen, "Set ¥1,000,000 aside for fees")
    assert money(fund).cost_reserve_yen == 35_000_000
    screen = opened(screen, "plan-fees")
    next(one for one in screen.text_input if one.label == "What for").input("audit").run()
    screen = press(screen, "Enter this schedule")
    assert len(fund.desk.book(ACTORS["manager"]).fee_schedule) == 3
    screen = opened(screen, "follow-on")
    screen = press(screen, "Set ¥1,000,000 aside for later rounds")
    assert money(fund).follow_on_reserve_yen == 61_000_000


def test_both_pages_speak_japanese(fund, visit) -> None:
    assert "払込請求はまだありません" in title(visit("manager", "ja"))
    assert title(visit("secretariat", "ja", "fund/fees")).startswith("費用枠")

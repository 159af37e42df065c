"""Where did every yen go?"""

import csv
import io

import pytest

from fundapp.basis.refusal import Refusal
from fundapp.fund.journal import balances
from fundapp.record.ledger import ledger
from tests.pages.small_fund import ACTORS, SmallFund, open_as, small_fund, texts
from tests.pages.test_investment import signed
from tests.pages.test_portfolio import made


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "fund/journal", monkeypatch, language=language)


def test_every_posting_stands_there_with_its_event_and_document(fund, visit) -> None:
    signed(fund)
    screen = visit("auditor")
    assert not screen.exception
    assert screen.title[0].value.replace("\\", "").startswith("28 postings, debit and credit agree at ¥")
    book = fund.desk.book(ACTORS["auditor"])
    rows = ledger(book)
    assert len(rows) == sum(len(entry.postings) for entry in book.entries)
    told = {(row.cause, row.document or (row.document_on and row.document_on.isoformat())) for row in rows}
    assert ("agreement_signed", "2026-10-15") in told
    assert any(cause == "resolution_reserves" and document for cause, document in told)


def test_filters_narrow_and_say_the_sum(fund, visit) -> None:
    signed(fund)
    screen = visit("manager")
    screen = screen.selectbox(key="book").select("GL").run()
    assert screen.title[0].value.replace("\\", "") == "8 postings, debit and credit agree at ¥120,000,000"
    screen = screen.selectbox(key="account-GL").select("GL:Bank").run()
    assert not screen.exception
    assert screen.title[0].value.replace("\\", "") == "2 postings: debit ¥60,000,000, credit ¥0"
    assert screen.get("link_button")[0].url == "/download/journal-csv?book=GL&account=GL%3ABank&lang=en"


def test_the_manager_takes_an_entry_back_and_both_name_each_other(fund, visit) -> None:
    signed(fund)
    seq = max(fund.desk.book(ACTORS["manager"]).posted)
    screen = visit("manager")
    screen.session_state[f"reverse-open-{screen.session_state['nonce/reverse']}"] = True
    screen.run()
    assert screen.selectbox[-1].options[0] == f"No. {seq}, 15 October 2026: Capital paid in"
    assert "Bank account: ¥60,000,000 becomes ¥59,400,000" in texts(screen)
    next(one for one in screen.text_input if one.label == "Reason").input("entered twice").run()
    next(one for one in screen.button if one.label == "Reverse this entry").click().run()
    assert not screen.exception
    assert screen.success[0].value.startswith("The entry is reversed")
    rows = ledger(fund.desk.book(ACTORS["manager"]))
    assert {row.reversed_by for row in rows if row.seq == seq} == {seq + 1}
    assert {row.reverses for row in rows if row.seq == seq + 1} == {seq}


def test_export_sums_to_the_balances(fund) -> None:
    signed(fund)
    book = fund.desk.book(ACTORS["manager"])
    lines = list(csv.reader(io.StringIO(made(fund, "journal-csv").content.decode("utf-8-sig"))))[1:]
    bank = sum(int(one[5] or 0) - int(one[6] or 0) for one in lines if one[4] == "Bank account")
    assert bank == balances(book.entries)["GL:Bank"] == 60_000_000
    one_day = made(fund, "journal-csv", since="2026-10-15", until="2026-10-15", book="GL")
    assert len(one_day.content.decode("utf-8-sig").splitlines()) == 1 + 8


@pytest.mark.parametrize(("person", "query"), [("lp", {}), ("b", {}), ("manager", {"since": "tomorrow"})])
def test_export_is_the_office_s_and_knows_days(fund, person, query) -> None:
    answer = made(fund, "journal-csv", person, **query)
    assert isinstance(answer, Refusal)
    assert answer.code == "document_unknown"


def test_it_speaks_japanese(fund, visit) -> None:
    assert "借方と貸方は" in visit("secretariat", "ja").title[0].value


def test_of_many_postings_the_newest_stand_there_until_all_are_asked_for(fund, visit, monkeypatch) -> None:
    signed(fund)
    monkeypatch.setattr("fundapp.ui.fund.postings.MOST", 10)
    screen = visit("auditor")
    assert screen.title[0].value.replace("\\", "").startswith("28 postings, debit and credit agree at ¥")
    shown = screen.dataframe[0].value
    newest = ledger(fund.desk.book(ACTORS["auditor"]))[-10:]
    assert list(shown["No."]) == [row.seq for row in reversed(newest)]
    assert "The newest 10 stand here" in texts(screen)
    screen = screen.toggle(key="all-postings").set_value(True).run()
    assert len(screen.dataframe[0].value) == 28
    assert not screen.exception

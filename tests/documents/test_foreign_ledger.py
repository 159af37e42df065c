"""Two foreign programs count our books again."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.documents.foreign_ledger import beancount_journal, foreign_account, hledger_journal
from fundapp.foreign_proof import Proof, foreign_proofs
from fundapp.fund.journal import JournalEntry, Posting

AGREED = (Proof(program="hledger", verdict="agrees"), Proof(program="bean-check", verdict="agrees"))
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), max_size=12).filter(
    lambda text: ":" not in text
)
ACCOUNTS = st.one_of(
    st.sampled_from(["GL:Bank", "CAP:Investable", "GL:Fees", "LIM:Used:early_stage:", "CAP:FollowOn:"]),
    st.builds("GL:Investment:{}".format, NAMES),
    st.builds("LIM:Used:sector:{}".format, NAMES),
    st.builds("CAP:Committed:{}:{}".format, NAMES, st.integers(1, 9)),
)


def entry(day: int, seq: int, first: str, second: str, yen: int) -> JournalEntry:
    book = first.split(":")[0]
    other = second if second.startswith(f"{book}:") else f"{book}:Room:sector:other"
    return JournalEntry(
        book=book,
        cause="entered",
        effective=date(2026, 4, 1) + timedelta(days=day),
        recorded_seq=seq,
        memo_ref="",
        postings=(Posting(account=first, amount_yen=yen), Posting(account=other, amount_yen=-yen)),
    )


ENTRIES = st.lists(
    st.tuples(st.integers(0, 900), ACCOUNTS, ACCOUNTS, st.integers(-(2**53), 2**53)), min_size=1, max_size=30
).map(lambda rows: [entry(day, seq, a, b, yen) for seq, (day, a, b, yen) in enumerate(rows, 1)])


@settings(deadline=None, max_examples=5)
@given(ENTRIES)
def test_both_programs_agree_with_every_balance_of_random_entries(entries):
    assert foreign_proofs(entries) == AGREED


def test_books_without_an_entry_are_in_order():
    assert foreign_proofs([]) == AGREED


def test_both_programs_refuse_books_that_are_a_yen_off():
    whole = [entry(0, 1, "GL:Bank", "GL:Fees", 30_000), entry(1, 2, "GL:Bank", "GL:Fees", 5)]
    off = whole[0].model_construct(**dict(whole[0]) | {"postings": (Posting(account="GL:Bank", amount_yen=1),)})
    assert [proof.verdict for proof in foreign_proofs([off, whole[1]])] == ["differs", "differs"]


def test_both_programs_refuse_another_balance_than_theirs(monkeypatch, tmp_path):
    whole = [entry(0, 1, "GL:Bank", "GL:Fees", 30_000)]
    assert "Assets:GL:Bank  0 JPY = 30000 JPY" in hledger_journal(whole)
    assert "balance Assets:GL:Bank  30000 JPY" in beancount_journal(whole)
    monkeypatch.setattr("fundapp.documents.foreign_ledger.balances", lambda _entries: {"GL:Bank": 30, "GL:Fees": -30})
    assert [proof.verdict for proof in foreign_proofs(whole)] == ["differs", "differs"]


def test_an_absent_program_has_checked_nothing(monkeypatch):
    monkeypatch.setattr("fundapp.foreign_proof.shutil.which", lambda *_words, **_options: None)
    assert [proof.verdict for proof in foreign_proofs([])] == ["not_checked", "not_checked"]


@settings(deadline=None)
@given(st.lists(ACCOUNTS, unique=True, max_size=20))
def test_different_accounts_stay_different(accounts):
    assert len({foreign_account(account) for account in accounts}) == len(accounts)


@pytest.mark.parametrize(
    ("account", "foreign"),
    [
        ("GL:Bank", "Assets:GL:Bank"),
        ("GL:Fees", "Expenses:GL:Fees"),
        ("CAP:FollowOn:", "Equity:CAP:FollowOn:Unassigned"),
        ("LIM:Used:early_stage:", "Equity:LIM:Used:EarlyStage:Unassigned"),
        ("LIM:Used:sector:環境・防災", "Equity:LIM:Used:Sector:環境・防災"),
        ("GL:Investment:ab", "Assets:GL:Investment:Ab-fb8e20fc"),
    ],
)
def test_names_that_a_reader_recognises(account, foreign):
    assert foreign_account(account) == foreign

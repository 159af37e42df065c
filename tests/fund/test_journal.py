from datetime import date

import pytest
from pydantic import ValidationError

from fundapp.fund.journal import (
    BANK,
    FEES,
    INVESTABLE,
    LP_COMMITMENT,
    JournalEntry,
    Posting,
    Recorded,
    balances,
    below,
    post,
    reverse,
    total,
)


def entry(*legs: tuple[str, int], book: str = "CAP") -> JournalEntry:
    postings = tuple(Posting(account=account, amount_yen=yen) for account, yen in legs)
    return JournalEntry(
        book=book, cause="test", effective=date(2026, 4, 1), recorded_seq=1, memo_ref="M-1", postings=postings
    )


def test_entry_refuses_legs_that_do_not_sum_to_zero() -> None:
    with pytest.raises(ValidationError, match="sum to zero"):
        entry((INVESTABLE, 5), (LP_COMMITMENT, -4))


def test_entry_refuses_leg_of_another_book() -> None:
    with pytest.raises(ValidationError, match="one book"):
        entry((INVESTABLE, 5), (BANK, -5))


def test_reversal_negates_each_leg_and_stands_on_its_own_day() -> None:
    later = Recorded(effective=date(2026, 5, 1), recorded_seq=9, memo_ref="M-2")
    assert reverse(entry((FEES, 5), (BANK, -5), book="GL"), at=later) == JournalEntry(
        book="GL",
        cause="reversal",
        effective=date(2026, 5, 1),
        recorded_seq=9,
        memo_ref="M-2",
        postings=(Posting(account=FEES, amount_yen=-5), Posting(account=BANK, amount_yen=5)),
    )


def test_balances_leave_out_accounts_at_zero() -> None:
    there, back = entry((INVESTABLE, 5), (LP_COMMITMENT, -5)), entry((INVESTABLE, -5), (LP_COMMITMENT, 5))
    assert balances([there, back]) == {}


def test_posting_bit_by_bit_equals_balances_of_all() -> None:
    entries = [entry((INVESTABLE, 5), (LP_COMMITMENT, -5)), entry(("CAP:FeeReserve", 2), (INVESTABLE, -2))]
    running: dict[str, int] = {}
    for one in entries:
        post(running, [one])
    assert running == balances(entries) == {INVESTABLE: 3, "CAP:FeeReserve": 2, LP_COMMITMENT: -5}


def test_below_takes_children_only_and_keeps_colons_in_their_names() -> None:
    held = {"LIM:Used:sector:a:b": 3, "LIM:Used:sectors:c": 4, "LIM:Used:sector": 5}
    assert below(held, "LIM:Used:sector") == {"a:b": 3}
    assert total(held, "LIM:Used:sector") == 3

"""Cash by effective days: whatever is entered late stands on its day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.basis.refusal import Refusal
from fundapp.fund.cash import cash_by_day, check_cash_from
from fundapp.fund.entries import fee_paid, fee_refunded
from fundapp.fund.journal import JournalEntry, Recorded

DAY = date(2026, 4, 1)


def moved(seq: int, day: int, amount_yen: int) -> tuple[JournalEntry, ...]:
    """Cash that comes in (above zero) or goes out on a day, counted from the first."""
    at = Recorded(effective=DAY + timedelta(days=day), recorded_seq=seq)
    return fee_refunded(at=at, amount_yen=amount_yen) if amount_yen > 0 else fee_paid(at=at, amount_yen=-amount_yen)


def test_the_first_day_that_falls_short_is_named():
    entries = [*moved(1, 0, 50), *moved(2, 9, 30), *moved(3, 4, -40)]
    assert cash_by_day(entries) == ((DAY, 50), (DAY + timedelta(days=4), 10), (DAY + timedelta(days=9), 40))
    assert check_cash_from(entries, on=DAY + timedelta(days=9), amount_yen=40) is None
    assert check_cash_from(entries, on=DAY, amount_yen=10) is None
    assert check_cash_from(entries, on=DAY + timedelta(days=2), amount_yen=11) == Refusal.of(
        "above_cash_then",
        amount_yen=11,
        paid_on="2026-04-03",
        short_on="2026-04-05",
        available_yen=10,
        short_yen=1,
    )


MOVES = st.lists(st.tuples(st.integers(0, 6), st.integers(-60, 60).filter(bool)), max_size=12)


@settings(deadline=None)
@given(MOVES, st.integers(0, 6), st.integers(1, 60))
def test_what_is_let_through_leaves_no_day_below_zero(moves, day, amount_yen):
    entries: list[JournalEntry] = []
    for seq, (on, yen) in enumerate([*moves, (day, -amount_yen)]):
        one = moved(seq, on, yen)
        if yen > 0 or check_cash_from(entries, on=DAY + timedelta(days=on), amount_yen=-yen) is None:
            entries += one
            assert all(cash_yen >= 0 for _day, cash_yen in cash_by_day(entries))
        else:
            assert any(cash_yen < 0 for _day, cash_yen in cash_by_day([*entries, *one]))

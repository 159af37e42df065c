"""What valuation, exit, write-off and refund enter, leg by leg."""

import pytest

from fundapp.fund import entries_held as held
from fundapp.fund.journal import JournalEntry, Recorded

TOUCHED = {"company_id": "C-1", "sector": "計測・検査", "early_stage": False}


def legs(found: tuple[JournalEntry, ...]) -> list[tuple[str, int]]:
    return [(posting.account, posting.amount_yen) for entry in found for posting in entry.postings]


ROOM_BACK = [
    leg for key in ("company:C-1", "sector:計測・検査") for leg in ((f"LIM:Room:{key}", 30), (f"LIM:Used:{key}", -30))
]


def test_valuation_touches_the_unrealised_lines_alone(at: Recorded) -> None:
    up = held.valued(at=at, deal_id="D", change_yen=7)
    assert legs(up) == [("GL:Unrealised:D", 7), ("GL:UnrealisedResult:D", -7)]
    assert legs(held.valued(at=at, deal_id="D", change_yen=-7)) == [
        ("GL:UnrealisedResult:D", 7),
        ("GL:Unrealised:D", -7),
    ]
    assert held.valued(at=at, deal_id="D", change_yen=0) == ()


def test_exit_with_a_gain_returns_cost_and_room_and_realises_the_difference(at: Recorded) -> None:
    found = held.exited(at=at, deal_id="D", parts=((1, 20), (2, 10)), proceeds_yen=45, released_yen=6, **TOUCHED)
    assert legs(found) == [
        ("CAP:Returned", 20),
        ("CAP:Deployed:D:1", -20),
        ("CAP:Returned", 10),
        ("CAP:Deployed:D:2", -10),
        *ROOM_BACK,
        ("GL:Bank", 30),
        ("GL:Investment:D", -30),
        ("GL:Bank", 15),
        ("GL:RealisedResult:D", -15),
        ("GL:UnrealisedResult:D", 6),
        ("GL:Unrealised:D", -6),
    ]


def test_exit_below_cost_realises_a_loss(at: Recorded) -> None:
    found = held.exited(at=at, deal_id="D", parts=((1, 30),), proceeds_yen=12, released_yen=0, **TOUCHED)
    assert [leg for leg in legs(found) if leg[0].startswith("GL")] == [
        ("GL:Bank", 12),
        ("GL:Investment:D", -12),
        ("GL:RealisedResult:D", 18),
        ("GL:Investment:D", -18),
    ]


def test_dividend_is_a_gain_without_a_cost(at: Recorded) -> None:
    found = held.exited(at=at, deal_id="D", parts=(), proceeds_yen=5, released_yen=0, **TOUCHED)
    assert legs(found) == [("GL:Bank", 5), ("GL:RealisedResult:D", -5)]


def test_write_off_leaves_the_limits_used(at: Recorded) -> None:
    found = held.write_off(at=at, deal_id="D", parts=((1, 30),), released_yen=-4)
    assert legs(found) == [
        ("CAP:Lost:D", 30),
        ("CAP:Deployed:D:1", -30),
        ("GL:WrittenOff:D", 30),
        ("GL:Investment:D", -30),
        ("GL:Unrealised:D", 4),
        ("GL:UnrealisedResult:D", -4),
    ]


def test_refunded_tranche_is_investable_again(at: Recorded) -> None:
    found = held.tranche_refunded(at=at, deal_id="D", tranche=1, amount_yen=30, released_yen=0, year=4, **TOUCHED)
    assert legs(found) == [
        ("CAP:Investable", 30),
        ("CAP:Deployed:D:1", -30),
        *ROOM_BACK,
        ("LIM:Room:year:4", 30),
        ("LIM:Used:year:4", -30),
        ("GL:Bank", 30),
        ("GL:Investment:D", -30),
    ]


@pytest.mark.parametrize(
    ("unrealised", "cost", "of", "released"),
    [(9, 1, 2, 4), (-9, 1, 2, -4), (9, 2, 2, 9), (-3, 2, 3, -2), (0, 1, 3, 0)],
)
def test_unrealised_result_leaves_in_proportion(unrealised: int, cost: int, of: int, released: int) -> None:
    assert held.released_yen(unrealised, cost, of) == released

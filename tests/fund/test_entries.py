import pytest

from fundapp.fund import entries
from fundapp.fund import entries_partners as partners
from fundapp.fund.journal import JournalEntry, Recorded

TOUCHED = {"company_id": "C-1", "sector": "計測・検査", "early_stage": True, "year": 4}


def legs(found: tuple[JournalEntry, ...]) -> list[tuple[str, int]]:
    return [(posting.account, posting.amount_yen) for entry in found for posting in entry.postings]


def limit_legs(taken_yen: int) -> list[tuple[str, int]]:
    return [
        leg
        for key in ("company:C-1", "sector:計測・検査", "early_stage:", "year:4")
        for leg in ((f"LIM:Used:{key}", taken_yen), (f"LIM:Room:{key}", -taken_yen))
    ]


def given_back(yen: int) -> list[tuple[str, int]]:
    taken = limit_legs(-yen)
    return [leg for i in range(0, len(taken), 2) for leg in (taken[i + 1], taken[i])]


def test_fund_closed_makes_the_whole_size_investable(at: Recorded) -> None:
    assert legs(partners.fund_closed(at=at, size_yen=500)) == [("CAP:Investable", 500), ("CAP:LPCommitment", -500)]


def test_fee_budget(at: Recorded) -> None:
    assert legs(entries.fee_budget(at=at, amount_yen=40)) == [("CAP:FeeReserve", 40), ("CAP:Investable", -40)]


def test_nothing_set_aside_enters_nothing(at: Recorded) -> None:
    assert entries.fee_budget(at=at, amount_yen=0) == ()


def test_follow_on_reserve_of_one_company_and_of_none(at: Recorded) -> None:
    assert legs(entries.follow_on_reserved(at=at, amount_yen=6, company_id="C-1")) == [
        ("CAP:FollowOn:C-1", 6),
        ("CAP:Investable", -6),
    ]
    assert legs(entries.follow_on_reserved(at=at, amount_yen=6)) == [("CAP:FollowOn:", 6), ("CAP:Investable", -6)]


def test_resolution_reserves_capital_and_room_in_each_limit(at: Recorded) -> None:
    found = entries.resolution_reserves(at=at, deal_id="PR-06", amount_yen=60, **TOUCHED)
    assert [(entry.book, entry.cause) for entry in found] == [
        ("CAP", "resolution_reserves"),
        ("LIM", "resolution_reserves"),
    ]
    assert legs(found) == [("CAP:Reserved:PR-06", 60), ("CAP:Investable", -60), *limit_legs(60)]


def test_resolution_for_a_grown_company_leaves_the_early_stage_alone(at: Recorded) -> None:
    found = entries.resolution_reserves(
        at=at, deal_id="PR-06", amount_yen=60, company_id="C-1", sector="計測・検査", early_stage=False, year=4
    )
    assert legs(found)[2:] == limit_legs(60)[:4] + limit_legs(60)[6:]


def test_released_reservation_gives_everything_back(at: Recorded) -> None:
    found = entries.reservation_released(at=at, deal_id="PR-06", amount_yen=60, **TOUCHED)
    assert legs(found) == [("CAP:Investable", 60), ("CAP:Reserved:PR-06", -60), *given_back(60)]


def test_signed_agreement_commits_tranches_and_returns_the_rest(at: Recorded) -> None:
    found = entries.agreement_signed(at=at, deal_id="PR-06", reserved_yen=60, tranche_amounts_yen=(30, 20), **TOUCHED)
    assert legs(found) == [
        ("CAP:Committed:PR-06:1", 30),
        ("CAP:Reserved:PR-06", -30),
        ("CAP:Committed:PR-06:2", 20),
        ("CAP:Reserved:PR-06", -20),
        ("CAP:Investable", 10),
        ("CAP:Reserved:PR-06", -10),
        *given_back(10),
    ]


def test_signed_agreement_over_the_whole_reservation_touches_no_limit(at: Recorded) -> None:
    found = entries.agreement_signed(at=at, deal_id="PR-06", reserved_yen=60, tranche_amounts_yen=(60,), **TOUCHED)
    assert [entry.book for entry in found] == ["CAP"]


def test_agreement_beyond_the_reservation_raises(at: Recorded) -> None:
    with pytest.raises(ValueError, match="never negative"):
        entries.agreement_signed(at=at, deal_id="PR-06", reserved_yen=60, tranche_amounts_yen=(40, 21), **TOUCHED)


def test_drawn_tranche_enters_capital_and_cash_at_once(at: Recorded) -> None:
    assert legs(entries.tranche_drawn(at=at, deal_id="PR-06", tranche=2, amount_yen=20)) == [
        ("CAP:Deployed:PR-06:2", 20),
        ("CAP:Committed:PR-06:2", -20),
        ("GL:Investment:PR-06", 20),
        ("GL:Bank", -20),
    ]


def test_cancelled_tranche_returns_capital_and_room(at: Recorded) -> None:
    found = entries.tranche_cancelled(at=at, deal_id="PR-06", tranche=2, amount_yen=20, **TOUCHED)
    assert legs(found) == [("CAP:Investable", 20), ("CAP:Committed:PR-06:2", -20), *given_back(20)]


def test_fee_is_paid_from_its_reserve(at: Recorded) -> None:
    assert legs(entries.fee_paid(at=at, amount_yen=18)) == [
        ("CAP:FeeSpent", 18),
        ("CAP:FeeReserve", -18),
        ("GL:Fees", 18),
        ("GL:Bank", -18),
    ]


def test_entries_carry_where_they_stand(at: Recorded) -> None:
    (entry,) = entries.fee_budget(at=at, amount_yen=1)
    assert (entry.effective, entry.recorded_seq, entry.memo_ref) == (at.effective, at.recorded_seq, at.memo_ref)

from fundapp.fund import entries
from fundapp.fund.journal import JournalEntry, Recorded, balances
from fundapp.fund.positions import DealPosition, TranchePosition, positions

M = 1_000_000


def test_positions_of_the_fourth_year(fourth_year: tuple[JournalEntry, ...]) -> None:
    found = positions(balances(fourth_year))
    assert [(deal.deal_id, deal.committed_yen, deal.drawn_yen, deal.undrawn_yen) for deal in found] == [
        ("IV-1", 50 * M, 40 * M, 10 * M),
        ("IV-2", 70 * M, 55 * M, 15 * M),
        ("IV-3", 60 * M, 45 * M, 15 * M),
        ("IV-4", 65 * M, 50 * M, 15 * M),
        ("IV-5", 55 * M, 20 * M, 35 * M),
    ]


def test_position_shows_reservation_and_tranches_of_one_deal(at: Recorded) -> None:
    touched = {"company_id": "C-1", "sector": "a", "early_stage": False, "year": 4}
    books = balances(
        (
            *entries.resolution_reserves(at=at, deal_id="PR-06", amount_yen=60, **touched),
            *entries.resolution_reserves(at=at, deal_id="PR:07", amount_yen=9, **touched),
            *entries.agreement_signed(at=at, deal_id="PR-06", reserved_yen=60, tranche_amounts_yen=(40, 20), **touched),
            *entries.tranche_drawn(at=at, deal_id="PR-06", tranche=1, amount_yen=40),
        )
    )
    assert positions(books) == (
        DealPosition(
            deal_id="PR-06",
            reserved_yen=0,
            tranches=(
                TranchePosition(number=1, undrawn_yen=0, drawn_yen=40),
                TranchePosition(number=2, undrawn_yen=20, drawn_yen=0),
            ),
        ),
        DealPosition(deal_id="PR:07", reserved_yen=9, tranches=()),
    )

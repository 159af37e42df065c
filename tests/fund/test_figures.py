import pytest

from fundapp.fund.figures import FundFigures, WaterfallStep, figures, invariants, waterfall
from fundapp.fund.journal import JournalEntry, balances
from fundapp.fund.terms import FundTerms

M = 1_000_000


@pytest.fixture(scope="module")
def books(fourth_year: tuple[JournalEntry, ...]) -> dict[str, int]:
    return balances(fourth_year)


def test_figures_of_the_demo_fund_in_its_fourth_year(terms: FundTerms, books: dict[str, int]) -> None:
    assert figures(terms, books) == FundFigures(
        fund_size_yen=500 * M,
        cost_reserve_yen=22 * M,
        fees_spent_yen=18 * M,
        follow_on_reserve_yen=60 * M,
        reserved_yen=0,
        committed_yen=300 * M,
        drawn_yen=210 * M,
        undrawn_yen=90 * M,
        investable_yen=100 * M,
        returned_yen=0,
        lost_yen=0,
        paid_in_yen=240 * M,
        receivable_yen=0,
        uncalled_yen=260 * M,
        distributed_yen=0,
        realised_yen=0,
        fair_value_yen=210 * M,
        cash_yen=12 * M,
    )


def test_waterfall_of_the_demo_fund(terms: FundTerms, books: dict[str, int]) -> None:
    assert waterfall(figures(terms, books)) == tuple(
        WaterfallStep(kind=kind, amount_yen=amount * M, left_yen=left * M)
        for kind, amount, left in (
            ("size", 500, 500),
            ("fees", 40, 460),
            ("follow_on", 60, 400),
            ("reserved", 0, 400),
            ("undrawn", 90, 310),
            ("drawn", 210, 100),
            ("investable", 100, 100),
        )
    )


def test_waterfall_raises_on_figures_that_do_not_add_up(terms: FundTerms, books: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="add up"):
        waterfall(figures(terms, books).model_copy(update={"drawn_yen": 1}))


def test_call_that_is_not_paid_is_not_paid_in(terms: FundTerms, books: dict[str, int]) -> None:
    called = books | {"GL:Receivable:1": 5 * M, "GL:PaidInCapital:1": books["GL:PaidInCapital:1"] - 5 * M}
    owed = {"receivable_yen": 5 * M, "uncalled_yen": 255 * M}
    assert figures(terms, called) == figures(terms, books).model_copy(update=owed)


def test_sound_books_break_no_invariant(terms: FundTerms, books: dict[str, int]) -> None:
    assert invariants(books, terms) == ()


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ({"CAP:FeeReserve": 23 * M}, ("books_balance",)),
        ({"CAP:LPCommitment": -499 * M, "CAP:Investable": 99 * M}, ("capital_is_fund_size",)),
        ({"CAP:FeeReserve": 122 * M + 1, "CAP:Investable": -1}, ("no_asset_below_zero",)),
        ({"GL:Bank": 13 * M, "GL:Receivable:1": -1 * M}, ("no_asset_below_zero",)),
        ({"CAP:FeeReserve": 21 * M, "CAP:FeeSpent": 19 * M}, ("fees_agree",)),
        (
            {"CAP:Deployed:IV-1:3": 10 * M, "CAP:Committed:IV-1:3": 0},
            ("investments_at_cost", "cash_is_paid_in_less_paid_out"),
        ),
        ({"CAP:Reserved:PR-06": 60 * M, "CAP:Investable": 40 * M}, ("limits_follow_capital",)),
        ({"LIM:Used:early_stage:": 401 * M, "LIM:Room:early_stage:": -401 * M}, ("within_early_stage_limit",)),
        (
            {"LIM:Used:sector:計測・検査": 201 * M, "LIM:Room:sector:計測・検査": -201 * M},
            ("within_sector_limit", "limits_follow_capital"),
        ),
        (
            {"LIM:Used:company:IV-1": 101 * M, "LIM:Room:company:IV-1": -101 * M},
            ("within_company_limit", "limits_follow_capital"),
        ),
        ({"GL:Receivable:1": 261 * M, "GL:PaidInCapital:1": -498_600_000}, ("called_within_commitment",)),
        ({"GL:Unrealised:IV-1": 5, "GL:UnrealisedResult:IV-2": -5}, ("unrealised_in_its_own_lines",)),
        (
            {"GL:Unrealised:IV-1": -41 * M, "GL:UnrealisedResult:IV-1": 41 * M},
            ("no_fair_value_below_zero",),
        ),
        (
            {"GL:Unrealised:IV-9": 5, "GL:UnrealisedResult:IV-9": -5},
            ("nothing_unrealised_without_cost",),
        ),
        ({"GL:WrittenOff:IV-1": 1, "GL:RealisedResult:IV-1": -1}, ("losses_agree", "cash_is_paid_in_less_paid_out")),
        ({"LIM:Used:recycling:": 1, "LIM:Room:recycling:": -1}, ("within_recycling_limit",)),
    ],
)
def test_broken_invariant_is_named(
    terms: FundTerms, books: dict[str, int], change: dict[str, int], broken: tuple[str, ...]
) -> None:
    assert invariants(books | change, terms) == broken

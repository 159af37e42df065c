"""The tables of a running fund read from grids: the words of both languages, a bookkeeper's own, and unclear cells."""

from datetime import date
from fractions import Fraction

import pytest
from small_fund import DAY, NOW, TERMS

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.proposal import Company
from fundapp.documents.opening_book import opening_book
from fundapp.fund.opening import PARTS, OpeningSource
from fundapp.intake.table import read_sheets
from fundapp.network.columns import bare_word, header_word
from fundapp.record import events as e
from fundapp.record.book import Book
from fundapp.record.fold import fold
from fundapp.record.opening import tried
from fundapp.record.opening_table import TableRead, likeliest, opening_missing, read_opening, suggest_opening
from fundapp.record.opening_words import HEADERS, ITEMS, KINDS, METHODS, NEEDED
from fundapp.record.proposal_words import INSTRUMENTS, STAGES
from fundapp.text.catalogue import use
from fundapp.text.network_words import WORDS, words
from fundapp.text.terms import TERMS as HOUSE_TERMS
from fundapp.text.terms import term

OWN_TABLES = {
    "positions": [
        ["第3号組合 投資台帳", "", "", "", "", "", "", "", ""],
        [
            "案件コード",
            "投資先名",
            "業種",
            "ステージ",
            "投資契約日",
            "簿価(千円)",
            "時価(千円)",
            "時価評価日",
            "評価手法",
        ],
        ["A-1", "八稜鋳造", "素材", "アーリー", "令和8年4月10日", "30", "33", "R8.9.30", "マルチプル"],
    ],
    "tranches": [
        ["案件コード", "トランシェ", "契約額", "実行額", "未実行", "予定日", "マイルストーン", "株数"],
        ["A-1", "第1回", "30,000", "30,000", "-", "2026/4/10", "", "1,200株"],
        ["A-1", "第2回", "2万円", "-", "¥20,000", "2027/4/10", "量産試作", ""],
    ],
    "flows": [
        ["取引日", "区分", "金額", "案件コード", "トランシェ", "備考"],
        ["2026-04-05", "キャピタルコール", "40,000", "", "", ""],
        ["2026-04-08", "入金", "40,000", "", "", ""],
        ["2026-04-10", "投資実行", "30,000", "A-1", "1", ""],
        ["2026-06-01", "管理報酬", "1,000", "", "", "上期"],
    ],
    "partners": [
        ["出資者名", "コミットメント額", "払込額", "分配額"],
        ["LP", "495,000,000", "39,600", "0"],
        ["GP", "5,000,000", "400", "0"],
    ],
    "balances": [
        ["項目", "金額"],
        ["基準日", "2026-09-30"],
        ["ファンド規模", "5億円"],
        ["現預金", "9,000"],
        ["費用枠", "39,999,000"],
        ["追加投資枠", "60,000,000"],
    ],
}
"""As a bookkeeper keeps them, with an era's years, thousands of yen, dashes, and no number of a call."""


def grid(rows: list[list[str]]) -> Grid:
    return Grid(rows=tuple(map(tuple, rows)), row_numbers=tuple(range(1, len(rows) + 1)))


def read(own: dict[str, list[list[str]]], **known):
    tables = {}
    for part, rows in own.items():
        found = grid(rows)
        source = OpeningSource(part=part, file_name=f"{part}.csv", file_sha256="0" * 64, sheet=part)
        tables[part] = TableRead(source, found, suggest_opening(part)(found))
    return read_opening(tables, terms=TERMS, companies=known.get("companies", ()), batch="b")


def with_cell(part: str, row: int, column: int, text: str) -> dict[str, list[list[str]]]:
    own = {name: [list(one) for one in rows] for name, rows in OWN_TABLES.items()}
    own[part][row - 1][column] = text
    return own


def test_a_bookkeeper_s_own_tables_are_read_and_what_the_agreement_says_is_filled_in() -> None:
    reading = read(OWN_TABLES)
    assert [one.rejected for one in reading.parts] == [()] * 5
    opening = reading.opening
    (position,) = opening.positions
    assert (position.cost_yen, position.fair_value_yen, position.method) == (30_000, 33_000, "multiples")
    assert (position.signed_on, position.valued_on) == (date(2026, 4, 10), date(2026, 9, 30))
    assert (position.early_stage, position.resolved_on, position.row) == (True, position.signed_on, 3)
    assert [(one.number, one.committed_yen, one.undrawn_yen, one.shares) for one in opening.tranches] == [
        (1, 30_000, 0, 1_200),
        (2, 20_000, 20_000, None),
    ]
    told = [(one.kind, one.partner, one.ref, one.amount_yen) for one in opening.flows]
    assert told == [
        ("capital_call", 1, "1", 39_600),
        ("capital_call", 2, "1", 400),
        ("paid_in", 1, "1", 39_600),
        ("paid_in", 2, "1", 400),
        ("draw", None, "", 30_000),
        ("fee", None, "5", 1_000),
    ]


def test_a_company_that_a_proposal_names_is_the_same_company() -> None:
    known = Company(id="company-7", name={"ja": "八稜鋳造", "en": "Hachiryo Casting"})
    (position,) = read(OWN_TABLES, companies=(known,)).opening.positions
    assert position.company_id == "company-7"
    (position,) = read(OWN_TABLES).opening.positions
    assert position.company_id == "company-b-3"


UNCLEAR = (
    ("positions", 3, 5, "-5", "opening_amount_unclear"),
    ("positions", 3, 4, "春", "opening_day_unclear"),
    ("positions", 3, 4, "", "opening_cell_missing"),
    ("positions", 3, 3, "中間", "opening_stage_unclear"),
    ("positions", 3, 8, "勘", "opening_method_unclear"),
    ("positions", 3, 2, "x" * 2001, "opening_cell_too_long"),
    ("tranches", 2, 1, "初回", "opening_number_unclear"),
    ("tranches", 2, 7, "many", "opening_count_unclear"),
    ("flows", 4, 1, "贈与", "opening_kind_unclear"),
    ("flows", 4, 2, "30,000.5", "opening_amount_unclear"),
    ("partners", 2, 0, "別の人", "opening_partner_unknown"),
    ("balances", 4, 0, "棚卸", "opening_item_unclear"),
    ("balances", 4, 0, "基準日", "opening_item_twice"),
)


@pytest.mark.parametrize(("part", "row", "column", "text", "code"), UNCLEAR)
def test_an_unclear_cell_rejects_its_row_alone(part, row, column, text, code) -> None:
    reading = read(with_cell(part, row, column, text))
    assert reading.opening is None
    (found,) = [one for one in reading.parts if one.part == part]
    assert (row, code) in [(at, problem.code) for at, problem in found.rejected]
    others = [one.rejected for one in reading.parts if one.part != part]
    assert others == [()] * 4


def test_a_balance_that_is_not_told_is_asked_for() -> None:
    own = {**OWN_TABLES, "balances": OWN_TABLES["balances"][:3]}
    (found,) = [one for one in read(own).parts if one.part == "balances"]
    asked = [(row, problem.code, dict(problem.details)["opening_item"]) for row, problem in found.rejected]
    assert asked == [(0, "opening_item_missing", item) for item in ("cash", "cost_reserve")]


def test_a_payment_without_a_call_is_told_at_its_row() -> None:
    (found,) = [one for one in read(with_cell("flows", 3, 2, "40,001")).parts if one.part == "flows"]
    assert [(row, one.code) for row, one in found.rejected] == [(3, "opening_payment_without_call")]


def refused(own: dict[str, list[list[str]]]) -> Refusal | None:
    """What stands in the way of these tables in an empty fund, on the first day of October."""
    begun = e.Recorded(seq=1, at=NOW, actor="", hash="", event=e.FundEstablished(terms=TERMS, on=DAY))
    found = read(own).opening
    assert found is not None
    return tried(fold(Book(), [begun]), found, today=date(2026, 10, 1)).refusal


def test_the_bookkeeper_s_fund_balances() -> None:
    assert refused(OWN_TABLES) is None


def test_more_than_the_agreement_allows_for_one_company_is_told_with_the_most() -> None:
    own = with_cell("tranches", 3, 2, "1.2億円")
    own["tranches"][2][4] = "120,000,000"
    assert refused(own) == Refusal.of(
        "opening_out_of_balance",
        Problem.of(
            "opening_above",
            "positions 3",
            opening_check="company_limit",
            about=" (八稜鋳造)",
            told_yen=100_000_000,
            counted_yen=120_030_000,
            apart_yen=20_030_000,
        ),
        count=1,
    )


def test_a_fee_before_the_money_came_in_is_told_at_its_row() -> None:
    assert refused(with_cell("flows", 5, 0, "2026-04-06")) == Refusal.of(
        "opening_breaks_rule", Problem.of("opening_step_breaks_rule", "flows 5", rule="no_asset_below_zero")
    )


def test_an_instrument_of_the_list_is_read_and_another_word_is_not() -> None:
    own = {name: [list(one) for one in rows] for name, rows in OWN_TABLES.items()}
    for row, cell in zip(own["positions"], ("", "投資形態", "優先株"), strict=True):
        row.append(cell)
    assert read(own).opening.positions[0].instrument == "preferred_shares"
    own["positions"][2][-1] = "金"
    assert [one.code for _row, one in read(own).parts[0].rejected] == ["opening_instrument_unclear"]


def test_shares_are_read_with_and_without_a_sign() -> None:
    own = {name: [list(one) for one in rows] for name, rows in OWN_TABLES.items()}
    for row, cell in zip(own["positions"], ("", "議決権比率", "33.4%"), strict=True):
        row.append(cell)
    assert read(own).opening.positions[0].voting_share == Fraction(334, 1000)
    own["positions"][2][-1] = "0.334"
    assert read(own).opening.positions[0].voting_share == Fraction(334, 1000)
    own["positions"][2][-1] = "三割"
    assert [one.code for _row, one in read(own).parts[0].rejected] == ["opening_share_unclear"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_word_that_the_empty_tables_offer_is_recognised(language) -> None:
    use(language)
    lists = (
        (words("opening_kind"), KINDS),
        (words("opening_item"), ITEMS),
        ({code: term("valuation_method", code) for code in HOUSE_TERMS["valuation_method"]}, METHODS),
        ({code: term("instrument", code) for code in HOUSE_TERMS["instrument"]}, INSTRUMENTS),
        ({code: term("stage", code) for code in HOUSE_TERMS["stage"]}, STAGES),
    )
    for shown, known in lists:
        assert shown.keys() == known.keys()
        unknown = [word for code, word in shown.items() if not {header_word(word), bare_word(word)} & set(known[code])]
        assert unknown == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_empty_tables_are_recognised_sheet_by_sheet_with_all_their_columns(language) -> None:
    use(language)
    sheets = read_sheets("empty.xlsx", opening_book(TERMS))
    for part in PARTS:
        at = likeliest(part, sheets)
        mapping = suggest_opening(part)(sheets[at])
        assert sheets[at].sheet == words("opening_part")[part]
        assert opening_missing(part, mapping) == ()
        assert {role for role, _column in mapping.columns} == HEADERS[part].keys() == words(f"opening_{part}").keys()
    assert set(NEEDED) == set(PARTS) == set(WORDS["opening_part"])


def test_a_table_without_a_needed_column_asks_for_it() -> None:
    found = grid([["案件コード", "投資先名", "業種"], ["A-1", "八稜鋳造", "素材"]])
    asked = [(one.code, one.place) for one in opening_missing("positions", suggest_opening("positions")(found))]
    assert asked == [("opening_column_missing", role) for role in ("signed", "cost", "fair_value")]
    assert likeliest("positions", [grid([["a", "b"], ["1", "2"]])]) is None

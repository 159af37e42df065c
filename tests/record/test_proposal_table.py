"""Tables of proposals: every row becomes a proposal, a heading, or is rejected with its reason; nothing twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.basis.fact import Bilingual
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.committee.proposal import Company, Intake, Proposal, known_company
from fundapp.record.proposal_table import (
    NEEDED,
    ProposalReading,
    amount_yen,
    missing_columns,
    read_proposals,
    suggest_proposal_mapping,
)
from fundapp.record.proposal_words import PROPOSAL_HEADERS
from fundapp.text.catalogue import use
from fundapp.text.network_words import words

NUMBER = "1180301018771"
WORKS = Company(
    id="company-1", name=Bilingual(ja="八稜電装", en="Hachiryo Denso"), corporate_number=NUMBER, city="稜北市"
)
STANDING = Proposal(
    id="p1",
    code="PR-12",
    name=Bilingual(ja="空き家見守り基板", en="Watch board"),
    company=WORKS,
    ask_yen=25_000_000,
    instrument="common_shares",
    sector="電子機器",
    stage="early",
)
HEAD = "案件名|会社名|法人番号|希望額(万円)|分野|段階"


def grid_of(*rows: str) -> Grid:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    width = max(map(len, cells))
    padded = tuple(tuple(row + [""] * (width - len(row))) for row in cells)
    return Grid(rows=padded, row_numbers=tuple(range(1, len(rows) + 1)))


def read(*rows: str) -> ProposalReading:
    grid = grid_of(*rows)
    return read_proposals(grid, suggest_proposal_mapping(grid), registered=[STANDING], batch="u1")


def reasons(reading: ProposalReading) -> list[tuple[int, str]]:
    return [(row, problem.code) for row, problem in reading.rejected]


def test_a_row_with_all_that_is_known_of_a_proposal() -> None:
    reading = read(
        "令和8年度 案件一覧",
        "案件番号|案件名|案件名（英語）|会社名|法人番号|所在地|代表者|希望額|投資手段|投資前評価額|分野|ステージ|概要"
        "|資金使途|推す理由|懸念|支援の要否|部品の有無",
        "PR-20|霜害警報|Frost alarm|稜北計測|１１８０３０１０１８７７１|稜北市|山田|4,000万円|優先株"
        "|3.4億円|環境・防災|拡大|果樹園の霜を知らせる|量産|内示が3件；実証1年|保守網がない|不要|なし",
    )
    assert reading == ProposalReading(
        proposals=(
            Proposal(
                id="u1-3",
                code="PR-20",
                name=Bilingual(ja="霜害警報", en="Frost alarm"),
                company=WORKS.model_copy(update={"president": "山田"}),
                ask_yen=40_000_000,
                instrument="preferred_shares",
                pre_money_yen=340_000_000,
                sector="環境・防災",
                stage="growth",
                summary=Bilingual(ja="果樹園の霜を知らせる", en="果樹園の霜を知らせる"),
                use_of_funds="量産",
                reasons_for=("内示が3件", "実証1年"),
                reasons_against=("保守網がない",),
                needs_support=False,
                intake=Intake(no_parts=True),
            ),
        ),
        proposal_rows=(3,),
        headings=(1, 2),
        rejected=(),
    )


def test_the_header_s_unit_counts_for_bare_figures_and_codes_go_on() -> None:
    reading = read(
        HEAD, "診断器|稜北電子||6,000|計測|初期", "選別機|稜北電子||1.5億円|計測|", "印字機|青葉||100円|計測|seed"
    )
    assert [(one.code, one.ask_yen) for one in reading.proposals] == [
        ("PR-13", 60_000_000),
        ("PR-14", 150_000_000),
        ("PR-15", 100),
    ]
    first, second, third = (one.company.id for one in reading.proposals)
    assert first == second != third


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("|会社|||計測|", "proposal_cell_missing"),
        ("案件|会社||/|計測|", "proposal_cell_missing"),
        ("案件|－||600|計測|", "proposal_cell_missing"),
        ("案件|会社||六千|計測|", "amount_in_table_unclear"),
        ("案件|会社||0|計測|", "amount_in_table_unclear"),
        ("案件|会社||0.00001|計測|", "amount_in_table_unclear"),
        ("案件|会社|1180301018772|600|計測|", "corporate_number_in_table_wrong"),
        ("案件|会社||600|計測|中年", "stage_unclear"),
        (f"案件|{'長' * 4001}||600|計測|", "proposal_cell_too_long"),
    ],
)
def test_a_row_that_cannot_be_a_proposal_says_why(row: str, code: str) -> None:
    reading = read(HEAD, row)
    assert reasons(reading) == [(2, code)]
    assert reading.proposals == ()


def test_too_many_reasons_and_unclear_words_are_told() -> None:
    head = f"{HEAD}|推す理由|支援の要否|投資手段"
    found = read(
        head, "甲|会社||600|計測||一；二；三；四||", "乙|会社||600|計測|||たぶん|", "丙|会社||600|計測|||要|トークン"
    )
    assert reasons(found) == [(2, "too_many_reasons"), (3, "yes_or_no_unclear"), (4, "instrument_unclear")]


def test_duplicates_are_refused_by_code_and_by_name_and_company() -> None:
    reading = read(
        f"案件番号|{HEAD}",
        "ＰＲ-12|別の名|別の会社||600|計測|",
        f"|空き家見守り基板|八稜電装株式会社|{NUMBER}|600|計測|",
        "PR-30|診断器|稜北電子||600|計測|",
        "|診断器|稜北電子||700|計測|",
        "PR-30|別の案件|稜北電子||700|計測|",
    )
    assert reading.rejected == (
        (2, Problem.of("proposal_registered_already", "2", proposal="PR-12")),
        (3, Problem.of("proposal_registered_already", "3", proposal="PR-12")),
        (5, Problem.of("proposal_twice_in_table", "5", first=4)),
        (6, Problem.of("proposal_twice_in_table", "6", first=4)),
    )
    assert [one.code for one in reading.proposals] == ["PR-30"]


def test_a_code_that_a_later_row_brings_is_not_given_to_an_earlier_one() -> None:
    reading = read(f"案件番号|{HEAD}", "|甲|会社||600|計測|", "PR-13|乙|会社||600|計測|")
    assert [one.code for one in reading.proposals] == ["PR-14", "PR-13"]


def test_one_name_with_two_numbers_is_two_companies() -> None:
    other = "7000012050002"
    assert known_company([WORKS], number=other, name_ja="八稜電装") is None
    assert known_company([WORKS], number="", name_ja="八稜電装") == WORKS
    assert known_company([WORKS], number=NUMBER, name_ja="新社名") == WORKS


def test_the_columns_that_are_needed_are_asked_for() -> None:
    mapping = suggest_proposal_mapping(grid_of("案件名|分野", "甲|計測"))
    assert [one.place for one in missing_columns(mapping)] == ["company_ja", "ask"]
    assert set(NEEDED) < PROPOSAL_HEADERS.keys() == words("proposal_column").keys()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_empty_table_s_headers_are_recognised(language) -> None:
    use(language)
    names = words("proposal_column")
    mapping = suggest_proposal_mapping(Grid(rows=(tuple(names.values()),), row_numbers=(1,)))
    assert mapping.columns == tuple(sorted((role, at) for at, role in enumerate(names)))


@pytest.mark.parametrize(
    ("cell", "header", "yen"),
    [
        ("60,000,000", "", 60_000_000),
        ("￥60,000,000円", "希望額（百万円）", 60_000_000),
        ("60", "希望額（百万円）", 60_000_000),
        ("6000", "ask (万円)", 60_000_000),
        ("1.2億円", "", 120_000_000),
        ("-5", "", None),
        ("6千万円くらい", "", None),
    ],
)
def test_amounts_in_tables(cell: str, header: str, yen: int | None) -> None:
    assert amount_yen(cell, header) == yen


cell = st.text(alphabet="案件甲乙0123,.万円○×;/ A-", max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(cell, min_size=6, max_size=6), max_size=8))
def test_no_row_is_lost_without_a_reason(body: list[list[str]]) -> None:
    head = tuple(HEAD.split("|"))
    grid = Grid(rows=(head, *map(tuple, body)), row_numbers=tuple(range(1, len(body) + 2)))
    reading = read_proposals(grid, suggest_proposal_mapping(grid), registered=[STANDING], batch="u")
    ended = [*reading.proposal_rows, *reading.headings, *(row for row, _problem in reading.rejected)]
    assert sorted(ended) == list(grid.row_numbers)
    codes = [one.code for one in (STANDING, *reading.proposals)]
    assert len(set(codes)) == len(codes)

"""Parts lists as they come: every row ends as a line, a heading, or rejected with its reason."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.intake.table import read_table
from fundapp.network.bill import Assembly, LineKind
from fundapp.network.bill_columns import mapping_under, missing_columns, suggest_mapping
from fundapp.network.bill_rows import Heading
from fundapp.network.bill_table import BillReading, read_bill
from fundapp.network.columns import ColumnMapping

BOM = Path(__file__).parent.parent / "data/bom"


def grid_of(*rows: str) -> Grid:
    """A grid from rows with cells between bars; the rows are numbered from 1."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    width = max(map(len, cells))
    padded = tuple(tuple(row + [""] * (width - len(row))) for row in cells)
    return Grid(rows=padded, row_numbers=tuple(range(1, len(rows) + 1)))


def read(*rows: str) -> BillReading:
    grid = grid_of(*rows)
    return read_bill(grid, suggest_mapping(grid))


def real(name: str) -> BillReading:
    grid = read_table(name, (BOM / name).read_bytes())
    assert isinstance(grid, Grid)
    return read_bill(grid, suggest_mapping(grid))


def codes(reading: BillReading) -> list[tuple[int, str]]:
    return [(row, problem.code) for row, problem in reading.rejected]


def test_exaspim_rows_without_any_name_are_rejected_and_all_others_are_lines() -> None:
    reading = real("exaspim_bom.csv")
    assert (len(reading.lines), codes(reading)) == (90, [(9, "row_no_name"), (12, "row_no_name")])
    assert sum(line.quantity for line in reading.lines) == 210
    assert (reading.lines[0].id, reading.lines[0].part_number, reading.lines[-1].row) == ("1", "table_B3648G", 93)


def test_exaspim_workbook_gives_the_orderable_number_its_maker_and_its_design_name() -> None:
    reading = real("exaspim_bom.xlsx")
    assert (len(reading.lines), reading.rejected) == (92, ())
    first = reading.lines[0]
    assert (first.part_number, first.manufacturer, first.description) == ("B3648G", "Thorlabs", "table_B3648G")


def test_permamote_reads_alike_below_its_preamble_and_from_the_workbook() -> None:
    text, book = real("permamote_bom.csv"), real("permamote_bom.xlsx")
    assert [line.model_copy(update={"id": "", "row": 0}) for line in text.lines] == [
        line.model_copy(update={"id": "", "row": 0}) for line in book.lines
    ]
    assert (len(text.lines), text.rejected, [heading.row for heading in text.headings]) == (51, (), [1, 2, 3, 4, 6])
    assert (text.lines[0].part_number, text.lines[0].description) == ("GRM155R71C104KA88J", "SMD Capacitor 0.1uF")
    assert sum(line.kind is LineKind.ELECTRONIC for line in text.lines) == 50


JAPANESE = (
    "部品表　小形風力発電機",
    "作成|総務課||||||",
    "部品||数量|原価||備考||",
    "図番|名称|(個)|目標単価（円）|材質|区分|重要|組立",
    "1. 翼・ロータ",
    "W-101|翼|３|¥12,000|GFRP|図面加工品|○|翼・ロータ",
    "W-102|翼根ボルト|24x|１２０円|SCM435|市販品||",
    "|小計||39,000",
    "2. 発電機",
    "G-201|永久磁石|12 pcs|3千円||特殊工程|○|",
    "G-202|着磁|1|-||特殊工程||",
    "G-203|固定子巻線|1|8000||なぞ||",
    "図番|名称|(個)|目標単価（円）|材質|区分|重要|組立",
    "G-204|端子台|2|||内作|",
    "合計||40|1,000,000",
)


def test_a_japanese_form_with_titles_two_header_rows_sections_and_totals() -> None:
    reading = read(*JAPANESE)
    assert [
        (line.part_number, line.quantity, line.target_unit_cost_yen, line.kind, line.critical) for line in reading.lines
    ] == [
        ("W-101", 3, 12000, LineKind.MADE_TO_DRAWING, True),
        ("W-102", 24, 120, LineKind.BOUGHT_OUT, False),
        ("G-201", 12, None, LineKind.SPECIAL_PROCESS, True),
        ("G-202", 1, None, LineKind.SPECIAL_PROCESS, False),
        ("G-203", 1, 8000, LineKind.MADE_TO_DRAWING, False),
        ("G-204", 2, None, LineKind.MADE_TO_DRAWING, False),
    ]
    assert [line.assembly for line in reading.lines] == ["翼・ロータ"] * 2 + ["2. 発電機"] * 4
    assert reading.assemblies == (Assembly(name="翼・ロータ"), Assembly(name="2. 発電機"))
    assert [line.external for line in reading.lines] == [True] * 5 + [False]
    assert reading.rejected == ()
    assert reading.remarks == (
        (10, Problem.of("price_in_thousands", "10", value="3千円", column="原価 目標単価（円）")),
        (12, Problem.of("kind_unknown", "12", value="なぞ", column="備考 区分")),
    )
    assert [(heading.row, heading.kind) for heading in reading.headings] == [
        (1, "preamble"),
        (2, "preamble"),
        (3, "header"),
        (4, "header"),
        (5, "section"),
        (8, "total"),
        (9, "section"),
        (13, "header"),
        (15, "total"),
    ]
    assert reading.notices == (
        Problem.of("lines_without_target", count=3),
        Problem.of("kinds_concluded", count=2),
    )


@pytest.mark.parametrize(
    "outline",
    [
        ("階層", "0", "1", "2", "2", "1"),
        ("LEVEL", "0", ".1", "..2", "..2", ".1"),
        ("ITEM NO.", "1", "1.1", "1.1.1", "1.1.2", "1.2"),
        ("項番", "1", "1-1", "1-1-1", "1-1-2", "1-2"),
    ],
)
def test_quantities_are_multiplied_down_the_outline(outline: tuple[str, ...]) -> None:
    names = ("品名|員数", "発電機|1", "軸受箱|2", "軸受|2", "止め輪|4", "軸|1")
    reading = read(*(f"{cell}|{name}" for cell, name in zip(outline, names, strict=True)))
    assert [(line.description, line.quantity, line.assembly, line.level) for line in reading.lines] == [
        ("軸受", 4, "軸受箱", 3),
        ("止め輪", 8, "軸受箱", 3),
        ("軸", 1, "発電機", 2),
    ]
    assert [heading for heading in reading.headings if heading.kind == "assembly"] == [
        Heading(row=2, kind="assembly", text="発電機"),
        Heading(row=3, kind="assembly", text="軸受箱"),
    ]


def test_a_total_column_is_taken_as_it_is() -> None:
    reading = read("階層|品名|総数", "1|箱|2", "2|軸受|8")
    assert [(line.description, line.quantity) for line in reading.lines] == [("軸受", 8)]


def test_what_is_not_fitted_and_what_would_be_part_of_itself_is_no_part() -> None:
    fitted = read("品番|品名|数量|DNP", "A-1|軸|1|DNP", "A-2|板|2|")
    assert fitted.rejected == ((2, Problem.of("not_fitted", "2")),)
    circle = read("階層|品番|品名|数量", "1|A|枠|1", "2|B|箱|2", "3|A|枠|1")
    assert circle.rejected == ((4, Problem.of("part_in_itself", "4", value="A")),)


def test_parts_of_an_assembly_without_a_clear_quantity_are_not_guessed() -> None:
    reading = read("階層|品名|員数", "1|箱|若干", "2|軸受|4", "x|軸|1")
    assert reading.lines == ()
    assert reading.rejected == (
        (3, Problem.of("parent_rejected", "3", row=2)),
        (4, Problem.of("level_unclear", "4", value="x", column="階層")),
    )


def test_an_empty_numbered_row_of_a_form_is_a_heading_and_a_part_without_quantity_counts_as_one() -> None:
    reading = read("No.|品名|数量", "1|軸|1", "2||", "3|ボルト|", "4|ナット|1個")
    assert [(line.id, line.quantity, line.unit) for line in reading.lines] == [
        ("1", 1, ""),
        ("3", 1, ""),
        ("4", 1, "個"),
    ]
    assert [one.quantity for one in reading.stated] == [1, None, 1]
    assert reading.remarks == ((4, Problem.of("quantity_missing", "4")),)
    assert reading.headings[-1].kind == "blank"


def test_a_column_whose_cells_do_not_fit_its_header_is_left_alone() -> None:
    mapping = suggest_mapping(grid_of("品番|品名|数量|区分", "A|軸|1|第一工場", "B|箱|2|第二工場"))
    assert dict(mapping.columns) == {"part_number": 0, "description": 1, "quantity": 2}


def test_without_a_header_a_person_can_point_the_columns_out() -> None:
    grid = grid_of("軸|S45C", "箱|SPCC")
    mapping = suggest_mapping(grid)
    assert (mapping, missing_columns(mapping)) == (ColumnMapping(), (Problem.of("column_missing_name"),))
    pointed = mapping.with_columns((("description", 0), ("material", 1)))
    assert missing_columns(pointed) == ()
    assert [(line.description, line.quantity) for line in read_bill(grid, pointed).lines] == [("軸", 1), ("箱", 1)]


def test_a_person_says_which_row_holds_the_headers() -> None:
    grid = grid_of("Nome|Quanti", "品名|員数", "軸|2", "箱|1")
    assert mapping_under(grid, 1).columns == (("description", 0), ("quantity", 1))
    assert dict(mapping_under(grid, None).columns) == {}


def test_equal_headers_are_one_layout_wherever_the_table_starts() -> None:
    one = suggest_mapping(grid_of("品番|数量", "A|1"))
    other = suggest_mapping(grid_of("部品表|", "品　番|数量", "B|2"))
    assert (one.layout, one.columns) == (other.layout, other.columns)
    assert one.layout != suggest_mapping(grid_of("図番|数量", "A|1")).layout


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("無電解ニッケルめっき", LineKind.SPECIAL_PROCESS),
        ("Heat treatment of the shaft", LineKind.SPECIAL_PROCESS),
        ("チップ抵抗 10k", LineKind.ELECTRONIC),
        ("IC TEMP SENSOR", LineKind.ELECTRONIC),
        ("主軸 図面による", LineKind.MADE_TO_DRAWING),
        ("Bracket, per drawing", LineKind.MADE_TO_DRAWING),
        ("六角ボルト M6x16", LineKind.BOUGHT_OUT),
        ("electric cable", LineKind.BOUGHT_OUT),
    ],
)
def test_kinds_are_concluded_from_words_and_said_so(words: str, kind: LineKind) -> None:
    reading = read("品名|数量", f"{words}|1")
    assert [line.kind for line in reading.lines] == [kind]
    assert reading.guessed_kinds == ("R2",)


CELLS = st.sampled_from(
    [
        "",
        "1",
        "2.1",
        "2.1.3",
        "1-1",
        "x",
        "軸",
        "合計",
        "24x",
        "3千円",
        "¥1,200",
        "○",
        "市販品",
        "内作",
        "..2",
        "品名",
        "数量",
        "-",
    ]
) | st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=6)
ROLES = [
    "parent",
    "designators",
    "not_fitted",
    "item_number",
    "level",
    "part_number",
    "description",
    "quantity",
    "total_quantity",
    "target_unit_cost",
    "kind",
    "critical",
]


@settings(deadline=None, max_examples=150)
@given(
    rows=st.lists(st.tuples(*[CELLS] * 6), max_size=12),
    headed=st.booleans(),
    roles=st.permutations(ROLES),
)
def test_every_row_ends_as_a_line_a_heading_or_rejected(
    rows: list[tuple[str, ...]], headed: bool, roles: list[str]
) -> None:
    header = [("階層", "品番", "品名", "数量", "目標単価", "重要")] if headed else []
    grid = Grid(rows=tuple(header + rows), row_numbers=tuple(range(3, 3 + len(header + rows))))
    suggested = suggest_mapping(grid)
    for mapping in (suggested, suggested.with_columns(tuple((role, at) for at, role in enumerate(roles[:6])))):
        reading = read_bill(grid, mapping)
        ends = [line.row for line in reading.lines] + [heading.row for heading in reading.headings]
        ends += [row for row, _problem in reading.rejected]
        if mapping.period:
            assert set(ends) == set(grid.row_numbers)
        else:
            assert sorted(ends) == list(grid.row_numbers)
        assert len({line.id for line in reading.lines}) == len(reading.lines)
        assert all(line.quantity > Fraction(0) for line in reading.lines)


def notice(code: str, **details: str | int) -> Problem:
    return Problem.of(code, **details)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("A-1|軸|2", "A-2|板|3"), notice("columns_guessed", count=1)),
        (("品番|品名|数量", "A-1|軸|", "A-2|板|適量"), notice("quantities_assumed", count=1)),
        (("品番|品名|数量", "A-1|軸|", "A-2|板|適量"), notice("quantities_open", count=1)),
        (("品番|品名|数量|単価(USD)", "A-1|軸|1|3.20"), notice("prices_not_in_yen", count=1, column="単価(USD)")),
        (
            ("階層|品番|品名|数量|目標単価", "1|A-1|組|1|5000", "2|A-2|板|2|100"),
            notice("assembly_costs_left_out", count=1),
        ),
        (("品番|品名|数量|重要", "A-1|軸|2|"), notice("no_critical_line", count=1)),
    ],
    ids=lambda given: given.code if isinstance(given, Problem) else "",
)
def test_what_a_person_should_look_at_is_told_once_for_the_table(rows: tuple[str, ...], expected: Problem) -> None:
    assert [one for one in read(*rows).notices if one.code == expected.code] == [expected]


def test_hidden_rows_are_read_and_other_sheets_are_not_and_both_are_told() -> None:
    grid = grid_of("品番|品名|数量", "A-1|軸|2", "A-2|板|3").model_copy(
        update={"hidden": (3,), "sheet": "部品", "sheets": ("表紙", "部品", "改訂")}
    )
    reading = read_bill(grid, suggest_mapping(grid))
    assert [line.part_number for line in reading.lines] == ["A-1", "A-2"]
    assert reading.notices[-2:] == (notice("hidden_rows_read", count=1), notice("sheets_not_read", sheets="表紙, 改訂"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("品番|品名|数量|重要", "A-1|軸|2|たぶん", "A-2|板|4|○"),
            Problem.of("critical_unclear", "2", column="重要", value="たぶん"),
        ),
        (
            ("品番|品名|Reference|数量", "A-1|R 10k|R1,R2|3", "A-2|R 20k|R3,R4|2", "A-3|R 1k|R5|1"),
            Problem.of("designators_disagree", "2", count=3, named=2),
        ),
    ],
    ids=lambda given: given.code if isinstance(given, Problem) else "",
)
def test_a_doubt_is_told_at_its_row_and_the_line_is_taken(rows: tuple[str, ...], expected: Problem) -> None:
    reading = read(*rows)
    assert (len(reading.lines), reading.remarks) == (len(rows) - 1, ((2, expected),))


def test_a_formula_without_its_result_is_no_quantity_and_the_row_waits_for_one() -> None:
    reading = read("品番|品名|数量", "A-1|軸|=B2*2", "A-2|板|4", "A-3|軸|4")
    left = Problem.of("formula_without_result", "2", column="数量", value="=B2*2")
    assert (len(reading.lines), reading.rejected) == (2, ((2, left),))

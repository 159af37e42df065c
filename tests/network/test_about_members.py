"""Tables of what members can do and of their machines: read row by row, and what was written reads back."""

from datetime import date

import pytest

from fundapp.basis.fact import Bilingual
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.documents.member_details_table import capabilities_csv, capabilities_xlsx, equipment_csv, equipment_xlsx
from fundapp.intake.table import read_table
from fundapp.network.about_members import (
    AboutRow,
    missing_about_columns,
    read_capabilities,
    read_equipment,
    suggest_about_mapping,
)
from fundapp.network.capability import MATERIALS, Capability
from fundapp.network.member import Member
from fundapp.network.premises import Equipment
from fundapp.network.process import ProcessTree
from fundapp.places import rubrics_folder
from fundapp.store.process_files import load_process_tree
from fundapp.text.catalogue import use

TREE = load_process_tree(rubrics_folder())
assert isinstance(TREE, ProcessTree)
DAY, BEFORE = date(2026, 4, 1), date(2025, 2, 3)
RYO = Member(id="m1", code="M-1", name=Bilingual(ja="稜精工", en="Ryo Seiko"), member_class="company")
EAST = Member(id="m2", code="M-2", name=Bilingual(ja="東雲製作所", en="Shinonome"), member_class="company")
MEMBERS = (RYO, EAST)
TURNS = Capability(
    id="c1", member_id="m1", process="turning", materials=("stainless", "aluminium"), largest_mm=500, tolerance_grade=7,
    lot_min=1, lot_max=200, certificates=("ISO 9001", "ISO/TS 16949"), free_hours_per_month=40, nda_signed=True,
    confirmed_on=BEFORE,
)  # fmt: skip
LATHE = Equipment(id="e1", member_id="m1", name="複合旋盤", maker="+81 精機", model="=NT-1", count=2, note="φ500")


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(rows=rows, row_numbers=tuple(range(1, len(rows) + 1)))


def able(table: Grid, standing=()):
    mapping = suggest_about_mapping("capability", table)
    return read_capabilities(table, mapping, TREE, members=MEMBERS, standing=standing, on=DAY, batch="b")


def machines(table: Grid, standing=()):
    return read_equipment(
        table, suggest_about_mapping("equipment", table), members=MEMBERS, standing=standing, batch="b"
    )


JAPANESE = grid(
    ("会員番号", "会社名", "加工", "材質", "最大寸法", "公差", "最小ロット", "最大ロット", "認証", "空き時間", "NDA"),
    ("M-1", "", "旋盤", "SUS304、アルミ", "φ500", "IT7", "1", "200", "ISO 9001；ISO/TS 16949", "40時間", "済"),
    ("", "東雲製作所", "曲げ", "", "1.2m", "", "", "", "", "", ""),
    ("M-9", "", "曲げ", "", "", "", "", "", "", "", ""),
    ("M-2", "", "念力", "", "", "", "", "", "", "", ""),
    ("M-2", "", "", "鋼", "", "", "", "", "", "", ""),
    ("M-2", "", "曲げ", "木", "", "", "", "", "", "", ""),
    ("M-2", "", "曲げ", "", "大きい", "", "", "", "", "", ""),
    ("M-2", "", "曲げ", "", "", "19", "", "", "", "", ""),
    ("M-2", "", "曲げ", "", "", "", "0", "", "", "", ""),
)


def test_what_members_can_do_ends_row_by_row():
    found = able(JAPANESE)
    first, second = found.rows
    assert first.made == TURNS.model_copy(update={"id": "b-2", "confirmed_on": DAY})
    assert (second.made.member_id, second.made.process, second.made.largest_mm) == ("m2", "bending", 1200)
    assert found.headings == (1,)
    assert [(row, problem.code) for row, problem in found.rejected] == [
        (4, "member_of_row_unknown"),
        (5, "process_in_table_unknown"),
        (6, "about_cell_missing"),
        (7, "material_unclear"),
        (8, "length_unclear"),
        (9, "grade_unclear"),
        (10, "count_unclear"),
    ]


def test_a_day_or_a_mark_that_is_unclear_keeps_its_row_out():
    table = grid(("会員番号", "加工", "確認日", "NDA"), ("M-1", "旋盤", "いつか", ""), ("M-1", "旋盤", "", "たぶん"))
    assert able(table).rejected == (
        (2, Problem.of("day_in_table_unclear", "2", value="いつか", column="確認日")),
        (3, Problem.of("yes_or_no_unclear", "3", value="たぶん", column="NDA")),
    )


def test_a_row_on_what_is_known_corrects_it_and_keeps_what_it_leaves_empty():
    table = grid(("会員番号", "加工", "空き時間"), ("M-1", "旋盤", "80"))
    assert able(table, (TURNS,)).rows == (
        AboutRow(made=TURNS.model_copy(update={"free_hours_per_month": 80}), member=RYO, is_new=False, row=2),
    )


def test_two_members_of_one_name_are_told_apart_by_number_alone():
    table = grid(("会員名", "設備"), ("稜精工", "旋盤"))
    twin = RYO.model_copy(update={"id": "m3", "code": "M-3"})
    found = read_equipment(
        table, suggest_about_mapping("equipment", table), members=(RYO, twin), standing=(), batch="b"
    )
    assert found.rejected == ((2, Problem.of("member_of_row_unknown", "2", value="", column="")),)


def test_what_lacks_a_column_asks_for_it():
    (problem,) = missing_about_columns(
        "capability", suggest_about_mapping("capability", grid(("加工", "材質"), ("", "")))
    )
    assert problem == Problem.of("about_column_missing", "code")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_exported_reads_back_identically(language, ending):
    """Every process, every material, a machine whose maker and model a spreadsheet would run."""
    use(language)
    members = {one.id: one for one in MEMBERS}
    can = [TURNS, TURNS.model_copy(update={"id": "again", "lot_min": 201, "lot_max": None})]
    can += [
        Capability(
            id=f"p-{one.id}", member_id="m2", process=one.id, materials=(MATERIALS[n % 10],), confirmed_on=BEFORE
        )
        for n, one in enumerate(TREE.processes)
    ]
    have = [LATHE, LATHE.model_copy(update={"id": "e2", "count": 1}), Equipment(id="e3", member_id="m2", name="炉")]
    write_can, write_have = (
        (capabilities_csv, equipment_csv) if ending == "csv" else (capabilities_xlsx, equipment_xlsx)
    )
    table = read_table(f"t.{ending}", write_can(can, members, TREE))
    assert isinstance(table, Grid)
    read = able(table, can)
    assert (read.rejected, [one.made for one in read.rows]) == ((), can)
    fresh = [one.made.model_copy(update={"id": old.id}) for one, old in zip(able(table).rows, can, strict=True)]
    assert fresh == can
    table = read_table(f"t.{ending}", write_have(have, members))
    assert isinstance(table, Grid)
    assert [one.made for one in machines(table, have).rows] == have
    assert next((one.made.maker, one.made.model) for one in machines(table).rows) == ("+81 精機", "=NT-1")
    use("ja")

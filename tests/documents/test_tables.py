"""CSV and XLSX tables: what a spreadsheet makes of them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from fundapp.basis.formula_signs import FORMULA_SIGNS
from fundapp.documents.csv_table import csv_table, safe_cell
from fundapp.documents.xlsx_table import XlsxColumn, xlsx_table


def test_csv_opens_in_a_spreadsheet():
    data = csv_table(("会社", "金額（円）"), [("=1+1", -3), ("普通", 60_000_000), (None, 0)])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == '"会社","金額（円）"\r\n"\'=1+1",-3\r\n"普通",60000000\r\n"",0\r\n'


@pytest.mark.parametrize("text", ["=A1", "+1", "-1", "@SUM", "＝A1", "－5", " =A1", "\u3000＠x", "\t=1", "|x", "%0A"])
def test_text_never_becomes_a_formula(text):
    assert safe_cell(text) == f"'{text}"


@given(st.text())
def test_no_cell_begins_with_a_sign(text):
    shown = safe_cell(text)
    assert isinstance(shown, str)
    assert not shown.lstrip(" \u3000\ufeff").startswith(FORMULA_SIGNS)


@given(st.lists(st.tuples(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])), st.integers()), max_size=5))
def test_csv_round_trip(rows):
    read = list(csv.reader(io.StringIO(csv_table(("a", "b"), rows).decode("utf-8-sig"), newline="")))
    assert read[1:] == [[str(safe_cell(text)), str(number)] for text, number in rows]


def test_xlsx_keeps_texts_as_texts():
    columns = (XlsxColumn(head="会社"), XlsxColumn(head="金額", kind="million_yen"))
    rows = [("=1+1", 60_000_000), ("https://example.jp", 5), ("007", None)]
    sheet = load_workbook(io.BytesIO(xlsx_table("投資", columns, rows)))["投資"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["会社", "金額"],
        ["=1+1", 60_000_000],
        ["https://example.jp", 5],
        ["007", None],
    ]
    assert sheet["A2"].data_type == "s"
    assert sheet["A3"].hyperlink is None
    assert sheet["B2"].number_format == '#,##0,,"百万円"'
    assert next(iter(sheet.tables.values())).ref == "A1:B4"


def test_xlsx_of_nothing_and_same_bytes():
    columns = (XlsxColumn(head="a"), XlsxColumn(head="b", kind="count"))
    assert xlsx_table("x", columns, []) == xlsx_table("x", columns, [])

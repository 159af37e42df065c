"""`fundapp bom read FILE [--json]`: what was understood of a parts list, for a person and for a program."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import Workbook

from fundapp import cli

BOM = Path(__file__).parent / "data/bom"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def read(capsys, file: Path | str, *words: str) -> tuple[int, dict]:
    status = cli.main(["bom", "read", str(file), "--json", *words])
    return status, json.loads(capsys.readouterr().out)


def test_every_row_of_a_real_file_is_told_and_what_is_absent_is_null(capsys):
    status, told = read(capsys, BOM / "exaspim_bom.csv")
    assert status == 0
    assert (len(told["lines"]), len(told["headings"]), len(told["rejected"])) == (90, 1, 2)
    assert told["lines"][0] == {
        "row": 2,
        "level": 1,
        "part_number": "table_B3648G",
        "description": None,
        "specification": None,
        "model": None,
        "designators": None,
        "quantity": 1,
        "quantity_per_product": 1,
        "unit": None,
        "material": None,
        "manufacturer": None,
        "target_unit_cost_yen": None,
        "kind": "bought_out",
        "made_in_house": False,
        "critical": False,
        "assembly": None,
        "has_parts": False,
    }
    assert told["headings"] == [{"row": 1, "kind": "header", "text": "ITEM NO. PART NUMBER DESCRIPTION QTY."}]
    assert told["rejected"][0]["row"] == 9
    assert told["rejected"][0]["reason"].startswith("The row has neither a part number nor a name.")
    assert told["mapping"]["quantity"] == "QTY."
    assert (told["encoding"], told["delimiter"]) == ("utf-8", ",")


def test_a_person_reads_lines_headings_and_reasons_in_the_language_of_the_terminal(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert cli.main(["bom", "read", str(BOM / "exaspim_bom.csv")]) == 0
    text = capsys.readouterr().out
    assert "部品行90行 · 見出し1行 · 受け付けない行2行" in text
    assert "     9  品番も品名もありません。" in text


def test_a_list_is_pasted_in(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("品名\t員数\n軸\t2\n".encode())))
    status, told = read(capsys, "-")
    assert (status, told["lines"][0]["description"], told["lines"][0]["quantity"]) == (0, "軸", 2)


def test_what_cannot_be_read_is_refused_with_its_reason_and_what_to_do(capsys, tmp_path):
    status, told = read(capsys, tmp_path / "nowhere.csv")
    assert (status, told["refused"]["code"]) == (1, "file_not_found")
    vague = tmp_path / "vague.csv"
    vague.write_text("これは,それは\nあれ,どれ\n", encoding="utf-8")
    status, told = read(capsys, vague)
    assert (status, told["refused"]["code"]) == (1, "columns_unknown")
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\3\4")
    assert cli.main(["bom", "read", str(broken)]) == 1
    assert "broken.xlsx cannot be read." in capsys.readouterr().err


def workbook(folder: Path) -> Path:
    """A cover, two parts lists and a blank sheet."""
    book = Workbook()
    book.remove(book.active)
    sheets = {
        "表紙": [["風力発電機 量産試作"]],
        "翼": [["図番", "品名", "員数"], ["A-1", "翼", 3]],
        "架台": [["図番", "品名", "員数"], ["B-1", "柱", 1], ["B-2", "ボルト", 24], ["B-3", "板", "たくさん"]],
        "空": [],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = folder / "parts.xlsx"
    book.save(file)
    return file


def test_every_sheet_of_a_workbook_is_told_and_the_likeliest_is_read(capsys, tmp_path):
    status, told = read(capsys, workbook(tmp_path))
    assert (status, told["sheet"], [one["part_number"] for one in told["lines"]]) == (0, "架台", ["B-1", "B-2"])
    chosen = "Another sheet was chosen. Name this one to read it."
    no_name = "No column gives a part number or a name. Choose the column that does."
    assert [one["name"] for one in told["sheets"]] == ["表紙", "翼", "架台", "空"]
    assert {one["name"]: one for one in told["sheets"]} == {
        "架台": {"name": "架台", "chosen": True, "rows": 4, "lines": 2, "headings": 1, "rejected": 1, "reason": None},
        "表紙": {
            "name": "表紙",
            "chosen": False,
            "rows": 1,
            "lines": 0,
            "headings": 0,
            "rejected": 0,
            "reason": no_name,
        },
        "翼": {"name": "翼", "chosen": False, "rows": 2, "lines": 1, "headings": 1, "rejected": 0, "reason": chosen},
        "空": {"name": "空", "chosen": False, "rows": 0, "lines": 0, "headings": 0, "rejected": 0, "reason": "blank"},
    }
    read_ones = [one for one in told["sheets"] if one["lines"]]
    assert all(one["rows"] == one["lines"] + one["headings"] + one["rejected"] for one in read_ones)


def test_a_sheet_is_read_by_its_name_and_the_terminal_tells_the_others(capsys, tmp_path):
    file = workbook(tmp_path)
    status, told = read(capsys, file, "--sheet", "翼")
    assert (status, told["sheet"], len(told["lines"])) == (0, "翼", 1)
    assert cli.main(["bom", "read", str(file), "--sheet", "翼"]) == 0
    text = capsys.readouterr().out
    assert "  → 翼: 1 part line · 1 heading · 0 rejected rows" in text
    assert "    架台: 2 part lines · 1 heading · 1 rejected row" in text
    assert "    空: blank" in text


def test_a_sheet_that_is_not_there_is_refused(capsys, tmp_path):
    status, told = read(capsys, workbook(tmp_path), "--sheet", "尾翼")
    assert (status, told["refused"]["code"]) == (1, "sheet_unknown")

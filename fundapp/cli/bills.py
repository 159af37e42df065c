"""The command on a parts list: bom read."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fundapp.basis.refusal import Refusal
from fundapp.cli.telling import refuse
from fundapp.text.catalogue import _

if TYPE_CHECKING:
    from fundapp.basis.grid import Grid

PASTED = "-"


def add(commands: Any) -> None:
    """Add this command to the command line."""
    bom = commands.add_parser("bom", help=_("read a parts list and print what was understood"))
    read = bom.add_subparsers(required=True, metavar=_("command")).add_parser(
        "read", help=_("print lines, headings and rejected rows of a file; nothing is stored")
    )
    read.add_argument("file", type=Path, metavar="FILE", help=_("the file, or - for a list that is pasted in"))
    read.add_argument(
        "--sheet", default="", metavar="NAME", help=_("a sheet of the workbook; the likeliest unless given")
    )
    read.add_argument("--json", action="store_true", help=_("for a program"))
    read.set_defaults(carry_out=_read)


def _read(given: argparse.Namespace) -> int:
    from fundapp.documents.bill_reading import reading_data, reading_text, refusal_data
    from fundapp.network.bill_columns import missing_columns, suggest_mapping
    from fundapp.network.bill_table import read_bill
    from fundapp.network.sheets import bill_sheet, bill_told, most_likely

    grids = _grids(given.file)
    # A file of one sheet is read once, and told by that reading.
    told = () if isinstance(grids, Refusal) or len(grids) == 1 else tuple(map(bill_sheet, grids))
    grid = grids if isinstance(grids, Refusal) else _chosen(grids, given.file.name, given.sheet, most_likely(told))
    if not isinstance(grid, Refusal):
        mapping = suggest_mapping(grid)
        missing = missing_columns(mapping)
        grid = Refusal.of("columns_unknown", *missing, name=given.file.name) if missing else grid
    if isinstance(grid, Refusal):
        if given.json:
            print(json.dumps(refusal_data(grid), ensure_ascii=False, indent=1))
        return refuse(grid)
    reading = read_bill(grid, mapping)
    # As they stand in the workbook.
    told = tuple(sorted(told, key=lambda one: grid.sheets.index(one.sheet))) or (bill_told(grid, mapping, reading),)
    if given.json:
        print(json.dumps(reading_data(grid, mapping, reading, told), ensure_ascii=False, indent=1))
    else:
        print("\n".join(reading_text(reading, grid.sheet, told)))
    return 0


def _chosen(grids: "tuple[Grid, ...]", name: str, sheet: str, likeliest: int) -> "Grid | Refusal":
    """The sheet that is named, else the likeliest."""
    if not sheet:
        return grids[likeliest]
    found = next((one for one in grids if one.sheet == sheet), None)
    return found or Refusal.of("sheet_unknown", name=name, sheet=sheet)


def _grids(file: Path) -> "tuple[Grid, ...] | Refusal":
    from fundapp.intake.limits import Limits
    from fundapp.intake.table import read_sheets

    # One byte more than is allowed shows that a file is too large, and no more of it is read.
    most = Limits().file_bytes + 1
    if str(file) == PASTED:
        return read_sheets(file.name, sys.stdin.buffer.read(most))
    try:
        with file.open("rb") as source:
            content = source.read(most)
    except OSError:
        return Refusal.of("file_not_found", name=str(file))
    return read_sheets(file.name, content)

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
        "--sheet", default="", metavar="NAME", help=_("a sheet of the workbook; the fullest unless given")
    )
    read.add_argument("--json", action="store_true", help=_("for a program"))
    read.set_defaults(carry_out=_read)


def _read(given: argparse.Namespace) -> int:
    from fundapp.documents.bill_reading import reading_data, reading_text, refusal_data
    from fundapp.network.bill_columns import missing_columns, suggest_mapping
    from fundapp.network.bill_table import read_bill

    grid = _grid(given.file, given.sheet)
    if not isinstance(grid, Refusal):
        mapping = suggest_mapping(grid)
        missing = missing_columns(mapping)
        grid = Refusal.of("columns_unknown", *missing, name=given.file.name) if missing else grid
    if isinstance(grid, Refusal):
        if given.json:
            print(json.dumps(refusal_data(grid), ensure_ascii=False, indent=1))
        return refuse(grid)
    reading = read_bill(grid, mapping)
    if given.json:
        print(json.dumps(reading_data(grid, mapping, reading), ensure_ascii=False, indent=1))
    else:
        print("\n".join(reading_text(reading)))
    return 0


def _grid(file: Path, sheet: str) -> "Grid | Refusal":
    from fundapp.intake.limits import Limits
    from fundapp.intake.table import read_table

    # One byte more than is allowed shows that a file is too large, and no more of it is read.
    most = Limits().file_bytes + 1
    if str(file) == PASTED:
        return read_table(file.name, sys.stdin.buffer.read(most), sheet=sheet)
    try:
        with file.open("rb") as source:
            content = source.read(most)
    except OSError:
        return Refusal.of("file_not_found", name=str(file))
    return read_table(file.name, content, sheet=sheet)

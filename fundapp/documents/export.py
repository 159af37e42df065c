"""The export: every table as CSV for a spreadsheet and as JSON for a program. The same tables give the same bytes."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fundapp.documents.csv_table import CellValue, csv_table
from fundapp.record.out_table import Cell, OutTable

FORMAT = "fundapp/export/1"
CONTENTS = "contents.json"


def export_files(tables: Sequence[OutTable]) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of each file; contents.json lists the tables with their rows."""
    for table in tables:
        yield f"{table.name}.csv", csv_table(table.columns, (tuple(map(_csv_cell, row)) for row in table.rows))
        yield f"{table.name}.json", _json(_plain(table))
    yield CONTENTS, _json({"format": FORMAT, "rows": {table.name: len(table.rows) for table in tables}})


def _plain(table: OutTable) -> object:
    rows = [dict(zip(table.columns, map(_json_cell, row), strict=True)) for row in table.rows]
    return rows[0] if table.single else rows


def _csv_cell(value: Cell) -> CellValue:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return str(value) if isinstance(value, Decimal) else value


def _json_cell(value: Cell) -> object:
    # Two decimals are exact in print; a program reads a number.
    return float(value) if isinstance(value, Decimal) else value


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()

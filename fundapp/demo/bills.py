"""Bills of materials of the demo, read from its tables in the same way as a table from outside."""

from collections.abc import Mapping
from functools import cache

from fundapp.basis.grid import Grid
from fundapp.demo.content import grid, toml
from fundapp.network.bill import Assembly, Bill
from fundapp.network.bill_columns import suggest_mapping
from fundapp.network.bill_table import read_bill

REVISION, LOT, PLAN_DAYS, ASSEMBLY_DAYS, FINAL_ASSEMBLY_DAYS = "A", 20, 84, 7, 8
"""What all bills but the wind turbine's assume."""
HEAD_ROWS = 6


@cache
def wind_bill(proposal_id: str) -> Bill:
    """The bill of the wind turbine."""
    told = toml("wind")
    days = told["assembly_days"]
    bill = _bill(proposal_id, grid("wind_bill"), days)
    settings = ("revision", "lot", "plan_days", "final_assembly_days")
    return bill.model_copy(update={name: told[name] for name in settings})


def parts_bill(code: str, proposal_id: str) -> Bill:
    """The bill of another proposal, out of the table that holds them all."""
    header, *body = grid("parts")
    mine = tuple(row[1:] for row in body if row[0] == code)
    return _bill(proposal_id, (header[1:], *mine), {})


def _grid(table: tuple[tuple[str, ...], ...]) -> Grid:
    return Grid(rows=table, row_numbers=tuple(range(1, len(table) + 1)))


def _bill(proposal_id: str, table: tuple[tuple[str, ...], ...], days: Mapping[str, int]) -> Bill:
    # The head of a table tells as much of its columns as the whole, and sooner.
    reading = read_bill(_grid(table), suggest_mapping(_grid(table[:HEAD_ROWS])))
    assert not reading.rejected, f"rows of the demo's table cannot be read: {reading.rejected}"
    return Bill(
        proposal_id=proposal_id,
        revision=REVISION,
        lot=LOT,
        plan_days=PLAN_DAYS,
        final_assembly_days=FINAL_ASSEMBLY_DAYS,
        lines=reading.lines,
        assemblies=tuple(Assembly(name=one.name, days=days.get(one.name, ASSEMBLY_DAYS)) for one in reading.assemblies),
    )

"""Who supplies what, in sums: the parts by assembly. Pure."""

from collections.abc import Sequence
from math import ceil

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.network.support_facts import LineRow


class AssemblySupply(Fact):
    """How the lines under one heading of the bill are covered. Amounts are for the whole first lot."""

    assembly: Text
    lines: int
    covered: int
    """Lines with a valid offer."""
    hands: int
    """Lines without one, for which somebody has raised a hand."""
    critical_open: int
    target_yen: Yen
    offered_yen: Yen
    """The selected offers' prices; lines without one are not in it."""
    longest_days: int
    """Longest lead time in whole days, rounded up; imputed where nobody has stated one."""


def by_assembly(rows: Sequence[LineRow]) -> tuple[AssemblySupply, ...]:
    """The lines in sums, in the order in which the headings stand in the bill."""
    headings = dict.fromkeys(row.assembly for row in rows)
    return tuple(_sum(heading, [row for row in rows if row.assembly == heading]) for heading in headings)


def _sum(heading: str, rows: Sequence[LineRow]) -> AssemblySupply:
    return AssemblySupply(
        assembly=heading,
        lines=len(rows),
        covered=sum(row.valid_sources > 0 for row in rows),
        hands=sum(row.valid_sources == 0 and row.hands > 0 for row in rows),
        critical_open=sum(row.critical and row.valid_sources == 0 for row in rows),
        target_yen=sum(row.target_yen for row in rows),
        offered_yen=sum(row.selected_yen or 0 for row in rows),
        longest_days=ceil(max(row.lead_time_days for row in rows)),
    )

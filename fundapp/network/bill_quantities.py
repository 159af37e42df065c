"""How many of each row: as the row says, and for one product down the outline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from fundapp.basis.refusal import Problem
from fundapp.network.bill_columns import as_required
from fundapp.network.bill_rows import Row
from fundapp.network.columns import ColumnMapping
from fundapp.network.designators import designator_count
from fundapp.network.entries import bare_count, bare_numbers_count, counted
from fundapp.network.outline import Outline
from fundapp.network.values import nothing, quantity, with_point


@dataclass(frozen=True, slots=True)
class Count:
    """What a row says of its quantity. `value` is None when it says nothing, and the bill counts one then.

    `fault` tells what is not understood.
    """

    value: Fraction | None = None
    unit: str = ""
    name: str = ""
    """The description without the quantity, where one cell holds both."""
    assumed: bool = False
    """The table has no quantities: an item counts as one."""
    open: bool = False
    """As required: what is below it cannot be counted."""
    fault: Problem | None = None

    @property
    def is_stated(self) -> bool:
        """The row itself says how many."""
        return self.value is not None and not self.assumed


@dataclass(frozen=True, slots=True)
class Counting:
    """How a table counts: which column, and how it writes numbers."""

    mapping: ColumnMapping
    decimal_comma: bool
    bare: bool

    @classmethod
    def of(cls, mapping: ColumnMapping, rows: Iterable[Row], *, decimal_comma: bool) -> "Counting":
        """The way of a table with these rows."""
        uncounted = mapping.column("quantity") is None and mapping.column("total_quantity") is None
        texts = [row.cell("description") for row in rows if row.cell("description")] if uncounted else []
        return cls(mapping, decimal_comma, bare_numbers_count(texts))

    @property
    def role(self) -> str:
        """The column that counts; empty when none does."""
        return next((role for role in ("quantity", "total_quantity") if self.mapping.column(role) is not None), "")

    def count(self, row: Row) -> Count:
        """The quantity that a row states."""
        cell = row.cell(self.role) if self.role else ""
        if cell.startswith("="):
            return Count(fault=row.problem("formula_without_result", self.role, self.mapping))
        if not nothing(cell):
            return self._stated(row, cell)
        if (named := designator_count(row.cell("designators"))) is not None:
            return Count(Fraction(named))
        return Count() if self.role else self._told(row)

    def _stated(self, row: Row, cell: str) -> Count:
        if as_required(cell):
            return Count(unit=cell, open=True)
        read = quantity(with_point(cell) if self.decimal_comma else cell)
        if isinstance(read, str):
            return Count(fault=row.problem(read, self.role, self.mapping))
        return Count(*read) if read else Count()

    def _told(self, row: Row) -> Count:
        """Without a column of quantities the text may tell one, and else each item counts as one."""
        text = row.cell("description")
        if found := counted(text) or (bare_count(text) if self.bare else None):
            return Count(*found)
        return Count(Fraction(1), assumed=True)


def per_product(
    parts: Mapping[int, Row], counts: Mapping[int, Count], plan: Outline, *, total: bool
) -> dict[int, Fraction | Problem]:
    """Quantity of each row in one product: its own times that of every assembly above it; `total` has it already.

    A part of an assembly that is used in several places counts for each. A problem where it cannot be known.
    """
    found: dict[int, Fraction | Problem] = {}
    factors: dict[int, Fraction] = {}
    for at in plan.order:
        row, own, above = parts[at], counts[at], plan.parents.get(at, ())
        if at in plan.cyclic:
            found[at] = Problem.of("part_in_itself", str(row.number), value=row.part()[:80])
            continue
        if own.fault:
            found[at] = own.fault
            continue
        lost = next((parent for parent in above if parent not in factors), None)
        if lost is not None and not total:
            found[at] = Problem.of("parent_rejected", str(row.number), row=parts[lost].number)
            continue
        above_all = sum((factors[parent] for parent in above), Fraction(0)) if above and not total else Fraction(1)
        if not own.open:
            factors[at] = above_all * (1 if own.value is None else own.value)
        found[at] = above_all * (1 if own.value is None else own.value)
    return found

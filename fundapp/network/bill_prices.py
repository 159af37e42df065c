"""Target costs of a parts list: yen as they are; a column in another currency is left open and said so, once."""

from collections.abc import Sequence

from fundapp.basis.refusal import Problem
from fundapp.network.bill_rows import Row
from fundapp.network.columns import ColumnMapping, plain
from fundapp.network.values import FOREIGN, YEN, nothing, with_point, yen

ROLE = "target_unit_cost"


class Prices:
    """How a table writes its target costs."""

    def __init__(self, mapping: ColumnMapping, rows: Sequence[Row], *, decimal_comma: bool) -> None:
        self.mapping = mapping
        self.decimal_comma = decimal_comma
        self.in_yen = self._in_yen(rows)

    def _in_yen(self, rows: Sequence[Row]) -> bool:
        """Yen unless the header or most cells name another currency, or most have a fraction, which yen have not."""
        header = plain(self.mapping.header(ROLE))
        if YEN.search(header):
            return True
        if FOREIGN.search(header):
            return False
        cells = [plain(self._pointed(cell)) for row in rows if not nothing(cell := row.cell(ROLE))]
        foreign = sum(FOREIGN.search(cell) is not None for cell in cells)
        broken = sum(yen(cell) == "price_not_whole_yen" and not YEN.search(cell) for cell in cells)
        return not cells or (foreign + broken) * 2 < len(cells)

    def _pointed(self, cell: str) -> str:
        return with_point(cell) if self.decimal_comma else cell

    def cost(self, row: Row) -> int | Problem | None:
        """Whole yen, None where the row says nothing in yen, or why the cell is not understood."""
        cell = row.cell(ROLE)
        if nothing(cell) or self._is_left(row):
            return None
        read = yen(self._pointed(cell))
        return row.problem(read, ROLE, self.mapping) if isinstance(read, str) else read

    def _is_left(self, row: Row) -> bool:
        named = plain(row.cell("currency"))
        return not self.in_yen or (named != "" and not YEN.search(named))

    def notices(self, rows: Sequence[Row]) -> tuple[Problem, ...]:
        """That a column in another currency was left open."""
        left = sum(not nothing(row.cell(ROLE)) and self._is_left(row) for row in rows)
        return (Problem.of("prices_not_in_yen", count=left, column=self.mapping.header(ROLE)[:80]),) if left else ()

"""The lines of an inquiry as a table to fill in and send back; nothing of any other member stands in it."""

from collections.abc import Iterable

from fundapp.documents.xlsx_table import CellValue, XlsxColumn, xlsx_table
from fundapp.network.answer_form import Typed
from fundapp.network.bill import Line
from fundapp.text.catalogue import _
from fundapp.text.figures import ratio
from fundapp.text.network_words import word


def answer_sheet_xlsx(lines: Iterable[Line], lot: int, typed: dict[str, Typed]) -> bytes:
    """One row a line: what is asked, then the cells for the answer, with what this member has answered so far."""
    heads: tuple[tuple[str, bool], ...] = (
        (word("bill_column", "item_number"), False),
        (word("bill_column", "part_number"), False),
        (word("bill_column", "description"), False),
        (word("bill_column", "material"), False),
        (_("Pieces for the lot"), True),
        (_("Answer (○ can, △ on conditions, × cannot)"), False),
        (_("Conditions"), False),
        (_("Unit price (yen)"), True),
        (_("Lead time (days)"), True),
        (_("Minimum order (pieces)"), True),
        (_("Set-up cost (yen)"), True),
        (_("Hours (whole lot)"), True),
        (_("Valid until"), False),
    )
    columns = [XlsxColumn(head=head, kind="yen" if number else "text") for head, number in heads]
    return xlsx_table(_("Answer"), columns, [_row(line, lot, typed.get(line.id, {})) for line in lines])


_MARKS = {"can": "○", "on_conditions": "△", "cannot": "×"}


def _row(line: Line, lot: int, typed: Typed) -> list[CellValue]:
    def whole(name: str) -> CellValue:
        text = typed.get(name, "").replace(",", "")
        return int(text) if text.isdecimal() else None

    return [
        line.id,
        line.part_number,
        line.description,
        line.material,
        pieces_of(line, lot),
        _MARKS.get(typed.get("verdict", ""), ""),
        typed.get("condition", ""),
        whole("price"),
        whole("lead_time"),
        whole("least_order"),
        whole("set_up"),
        whole("hours"),
        typed.get("expires", ""),
    ]


def pieces_of(line: Line, lot: int) -> int | str:
    """Pieces that the lot takes; as text where the quantity is no whole number."""
    pieces = line.quantity * lot
    return int(pieces) if pieces.denominator == 1 else ratio(pieces)

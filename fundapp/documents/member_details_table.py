"""What members can do, and their machines, as tables to take away, under the headers that the import knows."""

from collections.abc import Iterable, Mapping

from fundapp.documents.csv_table import CellValue, csv_table
from fundapp.documents.said import listed, said
from fundapp.documents.xlsx_table import XlsxColumn, xlsx_table
from fundapp.network.capability import Capability
from fundapp.network.member import Member
from fundapp.network.premises import Equipment
from fundapp.network.process import ProcessTree
from fundapp.text.catalogue import _, pgettext
from fundapp.text.network_words import word, words

Cells = list[tuple[CellValue, ...]]
_COUNTS = frozenset({"largest", "tolerance", "lot_min", "lot_max", "hours", "count"})


def _columns(kind: str) -> tuple[XlsxColumn, ...]:
    return tuple(
        XlsxColumn(head=head, kind="count" if role in _COUNTS else "text") for role, head in words(kind).items()
    )


def _rows(kind: str, rows: Iterable[Mapping[str, CellValue]]) -> Cells:
    return [tuple(cells[role] for role in words(kind)) for cells in rows]


def _capability(one: Capability, member: Member, tree: ProcessTree) -> Mapping[str, CellValue]:
    name = tree.name_of(one.process)
    return {
        "code": member.code,
        "name": member.name.ja,
        "process": said(name) if name else one.process,
        "materials": listed([word("material", material) for material in one.materials]),
        "largest": one.largest_mm,
        "tolerance": one.tolerance_grade,
        "lot_min": one.lot_min,
        "lot_max": one.lot_max,
        "certificates": listed(one.certificates),
        "hours": one.free_hours_per_month,
        "nda": _("yes") if one.nda_signed else _("no"),
        "confirmed": one.confirmed_on.isoformat(),
    }


def _machine(one: Equipment, member: Member) -> Mapping[str, CellValue]:
    return {
        "code": member.code,
        "name": member.name.ja,
        "machine": one.name,
        "maker": one.maker,
        "model": one.model,
        "count": one.count,
        "note": one.note,
    }


def _capability_cells(found: Iterable[Capability], members: Mapping[str, Member], tree: ProcessTree) -> Cells:
    return _rows("capability_column", (_capability(one, members[one.member_id], tree) for one in found))


def _equipment_cells(found: Iterable[Equipment], members: Mapping[str, Member]) -> Cells:
    return _rows("equipment_column", (_machine(one, members[one.member_id]) for one in found))


def capabilities_csv(found: Iterable[Capability], members: Mapping[str, Member], tree: ProcessTree) -> bytes:
    """A row for each process of a member, for other programs."""
    heads = [column.head for column in _columns("capability_column")]
    return csv_table(heads, _capability_cells(found, members, tree))


def capabilities_xlsx(found: Iterable[Capability], members: Mapping[str, Member], tree: ProcessTree) -> bytes:
    """The same for a spreadsheet."""
    cells = _capability_cells(found, members, tree)
    return xlsx_table(pgettext("network", "Processes"), _columns("capability_column"), cells)


def equipment_csv(found: Iterable[Equipment], members: Mapping[str, Member]) -> bytes:
    """A row for each machine of a member, for other programs."""
    return csv_table([column.head for column in _columns("equipment_column")], _equipment_cells(found, members))


def equipment_xlsx(found: Iterable[Equipment], members: Mapping[str, Member]) -> bytes:
    """The same for a spreadsheet."""
    cells = _equipment_cells(found, members)
    return xlsx_table(pgettext("network", "Machines"), _columns("equipment_column"), cells)

"""A plan's problem out of a JSON file: what can be understood, or which figure cannot.

{"lines": [{"id", "need_by_days", "target_cost_yen", "weight", "price_ceiling_yen", "capable_suppliers"}],
 "suppliers": [{"id", "capacity_hours", "opening_cost_yen"}],
 "offers": [{"line", "supplier", "cost_yen", "hours", "lead_time_days"}]}

Only ids, each offer's line and supplier, and its cost are needed. Figures are read exactly, as they are written.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

from fundapp.network.plan_problem import Name, Number, PlanLine, PlanOffer, PlanProblem, PlanSupplier

if TYPE_CHECKING:
    from fundapp.basis.refusal import Refusal

LARGEST_BYTES = 500_000_000
LARGEST = 2**53
"""Above this a figure would lose its single units in the solver."""
_TOLD = 10
"""So many faults are told at once; a file that is wrong throughout is not listed whole."""


class _UnfitError(Exception):
    """A fault in the file, on its way to the reader."""

    def __init__(self, code: str, place: str = "", **details: str | int) -> None:
        super().__init__(code)
        self.code, self.place, self.details = code, place, details


def _refused(code: str, *faults: _UnfitError, **details: str | int) -> "Refusal":
    # A file that can be used does not wait for what refusals are made of.
    from fundapp.basis.refusal import Problem, Refusal

    problems = (Problem.of(one.code, one.place, **one.details) for one in faults)
    return Refusal.of(code, *problems, **details)


def read_instance(path: Path) -> "PlanProblem | Refusal":
    """The problem in a file, or why it cannot be read. Never raises for what a file holds."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            return _refused("file_too_large", name=path.name, limit_mb=LARGEST_BYTES // 1_000_000)
        content = path.read_bytes()
    except OSError:
        return _refused("plan_no_file", name=str(path))
    return problem_of(content, path.name)


def problem_of(content: bytes, name: str) -> "PlanProblem | Refusal":
    """The problem in the bytes of a file that is called `name`."""
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_figure)
    except (UnicodeDecodeError, ValueError, RecursionError):
        # ValueError is also what a number with thousands of digits raises.
        return _refused("plan_not_json", name=name)
    if not isinstance(data, dict):
        return _refused("plan_not_json", name=name)
    faults: list[_UnfitError] = []
    lines = _read(data, "lines", _line, faults)
    suppliers = _read(data, "suppliers", _supplier, faults)
    places = (
        _places("lines", [line.id for line in lines], faults),
        _places("suppliers", [one.id for one in suppliers], faults),
    )
    if "suppliers" not in data and isinstance(data.get("offers"), list):
        # Without a list of suppliers, those that the offers name have no bounds.
        named = (row.get("supplier") for row in data["offers"] if isinstance(row, dict))
        suppliers = [PlanSupplier(id=one) for one in dict.fromkeys(one for one in named if _is_name(one))]
        places = places[0], {one.id: at for at, one in enumerate(suppliers)}
    offers = _read(data, "offers", lambda row: _offer(row, *places), faults)
    if faults:
        return _refused("plan_unfit", *faults[:_TOLD], name=name, count=len(faults))
    return PlanProblem(lines=tuple(lines), suppliers=tuple(suppliers), offers=tuple(offers))


def instance_of(problem: PlanProblem) -> bytes:
    """A problem as a file that reads back as the same. Its figures are whole or have an end."""
    lines = [
        {
            "id": one.id,
            "need_by_days": one.need_by_days,
            "weight": one.weight,
            "price_ceiling_yen": one.price_ceiling_yen,
            "capable_suppliers": one.capable_suppliers,
        }
        for one in problem.lines
    ]
    suppliers = [
        {"id": one.id, "capacity_hours": one.capacity_hours, "opening_cost_yen": one.opening_cost_yen}
        for one in problem.suppliers
    ]
    offers = [
        {
            "line": problem.lines[one.line].id,
            "supplier": problem.suppliers[one.supplier].id,
            "cost_yen": one.cost_yen,
            "hours": one.hours,
            "lead_time_days": one.lead_time_days,
        }
        for one in problem.offers
    ]
    data = {"lines": lines, "suppliers": suppliers, "offers": offers}
    return json.dumps(data, ensure_ascii=False, indent=1, default=float).encode()


def _no_figure(word: str) -> None:
    raise ValueError(word)


def _read(
    data: dict[str, Any], part: str, make: Callable[[dict[str, Any]], Any], faults: list[_UnfitError]
) -> list[Any]:
    rows = data.get(part, [] if part == "suppliers" else None)
    if not isinstance(rows, list):
        faults.append(_UnfitError("plan_part_missing", part))
        return []
    made = []
    for at, row in enumerate(rows):
        try:
            if not isinstance(row, dict):
                raise _UnfitError("plan_row_unfit")
            made.append(make(row))
        except _UnfitError as unfit:
            unfit.place = f"{part}[{at}]{unfit.place}"
            faults.append(unfit)
    return made


def _places(part: str, ids: list[Name], faults: list[_UnfitError]) -> dict[Name, int]:
    places: dict[Name, int] = {}
    for at, one in enumerate(ids):
        if one in places:
            faults.append(_UnfitError("plan_id_twice", f"{part}[{at}].id", id=one))
        places[one] = at
    return places


def _line(row: dict[str, Any]) -> PlanLine:
    # The target is part of the format; a plan is judged against it, not made by it.
    _figure(row, "target_cost_yen")
    capable = _figure(row, "capable_suppliers")
    return PlanLine(
        id=_name(row, "id"),
        need_by_days=_figure(row, "need_by_days"),
        weight=_or(_figure(row, "weight"), 1),
        price_ceiling_yen=_figure(row, "price_ceiling_yen"),
        capable_suppliers=None if capable is None else int(capable),
    )


def _supplier(row: dict[str, Any]) -> PlanSupplier:
    return PlanSupplier(
        id=_name(row, "id"),
        capacity_hours=_figure(row, "capacity_hours"),
        opening_cost_yen=_or(_figure(row, "opening_cost_yen"), 0),
    )


def _offer(row: dict[str, Any], lines: dict[Name, int], suppliers: dict[Name, int]) -> PlanOffer:
    cost = _figure(row, "cost_yen")
    if cost is None:
        raise _UnfitError("plan_figure_missing", ".cost_yen")
    return PlanOffer(
        line=_place(row, "line", lines),
        supplier=_place(row, "supplier", suppliers),
        cost_yen=cost,
        hours=_or(_figure(row, "hours"), 0),
        lead_time_days=_figure(row, "lead_time_days"),
    )


def _or(value: Number | None, absent: int) -> Number:
    return absent if value is None else value


def _is_name(value: Any) -> TypeGuard[Name]:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _name(row: dict[str, Any], field: str) -> Name:
    value = row.get(field)
    if not _is_name(value):
        raise _UnfitError("plan_name_missing", f".{field}")
    return value


def _place(row: dict[str, Any], field: str, places: dict[Name, int]) -> int:
    name = _name(row, field)
    if name not in places:
        raise _UnfitError("plan_name_unknown", f".{field}", id=name)
    return places[name]


def _figure(row: dict[str, Any], field: str) -> Number | None:
    value = row.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value <= LARGEST:
        raise _UnfitError("plan_figure_unfit", f".{field}")
    # 1e-999999999 is a figure of JSON too; as an exact fraction it would fill the memory.
    if isinstance(value, Decimal) and not -30 <= int(value.as_tuple().exponent) <= 30:
        raise _UnfitError("plan_figure_unfit", f".{field}")
    return value

"""The scores of an item as blocks: each axis by criterion and seat, marks below a floor, reasons for marks."""

from collections.abc import Iterable

from fundapp.committee.minutes import Matter
from fundapp.committee.minutes_judging import AxisScored, CriterionScored, Mark
from fundapp.documents.blocks import Block, Cell, Column, Paragraph, Table, cells
from fundapp.documents.said import NOTHING, listed, said
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import ratio

NO_EVIDENCE = "X"


def level_text(level: int | None) -> str:
    """A level, or X for no evidence."""
    return NO_EVIDENCE if level is None else str(level)


def mark_text(mark: Mark) -> str:
    """The mark that stands, after the first one when it was moved: 3→4."""
    if mark.first == mark.second:
        return level_text(mark.second)
    return f"{level_text(mark.first)}→{level_text(mark.second)}"


def _criterion_row(matter: Matter, axis: AxisScored, criterion: CriterionScored) -> tuple[Cell, ...]:
    name = f"{criterion.id}  {said(criterion.name)}"
    if not criterion.applicable:
        name = _("{name} (not applicable)").format(name=name)
    marks = {mark.seat_id: mark_text(mark) for mark in criterion.marks}
    computed = [criterion.computed_firm, criterion.computed_with_hands] if axis.id == "axis2" else []
    return (
        Cell(text=name),
        Cell(text=f"{criterion.weight_pct}%"),
        *(Cell(text=NOTHING if level is None else str(level)) for level in computed),
        *(Cell(text=marks.get(seat_id, NOTHING)) for seat_id, _name in matter.seats),
        Cell(text=level_text(criterion.committee) if criterion.applicable else NOTHING, tone="strong"),
        Cell(text=NOTHING if criterion.spread is None else str(criterion.spread)),
    )


def score_table(matter: Matter, axis: AxisScored) -> Table:
    """One axis: a row a criterion, a column a seat (first mark, then the one that stands), the committee's value."""
    seat_mm = 17 if len(matter.seats) <= 3 else 12
    computed = [_("Facts, firm"), _("Facts, with hands")] if axis.id == "axis2" else []
    totals = [axis.computed_firm, axis.computed_with_hands] if axis.id == "axis2" else []
    return Table(
        columns=(
            Column(head=_("Criterion")),
            Column(head=_("Weight"), align="right", width_mm=13),
            *(Column(head=head, align="right", width_mm=14) for head in computed),
            *(Column(head=name, align="right", width_mm=seat_mm) for _seat, name in matter.seats),
            Column(head=pgettext("column", "Committee"), align="right", width_mm=19),
            Column(head=_("Spread"), align="right", width_mm=13),
        ),
        rows=(
            *(_criterion_row(matter, axis, criterion) for criterion in axis.criteria),
            cells(
                _("{axis}: weighted mean").format(axis=said(axis.name)),
                "",
                *(NOTHING if total is None else ratio(total) for total in totals),
                *("" for _seat in matter.seats),
                NOTHING if axis.committee is None else ratio(axis.committee),
                "",
                tone="strong",
            ),
        ),
        total_rows=1,
    )


def is_low(mark: Mark, criterion: CriterionScored) -> bool:
    """True when the first mark or the one that stands lies below the criterion's floor."""
    floor = criterion.floor
    return floor is not None and any(one is not None and one < floor for one in (mark.first, mark.second))


def below_floor(matter: Matter) -> Iterable[Block]:
    """The marks below a floor by name, in either round."""
    names = dict(matter.seats)
    found = [
        _("{name} gave {level} on {criterion} (floor {floor})").format(
            name=names.get(mark.seat_id, mark.seat_id),
            level=mark_text(mark),
            criterion=f"{criterion.id} {said(criterion.name)}",
            floor=criterion.floor,
        )
        for axis in matter.axes
        for criterion in axis.criteria
        for mark in criterion.marks
        if is_low(mark, criterion)
    ]
    if found:
        yield Paragraph(text=_("Marks below a floor: {marks}").format(marks=listed(found)))


def moved_marks(matter: Matter) -> Iterable[Block]:
    """The reasons that members gave for their marks, with the move where there was one."""
    names = dict(matter.seats)
    rows = tuple(
        cells(
            names.get(mark.seat_id, mark.seat_id),
            f"{criterion.id} {said(criterion.name)}",
            mark_text(mark),
            mark.reason,
        )
        for axis in matter.axes
        for criterion in axis.criteria
        for mark in criterion.marks
        if mark.reason or mark.first != mark.second
    )
    if rows:
        columns = (
            Column(head=_("Member"), width_mm=28),
            Column(head=_("Criterion"), width_mm=45),
            Column(head=_("Mark"), align="right", width_mm=15),
            Column(head=_("Reason")),
        )
        yield Table(columns=columns, rows=rows)

"""The map of the decided proposals, for those whose papers it is made of."""

from dataclasses import dataclass

import streamlit as st

from fundapp.charts.look import QUADRANT_IDS
from fundapp.charts.two_axis import MapPoint, two_axis, two_axis_rows, two_axis_title
from fundapp.committee.standing import Standing
from fundapp.documents.said import said
from fundapp.record.book import Book, Item
from fundapp.record.judging import standing_of
from fundapp.record.once import once
from fundapp.text.catalogue import _
from fundapp.ui import components
from fundapp.ui.fund.balance import described
from fundapp.ui.words import plain

MOST = 60
"""Marks on the map; more could not be told apart."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A proposal with the last resolution on it, and where it stood."""

    item: Item
    place: Standing


@once
def decided(book: Book) -> tuple[Decided, ...]:
    """The last resolution on each proposal that the reader may see, by code; of many the latest `MOST`."""
    last: dict[str, Item] = {}
    for item in sorted(book.items.values(), key=lambda item: (book.meetings[item.meeting_id].number, item.number)):
        if item.resolved is not None and item.frozen is not None:
            last.pop(item.proposal_id, None)
            last[item.proposal_id] = item
    # Of more than a map can show, those that were decided last.
    found = sorted(list(last.values())[-MOST:], key=lambda item: item.proposal_code)
    return tuple(Decided(item, standing_of(book, item)) for item in found)


def show_map(book: Book) -> None:
    """Where the decided proposals stood. Nothing at all for a reader who may see none."""
    found = decided(book)
    if not found:
        return
    points = tuple(point for one in found if (point := _point(one)) is not None)
    if points:
        _draw(book, points)
    else:
        components.section(two_axis_title(points))
    notes = [_("Each decided proposal stands where the committee saw it at its last resolution.")]
    if len(found) == MOST:
        notes.append(_("The map shows the last {n} that were decided.").format(n=MOST))
    unplaced = [one.item.proposal_code for one in found if _point(one) is None]
    if unplaced:
        note = _("Not on the map, because an axis does not apply or cannot be assessed: {codes}.")
        notes.append(note.format(codes=_(", ").join(unplaced)))
    st.markdown("  \n".join(map(plain, notes)))


def _draw(book: Book, points: tuple[MapPoint, ...]) -> None:
    names = {one.id: said(one.name) for one in book.rubric.decision.quadrants}
    cut = book.rubric.decision.thresholds
    finding, rows = two_axis_title(points), two_axis_rows(points, names)
    figure = two_axis(
        points,
        axis1_pass=cut.axis1_pass,
        axis2_pass=cut.axis2_pass,
        title="",
        dark=components.is_dark(),
        names=names,
    )
    components.chart(
        figure,
        finding=finding,
        about=described(finding, rows),
        rows=components.named(rows),
        key="decided-map",
    )


def _point(one: Decided) -> MapPoint | None:
    """Axis 2 as the gates saw it, counted firm. None when an axis has no figure."""
    frozen, place, gates = one.item.frozen, one.place, one.item.gates
    axis1, axis2 = place.axis1.points, place.firm.points
    quadrant = next((id_ for id_ in QUADRANT_IDS if id_ == place.quadrant), None)
    if frozen is None or axis1 is None or axis2 is None or quadrant is None:
        return None
    shut = [gate.id for gate in gates.firm if not gate.passed()] if gates else []
    return MapPoint(
        code=frozen.proposal.code,
        name=said(frozen.proposal.name),
        axis1=axis1,
        axis2=axis2,
        quadrant=quadrant,
        gate_failed=bool(shut),
        note=_(", ").join(shut),
    )

"""Where the item stands on the two axes."""

from fractions import Fraction

import streamlit as st

from fundapp.charts.two_axis import MapPoint, two_axis, two_axis_rows, two_axis_title
from fundapp.committee.minutes import Matter
from fundapp.committee.minutes_judging import AxisScored
from fundapp.documents.said import listed, points_text, said
from fundapp.text.catalogue import _
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def show_standing(seen: Seen, matter: Matter) -> None:
    """Both axes in words, then the map. The axes are never summed."""
    prospects, support = matter.axes
    lines = [_axis_text(axis) for axis in matter.axes]
    point = _point(matter, prospects.gate_firm, support.gate_firm)
    if point is None:
        components.section(_("Not on the map: one axis is not assessable or not applicable"))
        st.markdown("  \n".join(plain(line) for line in lines))
        return
    finding = two_axis_title((point,))
    names = {one.id: said(one.name) for one in seen.rubric.decision.quadrants}
    cut = seen.rubric.decision.thresholds
    figure = two_axis(
        (point,),
        axis1_pass=cut.axis1_pass,
        axis2_pass=cut.axis2_pass,
        title="",
        dark=st.context.theme.type == "dark",
        names=names,
    )
    head, *rows = two_axis_rows((point,), names)
    table = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    components.chart(figure, finding=finding, about=". ".join(lines), rows=table, key=f"map-{matter.proposal_code}")
    st.markdown("  \n".join(plain(line) for line in lines))


def _axis_text(axis: AxisScored) -> str:
    """The points that the gates see, against the pass mark."""
    if not any(one.applicable for one in axis.criteria):
        return _("{name}: {text}").format(name=said(axis.name), text=term("outcome", "not_applicable"))
    return _("{axis}: {points} (pass mark {mark})").format(
        axis=said(axis.name), points=points_text(axis.gate_firm, axis.threshold), mark=points_text(axis.threshold)
    )


def _point(matter: Matter, axis1: Fraction | None, axis2: Fraction | None) -> MapPoint | None:
    if matter.quadrant is None or axis1 is None or axis2 is None:
        return None
    shut = [gate.firm.id for gate in matter.gates if not gate.firm.passed()]
    return MapPoint(
        code=matter.proposal_code,
        name=said(matter.proposal),
        axis1=axis1,
        axis2=axis2,
        quadrant=matter.quadrant.id,
        gate_failed=bool(shut),
        current=True,
        note=listed(shut),
    )

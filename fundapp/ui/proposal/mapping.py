"""The two-axis map on the proposals' pages."""

from collections.abc import Sequence

from fundapp.charts.two_axis import MapPoint, Move, two_axis, two_axis_rows
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import Rubric
from fundapp.documents.said import said
from fundapp.record.book import Book
from fundapp.text.catalogue import _
from fundapp.ui import components
from fundapp.ui.fund.decided_map import decided, show_map
from fundapp.ui.proposal.place import Place


def point(proposal: Proposal, place: Place, *, current: bool = False) -> MapPoint | None:
    """A proposal's mark; None before the reveal, and where one of the axes is not assessable."""
    if place.axis1 is None or place.axis2 is None or place.quadrant is None:
        return None
    return MapPoint(
        code=proposal.code,
        name=said(proposal.name),
        axis1=place.axis1,
        axis2=place.axis2,
        quadrant=place.quadrant,
        gate_failed=bool(place.shut),
        current=current,
        note=_(", ").join(place.shut),
    )


def decided_map(book: Book) -> None:
    """The map of what the committee has decided, or what comes first."""
    if decided(book):
        show_map(book)
        return
    components.empty_state(
        _("Nothing is decided yet."), _("A proposal has its place on the map after the committee has resolved on it.")
    )


def draw(points: Sequence[MapPoint], rubric: Rubric, *, finding: str, key: str, move: Move | None = None) -> None:
    """The map under its finding, with its table one press away."""
    names = {one.id: said(one.name) for one in rubric.decision.quadrants}
    cut = rubric.decision.thresholds
    figure = two_axis(
        points,
        axis1_pass=cut.axis1_pass,
        axis2_pass=cut.axis2_pass,
        title="",
        dark=components.is_dark(),
        move=move,
        names=names,
    )
    table = components.named(two_axis_rows(points, names))
    about = _("Map of prospects (to the right) and support (upwards). {finding}.").format(finding=finding)
    components.chart(figure, finding=finding, about=about, rows=table, key=key)

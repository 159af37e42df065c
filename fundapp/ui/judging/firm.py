"""How firm the outcome is: the weights, one member's marks, each member's absence, all weights there are."""

from fractions import Fraction

import streamlit as st

from fundapp.committee.firmness import Firmness, WeightRoom
from fundapp.committee.gates import Counting
from fundapp.committee.rubric import AxisId, Criterion
from fundapp.documents.said import listed, said
from fundapp.record.weighing import firmness_of
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import percent
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def show_firmness(seen: Seen) -> None:
    """Each axis in four sentences. Axis 2 is told twice only when raised hands make a difference."""
    place = st.expander(_("How firm is this outcome?"), icon=":material/balance:", on_change="rerun", key="firmness")
    if not place.open:
        return
    found = firmness_of(seen.book, seen.current)
    alike = len(found) == 3 and found[1].passes == found[2].passes
    for one in found[:2] if alike else found:
        with place.container(border=True):
            st.markdown(f"**{plain(_title(seen, one, alike=alike))}**")
            st.markdown("\n".join(f"- {plain(line)}" for line in _lines(seen, one)))


def _title(seen: Seen, one: Firmness, *, alike: bool) -> str:
    name = said(seen.rubric.axis(one.axis).name)
    if one.axis == "axis2" and not alike:
        name = _counted(name, one.counting)
    return _("{name}: passes").format(name=name) if one.passes else _("{name}: does not pass").format(name=name)


def _counted(name: str, counting: Counting) -> str:
    if counting == "firm":
        return _("{name}, firm").format(name=name)
    return _("{name}, with raised hands").format(name=name)


def _lines(seen: Seen, one: Firmness) -> list[str]:
    return [_weights_line(one), *_room_lines(seen, one), _member_line(seen, one), _without_line(seen, one)]


def _weights_line(one: Firmness) -> str:
    details = {"samples": f"{one.share.samples:,}", "seed": one.share.seed}
    if one.share.share in (0.0, 1.0):
        text = _("Whatever the weights: the outcome is the same in all {samples} that were drawn (seed {seed}).")
        return text.format(**details)
    text = _(
        "Of all weights there are, {share} (± {error}) lead to the same outcome: {samples} were drawn (seed {seed})."
    )
    share, error = (percent(Fraction(figure)) for figure in (one.share.share, one.share.standard_error))
    return text.format(share=share, error=error, **details)


def _room_lines(seen: Seen, one: Firmness) -> list[str]:
    bounded = [room for room in one.weights if room.low_pct is not None or room.high_pct is not None]
    if not bounded:
        return [_("No single weight, moved alone, changes it.")]
    return [_room_line(_criterion(seen, one.axis, room.criterion_id), room) for room in bounded]


def _room_line(criterion: Criterion, room: WeightRoom) -> str:
    details = {
        "name": f"{criterion.id} {said(criterion.name)}",
        "weight": _percent(Fraction(room.weight_pct)),
        "low": _percent(room.low_pct or Fraction(0)),
        "high": _percent(room.high_pct or Fraction(0)),
    }
    if room.high_pct is None:
        return _("{name} ({weight}): the same while its weight is {low} or more.").format(**details)
    if room.low_pct is None:
        return _("{name} ({weight}): the same while its weight is {high} or less.").format(**details)
    return _("{name} ({weight}): the same while its weight is {low} to {high}.").format(**details)


def _member_line(seen: Seen, one: Firmness) -> str:
    if one.member is None:
        return _("No member alone could change it by other marks.")
    changes = [
        _("{name} from {before} to {after}").format(
            name=f"{change.criterion_id} {said(_criterion(seen, one.axis, change.criterion_id).name)}",
            before=change.before,
            after=change.after,
        )
        for change in one.member.changes
    ]
    return _("The smallest change by one member that turns it: {seat}, {changes}.").format(
        seat=seen.seat_name(one.member.seat_id), changes=listed(changes)
    )


def _without_line(seen: Seen, one: Firmness) -> str:
    turning = [seen.seat_name(other.seat_id) for other in one.without if other.passes is not one.passes]
    if not turning:
        return _("Without any one of the members it is the same.")
    return ngettext(
        "Without {seats} the outcome would be the other one.",
        "Without {seats}, each alone, the outcome would be the other one.",
        len(turning),
        seats=listed(turning),
    )


def _criterion(seen: Seen, axis: AxisId, criterion_id: str) -> Criterion:
    return seen.rubric.axis(axis).criterion(criterion_id)


def _percent(weight_pct: Fraction) -> str:
    return percent(weight_pct / 100)

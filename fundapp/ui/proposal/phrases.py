"""Turns of phrase that the proposals' pages share: states, quadrants, levels, conditions, gates' figures."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from fundapp.basis.numbers import rounds_to_but_lies_below
from fundapp.charts.look import QUADRANTS, QuadrantId
from fundapp.committee.gates import GateFigure
from fundapp.committee.rubric import Rubric
from fundapp.documents.fact_text import condition_text as condition_text
from fundapp.documents.fact_text import row_names as row_names
from fundapp.documents.fact_text import shown
from fundapp.documents.minutes_gates import COUNTS, YES_NO
from fundapp.documents.said import points_text, said, yes_no
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import day, percent, ratio, yen
from fundapp.text.terms import term
from fundapp.ui.proposal.place import Place, State
from fundapp.ui.words import plain

COLOURS: dict[QuadrantId, str] = {"Q1": "green", "Q2": "orange", "Q3": "blue", "Q4": "gray"}
"""The theme's names of the quadrants' colours."""

FULL, EMPTY = "●", "○"
LEVELS = 5


def state_text(state: State) -> str:
    """How far a proposal is, in words."""
    match state.kind:
        case "registered":
            return _("registered")
        case "agenda":
            return _("on the agenda of meeting no. {number}").format(number=state.meeting)
        case "judging" if state.written:
            return _("goes round as written resolution no. {number}").format(number=state.meeting)
        case "judging":
            return _("being judged in meeting no. {number}").format(number=state.meeting)
        case _:
            assert state.on is not None, "what is resolved has its day"
            assert state.resolution is not None, "what is resolved has its resolution"
            if state.kind == "signed":
                return _("agreement signed on {day}").format(day=day(state.on))
            return _("{resolution} ({day})").format(resolution=term("resolution", state.resolution), day=day(state.on))


def quadrant_text(rubric: Rubric, quadrant: QuadrantId) -> str:
    """A quadrant by colour, mark and name, as Markdown."""
    name = next(said(one.name) for one in rubric.decision.quadrants if one.id == quadrant)
    return f":{COLOURS[quadrant]}[{QUADRANTS[quadrant].mark}] {plain(name)}"


def axes_text(place: Place) -> str:
    """Both axes side by side, never summed; before the reveal the computed one alone."""
    if not place.needs_support:
        support = _("no support needed")
    elif place.axis2 is None:
        support = _("support not assessable")
    elif place.judged:
        support = _("support {points}").format(points=ratio(place.axis2))
    else:
        support = _("support {points}, computed").format(points=ratio(place.axis2))
    if not place.judged:
        return support
    return _("prospects {points}").format(points=points_text(place.axis1)) + " · " + support


def level_bar(level: int | None) -> str:
    """A level of five as marks and as a figure, as Markdown."""
    if level is None:
        return pgettext("level", "not applicable or no evidence")
    return f":primary[{FULL * level}{EMPTY * (LEVELS - level)}]\N{NO-BREAK SPACE}{level}"


def figure_text(rubric: Rubric, gate: str, figure: GateFigure) -> str:
    """One figure of a gate against its threshold, in the unit that belongs to it."""
    if figure.name in YES_NO:
        asked = _(YES_NO[figure.name])
        return f"{asked}: {yes_no(figure.value)}"
    name, show = _name_and_unit(rubric, gate, figure.name)
    value = _("not assessable") if figure.value is None else show(figure.value)
    below = figure.value is not None and rounds_to_but_lies_below(figure.value, figure.threshold)
    if figure.bound == "at_least" and below:
        value = _("{points} (lies below {threshold})").format(points=value, threshold=show(figure.threshold))
    bound = _("{name}: {value} (at least {threshold})")
    if figure.bound == "at_most":
        bound = _("{name}: {value} (at most {threshold})")
    return bound.format(name=name, value=value, threshold=show(figure.threshold))


def _name_and_unit(rubric: Rubric, gate: str, name: str) -> tuple[str, Callable[[Fraction], str]]:
    """What a figure is called and how it is shown: an axis, a criterion, a fact, or one of the gate's own."""
    for axis in rubric.axes:
        if name == axis.id and gate == "G1":
            return _("Weight without evidence, {axis}").format(axis=said(axis.name)), lambda pct: percent(pct / 100)
        if name == axis.id:
            return said(axis.name), ratio
        for criterion in axis.criteria:
            if name == criterion.id:
                return f"{criterion.id} {said(criterion.name)}", _whole
        for fact in axis.facts:
            if name == fact.id:
                return said(fact.name), partial(shown, fact)
    if name == "amount_yen":
        return _("Amount asked, against the room"), lambda amount: yen(int(amount))
    return _(COUNTS[name]), _whole


def _whole(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else ratio(value)

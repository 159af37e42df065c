"""The gates of an item as a table: the answer in both ways of counting, the figures, the rows behind them."""

from collections.abc import Callable
from fractions import Fraction

from fundapp.basis.numbers import rounds_to_but_lies_below
from fundapp.committee.gates import GateFigure, GateResult
from fundapp.committee.minutes import Matter
from fundapp.committee.minutes_judging import GateShown
from fundapp.documents.blocks import Cell, Column, Table, Tone
from fundapp.documents.said import listed, said, yes_no
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import percent, ratio, yen
from fundapp.text.terms import term

YES_NO = {
    "proposal_received": N_("Proposal paper received"),
    "plan_received": N_("Business plan received"),
    "bill_revision": N_("Revision of the bill of materials known"),
    "anti_social_forces_checked": N_("Anti-social forces checked"),
    "interests_asked": N_("Interests asked"),
    "no_support_reason": N_("Reason that no support is needed"),
    "every_critical_need_covered": N_("Every critical need has a named provider"),
}
COUNTS = {
    "seats_attended": N_("Seats attended"),
    "eligible_voters": N_("Eligible voters"),
    "seats_to_fill": N_("Empty seats that an alternate could fill"),
}
TONES: dict[str, Tone] = {"pass": "good", "fail": "bad", "not_assessable": "bad", "not_applicable": "muted"}

Show = Callable[[Fraction], str]


def _whole(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else ratio(value)


def _weight(value: Fraction) -> str:
    return percent(value / 100)


def _amount(value: Fraction) -> str:
    return yen(int(value))


def _name_and_unit(matter: Matter, gate: str, name: str) -> tuple[str, Show]:
    """What a figure is called and how it is shown: an axis, a criterion, a fact, or a figure of the gate's own."""
    for axis in matter.axes:
        if name == axis.id and gate == "G1":
            return _("Weight without evidence, {axis}").format(axis=said(axis.name)), _weight
        if name == axis.id:
            return said(axis.name), ratio
        for criterion in axis.criteria:
            if name == criterion.id:
                return f"{criterion.id} {said(criterion.name)}", _whole
    for fact in matter.support.facts if matter.support else ():
        if name == fact.id:
            return said(fact.name), ratio
    if name == "amount_yen":
        return _("Amount asked, against the room"), _amount
    return _(COUNTS[name]) if name in COUNTS else name, _whole


def figure_text(matter: Matter, gate: str, figure: GateFigure) -> str:
    """One figure of a gate with its threshold, in the unit that belongs to it."""
    if figure.name in YES_NO:
        asked = _(YES_NO[figure.name])
        return f"{asked}: {yes_no(figure.value)}"
    name, show = _name_and_unit(matter, gate, figure.name)
    value = _("not assessable") if figure.value is None else show(figure.value)
    if (
        figure.bound == "at_least"
        and figure.value is not None
        and rounds_to_but_lies_below(figure.value, figure.threshold)
    ):
        value = _("{points} (lies below {threshold})").format(points=value, threshold=show(figure.threshold))
    message = _("{name}: {value} (at least {threshold})")
    if figure.bound == "at_most":
        message = _("{name}: {value} (at most {threshold})")
    return message.format(name=name, value=value, threshold=show(figure.threshold))


def _telling(gate: GateResult) -> tuple[GateFigure, ...]:
    """The figures worth print: all, but of yes-or-no ones only those that stand in the way."""
    return tuple(figure for figure in gate.figures if figure.name not in YES_NO or figure.holds is not True)


def _figures_text(matter: Matter, gate: GateShown) -> str:
    lines = [figure_text(matter, gate.firm.id, figure) for figure in _telling(gate.firm)]
    if gate.with_hands.figures != gate.firm.figures:
        changed = [figure for figure in _telling(gate.with_hands) if figure not in gate.firm.figures]
        lines += [
            _("With raised hands: {figure}").format(figure=figure_text(matter, gate.with_hands.id, figure))
            for figure in changed
        ]
    if gate.firm.rows:
        lines.append(_("Open: {rows}").format(rows=listed(gate.firm.rows)))
    return "\n".join(lines)


def _answer(result: GateResult) -> Cell:
    return Cell(text=term("outcome", result.outcome), tone=TONES[result.outcome])


def gate_table(matter: Matter) -> Table:
    """All gates; the same gate is answered firm and with raised hands."""
    return Table(
        columns=(
            Column(head=_("Gate"), width_mm=11),
            Column(head=_("What it asks"), width_mm=48),
            Column(head=_("Firm"), width_mm=20),
            Column(head=_("With raised hands"), width_mm=20),
            Column(head=_("Figures")),
        ),
        rows=tuple(
            (
                Cell(text=gate.firm.id, tone="strong"),
                Cell(text=said(gate.text)),
                _answer(gate.firm),
                _answer(gate.with_hands),
                Cell(text=_figures_text(matter, gate)),
            )
            for gate in matter.gates
        ),
    )

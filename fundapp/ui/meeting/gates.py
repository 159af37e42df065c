"""The gates as the chair sees them: passed or not, by which figure against which threshold, in words."""

from collections.abc import Sequence

import streamlit as st

from fundapp.committee.gates import GateResult
from fundapp.committee.minutes import Matter
from fundapp.committee.minutes_judging import GateShown
from fundapp.documents.minutes_gates import figure_text
from fundapp.documents.said import listed, said
from fundapp.text.catalogue import _, pgettext
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.words import plain

MARKS = {
    "pass": ":material/check_circle:",
    "fail": ":material/cancel:",
    "not_assessable": ":material/help:",
    "not_applicable": ":material/do_not_disturb_on:",
}


def show_gates(matter: Matter) -> None:
    """The gates that stand in the way first and open; the others one press away."""
    shut = [gate for gate in matter.gates if not gate.firm.passed()]
    open_ = [gate for gate in matter.gates if gate.firm.passed()]
    components.section(_gates_title(shut))
    for gate in shut:
        with st.container(border=True):
            st.markdown(_gate_text(matter, gate))
    with st.expander(_("Gates passed or not applicable")):
        for gate in open_:
            st.markdown(_gate_text(matter, gate))


def _gates_title(shut: Sequence[GateShown]) -> str:
    if not shut:
        return _("No gate stands in the way")
    return _("Not passed: {gates}").format(gates=listed([gate.firm.id for gate in shut]))


def _gate_text(matter: Matter, gate: GateShown) -> str:
    """One gate: its answer, what it asks, its figures; both ways of counting where they differ."""
    lines = [f"{MARKS[gate.firm.outcome]} **{plain(gate.firm.id)}: {_answer(gate)}**", plain(said(gate.text))]
    lines += [plain(text) for text in _figures(matter, gate.firm)]
    if gate.with_hands.figures != gate.firm.figures:
        lines += [
            plain(_("With raised hands: {figure}").format(figure=text)) for text in _figures(matter, gate.with_hands)
        ]
    if gate.firm.rows:
        lines.append(plain(_("Open: {rows}").format(rows=listed(gate.firm.rows))))
    return "  \n".join(lines)


def _answer(gate: GateShown) -> str:
    firm, hands = term("outcome", gate.firm.outcome), term("outcome", gate.with_hands.outcome)
    if firm == hands:
        return firm
    return pgettext("gate", "{firm}; with raised hands {hands}").format(firm=firm, hands=hands)


def _figures(matter: Matter, result: GateResult) -> list[str]:
    return [figure_text(matter, result.id, figure) for figure in result.figures]

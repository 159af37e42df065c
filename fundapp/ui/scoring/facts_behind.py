"""The facts behind a computed level: figure, counted firm and with raised hands, and what they mean."""

import streamlit as st

from fundapp.committee.rubric import Axis, Criterion, FactDefinition
from fundapp.documents.fact_text import shown as shown
from fundapp.network.support_facts import FactValue, SupportFacts
from fundapp.text.catalogue import _, language
from fundapp.text.figures import day
from fundapp.ui.words import plain


def facts_behind(support: SupportFacts, axis: Axis, criterion: Criterion) -> None:
    """One line a fact, folded open by a press; the as-of day stands with them."""
    firm, hands = support.values("firm"), support.values("with_hands")
    definitions = [one for one in axis.facts if one.id in criterion.facts and one.id in firm]
    if not definitions:
        return
    lines = [_line(one, firm[one.id], hands.get(one.id)) for one in definitions]
    as_of = _("Facts as of {day}").format(day=day(support.as_of))
    with st.expander(plain(as_of), icon=":material/fact_check:", expanded=True):
        st.markdown("\n".join(lines))


def _line(definition: FactDefinition, firm: FactValue, hands: FactValue | None) -> str:
    name, value = definition.name.of(language()), shown(definition, firm.value)
    line = f"- {plain(name)}: **{plain(value)}**"
    if hands is not None and hands.value != firm.value:
        with_hands = _("with raised hands {value}").format(value=shown(definition, hands.value))
        line += f" ({plain(with_hands)})"
    return line

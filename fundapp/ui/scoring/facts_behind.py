"""The facts behind a computed level: figure, counted firm and with raised hands, and what they mean."""

from fractions import Fraction

import streamlit as st

from fundapp.committee.rubric import Axis, Criterion, FactDefinition
from fundapp.network.support_facts import FactValue, SupportFacts
from fundapp.text.catalogue import _, language
from fundapp.text.figures import day, percent, ratio
from fundapp.ui.words import plain

AS_SHARE = ("cov_", "ss_", "top_", "menu_", "commit_", "ontime_", "sales_")


def shown(definition: FactDefinition, value: Fraction | None) -> str:
    """A fact's value as a reader expects it: share in percent, ratio with two decimals, days, yes or no."""
    if value is None:
        return _("not known")
    match definition.kind:
        case "yes_no":
            return _("yes") if value == 1 else _("no")
        case "days":
            return _("{days} days").format(days=ratio(value).removesuffix(".00"))
        case _:
            return percent(value) if definition.id.startswith(AS_SHARE) else ratio(value)


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

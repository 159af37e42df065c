"""The criteria of an axis, one to fold open each: the level texts, the rules behind them, what is evidence."""

from collections.abc import Mapping

import streamlit as st

from fundapp.basis.fact import Bilingual
from fundapp.committee.rubric import Axis, Criterion, FactDefinition
from fundapp.documents.said import listed, said
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components
from fundapp.ui.rubrics import wording
from fundapp.ui.rubrics.search import found_in
from fundapp.ui.words import plain


def show_axis(axis: Axis, query: str, *, unfolded: bool) -> bool:
    """The axis's question and every criterion that holds what the reader looks for. False when none does."""
    facts = wording.definitions(axis)
    found = [one for one in axis.criteria if found_in(query, _texts(one, facts))]
    if not found:
        return False
    components.section(_("{axis}: {criteria}").format(axis=said(axis.name), criteria=_count(len(found))))
    st.markdown(plain(said(axis.question)))
    st.markdown(plain(said(axis.evidence_rule)))
    for criterion in found:
        label = _("{id} {name}, weight {weight}%").format(
            id=criterion.id, name=said(criterion.name), weight=criterion.weight_pct
        )
        # A key per state, because the framework keeps an expander as the reader left it.
        state = "open" if unfolded or query else "shut"
        with st.expander(plain(label), expanded=state == "open", key=f"{criterion.id}-{state}"):
            _show(criterion, facts)
    return True


def _count(criteria: int) -> str:
    return ngettext("{n} criterion", "{n} criteria", criteria)


def _texts(criterion: Criterion, facts: Mapping[str, FactDefinition]) -> tuple[str, ...]:
    """All that a reader may look for in a criterion, in both languages."""
    both: list[Bilingual | None] = [
        criterion.name,
        criterion.question,
        criterion.note,
        *criterion.evidence,
        *(level.text for level in criterion.levels),
        *(facts[fact].name for fact in criterion.facts),
    ]
    return (criterion.id, *(text for one in both if one for text in _both(one)), *criterion.sources)


def _both(text: Bilingual) -> tuple[str, str]:
    return text.ja, text.en


def _show(criterion: Criterion, facts: Mapping[str, FactDefinition]) -> None:
    if criterion.question:
        st.markdown(f"**{plain(said(criterion.question))}**")
    st.markdown("\n".join(_level_line(criterion, level.level, facts) for level in reversed(criterion.levels)))
    remarks = [line for line in _remarks(criterion, facts) if line]
    if remarks:
        st.markdown("\n".join(f"- {plain(line)}" for line in remarks))
    if criterion.sources:
        st.markdown(plain(_("Sources: {sources}").format(sources=listed(criterion.sources))))


def _level_line(criterion: Criterion, level: int, facts: Mapping[str, FactDefinition]) -> str:
    line = f"- **{level}**  {plain(said(criterion.text_of(level)))}"
    rules = wording.rule_lines(criterion, level, facts)
    message = _("Computed from: {rule}") if len(rules) == 1 else _("Either: {rule}")
    told = (plain(message.format(rule=rule)) for rule in rules)
    return "\n".join((line, *(f"    - {rule}" for rule in told)))


def _remarks(criterion: Criterion, facts: Mapping[str, FactDefinition]) -> tuple[str, ...]:
    floor = _("The gate asks for level {level} at least").format(level=criterion.floor) if criterion.floor else ""
    return (
        floor,
        wording.cap_text(criterion, facts),
        wording.left_out_text(criterion, facts),
        _("Left out for a proposal without parts") if criterion.needs_parts else "",
        _("Evidence: {papers}").format(papers=listed([said(one) for one in criterion.evidence]))
        if criterion.evidence
        else "",
        said(criterion.note) if criterion.note else "",
    )


def show_facts(axis: Axis, query: str, *, unfolded: bool) -> bool:
    """How each fact of the axis is defined. False when none holds what the reader looks for."""
    found = [one for one in axis.facts if found_in(query, (*_both(one.name), *_both(one.definition)))]
    if not found:
        return False
    label = _("How the facts are counted: {facts}").format(facts=ngettext("{n} fact", "{n} facts", len(found)))
    state = "open" if unfolded or query else "shut"
    with st.expander(plain(label), expanded=state == "open", key=f"facts-{state}", icon=":material/calculate:"):
        lines = [f"- **{plain(said(one.name))}**  {plain(said(one.definition))}" for one in found]
        st.markdown("\n".join(lines))
    return True

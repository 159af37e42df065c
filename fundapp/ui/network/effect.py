"""Levels of axis 2 in words: what they are, what would raise them, and what a change does to them."""

from collections.abc import Mapping
from fractions import Fraction

import streamlit as st

from fundapp.basis.fact import Fact
from fundapp.committee.levels import FactSeen, level_for
from fundapp.committee.rubric import Comparison, Condition, Criterion, FactDefinition, Rubric
from fundapp.network.support_facts import Counting, FactValue, SupportFacts
from fundapp.record.judging import computed_levels
from fundapp.text.catalogue import N_, _, language
from fundapp.ui.network.phrases import from_to, labelled
from fundapp.ui.scoring.facts_behind import shown
from fundapp.ui.words import plain

_ASKS: dict[Comparison, str] = {
    ">=": N_("{fact}: {asked} or more (now {now})"),
    ">": N_("{fact}: more than {asked} (now {now})"),
    "<=": N_("{fact}: {asked} or less (now {now})"),
    "<": N_("{fact}: less than {asked} (now {now})"),
    "is": N_("{fact}: {asked} (now {now})"),
}


class LevelSeen(Fact):
    """A criterion with its level in both ways of counting. None: it does not apply to this proposal."""

    criterion: Criterion
    firm: int | None
    with_hands: int | None
    left_out: tuple[str, ...]


def levels_seen(rubric: Rubric, support: SupportFacts) -> tuple[LevelSeen, ...]:
    """The computed criteria, in the rubric's order."""
    hands = {one.criterion_id: one for one in computed_levels(rubric, support, "with_hands")}
    axis = rubric.axis("axis2")
    return tuple(
        LevelSeen(
            criterion=axis.criterion(one.criterion_id),
            firm=one.level,
            with_hands=hands[one.criterion_id].level,
            left_out=one.left_out,
        )
        for one in computed_levels(rubric, support, "firm")
    )


def level_text(seen: LevelSeen) -> str:
    """Level 3; with raised hands 4."""
    if seen.firm is None:
        return _("does not apply")
    firm = _("level {level}").format(level=seen.firm)
    if seen.with_hands == seen.firm:
        return firm
    return _("{firm}; with raised hands {level}").format(firm=firm, level=seen.with_hands)


def missing_for_next(
    rubric: Rubric, criterion: Criterion, support: SupportFacts, counting: Counting = "firm"
) -> list[str]:
    """What must still become true for the next higher level, one condition a line. Empty at the highest."""
    values = support.values(counting)
    known = {fact.id: FactSeen(value=fact.value, cases=fact.cases) for fact in values.values()}
    definitions = {one.id: one for one in rubric.axis("axis2").facts}
    found = level_for(criterion, known)
    return [_asked(definitions[one.fact], one, values.get(one.fact)) for one in found.next_missing]


def _asked(definition: FactDefinition, condition: Condition, value: FactValue | None) -> str:
    asked, now = shown(definition, condition.than), shown(definition, value.value if value else None)
    if asked == now:
        # Two decimals hide that the exact value lies on the wrong side.
        now = _("{value}, just short of it").format(value=now)
    return _(_ASKS[condition.comparison]).format(fact=definition.name.of(language()), asked=asked, now=now)


def show_levels(rubric: Rubric, support: SupportFacts, *, needing_parts: bool | None = None) -> None:
    """One card a criterion with its level and what would raise it; only those with or without parts if asked."""
    cards = [
        one
        for one in levels_seen(rubric, support)
        if needing_parts is None or one.criterion.needs_parts == needing_parts
    ]
    with st.grid(min_column_width=300, key="levels"):
        for one in cards:
            with st.container(border=True, height="stretch"):
                st.markdown(card_text(rubric, one, support))


def card_text(rubric: Rubric, seen: LevelSeen, support: SupportFacts) -> str:
    """A criterion's level and what would raise it, as Markdown."""
    name = f"{seen.criterion.id} {seen.criterion.name.of(language())}"
    text = f"**{plain(name)}**  \n{plain(_capital(level_text(seen)))}"
    if seen.firm is None:
        return text
    missing = missing_for_next(rubric, seen.criterion, support)
    if not missing:
        return text
    head = _("For level {level}:").format(level=seen.firm + 1)
    return f"{text}\n\n{plain(head)}\n" + "\n".join(f"- {plain(one)}" for one in missing)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def changes(rubric: Rubric, before: SupportFacts, after: SupportFacts) -> list[str]:
    """The criteria that a change moves: level before and after, then each fact that moved. Markdown, one a line."""
    axis = rubric.axis("axis2")
    definitions = {one.id: one for one in axis.facts}
    old = {one.criterion.id: one for one in levels_seen(rubric, before)}
    lines = []
    for new in levels_seen(rubric, after):
        moved = _moved(new.criterion, definitions, before, after)
        if not moved and level_text(old[new.criterion.id]) == level_text(new):
            continue
        name = f"{new.criterion.id} {new.criterion.name.of(language())}"
        levels = from_to(level_text(old[new.criterion.id]), level_text(new))
        head = _("{label}: {value}").format(label=plain(name), value=plain(levels))
        lines.append("  \n".join([f"**{head}**", *moved]))
    return lines


def _moved(
    criterion: Criterion, definitions: Mapping[str, FactDefinition], before: SupportFacts, after: SupportFacts
) -> list[str]:
    """The criterion's facts that changed, firm or with raised hands. Markdown."""
    moved = []
    for fact in criterion.facts:
        firm = _value(before, fact, "firm"), _value(after, fact, "firm")
        hands = _value(before, fact, "with_hands"), _value(after, fact, "with_hands")
        if firm[0] == firm[1] and hands[0] == hands[1]:
            continue
        definition = definitions[fact]
        with_hands = ""
        if hands != firm:
            values = from_to(*(shown(definition, one) for one in hands))
            with_hands = " " + _("(with raised hands {values})").format(values=values)
        firm_values = from_to(*(shown(definition, one) for one in firm))
        moved.append(labelled(definition.name.of(language()), firm_values, with_hands))
    return moved


def _value(support: SupportFacts, fact: str, counting: Counting) -> Fraction | None:
    found = support.values(counting).get(fact)
    return found.value if found else None


def show(rubric: Rubric, before: SupportFacts, after: SupportFacts) -> None:
    """What a change does, or did, to the facts and levels."""
    lines = changes(rubric, before, after)
    with st.container(border=True, key="effect"):
        head = plain(_("What it does to the facts of axis 2"))
        st.markdown(f":material/trending_up: **{head}**")
        if lines:
            st.markdown("\n\n".join(lines))
        else:
            st.markdown(_("No fact changes, so every level stays as it is."))

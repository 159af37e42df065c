"""The facts of axis 2: each with its value, its definition and the rows behind it, one press away."""

import streamlit as st

from fundapp.network.support_facts import LineRow
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, ratio
from fundapp.ui.network.effect import LevelSeen, card_text, levels_seen
from fundapp.ui.network.fact_rows import Drill, show_fact
from fundapp.ui.network.line_words import line_name
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

SHOWN_BOTTLENECKS = 5


def show_facts(seen: Seen) -> None:
    """All criteria in the rubric's order, each with its facts."""
    if not seen.facts.needs_support:
        st.markdown(_("This company is registered as needing no support, so axis 2 does not apply."))
        return
    st.markdown(plain(_("Facts as of {day}").format(day=day(seen.facts.as_of))))
    if not seen.facts.has_parts:
        st.markdown(plain(_("Nothing comes from outside yet, so the criteria about parts do not apply.")))
    _critical_path(seen)
    drill = Drill(seen.facts, _names(seen), seen.providers.shown, "fact")
    for level in levels_seen(seen.rubric, seen.facts):
        if level.firm is not None:
            with st.container(border=True, key=f"criterion-{level.criterion.id}"):
                _criterion(seen, level, drill)


def _critical_path(seen: Seen) -> None:
    """The lines that the first lot waits for longest."""
    rows = {row.id: row for row in seen.facts.lines}
    waited = [rows[one] for one in seen.facts.bottlenecks if one in rows]
    if not waited:
        return
    lines = [f"- {plain(_days_of(row))}" for row in waited[:SHOWN_BOTTLENECKS]]
    if len(waited) > SHOWN_BOTTLENECKS:
        more = ngettext("and {n} more part", "and {n} more parts", len(waited) - SHOWN_BOTTLENECKS)
        lines.append(f"- {plain(more)}")
    head = plain(_("The first lot waits longest for:"))
    st.markdown(f":material/hourglass_top: **{head}**\n" + "\n".join(lines))


def _days_of(row: LineRow) -> str:
    days = ratio(row.lead_time_days).removesuffix(".00")
    if row.imputed:
        return _("{part} ({days} days, imputed: nobody has said)").format(part=line_name(row), days=days)
    return _("{part} ({days} days)").format(part=line_name(row), days=days)


def _criterion(seen: Seen, level: LevelSeen, drill: Drill) -> None:
    st.markdown(card_text(seen.rubric, level, seen.facts))
    firm = seen.facts.values("firm")
    definitions = {one.id: one for one in seen.rubric.axis("axis2").facts}
    for fact in level.criterion.facts:
        if fact in firm:
            show_fact(drill, definitions[fact], level.criterion.id, left_out=fact in level.left_out)


def _names(seen: Seen) -> dict[str, str]:
    """What a person calls each row that a fact may rest on."""
    register = seen.register
    due = _("due {day}")
    return {
        **{one.id: one.name for one in register.needs},
        **{one.id: one.name for one in register.routes},
        **{one.id: one.name for one in register.coordinators},
        **{one.id: one.text for one in register.countermeasures},
        **{one.id: due.format(day=day(one.due)) for one in register.cases},
        **{row.id: line_name(row) for row in seen.facts.lines},
    }

"""The facts of axis 2: each with its value, its definition and the rows behind it, one press away."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from fundapp.committee.rubric import FactDefinition
from fundapp.network.support_facts import FactValue, LineRow
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import day, ratio
from fundapp.text.network_words import word
from fundapp.ui.network.effect import LevelSeen, card_text, levels_seen
from fundapp.ui.network.line_words import line_name
from fundapp.ui.network.phrases import labelled
from fundapp.ui.network.seen import Seen
from fundapp.ui.network.tables import table
from fundapp.ui.scoring.facts_behind import shown
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
    names = _names(seen)
    for level in levels_seen(seen.rubric, seen.facts):
        if level.firm is not None:
            with st.container(border=True, key=f"criterion-{level.criterion.id}"):
                _criterion(seen, level, names)


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


def _criterion(seen: Seen, level: LevelSeen, names: dict[str, str]) -> None:
    st.markdown(card_text(seen.rubric, level, seen.facts))
    firm, hands = seen.facts.values("firm"), seen.facts.values("with_hands")
    definitions = {one.id: one for one in seen.rubric.axis("axis2").facts}
    for fact in level.criterion.facts:
        if fact in firm:
            _fact(seen, definitions[fact], firm[fact], hands.get(fact, firm[fact]), names, level)


def _fact(
    seen: Seen,
    definition: FactDefinition,
    firm: FactValue,
    hands: FactValue,
    names: dict[str, str],
    level: LevelSeen,
) -> None:
    with_hands = ""
    if hands.value != firm.value:
        with_hands = " " + _("(with raised hands {values})").format(values=shown(definition, hands.value))
    label = labelled(definition.name.of(language()), shown(definition, firm.value), with_hands)
    # Drawn when it is opened: thirty facts over a thousand lines would otherwise weigh on every press.
    drawer = st.expander(label, on_change="rerun", key=f"fact-{level.criterion.id}-{definition.id}")
    if not drawer.open:
        return
    with drawer:
        st.markdown(plain(definition.definition.of(language())))
        if definition.id in level.left_out:
            st.markdown(plain(_("It rests on too few cases ({cases}), so it is left out.").format(cases=firm.cases)))
        key = f"rows-{level.criterion.id}-{definition.id}"
        _rows(seen, _("Still missing"), firm.missing, names, f"{key}-missing")
        _rows(seen, _("Counted"), firm.counted, names, f"{key}-counted")
        added = tuple(one for one in hands.counted if one not in set(firm.counted))
        _rows(seen, _("Counted in addition with raised hands"), added, names, f"{key}-added")
        if not (firm.missing or firm.counted):
            st.markdown(plain(_("No row stands behind it yet.")))


def _rows(seen: Seen, title: str, ids: Sequence[str], names: dict[str, str], key: str) -> None:
    """The rows with these ids: lines as a table, others by name."""
    if not ids:
        return
    count = ngettext("{n} row", "{n} rows", len(ids))
    st.markdown(f"**{plain(title)}** {plain(count)}")
    lines = {row.id: row for row in seen.facts.lines}
    if all(one in lines for one in ids):
        table([_line(lines[one], seen) for one in ids], about=title, key=key)
        return
    st.markdown("\n".join(f"- {plain(names.get(one, one))}" for one in ids))


def _line(row: LineRow, seen: Seen) -> dict[str, Any]:
    return {
        _("Part"): line_name(row),
        _("Critical"): _("critical") if row.critical else "",
        _("Kind"): word("line_kind", row.kind),
        _("Valid offers"): row.valid_sources,
        _("Raised hands"): row.hands,
        _("Chosen provider"): seen.providers.shown(row.provider),
        _("Target for the lot (yen)"): row.target_yen or None,
        _("Chosen offer for the lot (yen)"): row.selected_yen,
        _("Lead time (days)"): ratio(row.lead_time_days).removesuffix(".00"),
        _("Lead time is"): _("imputed") if row.imputed else "",
        _("Quote age (days)"): row.quote_age_days,
    }


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

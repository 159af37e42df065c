"""One fact opened to its definition and its rows: today's on the sourcing page, the frozen ones wherever one judges."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from fundapp.committee.rubric import FactDefinition
from fundapp.network.support_facts import LineRow, OtherRow, SupportFacts
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import day, ratio
from fundapp.text.network_words import word
from fundapp.ui import components
from fundapp.ui.network.line_words import line_name
from fundapp.ui.network.phrases import labelled
from fundapp.ui.scoring.facts_behind import shown
from fundapp.ui.words import plain


@dataclass(frozen=True, slots=True)
class Drill:
    """The facts that are opened, what a person calls their rows, and how a provider is shown to this reader."""

    facts: SupportFacts
    names: Mapping[str, str]
    provider: Callable[[str], str]
    key: str
    """Begins the keys of the widgets, so that two sets of facts may stand on one page."""


def frozen_names(facts: SupportFacts) -> dict[str, str]:
    """The rows of frozen facts by what the record holds of them."""
    return {
        **{row.id: line_name(row) for row in facts.lines},
        **{need.id: need.name for need in facts.needs},
        **{row.id: other_name(row) for row in facts.others},
    }


def other_name(row: OtherRow) -> str:
    """A route, coordinator, countermeasure or promise without a person's name."""
    match row.kind:
        case "route":
            return _("sales route {name}").format(name=row.name)
        case "coordinator":
            return _("coordinator: {promised} of {available} hours promised").format(
                promised=row.hours_promised, available=row.hours_available
            )
        case "countermeasure":
            until = day(row.due) if row.due else _("without a day")
            return _("action against {what}, {until}").format(what=word("against", row.name), until=until)
        case _:
            due = day(row.due) if row.due else _("without a day")
            if row.delivered is None:
                return _("promise due {due}: not kept yet").format(due=due)
            return _("promise due {due}: kept on {on}").format(due=due, on=day(row.delivered))


def show_fact(drill: Drill, definition: FactDefinition, criterion_id: str, *, left_out: bool = False) -> None:
    """One fact: its value, and one press away its definition and the rows that were counted and that are missing."""
    firm = drill.facts.values("firm")[definition.id]
    hands = drill.facts.values("with_hands").get(definition.id, firm)
    with_hands = ""
    if hands.value != firm.value:
        with_hands = " " + _("(with raised hands {values})").format(values=shown(definition, hands.value))
    label = labelled(definition.name.of(language()), shown(definition, firm.value), with_hands)
    # Drawn when it is opened: thirty facts over a thousand lines would otherwise weigh on every press.
    drawer = st.expander(label, on_change="rerun", key=f"{drill.key}-{criterion_id}-{definition.id}")
    if not drawer.open:
        return
    with drawer:
        st.markdown(plain(definition.definition.of(language())))
        if left_out:
            st.markdown(plain(_("It rests on too few cases ({cases}), so it is left out.").format(cases=firm.cases)))
        key = f"rows-{drill.key}-{criterion_id}-{definition.id}"
        _rows(drill, _("Still missing"), firm.missing, f"{key}-missing")
        _rows(drill, _("Counted"), firm.counted, f"{key}-counted")
        added = tuple(one for one in hands.counted if one not in set(firm.counted))
        _rows(drill, _("Counted in addition with raised hands"), added, f"{key}-added")
        if not (firm.missing or firm.counted):
            st.markdown(plain(_("No row stands behind it yet.")))


def _rows(drill: Drill, title: str, ids: Sequence[str], key: str) -> None:
    """The rows with these ids: lines as a table, others by name."""
    if not ids:
        return
    count = ngettext("{n} row", "{n} rows", len(ids))
    st.markdown(f"**{plain(title)}** {plain(count)}")
    lines = {row.id: row for row in drill.facts.lines}
    if all(one in lines for one in ids):
        components.table([_line(lines[one], drill) for one in ids], about=title, key=key)
        return
    st.markdown("\n".join(f"- {plain(drill.names.get(one, one))}" for one in ids))


def _line(row: LineRow, drill: Drill) -> dict[str, Any]:
    return {
        _("Part"): line_name(row),
        _("Critical"): _("critical") if row.critical else "",
        _("Kind"): word("line_kind", row.kind),
        _("Valid offers"): row.valid_sources,
        _("Raised hands"): row.hands,
        _("Chosen provider"): drill.provider(row.provider),
        _("Target for the lot (yen)"): row.target_yen or None,
        _("Chosen offer for the lot (yen)"): row.selected_yen,
        _("Lead time (days)"): ratio(row.lead_time_days).removesuffix(".00"),
        _("Lead time is"): _("imputed") if row.imputed else "",
        _("Quote age (days)"): row.quote_age_days,
    }

"""The two steps of a sales route: what the coordinator's own network reaches, then the rep for what it does not."""

from datetime import date
from itertools import count
from typing import Any

import streamlit as st

from fundapp.documents.providers import Providers
from fundapp.network.need import Introduction, OwnNetwork, RepStep, SalesRoute
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import day
from fundapp.ui import components
from fundapp.ui.network.entries import mark, waiting
from fundapp.ui.network.fields import Fields
from fundapp.ui.network.phrases import labelled

_OWN: dict[OwnNetwork, str] = {
    "open": N_("Step 1: the coordinator's own network is not asked yet"),
    "all": N_("Step 1: the coordinator's own network reaches all of it"),
    "part": N_("Step 1: the coordinator's own network reaches a part of it"),
    "none": N_("Step 1: the coordinator's own network does not reach it"),
}
_REP: dict[RepStep, str] = {
    "waits": N_("Step 2: the sales rep waits for the answer to step 1"),
    "not_needed": N_("Step 2: no sales rep is needed"),
    "to_hand": N_("Step 2: to be handed to a sales rep"),
    "handed": N_("Step 2: handed to the sales rep"),
}


def steps_text(route: SalesRoute, providers: Providers) -> str:
    """Both steps in their order, each with how it stands and what was found. Markdown."""
    own, rep = route.own_network(), route.rep_step()
    first = [
        mark(own != "open", _(_OWN[own])),
        labelled(_("Sales-route coordinator"), providers.shown(route.coordinator)),
        labelled(_("Sales plan looked into on"), day(route.plan_read_on) if route.plan_read_on else ""),
        *(_introduced(one) for one in route.introductions),
        *([labelled(_("Not reached, and why"), route.not_reached)] if route.not_reached else []),
    ]
    second = waiting(_(_REP[rep])) if rep == "waits" else mark(rep != "to_hand", _(_REP[rep]))
    return "  \n".join(first) + f"\n\n{second}"


def _introduced(one: Introduction) -> str:
    told = _("Introduced on {day}").format(day=day(one.introduced_on))
    result = one.result or _("(nothing known of it yet)")
    return labelled(told, one.buyer, after=f" {result}")


def start_of(route: SalesRoute | None) -> dict[str, Any]:
    """The row as the form's fields: each introduction has fields of its own."""
    if route is None:
        return {}
    shown: dict[str, Any] = route.model_dump(mode="json")
    for n, one in enumerate(shown.pop("introductions")):
        shown |= {f"{name}_{n}": value for name, value in one.items()}
    return shown


def own_network_fields(
    fields: Fields, providers: Providers, standing: SalesRoute | None
) -> tuple[dict[str, Any], dict[str, tuple[str, object]]]:
    """Step 1 as it is typed, and what it still needs to be saved (label and value)."""
    components.section(_("Step 1: the coordinator's own network"))
    st.caption(
        _("The coordinator looks into the sales plan and introduces buyers directly, before a sales rep is asked.")
    )
    known = providers.of_class("sales_coordinator")
    if not known:
        st.caption(_("No sales-route coordinator is in the directory yet. Add one there first."))
    coordinator = fields.choice("coordinator", _("Sales-route coordinator"), known, providers.shown)
    plan_read_on = fields.day("plan_read_on", _("Sales plan looked into on"))
    introductions, needed = _introduction_fields(fields, standing.introductions if standing else ())
    not_reached = fields.text("not_reached", _("What the own network does not reach, and why"))
    own = {
        "coordinator": coordinator or "",
        "plan_read_on": plan_read_on,
        "introductions": introductions,
        "not_reached": not_reached,
    }
    return own, needed


def _introduction_fields(
    fields: Fields, standing: tuple[Introduction, ...]
) -> tuple[tuple[Introduction, ...], dict[str, tuple[str, object]]]:
    """Those that stand, and always an empty one for the next."""
    made: list[Introduction] = []
    needed: dict[str, tuple[str, object]] = {}
    for n in count():
        labels = [
            text.format(number=n + 1)
            for text in (_("Buyer {number}"), _("Buyer {number}: introduced on"), _("Buyer {number}: what came of it"))
        ]
        left, middle, right = st.columns(3, vertical_alignment="bottom")
        with left:
            buyer = fields.text(f"buyer_{n}", labels[0])
        with middle:
            introduced_on: date | None = fields.day(f"introduced_on_{n}", labels[1])
        with right:
            result = fields.text(f"result_{n}", labels[2])
        if buyer or introduced_on or result:
            # The name of one who was erased stays empty.
            erased = n < len(standing) and not standing[n].buyer
            needed |= {f"buyer_{n}": (labels[0], buyer or erased), f"day_{n}": (labels[1], introduced_on)}
            if introduced_on:
                made.append(Introduction(buyer=buyer, introduced_on=introduced_on, result=result))
        elif n >= len(standing):
            return tuple(made), needed
    raise AssertionError("an empty one ends it")


def rep_field(fields: Fields, providers: Providers) -> str:
    """Step 2: who takes what step 1 left."""
    components.section(_("Step 2: the sales rep, for what step 1 does not reach"))
    rep = fields.choice("rep", _("Sales rep's name"), providers.of_class("sales_rep"), providers.shown, new=True)
    return providers.canonical(rep or "")

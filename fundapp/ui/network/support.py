"""The lists of a proposal's support, each with its form: which there are, and what they are called."""

from collections.abc import Callable, Sized
from dataclasses import dataclass

import streamlit as st

from fundapp.record import commands as c
from fundapp.text.catalogue import N_, _
from fundapp.ui import components
from fundapp.ui.forms import NO_FORM, form_open
from fundapp.ui.network import cases, co_finance, coordinators, countermeasures, needs, routes
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen, menu


@dataclass(frozen=True, slots=True)
class Part:
    """One list with its form. The texts are message ids."""

    name: str
    add: str
    correct: str
    command: type[c.RegisterCommand]
    rows: Callable[[Seen], Sized]
    show: Callable[[Seen], None]
    form: Callable[[Seen, str], Order | None]


PARTS = {
    needs.KIND: Part(
        name=N_("Needs"),
        add=N_("Add a support need"),
        correct=N_("Correct a support need"),
        command=c.RecordNeeds,
        rows=lambda seen: seen.register.needs,
        show=lambda seen: needs.show_needs(seen, menu()),
        form=lambda seen, row: needs.need_form(seen, menu(), row),
    ),
    routes.KIND: Part(
        name=N_("Sales routes"),
        add=N_("Add a sales route"),
        correct=N_("Correct a sales route"),
        command=c.RecordRoutes,
        rows=lambda seen: seen.register.routes,
        show=routes.show_routes,
        form=routes.route_form,
    ),
    co_finance.KIND: Part(
        name=N_("Money of others"),
        add=N_("Add a source of money"),
        correct=N_("Correct a source of money"),
        command=c.RecordCoFinance,
        rows=lambda seen: seen.proposal.co_finance,
        show=co_finance.show_money,
        form=co_finance.money_form,
    ),
    coordinators.KIND: Part(
        name=N_("Coordinators' hours"),
        add=N_("Add a coordinator"),
        correct=N_("Correct a coordinator's hours"),
        command=c.RecordCoordinators,
        rows=lambda seen: seen.register.coordinators,
        show=coordinators.show_coordinators,
        form=coordinators.coordinator_form,
    ),
    countermeasures.KIND: Part(
        name=N_("Countermeasures"),
        add=N_("Add a countermeasure"),
        correct=N_("Correct a countermeasure"),
        command=c.RecordCountermeasures,
        rows=lambda seen: seen.register.countermeasures,
        show=countermeasures.show_countermeasures,
        form=countermeasures.countermeasure_form,
    ),
    cases.KIND: Part(
        name=N_("Promised supports"),
        add=N_("Add a promised support"),
        correct=N_("Correct a promised support"),
        command=c.RecordCases,
        rows=lambda seen: seen.register.cases,
        show=cases.show_cases,
        form=cases.case_form,
    ),
}


def _form_open(seen: Seen) -> tuple[str, str]:
    return form_open(seen.actor, {kind: part.command for kind, part in PARTS.items()})


def is_form_open(seen: Seen) -> bool:
    """True when a form is open that this person may send."""
    return _form_open(seen) != NO_FORM


def draw_form(seen: Seen) -> Order | None:
    """The open form alone on the page, so that nothing else asks for attention."""
    kind, row = _form_open(seen)
    part = PARTS[kind]
    components.page_title(_(part.correct if row else part.add), seen.name())
    return part.form(seen, row)


def draw_lists(seen: Seen) -> None:
    """One of the lists, the needs first."""
    # Kept while a form is open: one comes back to the list that one left.
    st.session_state.setdefault("support-list", needs.KIND)
    shown = st.segmented_control(
        _("What to look at"),
        list(PARTS),
        required=True,
        format_func=lambda kind: _("{list} ({count})").format(
            list=_(PARTS[kind].name), count=len(PARTS[kind].rows(seen))
        ),
        key="support-list",
        persist_state="page",
    )
    PARTS[shown or needs.KIND].show(seen)

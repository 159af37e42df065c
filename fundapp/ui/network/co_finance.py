"""Money of others for a proposal's plan: the list, and the form of one source for one period."""

from typing import get_args

import streamlit as st

from fundapp.committee.co_finance import CoFinance, CoFinanceKind, CoFinanceState, money_yen
from fundapp.record.commands import RecordCoFinance, RemoveCoFinance
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen
from fundapp.text.terms import term
from fundapp.ui import drafting
from fundapp.ui.network.entries import entries, heading, mark, waiting
from fundapp.ui.network.fields import Fields, checked, ends, filled
from fundapp.ui.network.orders import Order
from fundapp.ui.network.phrases import labelled, outsider
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

KIND = "money"


def show_money(seen: Seen) -> None:
    """Each source with its period, how sure it is, and whether the plan was changed for it."""
    may = seen.may(RecordCoFinance)
    rows = seen.proposal.co_finance
    title = _("Money beside the fund's: {amount}").format(amount=yen(money_yen(rows)))
    heading(title, _("Add a source"), KIND, may=may)
    entries(
        KIND,
        ((one.id, _text(seen, one)) for one in sorted(rows, key=lambda one: (one.begins, one.ends))),
        may=may,
        nothing=(
            _("No money of others is entered yet."),
            _("Enter each loan, guarantee, grant or other fund with its period, so that a gap between them is seen."),
        ),
    )


def _text(seen: Seen, one: CoFinance) -> str:
    state = term("co_finance_state", one.state)
    sure = waiting(state) if one.state in ("planned", "applied") else mark(one.counts(), state)
    name = f"**{plain(term('co_finance', one.kind))} · {plain(yen(one.amount_yen))}**"
    lines = [
        labelled(_("From whom"), seen.providers.shown(one.source)),
        labelled(_("Period"), f"{day(one.begins)} – {day(one.ends)}"),
        labelled(_("What it pays"), one.pays_for),
    ]
    if one.changed_plan:
        changed = plain(_("The plan was changed to fit the scheme: {what}").format(what=one.changed_plan))
        lines.append(f":material/warning: {changed}")
    return f"{name}  \n{sure}\n\n" + "  \n".join(lines)


def money_form(seen: Seen, row_id: str) -> Order | None:
    """One source for one period, added or corrected, or taken out."""
    found = next((one for one in seen.proposal.co_finance if one.id == row_id), None)
    typing = drafting.begin(seen.actor, f"{KIND}/{seen.proposal.id}/{row_id or 'new'}")
    if typing is None:
        return None
    fields = Fields(typing, found.model_dump(mode="json") if found else {"state": "planned"})
    labels = (
        _("Kind of money"),
        _("From whom: a member, or type another name"),
        _("Amount, yen"),
        _("Begins on"),
        _("Ends on"),
    )
    kind = fields.one_of("kind", labels[0], get_args(CoFinanceKind), lambda one: term("co_finance", one))
    source = fields.choice("source", labels[1], seen.providers.options(), seen.providers.shown, new=True)
    outsider(seen.providers, source or "")
    amount = fields.yen("amount_yen", labels[2])
    left, right = st.columns(2)
    with left:
        begins = fields.day("begins", labels[3])
    with right:
        last = fields.day("ends", labels[4])
    state = fields.one_of(
        "state", _("How sure it is"), get_args(CoFinanceState), lambda one: term("co_finance_state", one)
    )
    pays_for = fields.text("pays_for", _("What it pays"))
    changed = fields.text("changed_plan", _("What of the plan was changed to fit the scheme (empty: nothing)"))
    needed = dict(
        zip(
            ("kind", "source", "amount", "begins", "ends"),
            zip(labels, (kind, source, amount, begins, last), strict=True),
            strict=True,
        )
    )
    saved = ends(fields, _("Save the source"))
    if found is not None and st.button(_("Take it out"), icon=":material/delete:", key=typing.widget("remove")):
        command = RemoveCoFinance(proposal_id=seen.proposal.id, co_finance_id=found.id)
        return Order(((typing.command_id, command),), _("The source is taken out."), typing)
    if not saved or not filled(**needed) or begins is None or last is None:
        return None
    made = checked(
        lambda: CoFinance(
            id=row_id or typing.command_id,
            kind=kind,
            source=seen.providers.canonical(source or ""),
            amount_yen=amount,
            begins=begins,
            ends=last,
            state=state or "planned",
            pays_for=pays_for,
            changed_plan=changed,
        )
    )
    if made is None:
        return None
    order = RecordCoFinance(proposal_id=seen.proposal.id, rows=(made,))
    return Order(((typing.command_id, order),), _("The source is saved."), typing)

"""The sourcing page's parts and its forms: which there are, and what they are called."""

import streamlit as st

from fundapp.record import commands as c
from fundapp.record import inquiry_commands as q
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import gate
from fundapp.ui.forms import NO_FORM, close_form, form_open
from fundapp.ui.home.inquiry_tasks import inquiry_tasks
from fundapp.ui.network import (
    bill_import,
    bill_part,
    facts_part,
    inquiries_part,
    inquiry_answers,
    inquiry_compose,
    inquiry_contacts,
    inquiry_later,
    inquiry_sending,
    matching_part,
    offer_import,
    offers_part,
    plan_part,
)
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen

FORMS: dict[str, type[c.RegisterCommand]] = {
    bill_import.KIND: c.RecordBill,
    bill_part.ONE_LINE: c.MarkLine,
    bill_part.MANY_LINES: c.MarkLine,
    bill_part.LOT: c.RecordBill,
    offer_import.KIND: c.RecordOffers,
    offers_part.ONE_OFFER: c.RecordOffers,
    inquiry_compose.KIND: q.ComposeInquiry,
    inquiry_sending.KIND: q.SendInquiry,
    inquiry_later.KIND: q.ExtendDeadline,
    inquiry_answers.KIND: q.EnterAnswer,
    inquiry_contacts.KIND: q.RecordContacts,
}
"""Each form and the command that it gives."""

FACTS, BILL, INQUIRIES, OFFERS, PLAN = "facts", "bill", "inquiries", "offers", "plan"
ABLE = "able"


def title(seen: Seen) -> str:
    """How far the parts are covered."""
    if not seen.facts.has_parts:
        return _("No part is to be sourced yet")
    covered = sum(row.valid_sources > 0 for row in seen.facts.lines)
    lines = ngettext("{n} line", "{n} lines", len(seen.facts.lines))
    return _("{lines} to source, {covered} with a valid offer").format(lines=lines, covered=covered)


def is_form_open(seen: Seen) -> bool:
    """True when a form is open that this person may send."""
    return form_open(seen.actor, FORMS) != NO_FORM


def draw_form(seen: Seen) -> Order | None:
    """The open form alone on the page."""
    kind, row = form_open(seen.actor, FORMS)
    match kind:
        case bill_import.KIND:
            return bill_import.import_bill(seen)
        case bill_part.ONE_LINE:
            return bill_part.correct_line(seen, row)
        case bill_part.MANY_LINES:
            return bill_part.correct_lines(seen)
        case bill_part.LOT:
            return bill_part.correct_lot(seen)
        case offer_import.KIND:
            return offer_import.import_offers(seen)
        case (
            inquiry_compose.KIND
            | inquiry_sending.KIND
            | inquiry_later.KIND
            | inquiry_answers.KIND
            | inquiry_contacts.KIND
        ):
            return _inquiry_form(seen, kind, row)
        case _:
            return offers_part.offer_form(seen)


def _inquiry_form(seen: Seen, kind: str, row: str) -> Order | None:
    inquiry_id, _slash, member_id = row.partition("/")
    asked = inquiries_part.asked_inquiry(seen, inquiry_id) if inquiry_id else None
    if kind == inquiry_compose.KIND:
        return inquiry_compose.compose(seen, asked)
    if asked is None:
        close_form()
        st.rerun()
    if kind == inquiry_contacts.KIND:
        return inquiry_contacts.contact_form(seen, asked, member_id)
    if kind == inquiry_later.KIND:
        return inquiry_later.extend(seen, asked)
    if kind == inquiry_sending.KIND:
        return inquiry_sending.send_form(seen, asked)
    return inquiry_answers.enter(seen, asked)


def _first_part(seen: Seen) -> str:
    """Where there is something to do: the bill while there is none, an inquiry that waits for the office."""
    if seen.register.bill is None:
        return BILL
    desk = gate.desk()
    under_way = [one for one in desk.inquiries_under_way(seen.actor) if one[0] == seen.proposal.code]
    return INQUIRIES if inquiry_tasks(under_way, desk.now()) else FACTS


def draw_parts(seen: Seen) -> Order | None:
    """One of the parts: where something waits first, else the facts."""
    names = {
        FACTS: _("Facts"),
        BILL: _("Bill of materials"),
        ABLE: _("Members able"),
        INQUIRIES: _("Inquiries"),
        OFFERS: _("Offers"),
        PLAN: _("Sourcing plan"),
    }
    key = f"sourcing-part-{seen.proposal.id}"
    # Set once and kept while a form is open: one comes back to the list that one left.
    st.session_state.setdefault(key, _first_part(seen))
    part = st.segmented_control(
        _("What to look at"),
        list(names),
        required=True,
        format_func=names.__getitem__,
        key=key,
        persist_state="page",
    )
    if part == OFFERS:
        return offers_part.show_offers(seen)
    if part == INQUIRIES:
        return inquiries_part.show_inquiries(seen)
    if part == ABLE:
        return matching_part.show_matching(seen)
    if part == PLAN:
        return plan_part.show_plan(seen)
    if part == BILL:
        bill_part.show_bill(seen)
    else:
        facts_part.show_facts(seen)
    return None

"""Whom the messages to a member go to: entered or corrected where one notices that it is missing."""

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.inquiries_seen import InquirySeen
from fundapp.network.contact import Contact
from fundapp.record.inquiry_commands import RecordContacts
from fundapp.text.catalogue import _, language, ngettext, pgettext
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.forms import close_form, open_form
from fundapp.ui.network.fields import Fields, checked, ends, filled
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

KIND = "contact"


def missing(seen: Seen, asked: InquirySeen) -> None:
    """Who was asked and has no e-mail address on file, with the way to enter one."""
    reached = {one.member_id for one in gate.desk().contacts(seen.actor) if one.email}
    without = [one.member_id for one in asked.recipients if one.member_id not in reached]
    with st.container(horizontal=True, vertical_alignment="center"):
        if without:
            text = ngettext(
                "{n} of them has no e-mail address on file", "{n} of them have no e-mail address on file", len(without)
            )
            st.markdown(f":material/contact_mail: {plain(text)}", width="stretch")
        if st.button(_("Enter or correct a contact"), icon=":material/contacts:", key="edit-contact"):
            open_form(KIND, f"{asked.inquiry.id}/{without[0] if without else ''}")


def contact_form(seen: Seen, asked: InquirySeen, member_id: str) -> Order | None:
    """The main contact of one member."""
    components.page_title(_("Contact of a member"), seen.name())
    members = {one.id: one for one in gate.desk().members()}
    picked = st.selectbox(
        pgettext("network", "Member"),
        [one.member_id for one in asked.recipients if one.member_id in members],
        index=None,
        format_func=lambda one: members[one].name.of(language()),
        placeholder=_("Type a name"),
        key="contact-member",
    )
    chosen = picked or member_id
    if chosen not in members:
        if st.button(_("Back without saving"), icon=":material/arrow_back:", key="leave-form"):
            close_form()
            st.rerun()
        return None
    st.markdown(f"**{plain(members[chosen].name.of(language()))}**")
    standing = next((one for one in gate.desk().contacts(seen.actor) if one.member_id == chosen and one.name), None)
    typing = drafting.begin(seen.actor, f"{KIND}/{chosen}/{standing.id if standing else 'new'}")
    if typing is None:
        return None
    fields = Fields(typing, standing.model_dump() if standing else {})
    name = fields.text("name", _("Name of the person in charge"), most=100)
    email = fields.text("email", _("E-mail"), most=200)
    telephone = fields.text("telephone", _("Telephone"), most=40)
    fax = fields.text("fax", _("Fax"), most=40)
    if standing is not None:
        _erase(seen, standing)
    if not ends(fields, _("Save the contact")) or not filled(name=(_("Name of the person in charge"), name)):
        return None
    made = checked(
        lambda: Contact(
            id=standing.id if standing else typing.command_id,
            member_id=chosen,
            name=name,
            email=email,
            telephone=telephone,
            fax=fax,
            main=True,
        )
    )
    if made is None:
        return None
    done = _("The contact {name} is saved.").format(name=made.name)
    return Order(((typing.command_id, RecordContacts(contacts=(made,))),), done, typing)


def _erase(seen: Seen, standing: Contact) -> None:
    """The person asks to be erased: everywhere, for good."""
    with st.expander(_("Erase this person"), icon=":material/person_remove:"):
        st.markdown(
            plain(
                _(
                    "The name and all ways to reach the person go, also from the history. Offers stay and count; "
                    "the member's links are taken back."
                )
            )
        )
        if st.button(_("Erase for good"), key=f"erase/{standing.id}"):
            erased = gate.desk().erase_contact(standing.id, seen.actor)
            if isinstance(erased, Refusal):
                refusal.show(erased)
                return
            close_form()
            st.rerun()

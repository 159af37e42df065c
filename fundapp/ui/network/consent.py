"""The president's agreement to menu items: what lacks it, the link that asks for it, and what was answered."""

from datetime import timedelta

import streamlit as st

from fundapp.network.inquiry import IssuedLink
from fundapp.record.inquiry_commands import AskAgreement
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import moment
from fundapp.text.inquiry_words import inquiry_word
from fundapp.ui import gate
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.ways import base
from fundapp.ui.words import plain

LINK_LASTS = timedelta(days=60)


def ask_for_consent(seen: Seen) -> Order | None:
    """Ask by one link for all menu items that name a provider and lack the agreement."""
    if not seen.may(AskAgreement):
        return None
    without = [one for one in seen.register.needs if one.item and one.item.provider and not one.item.owner_consent]
    desk = gate.desk()
    last = {one.subject_id: one for one in desk.agreements(seen.actor, seen.proposal.id) if one.subject == "need"}
    if not without and not last:
        return None
    names = {one.id: one.name for one in seen.register.needs}
    title = ngettext(
        "The president's agreement: {n} menu item lacks it",
        "The president's agreement: {n} menu items lack it",
        len(without),
    )
    with st.expander(title, icon=":material/signature:"):
        for one in last.values():
            told = _("{name}: {answer}, {time}").format(
                name=names.get(one.subject_id, ""),
                answer=inquiry_word("agreement", one.answer),
                time=moment(one.answered_at or one.asked_at),
            )
            said = f" ({one.remark})" if one.remark else ""
            st.markdown(f"- {plain(told + said)}")
        standing = [
            one
            for one in desk.issued(seen.actor, seen.proposal.id)
            if one.purpose == "agreement" and not one.revoked_at
        ]
        if standing and any(not one.answer for one in last.values()):
            st.markdown(plain(_("Send this link to the president. It opens what is asked and nothing else.")))
            st.code(f"{base()}/agree/{desk.token(standing[-1])}", language=None, wrap_lines=True)
        pressed = st.button(
            _("Make the link for the president"), icon=":material/link:", disabled=not without, key="ask-consent"
        )
    if not pressed:
        return None
    link = IssuedLink(
        id=desk.new_id(), purpose="agreement", proposal_id=seen.proposal.id, expires=desk.now() + LINK_LASTS
    )
    command = AskAgreement(link=link, need_ids=tuple(one.id for one in without))
    number = len(desk.issued(seen.actor, seen.proposal.id))
    return Order(((f"consent/{seen.proposal.id}/{number}", command),), _("The link is made. Send it to the president."))

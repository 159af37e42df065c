"""Taking back what was entered by mistake: from the journal, or from the page where it was entered."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.documents.account_names import cause_name
from fundapp.documents.said import said
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.standing import Standing, standing
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.ui.fund.deal_seen import SeenDeal
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.words import plain


def from_journal(book: Book, actor: Actor, today: date) -> Order | None:
    """Any entry; for the manager, closed until it is opened."""
    return _reverse(book, actor, today, standing(book), "reverse")


def from_deal(seen: SeenDeal) -> list[Order | None]:
    """What was entered for this deal, the steps that moved no money among it."""
    deal = seen.deal.reservation.id
    own = [one for one in standing(seen.book) if one.deal_id == deal]
    return [_reverse(seen.book, seen.actor, seen.today, own, f"reverse/{deal}")]


def from_promises(book: Book, actor: Actor, today: date) -> Order | None:
    """What was entered as given support."""
    given = [one for one in standing(book) if one.cause == "support_given"]
    return _reverse(book, actor, today, given, "reverse-support")


def _reverse(book: Book, actor: Actor, today: date, found: Sequence[Standing], form: str) -> Order | None:
    if not actor.has(Role.MANAGER) or not found:
        return None
    place = st.expander(_("Reverse an entry made by mistake"), on_change="rerun", key=key(form, "open"))
    if not place.open:
        return None
    with place:
        st.markdown(plain(_("The exact negation is entered, once. Then enter anew what is right.")))
        names = {one.seq: _named(one) for one in found}
        seq = st.selectbox(_("Entry"), list(names), format_func=lambda one: names[one], key=key(form, "seq"))
        reason = st.text_input(_("Reason"), key=key(form, "reason"))
        command = c.ReverseEntry(seq=seq, reason=reason, on=today)
        return ask(book, actor, command, form=form, press=_("Reverse this entry"), done=_("The entry is reversed."))


def _named(one: Standing) -> str:
    told = _("No. {seq}, {day}: {event}").format(seq=one.seq, day=day(one.on), event=cause_name(one.cause))
    number = _("Tranche {number}").format(number=one.tranche) if one.tranche else ""
    about = _(", ").join(filter(None, (said(one.company) if one.company else "", number, one.words)))
    return _("{entry} ({about})").format(entry=told, about=about) if about else told

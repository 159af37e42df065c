"""The quiet part of the first page: what changed since one was here, and the fund's balance."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Proposal
from fundapp.documents.said import said
from fundapp.fund.figures import figures
from fundapp.record.book import Book
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import day, moment, percent, yen
from fundapp.text.terms import meeting_name, term
from fundapp.ui import components
from fundapp.ui.desks import PAGES
from fundapp.ui.home.changes import Change, changes, latest
from fundapp.ui.ways import PROPOSAL, may_open
from fundapp.ui.words import plain

_MONEY: dict[str, str] = {
    "signed": N_("{name}: agreement over {amount} signed"),
    "paid": N_("{name}: {amount} paid"),
    "stopped": N_("{name}: payment of {amount} stopped"),
    "cancelled": N_("{name}: payment of {amount} cancelled"),
    "expired": N_("{name}: the reservation of {amount} expired"),
}
_PLACES: dict[str, str] = {"opened": "committee/meeting", "closed": "committee/minutes"}
"""Where one reads more about what is not of one proposal."""


def balance(book: Book) -> None:
    """How much the fund can still invest, of how much; nothing for whoever may not see the money."""
    if book.terms is None or not book.balances:
        return
    now = figures(book.terms, book.balances)
    of_fund = percent(Fraction(now.reserved_yen, now.fund_size_yen))
    components.section(_("The fund's money"))
    shown = (
        (_("Investable balance"), now.investable_yen, _("of {size}").format(size=yen(now.fund_size_yen, "million"))),
        (_("Reserved"), now.reserved_yen, _("{share} of the fund").format(share=of_fund)),
        (_("Committed"), now.committed_yen, _("{paid} is paid").format(paid=yen(now.drawn_yen, "million"))),
    )
    with st.grid(3, min_column_width=230):
        for label, amount_yen, against in shown:
            components.figure(label, yen(amount_yen, "million"), against)


def lately(book: Book, actor: Actor, proposals: Sequence[Proposal], before: datetime | None, today: date) -> None:
    """What happened since the reader was here, then what lies further back; what is open to the reader opens."""
    # Who may not open the place of a meeting hears nothing of it.
    told = [one for one in changes(book) if one.on <= today and _may_hear(one, actor)]
    found = latest(told, before)
    new = [one for one in found if before and one.since(before)]
    known = {one.id: one for one in proposals}
    if before and found:
        components.section(_("New since you were here on {moment}").format(moment=moment(before)))
        if not new:
            st.markdown(plain(_("Nothing has changed since then.")))
        _lines(new, known, actor)
    earlier = found[len(new) :]
    if earlier:
        components.section(_("Before that") if before else _("What changed lately"))
        _lines(earlier, known, actor)


def _place(change: Change) -> str:
    """The page that tells of it, if one does."""
    return "committee/circulation" if change.written and change.what == "opened" else _PLACES.get(change.what, "")


def _may_hear(change: Change, actor: Actor) -> bool:
    return change.what not in _PLACES or may_open(actor, _place(change))


def _lines(shown: Sequence[Change], known: Mapping[str, Proposal], actor: Actor) -> None:
    with st.container(gap="xsmall"):
        for change in shown:
            _line(change, known.get(change.proposal_id), actor)


def _line(change: Change, proposal: Proposal | None, actor: Actor) -> None:
    text = _("{day}: {what}").format(day=day(change.on), what=_what(change, proposal))
    path = "committee/proposal" if proposal else _place(change)
    if path and may_open(actor, path):
        st.page_link(
            PAGES[path].file,
            label=plain(text),
            icon=":material/chevron_right:",
            icon_position="right",
            query_params={PROPOSAL: proposal.code} if proposal else None,
        )
    else:
        st.markdown(plain(text))


def _what(change: Change, proposal: Proposal | None) -> str:
    meeting = meeting_name(change.meeting, written=change.written)
    if change.what == "opened":
        return _("{meeting} was opened").format(meeting=meeting)
    if change.what == "closed":
        return _("{meeting} was closed; its minutes can be read").format(meeting=meeting)
    amount = yen(change.amount_yen or 0)
    if change.what != "resolved":
        assert change.company is not None, "money moves with a company"
        name = _name(proposal) if proposal else said(change.company)
        return _(_MONEY[change.what]).format(name=name, amount=amount)
    assert change.resolution is not None, "a resolved item has its resolution"
    matter = _name(proposal) if proposal else _("Item {number}").format(number=change.item)
    resolution = term("resolution", change.resolution)
    if change.amount_yen is not None:
        resolution = _("{resolution}, {amount}").format(resolution=resolution, amount=amount)
    told = _("{matter}: {resolution} (meeting no. {meeting})")
    if change.written:
        told = _("{matter}: {resolution} (in writing, no. {meeting})")
    return told.format(matter=matter, resolution=resolution, meeting=change.meeting)


def _name(proposal: Proposal) -> str:
    return f"{proposal.code} {said(proposal.name)}"

"""The quiet part of the first page: what changed lately, and the fund's balance in a line."""

from collections.abc import Sequence

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Proposal
from fundapp.documents.said import said
from fundapp.fund.figures import figures
from fundapp.record.book import Book
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.desks import PAGES
from fundapp.ui.home.changes import Change, changes
from fundapp.ui.ways import PROPOSAL, may_open
from fundapp.ui.words import plain


def balance(book: Book) -> None:
    """How much the fund can still invest, of how much; nothing for whoever may not see the money."""
    if book.terms is None or not book.balances:
        return
    now = figures(book.terms, book.balances)
    text = _("Investable balance {investable} of {size}. Reserved {reserved}, committed {committed}.")
    st.markdown(
        ":material/savings: "
        + plain(
            text.format(
                investable=yen(now.investable_yen),
                size=yen(now.fund_size_yen),
                reserved=yen(now.reserved_yen),
                committed=yen(now.committed_yen),
            )
        )
    )


def lately(book: Book, actor: Actor, proposals: Sequence[Proposal]) -> None:
    """The last resolutions and agreements with their day; a proposal that is open to the reader opens by a press."""
    found = changes(book)
    if not found:
        return
    components.section(_("What changed lately"))
    known = {one.id: one for one in proposals}
    with st.container(gap="xsmall"):
        for change in found:
            _line(change, known.get(change.proposal_id), actor)


def _line(change: Change, proposal: Proposal | None, actor: Actor) -> None:
    text = f"{day(change.on)}: {_what(change, proposal)}"
    if proposal is not None and may_open(actor, "committee/proposal"):
        page = PAGES["committee/proposal"].file
        st.page_link(
            page,
            label=plain(text),
            icon=":material/chevron_right:",
            icon_position="right",
            query_params={PROPOSAL: proposal.code},
        )
    else:
        st.markdown(plain(text))


def _what(change: Change, proposal: Proposal | None) -> str:
    if change.what == "signed":
        assert change.company is not None, "an agreement is signed with a company"
        name = _name(proposal) if proposal else said(change.company)
        return _("{name}: agreement over {amount} signed").format(name=name, amount=yen(change.amount_yen or 0))
    assert change.resolution is not None, "a resolved item has its resolution"
    matter = _name(proposal) if proposal else _("Item {number}").format(number=change.item)
    resolution = term("resolution", change.resolution)
    if change.amount_yen is not None:
        resolution = _("{resolution}, {amount}").format(resolution=resolution, amount=yen(change.amount_yen))
    return _("{matter}: {resolution} (meeting no. {meeting})").format(
        matter=matter, resolution=resolution, meeting=change.meeting
    )


def _name(proposal: Proposal) -> str:
    return f"{proposal.code} {said(proposal.name)}"

"""The request on the page of a proposal: who asks for how much, for what, and what speaks for and against it."""

from collections.abc import Sequence

import streamlit as st

from fundapp.committee.proposal import Company, Proposal
from fundapp.documents.said import NOTHING, said
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.text.terms import term
from fundapp.ui import components, gate
from fundapp.ui.words import plain


def show_request(proposal: Proposal, company: Company) -> None:
    """The request in a summary and a short table. Frozen ones name no persons: the company comes beside."""
    if proposal.summary:
        st.markdown(plain(said(proposal.summary)))
    rows = {
        _("Ask"): f"**{plain(yen(proposal.ask_yen))}**",
        _("Instrument"): plain(term("instrument", proposal.instrument)),
        _("Pre-money value"): plain(yen(proposal.pre_money_yen)) if proposal.pre_money_yen else NOTHING,
        _("Use of funds"): plain(proposal.use_of_funds) or NOTHING,
        _("Company"): plain(_company(company)),
        _("Founder"): plain(_founder(proposal)) or NOTHING,
        _("Sector and stage"): plain(f"{proposal.sector} · {term('stage', proposal.stage)}"),
    }
    if proposal.referred_by:
        names = {one.id: said(one.name) for one in gate.desk().members()}
        rows[_("Referred by")] = plain(names.get(proposal.referred_by, NOTHING))
    st.table(rows, border="horizontal", alt=_("The request of {code}").format(code=proposal.code))


def _founder(proposal: Proposal) -> str:
    """Where the founder comes from."""
    told = term("founder_origin", proposal.founder_origin) if proposal.founder_origin else ""
    return " · ".join(filter(None, (told, proposal.founder_from)))


def _company(company: Company) -> str:
    number = _("corporate number {number}").format(number=company.corporate_number) if company.corporate_number else ""
    president = _("president {name}").format(name=company.president) if company.president else ""
    return " · ".join(part for part in (said(company.name), company.city, president, number) if part)


def show_reasons(proposal: Proposal) -> None:
    """Three reasons for and three against, side by side."""
    components.section(_("For and against"))
    for_, against = st.columns(2, gap="medium", border=True)
    with for_:
        components.part(_("What speaks for it"))
        st.markdown(_listed(proposal.reasons_for))
    with against:
        components.part(_("What speaks against it"))
        st.markdown(_listed(proposal.reasons_against))


def _listed(reasons: Sequence[str]) -> str:
    return "\n".join(f"- {plain(reason)}" for reason in reasons) or plain(_("Nothing is written down yet."))

"""What the network's pages read before they draw: the proposal that was chosen, its rows, and its facts today."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import Rubric
from fundapp.committee.support_menu import SupportMenu
from fundapp.documents.providers import Providers
from fundapp.network.register import SupportRegister
from fundapp.network.service import Service
from fundapp.network.support_facts import SupportFacts
from fundapp.places import rubrics_folder
from fundapp.record.book import Book
from fundapp.record.commands import Command, RegisterProposal
from fundapp.record.company_member import member_of
from fundapp.record.permissions import may
from fundapp.store.menu_files import load_support_menu
from fundapp.text.catalogue import _, language
from fundapp.ui import components, gate, refusal
from fundapp.ui.desks import PAGES

_CHOSEN = "proposal"


@dataclass(frozen=True, slots=True)
class Seen:
    """One proposal's support as this person sees it now."""

    actor: Actor
    proposal: Proposal
    register: SupportRegister
    facts: SupportFacts
    rubric: Rubric
    providers: Providers
    services: tuple[Service, ...]
    """What every body offers."""
    is_member: bool
    """The proposing company is a member company today."""
    today: date

    def may(self, command: type[Command]) -> bool:
        """True when this person's role may give such a command."""
        return may(self.actor, command)

    def name(self) -> str:
        """The proposal's code and name."""
        return proposal_name(self.proposal)


def proposal_name(proposal: Proposal) -> str:
    """PR-06 Small wind turbine."""
    return f"{proposal.code} {proposal.name.of(language())}"


def look(actor: Actor) -> Seen:
    """The proposal that the address names, or looked at last, or an undecided one. Without any the run ends here."""
    desk = gate.desk()
    known = {one.code: one for one in desk.proposals(actor)}
    if not known:
        components.page_title(_("No proposal yet"))
        components.empty_state(
            _("Support is planned for a proposal, and none is registered."),
            _("Register the first one on the page of proposals.")
            if may(actor, RegisterProposal)
            else _("The fund manager or the secretariat registers the first one."),
        )
        st.page_link(PAGES["committee/proposals"].file, label=_("To the proposals"), icon=":material/inbox:")
        st.stop()
    by_id = {one.id: one for one in known.values()}
    asked = st.query_params.get(_CHOSEN) or st.session_state.get(_CHOSEN, "")
    book = desk.book(actor)
    proposal = known.get(asked) or by_id.get(asked) or _undecided(book, tuple(known.values()))
    remember(proposal)
    members, today = desk.members(), desk.today()
    own = member_of(proposal.company, members)
    register, facts = desk.support(actor, proposal.id), desk.support_facts(actor, proposal.id)
    # Recused between two lookups: the file was closed to this person a moment ago.
    if register is None or facts is None:
        st.rerun()
    return Seen(
        actor=actor,
        proposal=proposal,
        register=register,
        facts=facts,
        rubric=book.rubric,
        providers=Providers(members),
        services=desk.services(actor),
        is_member=own is not None and own.belongs(today),
        today=today,
    )


def _undecided(book: Book, proposals: tuple[Proposal, ...]) -> Proposal:
    """Where work is likely: the item under way, else the first proposal that was never resolved, else the last one."""
    meeting = book.open_meeting()
    current = book.current_item(meeting.id) if meeting else None
    resolved = {item.proposal_id for item in book.items.values() if item.resolved is not None}
    under_way = [one for one in proposals if current and one.id == current.proposal_id]
    waiting = [one for one in proposals if one.id not in resolved]
    return next(iter((*under_way, *waiting)), proposals[-1])


def remember(proposal: Proposal) -> None:
    """Keep the choice for the other pages of the network, and in the address so that it can be passed on."""
    st.session_state[_CHOSEN] = proposal.code
    if st.query_params.get(_CHOSEN) != proposal.code:
        st.query_params[_CHOSEN] = proposal.code


def choose(seen: Seen) -> None:
    """Turn to another proposal."""
    known = {one.code: one for one in gate.desk().proposals(seen.actor)}
    codes = list(known)
    picked = st.selectbox(
        _("Proposal"),
        codes,
        index=codes.index(seen.proposal.code),
        format_func=lambda code: proposal_name(known[code]),
        key="choose-proposal",
    )
    if picked in known and picked != seen.proposal.code:
        remember(known[picked])
        st.rerun()


def menu() -> SupportMenu:
    """The fund's support menu. A broken file is explained, and the run ends."""
    read = load_support_menu(rubrics_folder())
    if not isinstance(read, SupportMenu):
        refusal.show_problems(read)
        st.stop()
    return read

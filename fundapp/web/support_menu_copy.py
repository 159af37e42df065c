"""The support menu of a proposal: the committee's copy for who reads its papers, the company's for the office."""

from collections.abc import Mapping
from datetime import UTC, datetime, time

from fundapp.basis.days import TOKYO
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.support_menu import SupportMenu
from fundapp.desk import Desk
from fundapp.documents.providers import Providers
from fundapp.documents.support_menu import Audience, MenuSource
from fundapp.documents.support_menu_pdf import support_menu_pdf
from fundapp.places import rubrics_folder
from fundapp.record.company_member import member_of
from fundapp.store.menu_files import load_support_menu
from fundapp.web.document import Document, Maker

OFFICE = (Role.MANAGER, Role.SECRETARIAT)


def support_menu_copy(audience: Audience) -> Maker:
    """The menu of the proposal whose code the query names, as it stands today: the same bytes all day."""

    def make(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
        proposal = next((one for one in desk.proposals(actor) if one.code == query.get("proposal")), None)
        if proposal is None or (audience == "company" and not actor.has(*OFFICE)):
            return Refusal.of("document_unknown")
        facts, terms = desk.support_facts(actor, proposal.id), desk.book(actor).terms
        menu = load_support_menu(rubrics_folder())
        if not isinstance(menu, SupportMenu):
            return Refusal.of("document_unknown", *menu)
        # A fund without terms has no paper of its own yet.
        if facts is None or terms is None:
            return Refusal.of("document_unknown")
        members = desk.members()
        own = member_of(proposal.company, members)
        source = MenuSource(
            fund=terms.name,
            general_partner=terms.general_partner,
            proposal=proposal,
            facts=facts,
            menu=menu,
            services=desk.services(actor),
            is_member=own is not None and own.belongs(facts.as_of),
        )
        issued_at = datetime.combine(facts.as_of, time(), TOKYO).astimezone(UTC)
        content = support_menu_pdf(source, Providers(members), audience, language=language, issued_at=issued_at)
        name = f"support-menu-{proposal.code}-{audience}-{facts.as_of.isoformat()}-{language}.pdf"
        return Document(name=name, media_type="application/pdf", content=content)

    return make

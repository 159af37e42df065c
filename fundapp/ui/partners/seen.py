"""What the page of partners reads: the partners by kind, their terms and their records."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Proposal
from fundapp.documents.providers import Providers
from fundapp.documents.said import said
from fundapp.network.member import Member, MemberClass
from fundapp.record.command import RegisterCommand
from fundapp.store.directory import PartnerRows
from fundapp.ui import gate
from fundapp.ui.directory import sending


@dataclass(frozen=True)
class Seen:
    """The partners as this person sees them today."""

    actor: Actor
    rows: PartnerRows
    members: tuple[Member, ...]
    proposals: tuple[Proposal, ...]
    """Those whose files are open to this person."""
    today: date

    @cached_property
    def providers(self) -> Providers:
        """The names under which a partner's rows spell a company."""
        return Providers(self.members)

    def of(self, kind: MemberClass) -> tuple[Member, ...]:
        """The partners of a kind, by code."""
        return tuple(one for one in self.members if one.member_class == kind)

    def name(self, member_id: str) -> str:
        """A member's name; the id for one that is no longer there."""
        return next((said(one.name) for one in self.members if one.id == member_id), member_id)

    def may(self, kind: type[RegisterCommand]) -> bool:
        """True when this person may give such an order."""
        return sending.allowed(self.actor, kind)


def look(actor: Actor) -> Seen:
    """The partners as `actor` sees them now."""
    desk = gate.desk()
    return Seen(
        actor=actor,
        rows=desk.partner_rows(actor),
        members=desk.members(),
        proposals=desk.proposals(actor),
        today=desk.today(),
    )


def named(members: Iterable[Member]) -> dict[str, str]:
    """Ids with names, for a choice."""
    return {one.id: f"{said(one.name)} ({one.code})" for one in members}

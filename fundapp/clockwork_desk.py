"""The desk's part that works by the clock: what the office ordered to happen to an inquiry without a press."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from fundapp.basis.days import day_of
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.proposal import Proposal
from fundapp.inquiries_seen import InquirySeen
from fundapp.network.inquiry import Inquiry, IssuedLink
from fundapp.network.member import Member
from fundapp.network.register import SupportRegister
from fundapp.network.sourcing import provider_key
from fundapp.receipt import CLOCK, Done
from fundapp.record import inquiry_commands as q
from fundapp.record.commands import Command
from fundapp.record.company_member import is_company
from fundapp.sourcing_desk import Matched

CLOCKWORK = Actor(person=CLOCK, roles=frozenset({Role.SECRETARIAT}))
"""Who acts when the hour has come: for the office, which ordered it when the inquiry went out."""
LINKS_LAST = timedelta(days=365)
"""A member's link outlives the deadline, to read the result."""


class ClockworkDesk:
    """What happens by the clock. `Desk` has these methods; it brings the other parts."""

    _clock: Callable[[], datetime]

    def new_id(self) -> str:
        raise NotImplementedError

    def submit(self, command: Command, actor: Actor, command_id: str | None = None) -> Done | Refusal:
        raise NotImplementedError

    def members(self) -> tuple[Member, ...]:
        raise NotImplementedError

    def proposal(self, actor: Actor, proposal_id: str) -> Proposal | None:
        raise NotImplementedError

    def matched(self, actor: Actor, proposal_id: str) -> Matched | None:
        raise NotImplementedError

    def support(self, actor: Actor, proposal_id: str) -> SupportRegister | None:
        raise NotImplementedError

    def inquiries_under_way(self, actor: Actor) -> tuple[tuple[str, InquirySeen], ...]:
        raise NotImplementedError

    def askable(self, actor: Actor, proposal_id: str) -> tuple[Member, ...]:
        """Who may be asked for offers now, by code: nobody who has left, nor the proposing company itself."""
        made, today = self.proposal(actor, proposal_id), day_of(self._clock())
        return tuple(
            one
            for one in self.members()
            if one.belongs(today) and not (made is not None and is_company(one, made.company))
        )

    def able_members(self, actor: Actor, proposal_id: str, line_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Member -> which of these lines it is able to make as far as is known, or has made an offer on before."""
        lines = frozenset(line_ids)
        found: dict[str, dict[str, None]] = {}
        able = self.matched(actor, proposal_id)
        for one in able.lines if able else ():
            for match in one.members if one.need.line_id in lines else ():
                found.setdefault(match.member_id, {})[match.line_id] = None
        known = {provider_key(one.name.ja): one.id for one in self.members()}
        register = self.support(actor, proposal_id)
        for offer in register.offers if register else ():
            member_id = offer.member_id or known.get(provider_key(offer.provider), "")
            if member_id and offer.line_id in lines:
                found.setdefault(member_id, {})[offer.line_id] = None
        return {member_id: tuple(of) for member_id, of in found.items()}

    def fresh_link(self, inquiry: Inquiry, member_id: str = "") -> IssuedLink:
        """A link for a member; for the company's president when none is named."""
        return IssuedLink(
            id=self.new_id(),
            purpose="offer" if member_id else "agreement",
            proposal_id=inquiry.proposal_id,
            inquiry_id=inquiry.id if member_id else "",
            member_id=member_id,
            expires=inquiry.answer_by + LINKS_LAST,
        )

    def act_by_clock(self) -> tuple[str, ...]:
        """Do what is due now, once, however often it is asked; the ids of the inquiries that it was about.

        Every order carries an id of its occasion, so a restart, or another process at the same moment, adds nothing.
        """
        acted = []
        for _code, seen in self.inquiries_under_way(CLOCKWORK):
            orders = [*self._reminders_due(seen), *self._widening_due(seen)]
            acted += [seen.inquiry.id for id_, order in orders if isinstance(self.submit(order, CLOCKWORK, id_), Done)]
        return tuple(acted)

    def _reminders_due(self, seen: InquirySeen) -> Iterable[tuple[str, Command]]:
        inquiry, now, due = seen.inquiry, self._clock(), seen.inquiry.reminds_at()
        if due is None or now < due or not inquiry.is_open(now):
            return
        # Made for nobody, they would count as made, and none would follow.
        if any(one.left_before(due) for one in seen.waiting()):
            yield f"{CLOCK}-remind-{inquiry.id}-{inquiry.answer_by.isoformat()}", q.MakeReminders(inquiry_id=inquiry.id)

    def _widening_due(self, seen: InquirySeen) -> Iterable[tuple[str, Command]]:
        inquiry, now = seen.inquiry, self._clock()
        due = inquiry.widens_at()
        if not inquiry.widens_itself or inquiry.all_sent_at or due is None or now < due or not seen.open_line_ids:
            return
        asked = {one.member_id for one in seen.recipients}
        askable = self.askable(CLOCKWORK, inquiry.proposal_id)
        others = [one.id for one in askable if one.member_class == "company" and one.id not in asked]
        if not others or not inquiry.is_open(now):
            return
        able = self.able_members(CLOCKWORK, inquiry.proposal_id, inquiry.line_ids)
        members = tuple(
            q.Addressed(
                member_id=one,
                link=self.fresh_link(inquiry, one),
                matched=one in able,
                line_ids=able.get(one, ()),
            )
            for one in others
        )
        command = q.SendInquiry(inquiry_id=inquiry.id, stage="all", members=members, by_clock=True)
        yield f"{CLOCK}-widen-{inquiry.id}", command

"""The desk's part about inquiries: what the office asks of it, and what comes in through links."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Literal

from fundapp.access import links
from fundapp.access.links import Link
from fundapp.access.secret import server_secret
from fundapp.basis.days import day_of
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.inquiries_seen import (
    AgreementSheet,
    AnswerSheet,
    InquirySeen,
    asked_now,
    member_view,
    office_view,
    president_view,
)
from fundapp.network.contact import Contact
from fundapp.network.funnel import Answering, answering
from fundapp.network.inquiry import Agreement, InquiryFile, IssuedLink
from fundapp.network.sourcing import sourcing
from fundapp.receipt import FUND, Done
from fundapp.record.book import Book
from fundapp.record.commands import Command
from fundapp.record.judging import sourcing_rules
from fundapp.record.sight import may_see_papers, reads_papers
from fundapp.store import inquiries, registers
from fundapp.store.connection import Connection, StoreRefusal
from fundapp.store.database import Database
from fundapp.store.erasure import Erased, erase_contact
from fundapp.store.files import Files
from fundapp.store.history import Stamp
from fundapp.store.tables import MEMBERS

Purpose = Literal["offer", "agreement"]
OFFICE = (Role.MANAGER, Role.SECRETARIAT)
"""Who hands links out. A link is as good as a signature, so nobody else gets to see one."""


class InquiryDesk:
    """Inquiries and links. `Desk` has these methods; it brings the database, the clock and the deciding."""

    database: Database
    files: Files
    _clock: Callable[[], datetime]

    def _caught_up(self, connection: Connection) -> Book:
        raise NotImplementedError

    def _decided(self, connection: Connection, command: Command, actor: Actor, command_id: str) -> Done | Refusal:
        raise NotImplementedError

    # The office

    def inquiries(self, actor: Actor, proposal_id: str) -> tuple[InquirySeen, ...] | None:
        """The inquiries of a proposal as this actor may see them now; None when its file is not open to the actor."""
        now = self._clock()
        with self.database.read() as connection:
            book = self._caught_up(connection)
            if not may_see_papers(book, actor, proposal_id):
                return None
            found = inquiries.inquiries(connection, FUND, proposal_id=proposal_id)
            if not found:
                return ()
            bills = {one.revision: one for one in registers.bills(connection, FUND, proposal_id)}
            rules = sourcing_rules(book.rubric.decision)
            register = registers.support_register(connection, FUND, proposal_id, now)
            lines = (
                sourcing(register.bill, register.offers, day_of(now), rules, register.chosen()) if register.bill else ()
            )
            selected = frozenset(one.selected.id for one in lines if one.selected)
            rows = [inquiries.inquiry_rows(connection, FUND, one.id) for one in found]
        return tuple(office_view(one, bills[one.inquiry.bill_revision], selected, now) for one in rows if one)

    def inquiries_under_way(self, actor: Actor) -> tuple[tuple[str, InquirySeen], ...]:
        """(code of the proposal, inquiry) of those whose results are not told, for the office."""
        if not actor.has(*OFFICE):
            return ()
        now, found = self._clock(), []
        with self.database.read() as connection:
            book = self._caught_up(connection)
            for one in inquiries.untold(connection, FUND):
                proposal = registers.proposal(connection, FUND, one.proposal_id)
                bill = registers.current_bill(connection, FUND, one.proposal_id)
                rows = inquiries.inquiry_rows(connection, FUND, one.id)
                if proposal and bill and rows and may_see_papers(book, actor, one.proposal_id):
                    found.append((proposal.code, office_view(rows, bill, frozenset(), now)))
        return tuple(found)

    def contacts(self, actor: Actor) -> tuple[Contact, ...]:
        """The members' contacts, for who reads papers."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return inquiries.contacts(connection, FUND)

    def answering(self, actor: Actor) -> dict[str, Answering]:
        """How each member answered so far, over the inquiries of the files that are open to this actor.

        An inquiry counts once its answers are open.
        """
        now = self._clock()
        with self.database.read() as connection:
            book = self._caught_up(connection)
            found = [
                one
                for one in inquiries.inquiries(connection, FUND)
                if one.is_sent() and not one.is_sealed(now) and may_see_papers(book, actor, one.proposal_id)
            ]
            offers = [
                offer
                for proposal_id in {one.proposal_id for one in found}
                for offer in registers.offers(connection, FUND, proposal_id)
            ]
            asked, told = inquiries.recipients(connection, FUND), inquiries.outcomes(connection, FUND)
        return answering(found, asked, offers, told)

    def link_tokens(self, actor: Actor, inquiry_id: str) -> dict[str, str]:
        """The tokens of the links that stand for an inquiry, by member; the office alone gets them."""
        if not actor.has(*OFFICE):
            return {}
        with self.database.read() as connection:
            inquiry = inquiries.inquiry(connection, FUND, inquiry_id)
            if inquiry is None or not may_see_papers(self._caught_up(connection), actor, inquiry.proposal_id):
                return {}
            found = inquiries.links(connection, FUND, inquiry_id=inquiry_id)
        return {one.member_id: self.token(one) for one in found if one.revoked_at is None}

    def issued(self, actor: Actor, proposal_id: str) -> tuple[IssuedLink, ...]:
        """The links about a proposal that were handed out, taken back or not; for the office."""
        if not actor.has(*OFFICE):
            return ()
        with self.database.read() as connection:
            if not may_see_papers(self._caught_up(connection), actor, proposal_id):
                return ()
            return inquiries.links(connection, FUND, proposal_id=proposal_id)

    def agreements(self, actor: Actor, proposal_id: str) -> tuple[Agreement, ...]:
        """What a company's president was asked and answered, oldest first, for who may open the file."""
        with self.database.read() as connection:
            if not may_see_papers(self._caught_up(connection), actor, proposal_id):
                return ()
            return inquiries.agreements(connection, FUND, proposal_id)

    def next_inquiry_number(self) -> int:
        """The number that the next inquiry gets."""
        with self.database.read() as connection:
            return inquiries.next_number(connection, FUND)

    def token(self, link: IssuedLink) -> str:
        """The signed token of a link, as it stands in its address."""
        made = Link(fund=FUND, purpose=link.purpose, subject=link.id, expires=link.expires)
        return links.mint(self._secret(), made)

    def erase_contact(self, contact_id: str, by: Actor) -> Erased | Refusal:
        """Erase a member's person wherever the name stands; offers stay and count. For the office."""
        if not by.has(*OFFICE):
            return Refusal.of("not_permitted")
        try:
            with self.database.write() as connection:
                stamp = Stamp(fund=FUND, actor=by.person, at=self._at())
                erased = erase_contact(connection, stamp, contact_id, key=self._word_key())
        except StoreRefusal as stopped:
            return stopped.refusal
        return erased.model_copy(update={"swept": self._swept()})

    def _at(self) -> str:
        raise NotImplementedError

    def _word_key(self) -> bytes:
        raise NotImplementedError

    def _swept(self) -> bool:
        raise NotImplementedError

    # Through a link

    def answer_sheet(self, token: str) -> AnswerSheet | Refusal:
        """What a member sees through its link. Looking changes nothing."""
        now = self._clock()
        with self.database.read() as connection:
            link = self._opened(connection, token, "offer", now)
            if isinstance(link, Refusal):
                return link
            rows = inquiries.inquiry_rows(connection, FUND, link.inquiry_id)
            proposal = registers.proposal(connection, FUND, link.proposal_id)
            members = MEMBERS.facts(connection, FUND, id=link.member_id)
            if rows is None or proposal is None or not members:
                return Refusal.of("link_not_valid")
            bills = registers.bills(connection, FUND, link.proposal_id)
            asked = next(one for one in bills if one.revision == rows.inquiry.bill_revision)
            contact = next(iter(inquiries.contacts(connection, FUND, member_id=link.member_id)), None)
        seen = member_view(rows, asked, bills[-1].revision, proposal, members[0], contact, now)
        return seen or Refusal.of("link_not_valid")

    def agreement_sheet(self, token: str) -> AgreementSheet | Refusal:
        """What a company's president sees through the link. Looking changes nothing."""
        with self.database.read() as connection:
            link = self._opened(connection, token, "agreement", self._clock())
            if isinstance(link, Refusal):
                return link
            proposal = registers.proposal(connection, FUND, link.proposal_id)
            if proposal is None:
                return Refusal.of("link_not_valid")
            asked = inquiries.agreements(connection, FUND, link.proposal_id)
            about = next((one for one in reversed(asked_now(asked)) if one.subject == "inquiry"), None)
            rows = inquiries.inquiry_rows(connection, FUND, about.subject_id) if about else None
            bills = {one.revision: one for one in registers.bills(connection, FUND, link.proposal_id)}
            needs = registers.needs(connection, FUND, link.proposal_id)
        return president_view(proposal, asked, rows, bills.get(rows.inquiry.bill_revision) if rows else None, needs)

    def linked_file(self, token: str, file_id: str) -> tuple[InquiryFile, bytes] | Refusal:
        """A drawing, once this member has accepted the NDA, or one of its own sheets."""
        sheet = self.answer_sheet(token)
        if isinstance(sheet, Refusal):
            return sheet
        file = next((one for one in (*sheet.drawings, *sheet.sheets) if one.id == file_id), None)
        return (file, self.files.read(file.file_sha256)) if file else Refusal.of("document_unknown")

    def form_nonce(self, token: str) -> str:
        """What a form behind a link carries, so that it counts once however often it is sent."""
        return links.form_nonce(self._secret(), token, self._clock())

    def submit_by_link(self, token: str, purpose: Purpose, nonce: str, command: Command) -> Done | Refusal:
        """Carry out what the addressee of a link orders. The same form sent again gets its first receipt."""
        try:
            with self.database.write() as connection:
                now = self._clock()
                link = self._opened(connection, token, purpose, now)
                if isinstance(link, Refusal):
                    return link
                signed = Link(fund=FUND, purpose=purpose, subject=link.id, expires=link.expires)
                refused = links.take_form(connection, self._secret(), signed, token, nonce, now)
                if refused is not None and refused.code != "form_taken":
                    return refused
                command_id = f"form-{hashlib.sha256(nonce.encode()).hexdigest()[:32]}"
                actor = Actor(person=f"link:{link.member_id or link.proposal_id}", roles=frozenset(), link_id=link.id)
                done = self._decided(connection, command, actor, command_id)
                if isinstance(done, Refusal):
                    # What is refused leaves the form good: the transaction is undone, the nonce with it.
                    raise StoreRefusal(done)
                return done
        except StoreRefusal as stopped:
            return stopped.refusal

    def _opened(self, connection: Connection, token: str, purpose: Purpose, now: datetime) -> IssuedLink | Refusal:
        """The link of a token, if it is ours, for this purpose, neither over nor taken back."""
        signed = links.signed(self._secret(), token, purpose=purpose)
        if isinstance(signed, Refusal):
            return signed
        issued = inquiries.link(connection, FUND, signed.subject) if signed.fund == FUND else None
        if issued is None:
            return Refusal.of("link_not_valid")
        # The register's day counts: where a deadline was put off, the link that was sent before lives on with it.
        if now >= issued.expires:
            return Refusal.of("link_expired")
        return issued if issued.revoked_at is None else Refusal.of("link_revoked")

    def _secret(self) -> bytes:
        return server_secret(self.database.folder)

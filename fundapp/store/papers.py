"""What the registers bring into a decision, read in the transaction that decides."""

from collections.abc import Callable
from datetime import datetime

from fundapp.basis.days import day_of
from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Proposal
from fundapp.network.facts import support_facts
from fundapp.network.member import NATURAL_PERSONS
from fundapp.network.sourcing import provider_key
from fundapp.network.support_facts import SupportFacts
from fundapp.record import circulation_commands as w
from fundapp.record import commands as c
from fundapp.record import inquiry_commands as q
from fundapp.record import minutes_commands as k
from fundapp.record import planning_commands as n
from fundapp.record.book import Book
from fundapp.record.brought import Brought, InquiryPapers, Papers
from fundapp.record.judging import sourcing_rules
from fundapp.record.obligations import with_promises
from fundapp.store import inquiries, registers
from fundapp.store.apply_inquiry import CARRIED_OUT
from fundapp.store.connection import Connection
from fundapp.store.minutes_copies import copy_digests
from fundapp.store.tables import MEMBERS, PLANNED


def bring(
    connection: Connection,
    fund: str,
    book: Book,
    command: c.Command,
    actor: Actor,
    now: datetime,
    seal: Callable[[str], str],
) -> Brought:
    """The papers that this command is decided on; nothing that it does not need is read."""
    if isinstance(command, CARRIED_OUT):
        return Brought(
            seal=seal,
            proposal_codes=_codes(connection, fund),
            inquiry=_inquiry(connection, fund, command, actor),
        )
    if isinstance(command, n.PlanMeeting):
        planned = {one.id: one.number for one in PLANNED.facts(connection, fund) if not one.cancelled}
        return Brought(seal=seal, proposal_codes=_codes(connection, fund), planned=planned)
    if isinstance(command, c.RegisterCommand | c.OrderAgenda):
        return Brought(seal=seal, proposal_codes=_codes(connection, fund))
    if isinstance(command, c.FreezeFacts | c.SubmitScorecard):
        item = book.items.get(command.item_id)
        proposal = registers.proposal(connection, fund, item.proposal_id) if item else None
        if proposal is None:
            return Brought(seal=seal)
        if isinstance(command, c.SubmitScorecard):
            return Brought(seal=seal, evidence=proposal.evidence)
        papers = _papers(connection, fund, book, proposal, now)
        return Brought(seal=seal, papers=papers, evidence=proposal.evidence)
    if isinstance(command, w.OpenCirculation):
        proposal = registers.proposal(connection, fund, command.proposal_id)
        if proposal is None or proposal.code != command.proposal_code or not book.is_set_up():
            return Brought(seal=seal)
        return Brought(seal=seal, papers=_papers(connection, fund, book, proposal, now))
    if isinstance(command, k.SettleMinutes):
        meeting = book.meetings.get(command.meeting_id)
        closed = meeting is not None and meeting.closed_at is not None
        return Brought(seal=seal, copies=copy_digests(connection, fund, meeting) if meeting and closed else ())
    return Brought(seal=seal)


def _papers(connection: Connection, fund: str, book: Book, proposal: Proposal, now: datetime) -> Papers:
    """A proposal with the facts that the registers and the rubric in force give it at this moment."""
    register = with_promises(registers.support_register(connection, fund, proposal.id, now), book)
    support = support_facts(register, day_of(now), sourcing_rules(book.rubric.decision))
    return Papers(
        proposal=proposal, support=support, codes_of_persons=_codes_of_persons(connection, fund, proposal, support)
    )


def _codes_of_persons(connection: Connection, fund: str, proposal: Proposal, support: SupportFacts) -> dict[str, str]:
    """The codes of those among providers and sources of money that may be one person, however they are spelled."""
    codes = {
        provider_key(str(row[spelling])): str(row["code"])
        for row in MEMBERS.rows_of(connection, fund, "member_class", sorted(NATURAL_PERSONS))
        for spelling in ("id", "name_en", "name_ja", "code")
    }
    named = {line.provider for line in support.lines} | {one.source for one in proposal.co_finance}
    named |= {name for need in support.needs for name in (need.provider, need.handed_to)}
    return {name: codes[provider_key(name)] for name in named if provider_key(name) in codes}


def _inquiry(connection: Connection, fund: str, command: c.Command, actor: Actor) -> InquiryPapers:
    """What an order about inquiries or agreements is decided on."""
    match command:
        case q.RecordContacts(contacts=contacts):
            return InquiryPapers(member_ids=_members(connection, fund, {one.member_id for one in contacts}))
        case q.AskAgreement(link=link, inquiry_ids=inquiry_ids):
            return InquiryPapers(
                inquiry=inquiries.inquiry(connection, fund, inquiry_ids[0]) if inquiry_ids else None,
                needs=registers.needs(connection, fund, link.proposal_id),
            )
        case q.RevokeLink(link_id=link_id):
            return InquiryPapers(link=inquiries.link(connection, fund, link_id))
        case q.AnswerAgreement(proposal_id=proposal_id):
            return InquiryPapers(
                link=inquiries.link(connection, fund, actor.link_id),
                agreements=inquiries.agreements(connection, fund, proposal_id),
                needs=registers.needs(connection, fund, proposal_id),
            )
        case q.ComposeInquiry(inquiry=composed):
            asked, proposal_id = inquiries.inquiry_rows(connection, fund, composed.id), composed.proposal_id
        case q.InquiryCommand(inquiry_id=inquiry_id):
            asked = inquiries.inquiry_rows(connection, fund, inquiry_id)
            proposal_id = asked.inquiry.proposal_id if asked else ""
        case _:
            return InquiryPapers()
    named = {one.member_id for one in command.members} if isinstance(command, q.SendInquiry) else set[str]()
    return InquiryPapers(
        inquiry=asked.inquiry if asked else None,
        next_number=inquiries.next_number(connection, fund),
        bill=registers.current_bill(connection, fund, proposal_id),
        recipients=asked.recipients if asked else (),
        offers=asked.offers if asked else (),
        files=asked.files if asked else (),
        notices=asked.notices if asked else (),
        agreement=asked.agreement if asked else None,
        link=inquiries.link(connection, fund, actor.link_id) if actor.link_id else None,
        member_ids=_members(connection, fund, named),
    )


def _members(connection: Connection, fund: str, named: set[str]) -> frozenset[str]:
    """Those of the ids that are members'."""
    return frozenset(one for one in named if MEMBERS.rows(connection, fund, id=one))


def _codes(connection: Connection, fund: str) -> frozenset[tuple[str, str]]:
    return frozenset(connection.execute("SELECT code, id FROM proposal WHERE fund = ?", [fund]).fetchall())

"""The registers of the directory: members whole, their fees, partners' terms, visits.

Every function works inside the caller's transaction, like those of `registers`.
"""

from fundapp.basis.fact import Fact
from fundapp.committee.proposal import Proposal
from fundapp.network.capability import Capability
from fundapp.network.contact import Contact
from fundapp.network.ip import IpRight
from fundapp.network.listed import Listed
from fundapp.network.member import Member
from fundapp.network.membership import CapitalChange, FeePayment
from fundapp.network.partner import (
    AgencyTerms,
    BankTerms,
    Deal,
    Exchange,
    LiaisonTerms,
    Referral,
    RepTerms,
    unanswered,
)
from fundapp.network.premises import Equipment, Site
from fundapp.network.visit import Issue, Visit
from fundapp.record import directory_commands as d
from fundapp.store import registers
from fundapp.store.association import OwnLife, own_life
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Change, Stamp, history
from fundapp.store.member_merging import merge_members, remove_member
from fundapp.store.member_search import index_members
from fundapp.store.tables import (
    AGENCY_TERMS,
    BANK_TERMS,
    CAPABILITIES,
    CAPITAL_CHANGES,
    CONTACTS,
    DEALS,
    EQUIPMENT,
    EXCHANGES,
    FEE_PAYMENTS,
    IP_RIGHTS,
    ISSUES,
    LIAISON_TERMS,
    MEMBERS,
    REFERRALS,
    REP_TERMS,
    SITES,
    VISITS,
)

MOST_REASONS = 3
"""As many reasons for or against a proposal as its one page shows."""


class MemberFile(Fact):
    """All that the directory knows of one member."""

    member: Member
    contacts: tuple[Contact, ...]
    sites: tuple[Site, ...]
    equipment: tuple[Equipment, ...]
    capabilities: tuple[Capability, ...]
    capital_changes: tuple[CapitalChange, ...]
    payments: tuple[FeePayment, ...]
    rep_terms: RepTerms | None
    agency_terms: AgencyTerms | None
    deals: tuple[Deal, ...]
    referrals: tuple[Referral, ...]
    exchanges: tuple[Exchange, ...]
    visits: tuple[Visit, ...]
    issues: tuple[Issue, ...]
    life: OwnLife
    """Its part in the association's life."""
    referred: tuple[Member, ...]
    """Those who came on its word, by code."""
    mentioned: tuple[Member, ...]
    """On whose word it came, and who has sent its people."""
    changes: tuple[Change, ...]
    """Of the member's own row, oldest first."""


class PartnerRows(Fact):
    """What the directory knows of all partners."""

    rep_terms: tuple[RepTerms, ...]
    deals: tuple[Deal, ...]
    referrals: tuple[Referral, ...]
    agency_terms: tuple[AgencyTerms, ...]
    exchanges: tuple[Exchange, ...]
    bank_terms: tuple[BankTerms, ...]
    liaison_terms: tuple[LiaisonTerms, ...]
    ip_rights: tuple[IpRight, ...]


def member_file(connection: Connection, fund: str, member_id: str) -> MemberFile | None:
    """One member with everything about it; None when it is not there."""
    member = next(iter(MEMBERS.facts(connection, fund, id=member_id)), None)
    if member is None:
        return None
    of = {"member_id": member_id}
    contacts = CONTACTS.facts(connection, fund, **of)
    mentioned = MEMBERS.rows_of(connection, fund, "id", (member.referred_by, *(one.seconded_by for one in contacts)))
    return MemberFile(
        member=member,
        contacts=contacts,
        mentioned=tuple(map(MEMBERS.fact, mentioned)),
        sites=SITES.facts(connection, fund, **of),
        equipment=EQUIPMENT.facts(connection, fund, **of),
        capabilities=CAPABILITIES.facts(connection, fund, **of),
        capital_changes=CAPITAL_CHANGES.facts(connection, fund, **of),
        payments=FEE_PAYMENTS.facts(connection, fund, **of),
        rep_terms=next(iter(REP_TERMS.facts(connection, fund, **of)), None),
        agency_terms=next(iter(AGENCY_TERMS.facts(connection, fund, **of)), None),
        deals=DEALS.facts(connection, fund, rep_id=member_id),
        referrals=REFERRALS.facts(connection, fund, university_id=member_id),
        exchanges=EXCHANGES.facts(connection, fund, agency_id=member_id),
        visits=VISITS.facts(connection, fund, **of),
        issues=ISSUES.facts(connection, fund, **of),
        life=own_life(connection, fund, member_id),
        referred=MEMBERS.facts(connection, fund, referred_by=member_id),
        changes=history(connection, fund, MEMBERS.name, member_id),
    )


def listed(connection: Connection, fund: str) -> tuple[Listed, ...]:
    """All members as a list, by code."""
    # The main one is read last, so that it is the one that stays.
    contacts = {one.member_id: one for one in sorted(CONTACTS.facts(connection, fund), key=lambda one: one.main)}
    sites = {one.member_id: one for one in sorted(SITES.facts(connection, fund), key=lambda one: one.main)}
    able: dict[str, dict[str, None]] = {}
    for one in CAPABILITIES.facts(connection, fund):
        able.setdefault(one.member_id, {})[one.process] = None
    return tuple(
        Listed(
            member=member,
            contact=contacts.get(member.id),
            site=sites.get(member.id),
            processes=tuple(able.get(member.id, ())),
        )
        for member in MEMBERS.facts(connection, fund)
    )


def partner_rows(connection: Connection, fund: str) -> PartnerRows:
    """All terms and records of partners."""
    return PartnerRows(
        rep_terms=REP_TERMS.facts(connection, fund),
        deals=DEALS.facts(connection, fund),
        referrals=REFERRALS.facts(connection, fund),
        agency_terms=AGENCY_TERMS.facts(connection, fund),
        exchanges=EXCHANGES.facts(connection, fund),
        bank_terms=BANK_TERMS.facts(connection, fund),
        liaison_terms=LIAISON_TERMS.facts(connection, fund),
        ip_rights=IP_RIGHTS.facts(connection, fund),
    )


def fee_payments(connection: Connection, fund: str, year: int) -> tuple[FeePayment, ...]:
    """What came in of a year's fees."""
    return FEE_PAYMENTS.facts(connection, fund, year=year)


def capital_changes(connection: Connection, fund: str) -> tuple[CapitalChange, ...]:
    """Every dated change of a capital."""
    return CAPITAL_CHANGES.facts(connection, fund)


def apply_directory(connection: Connection, stamp: Stamp, command: d.DirectoryCommand) -> None:
    """Write what the order says. Raises StoreRefusal when a row it names is not there."""
    match command:
        case d.RecordMember():
            _member(connection, stamp, command)
        case d.TakeMembersIn():
            _take_in(connection, stamp, command)
        case d.RecordEquipment(equipment=equipment):
            EQUIPMENT.put(connection, stamp, [EQUIPMENT.row(one) for one in equipment])
            index_members(connection, stamp.fund, [one.member_id for one in equipment])
        case d.MergeMembers(into_id=into_id, from_id=from_id):
            merge_members(connection, stamp, into_id, from_id)
        case d.RemoveMember(member_id=member_id):
            remove_member(connection, stamp, member_id)
        case d.RecordCapital(change=change):
            CAPITAL_CHANGES.put(connection, stamp, [CAPITAL_CHANGES.row(change)])
        case d.RecordFeePayments(payments=payments):
            FEE_PAYMENTS.put(connection, stamp, [FEE_PAYMENTS.row(one) for one in payments])
        case d.RecordRepTerms(terms=terms):
            REP_TERMS.put(connection, stamp, [REP_TERMS.row(one) for one in terms])
        case d.RecordDeals(deals=deals):
            DEALS.put(connection, stamp, [DEALS.row(one) for one in deals])
        case d.AskUniversity(referral=referral):
            _ask(connection, stamp, referral)
        case d.AnswerReferral():
            _answer(connection, stamp, command)
        case d.RecordAgencyTerms(terms=agency):
            AGENCY_TERMS.put(connection, stamp, [AGENCY_TERMS.row(agency)])
        case d.RecordReferrals(referrals=referrals):
            REFERRALS.put(connection, stamp, [REFERRALS.row(one) for one in referrals])
        case d.RecordBankTerms(terms=bank):
            BANK_TERMS.put(connection, stamp, [BANK_TERMS.row(bank)])
        case d.RecordLiaisonTerms(terms=liaison):
            LIAISON_TERMS.put(connection, stamp, [LIAISON_TERMS.row(liaison)])
        case d.RecordIpRights(rights=rights):
            IP_RIGHTS.put(connection, stamp, [IP_RIGHTS.row(one) for one in rights])
        case d.RecordExchanges(exchanges=exchanges):
            EXCHANGES.put(connection, stamp, [EXCHANGES.row(one) for one in exchanges])
        case d.RecordVisits(visits=visits, issues=issues):
            VISITS.put(connection, stamp, [VISITS.row(one) for one in visits])
            ISSUES.put(connection, stamp, [ISSUES.row(one) for one in issues])
        case d.CloseIssue(issue_id=issue_id, on=on, what_ended_it=what):
            _change_issue(connection, stamp, issue_id, closed_on=on.isoformat(), closed_by=what)
        case d.IssueBecomesNeed(issue_id=issue_id, need=need):
            registers.put_need(connection, stamp, need)
            _change_issue(connection, stamp, issue_id, need_id=need.id)
        case d.IssueBecomesReason():
            _reason(connection, stamp, command)
        case _:
            raise TypeError(f"no register takes {type(command).__name__}")


def _member(connection: Connection, stamp: Stamp, command: d.RecordMember) -> None:
    member = command.member
    registers.put_member(connection, stamp, member)
    SITES.replace(connection, stamp, [SITES.row(one) for one in command.sites], member_id=member.id)
    EQUIPMENT.replace(connection, stamp, [EQUIPMENT.row(one) for one in command.equipment], member_id=member.id)
    index_members(connection, stamp.fund, [member.id])


def _take_in(connection: Connection, stamp: Stamp, command: d.TakeMembersIn) -> None:
    """A contact or place is added only where the member has none: a list does not write over what is kept by hand."""
    ids = [one.id for one in command.members]
    known = [row["id"] for row in MEMBERS.rows_of(connection, stamp.fund, "id", ids)]
    registers.put_member(connection, stamp, *command.members)
    # Only a member that was known can have a contact or a place already.
    with_contact, with_site = (
        {row["member_id"] for row in table.rows_of(connection, stamp.fund, "member_id", known)}
        for table in (CONTACTS, SITES)
    )
    contacts = [CONTACTS.row(one) for one in command.contacts if one.member_id not in with_contact]
    CONTACTS.put(connection, stamp, contacts)
    SITES.put(connection, stamp, [SITES.row(one) for one in command.sites if one.member_id not in with_site])
    CAPABILITIES.put(connection, stamp, [CAPABILITIES.row(one) for one in command.capabilities])
    index_members(connection, stamp.fund, ids)


def _change_issue(connection: Connection, stamp: Stamp, issue_id: str, **changes: str) -> None:
    row = next(iter(ISSUES.rows(connection, stamp.fund, id=issue_id)), None)
    if row is None:
        refuse("row_missing")
    ISSUES.update(connection, stamp, row, **changes)


def _ask(connection: Connection, stamp: Stamp, referral: Referral) -> None:
    """Raises StoreRefusal liaison_quota_full when as many questions wait as the liaison takes at a time."""
    terms = next(iter(LIAISON_TERMS.facts(connection, stamp.fund, member_id=referral.university_id)), None)
    waiting = [
        one
        for one in REFERRALS.facts(connection, stamp.fund, university_id=referral.university_id)
        if one.id != referral.id
    ]
    if terms is not None and unanswered(referral.university_id, waiting) >= terms.most_open:
        refuse("liaison_quota_full", most=terms.most_open)
    REFERRALS.put(connection, stamp, [REFERRALS.row(referral)])


def _answer(connection: Connection, stamp: Stamp, command: d.AnswerReferral) -> None:
    row = next(iter(REFERRALS.rows(connection, stamp.fund, id=command.referral_id)), None)
    if row is None:
        refuse("row_missing")
    REFERRALS.update(
        connection,
        stamp,
        row,
        answer=command.answer,
        answered_on=command.on.isoformat(),
        promised_by=command.promised_by.isoformat() if command.promised_by else None,
        handed_to=command.handed_to,
    )


def _reason(connection: Connection, stamp: Stamp, command: d.IssueBecomesReason) -> None:
    proposal: Proposal | None = registers.proposal(connection, stamp.fund, command.proposal_id)
    if proposal is None:
        refuse("row_missing")
    field = "reasons_for" if command.is_for else "reasons_against"
    standing: tuple[str, ...] = getattr(proposal, field)
    if len(standing) >= MOST_REASONS:
        refuse("reasons_full", most=MOST_REASONS)
    changed = proposal.model_copy(update={field: (*standing, command.text)})
    registers.put_proposal(connection, stamp, changed)
    _change_issue(connection, stamp, command.issue_id, reason_proposal_id=proposal.id)

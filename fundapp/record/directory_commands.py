"""Orders about the directory: where members work and with what, their fees, partners' terms and records, visits."""

from datetime import date

from fundapp.basis.fact import Text
from fundapp.network.capability import Capability
from fundapp.network.contact import Contact
from fundapp.network.ip import IpRight
from fundapp.network.member import Member
from fundapp.network.membership import CapitalChange, FeePayment
from fundapp.network.need import SupportNeed
from fundapp.network.partner import (
    AgencyTerms,
    BankTerms,
    Deal,
    Exchange,
    LiaisonTerms,
    Referral,
    ReferralAnswer,
    RepTerms,
)
from fundapp.network.premises import Equipment, Site
from fundapp.network.visit import Issue, Visit
from fundapp.record.command import RegisterCommand


class DirectoryCommand(RegisterCommand):
    """An order about members and what is known of them."""


class RecordMember(DirectoryCommand):
    """Add one member or correct it, with its sites and equipment whole; those that are not named go, with history."""

    member: Member
    sites: tuple[Site, ...] = ()
    equipment: tuple[Equipment, ...] = ()


class TakeMembersIn(DirectoryCommand):
    """A part of a list: members added or corrected, with one contact, one place and what they can do."""

    members: tuple[Member, ...]
    contacts: tuple[Contact, ...] = ()
    sites: tuple[Site, ...] = ()
    capabilities: tuple[Capability, ...] = ()


class RecordEquipment(DirectoryCommand):
    """Machines of members out of a table, added or corrected; the others of each member stay."""

    equipment: tuple[Equipment, ...]


class MergeMembers(DirectoryCommand):
    """Two entries are one member: everything of `from_id` goes to `into_id`, and `from_id` leaves the directory."""

    into_id: Text
    from_id: Text
    reason: Text


class RemoveMember(DirectoryCommand):
    """A member leaves the directory; refused while an inquiry, an offer's answer or a partner's record names it."""

    member_id: Text
    reason: Text


class RecordCapital(DirectoryCommand):
    change: CapitalChange


class RecordFeePayments(DirectoryCommand):
    payments: tuple[FeePayment, ...]


class RecordRepTerms(DirectoryCommand):
    terms: tuple[RepTerms, ...]


class RecordDeals(DirectoryCommand):
    deals: tuple[Deal, ...]


class AskUniversity(DirectoryCommand):
    """Hand a company's question to a liaison. The day of the answer is counted by the desk's rule."""

    referral: Referral


class AnswerReferral(DirectoryCommand):
    referral_id: Text
    answer: ReferralAnswer
    on: date
    promised_by: date | None = None
    handed_to: Text = ""


class RecordReferrals(DirectoryCommand):
    """Questions of earlier days with their answers, taken over from what was kept elsewhere."""

    referrals: tuple[Referral, ...]


class RecordAgencyTerms(DirectoryCommand):
    terms: AgencyTerms


class RecordExchanges(DirectoryCommand):
    exchanges: tuple[Exchange, ...]


class RecordBankTerms(DirectoryCommand):
    terms: BankTerms


class RecordLiaisonTerms(DirectoryCommand):
    terms: LiaisonTerms


class RecordIpRights(DirectoryCommand):
    rights: tuple[IpRight, ...]


class RecordVisits(DirectoryCommand):
    """Visits, each with the issues that were heard at it."""

    visits: tuple[Visit, ...]
    issues: tuple[Issue, ...] = ()


class CloseIssue(DirectoryCommand):
    issue_id: Text
    on: date
    what_ended_it: Text


class IssueBecomesNeed(DirectoryCommand):
    """An issue is a support need of a proposal: the need is recorded and the issue points to it."""

    issue_id: Text
    need: SupportNeed


class IssueBecomesReason(DirectoryCommand):
    """An issue is a reason for or against a proposal: it stands among the proposal's reasons from now on."""

    issue_id: Text
    proposal_id: Text
    is_for: bool
    text: Text


BY_OFFICE: tuple[type[DirectoryCommand], ...] = (
    RecordMember,
    TakeMembersIn,
    RecordEquipment,
    MergeMembers,
    RemoveMember,
    RecordCapital,
    RecordFeePayments,
    RecordRepTerms,
    RecordDeals,
    AskUniversity,
    AnswerReferral,
    RecordReferrals,
    RecordAgencyTerms,
    RecordExchanges,
    RecordBankTerms,
    RecordLiaisonTerms,
    RecordIpRights,
    RecordVisits,
    CloseIssue,
    IssueBecomesNeed,
    IssueBecomesReason,
)
"""Every order about the directory: whoever keeps the registers gives them."""

"""The proposing company and the member that it is: by corporate number, else by name."""

from collections.abc import Iterable

from fundapp.committee.proposal import Company, Proposal
from fundapp.network.member import Member


def is_company(member: Member, company: Company) -> bool:
    """True when a member of the directory is this proposing company.

    Two of one name with different numbers are two companies.
    """
    if member.corporate_number and company.corporate_number:
        return member.corporate_number == company.corporate_number
    return member.name.ja == company.name.ja


def proposals_of(member: Member, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals of the company that this member is."""
    return tuple(one for one in proposals if is_company(member, one.company))


def member_of(company: Company, members: Iterable[Member]) -> Member | None:
    """The member company that this proposing company is; None when it is none."""
    return next((one for one in members if one.member_class == "company" and is_company(one, company)), None)

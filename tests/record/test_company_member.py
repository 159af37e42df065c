"""Which member of the directory the proposing company is."""

import pytest
from small_fund import both

from fundapp.committee.proposal import Company, Proposal
from fundapp.network.member import Member
from fundapp.record.company_member import is_company, member_of, proposals_of

COMPANY = Company(id="c", name=both("Furai Kobo"), corporate_number="7000012050002")


def member(name: str, number: str = "", kind: str = "company") -> Member:
    told = {"id": name, "code": name, "name": both(name), "member_class": kind, "corporate_number": number}
    return Member.model_validate(told)


@pytest.mark.parametrize(
    ("one", "same"),
    [
        (member("Furai Kobo"), True),
        (member("Another name", "7000012050002"), True),
        (member("Another name"), False),
        (member("Another name", "1180301018771"), False),
        (member("Furai Kobo", "1180301018771"), False),
    ],
)
def test_by_corporate_number_else_by_name(one: Member, same: bool) -> None:
    assert is_company(one, COMPANY) is same


def test_a_university_of_the_same_name_is_no_member_company() -> None:
    assert member_of(COMPANY, [member("Furai Kobo", kind="university")]) is None
    assert member_of(COMPANY, [member("x"), member("Furai Kobo")]) == member("Furai Kobo")


def test_a_member_s_proposals_are_those_of_its_company() -> None:
    made = Proposal(
        id="p", code="PR-1", name=both("x"), company=COMPANY, ask_yen=1, instrument="loan", sector="s", stage="seed"
    )
    assert proposals_of(member("Furai Kobo"), [made]) == (made,)
    assert proposals_of(member("x"), [made]) == ()

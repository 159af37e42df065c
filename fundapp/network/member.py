"""Members and other providers of the network."""

from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import Yen

MemberClass = Literal[
    "company", "university", "tlo", "municipality", "support_body", "bank", "individual", "overseas_agency"
]


class Member(Fact):
    """A member of the association or another provider that a menu item can name."""

    id: Text
    code: Text
    name: Bilingual
    member_class: MemberClass
    corporate_number: Text = ""
    capital_yen: Yen | None = None
    checked: bool = False
    """Succession and hazard zone checked."""

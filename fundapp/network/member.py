"""Members and other providers of the network."""

from datetime import date
from typing import Literal

from pydantic import Field

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import Yen

MemberClass = Literal[
    "company",
    "university",
    "tlo",
    "municipality",
    "support_body",
    "bank",
    "individual",
    "retired_engineer",
    "sales_rep",
    "sales_coordinator",
    "overseas_agency",
]

NATURAL_PERSONS: frozenset[MemberClass] = frozenset(
    {"individual", "retired_engineer", "sales_rep", "sales_coordinator"}
)
"""Classes whose entry can be one person, who may ask to be erased."""

CompanyType = Literal["", "product", "base_technology", "software", "trading", "services"]
"""What a company lives from: products of its own, processing for others, software and electronic design, …"""


class Member(Fact):
    """A member of the association or another provider that a menu item can name."""

    id: Text
    code: Text
    name: Bilingual
    member_class: MemberClass
    corporate_number: Text = ""
    capital_yen: Yen | None = None
    company_type: CompanyType = ""
    employees: int | None = Field(default=None, ge=0)
    successor_missing: bool = False
    """The owner is 65 or older and nobody is to follow: a risk that axis 2 names."""
    checked: bool = False
    """Succession and hazard zone checked."""
    joined_on: date | None = None
    """None: it has always been a member, as far as is written down."""
    left_on: date | None = None
    """The first day on which it is a member no longer."""
    referred_by: Text = ""
    """Id of the member on whose word it came: a municipality, a bank, …"""

    def may_be_a_person(self) -> bool:
        """True when the entry itself can be about one person."""
        return self.member_class in NATURAL_PERSONS

    def belongs(self, on: date) -> bool:
        """True when it is a member on a day."""
        return (self.joined_on is None or self.joined_on <= on) and (self.left_on is None or self.left_on > on)

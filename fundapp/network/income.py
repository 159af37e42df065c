"""The association's income by year: fees, commissions and subsidies, and what is left when the subsidies stop."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal

from pydantic import Field

from fundapp.basis.fact import Fact
from fundapp.basis.yen import Yen

IncomeKind = Literal["fees", "commissions", "subsidies"]
KINDS: tuple[IncomeKind, ...] = ("fees", "commissions", "subsidies")


class IncomeYear(Fact):
    """What came in during one year of the association, and what it cost; the year is the one in which it began."""

    year: int = Field(ge=1900, le=9999)
    fees_yen: Yen | None = Field(default=None, ge=0)
    """None: what the members' payments of that year add up to."""
    commissions_yen: Yen = Field(ge=0)
    subsidies_yen: Yen = Field(ge=0)
    costs_yen: Yen = Field(ge=0)


class IncomeMix(Fact):
    """One year's income, all three kinds known, with the costs that it has to bear."""

    year: int
    fees_yen: Yen
    commissions_yen: Yen
    subsidies_yen: Yen
    costs_yen: Yen

    def of(self, kind: IncomeKind) -> int:
        """The income of one kind, in yen."""
        return {"fees": self.fees_yen, "commissions": self.commissions_yen, "subsidies": self.subsidies_yen}[kind]

    def total_yen(self) -> int:
        """All income of the year, in yen."""
        return sum(map(self.of, KINDS))

    def share(self, kind: IncomeKind) -> Fraction | None:
        """The part of the income that is of this kind; None in a year without income."""
        total_yen = self.total_yen()
        return Fraction(self.of(kind), total_yen) if total_yen else None

    def own_yen(self) -> int:
        """What is left of the income when the subsidies stop, in yen."""
        return self.fees_yen + self.commissions_yen

    def missing_yen(self) -> int:
        """What the costs then lack, in yen; 0 when the association stands by itself."""
        return max(0, self.costs_yen - self.own_yen())


def members_to_close(missing_yen: int, fee_yen: int) -> int:
    """How many more members at this fee would bring the missing amount."""
    return -(-missing_yen // fee_yen)


def income_mixes(years: Iterable[IncomeYear], paid_yen: Mapping[int, int]) -> tuple[IncomeMix, ...]:
    """Each year's income, the earliest first. `paid_yen`: what the members' payments of each year add up to."""
    return tuple(
        IncomeMix(
            year=one.year,
            fees_yen=paid_yen.get(one.year, 0) if one.fees_yen is None else one.fees_yen,
            commissions_yen=one.commissions_yen,
            subsidies_yen=one.subsidies_yen,
            costs_yen=one.costs_yen,
        )
        for one in sorted(years, key=lambda one: one.year)
    )

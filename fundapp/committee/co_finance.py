"""Money for a proposal's plan that is not the fund's own, by period: loans, guarantees, grants, other funds."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import AmountYen

CoFinanceKind = Literal["loan", "guarantee", "grant", "fund", "own"]
"""A guarantee backs a loan and brings no money by itself."""

CoFinanceState = Literal["planned", "applied", "promised", "paid", "declined"]


class CoFinance(Fact):
    """Money of others for one period of a proposal's plan."""

    id: Text
    kind: CoFinanceKind
    source: Text
    """Who gives it, spelled as the provider of a menu item."""
    amount_yen: AmountYen
    begins: date
    ends: date
    """The last day that it covers."""
    state: CoFinanceState = "planned"
    pays_for: Text = ""
    changed_plan: Text = ""
    """What of the business was changed to fit the scheme that pays; empty when nothing was."""

    def counts(self) -> bool:
        """True unless it was declined."""
        return self.state != "declined"


class Period(Fact):
    """A time in which the same sources run; none of them: nothing of others is there for it."""

    begins: date
    ends: date
    running: tuple[CoFinance, ...]


def periods(rows: Iterable[CoFinance]) -> tuple[Period, ...]:
    """The whole time from the first source to the last, cut wherever one begins or ends. Declined ones do not count."""
    counted = [one for one in rows if one.counts()]
    days = sorted({one.begins for one in counted} | {one.ends + timedelta(days=1) for one in counted})
    return tuple(
        Period(
            begins=begins,
            ends=following - timedelta(days=1),
            running=tuple(one for one in counted if one.begins <= begins <= one.ends),
        )
        for begins, following in pairwise(days)
    )


def money_yen(rows: Iterable[CoFinance]) -> int:
    """What comes in beside the fund's money: all that was not declined, guarantees left out."""
    return sum(one.amount_yen for one in rows if one.counts() and one.kind != "guarantee")


def bent(rows: Iterable[CoFinance]) -> tuple[CoFinance, ...]:
    """Those for which the business was changed to fit the scheme."""
    return tuple(one for one in rows if one.counts() and one.changed_plan)

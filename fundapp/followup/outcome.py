"""What became of each collaboration: dated states of the success ladder, and where it stopped.

The source counts success against two denominators: all collaborations, and those in which the network was deeply
involved and whose company agrees to be named. A share is never given without the one it is a share of.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from statistics import median
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Text

LADDER = ("S0", "S1", "S2", "S3", "S4", "S5")
"""Collaboration formed, prototype, productised, first sale, development cost recovered, future pillar."""
STOPPED = ("T1", "T2", "T3", "T4")
"""Faded out, in the valley of death, caught on a tree, stopped."""
VALLEY = ("T2", "T3")
"""Where causes are named."""
FIRST_SALE = "S3"
"""From here on a collaboration is commercialised."""

StateId = Literal["S0", "S1", "S2", "S3", "S4", "S5", "T1", "T2", "T3", "T4"]
Cause = Literal["too_large", "too_costly", "no_follow_up_money", "no_sales_route", "no_production", "owner_decision"]
CAUSES: tuple[Cause, ...] = (
    "too_large",
    "too_costly",
    "no_follow_up_money",
    "no_sales_route",
    "no_production",
    "owner_decision",
)
DAYS_A_YEAR = Fraction(36525, 100)


class Collaboration(Fact):
    """One collaboration that the network formed."""

    id: Text
    code: Text
    name: Bilingual
    began_on: date
    deep: bool = False
    """Deeply involved, and the company agrees to be named."""
    proposal_id: Text = ""
    """The fund's own proposal, if it became one."""


class OutcomeState(Fact):
    """A state that a collaboration reached on a day. Earlier ones stay."""

    id: Text
    collaboration_id: Text
    state: StateId
    reached_on: date
    causes: tuple[Cause, ...] = ()
    note: Text = ""


class Course(Fact):
    """A collaboration with its states, the earliest first."""

    collaboration: Collaboration
    states: tuple[OutcomeState, ...] = ()

    @property
    def now(self) -> str:
        """The state it is in; S0 as long as nothing is recorded."""
        return self.states[-1].state if self.states else LADDER[0]

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Why it lies in the valley; empty elsewhere."""
        return self.states[-1].causes if self.now in VALLEY else ()

    @property
    def sold_after_years(self) -> Fraction | None:
        """Years from the beginning to the first sale; None without one."""
        sold = [one.reached_on for one in self.states if one.state in LADDER and one.state >= FIRST_SALE]
        return Fraction((min(sold) - self.collaboration.began_on).days) / DAYS_A_YEAR if sold else None

    @property
    def commercialised(self) -> bool:
        """True from the first sale on, unless it was stopped afterwards."""
        return self.now in LADDER and self.now >= FIRST_SALE


def courses(collaborations: Iterable[Collaboration], states: Sequence[OutcomeState]) -> tuple[Course, ...]:
    """Each collaboration with its states in the order of their days."""
    return tuple(
        Course(
            collaboration=one,
            states=tuple(
                sorted(
                    (state for state in states if state.collaboration_id == one.id), key=lambda s: (s.reached_on, s.id)
                )
            ),
        )
        for one in collaborations
    )


class Share(Fact):
    """How many of how many."""

    part: int
    whole: int

    @property
    def share(self) -> Fraction | None:
        """None of nothing."""
        return Fraction(self.part, self.whole) if self.whole else None


class Tally(Fact):
    """What became of the past collaborations, against each denominator."""

    by_state: tuple[tuple[Text, int], ...]
    by_cause: tuple[tuple[Text, int], ...]
    of_all: Share
    """Commercialised, of all collaborations."""
    of_deep: Share
    """Commercialised, of those deeply involved with consent to be named."""
    years_to_first_sale: tuple[Fraction, ...]

    @property
    def median_years(self) -> Fraction | None:
        """The middle of the years to the first sale, of those that sold."""
        return median(self.years_to_first_sale) if self.years_to_first_sale else None


def tally(found: Sequence[Course]) -> Tally:
    """Counts of the courses given, whatever they are: the caller says of what."""
    deep = [one for one in found if one.collaboration.deep]
    return Tally(
        by_state=tuple((state, sum(one.now == state for one in found)) for state in (*LADDER, *STOPPED)),
        by_cause=tuple((cause, sum(cause in one.causes for one in found)) for cause in CAUSES),
        of_all=Share(part=sum(one.commercialised for one in found), whole=len(found)),
        of_deep=Share(part=sum(one.commercialised for one in deep), whole=len(deep)),
        years_to_first_sale=tuple(sorted(years for one in found if (years := one.sold_after_years) is not None)),
    )

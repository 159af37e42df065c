"""Obligations: the support that was promised when a proposal was approved, and whether it was given."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Text

State = Literal["in_time", "late", "overdue", "open"]
STATES: tuple[State, ...] = ("overdue", "open", "late", "in_time")
"""What asks for something first."""


class Promise(Fact):
    """A complete menu item as it was frozen when the proposal was approved. No person's name is in it."""

    need_id: Text
    name: Text
    """The support need."""
    kind: Text
    """Id of the support menu."""
    provider: Text
    deliverable: Text
    due: date
    ends_when: Text = ""
    handed_to: Text = ""
    """Who goes on when the support ends; the code of a member that may be one person."""


class SupportDone(Fact):
    """The support of one need was given; `evidence` is the digest of the words, empty for who may not read them."""

    need_id: Text
    on: date
    evidence: Text = ""


class Obligation(Fact):
    """A promise to one company, and what became of it."""

    deal_id: Text
    """Reservation of the approval."""
    investment_id: Text = ""
    """Empty until the agreement is signed."""
    company: Bilingual
    promise: Promise
    given: SupportDone | None = None

    def state(self, today: date) -> State:
        """Given by its day or later; otherwise overdue from the day after it was due."""
        if self.given is not None:
            return "in_time" if self.given.on <= self.promise.due else "late"
        return "overdue" if self.promise.due < today else "open"


class Kept(Fact):
    """How many of the promises that fell due were given by their day."""

    in_time: int
    due: int

    @property
    def share(self) -> Fraction | None:
        """The on-time rate; None when nothing fell due."""
        return Fraction(self.in_time, self.due) if self.due else None


def kept(obligations: Iterable[Obligation], today: date) -> Kept:
    """All promises due before today, late and overdue ones included in what they are measured by."""
    due = [one for one in obligations if one.promise.due < today]
    return Kept(in_time=sum(one.state(today) == "in_time" for one in due), due=len(due))


def most_pressing_first(obligations: Iterable[Obligation], today: date) -> tuple[Obligation, ...]:
    """Overdue, then what is still to come, then what was given; by day within each."""
    return tuple(sorted(obligations, key=lambda one: (STATES.index(one.state(today)), one.promise.due, one.company.en)))


class OfCompany(Fact):
    """One company's promises, counted by state."""

    company: Bilingual
    counts: tuple[tuple[State, int], ...]

    def count(self, state: State) -> int:
        """How many stand so."""
        return dict(self.counts)[state]

    @property
    def given(self) -> int:
        """How many were given, in time or late."""
        return self.count("in_time") + self.count("late")

    @property
    def total(self) -> int:
        """All promises to the company."""
        return sum(count for _state, count in self.counts)


def by_company(obligations: Sequence[Obligation], today: date) -> tuple[OfCompany, ...]:
    """Each company with its promises by state, the most overdue first."""
    companies = {one.company.en: one.company for one in obligations}
    found = (
        OfCompany(
            company=company,
            counts=tuple(
                (state, sum(one.company == company and one.state(today) == state for one in obligations))
                for state in STATES
            ),
        )
        for company in companies.values()
    )
    return tuple(sorted(found, key=lambda one: (-one.count("overdue"), -one.total, one.company.en)))

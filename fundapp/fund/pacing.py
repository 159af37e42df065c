"""How capital is called and comes back over the years to come: the model of Takahashi and Alexander.

Dean Takahashi and Seth Alexander, "Illiquid alternative asset fund modeling", Yale University Investments Office
(2001), Journal of Portfolio Management 28 (2002). In the t-th year of a fund that lives L years:

    C(t) = RC(t) x (CC - PIC(t))        what is called, of what is not called yet
    D(t) = RD(t) x NAV(t-1) x (1 + G)   what comes back, RD(t) = max(Y, (t / L) ** B)
    NAV(t) = NAV(t-1) x (1 + G) + C(t) - D(t)

A fund that is under way goes on from where it stands. Of the year that has begun only the rest is reckoned: a part f of
a year grows by (1 + G) ** f and takes a share 1 - (1 - R) ** f of what a whole year takes R of, so that the parts make
up the year.
"""

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.basis.yen import Yen

LEAST_GROWTH_PCT, MOST_GROWTH_PCT, MOST_BOW, MOST_EXTRA_YEARS = -50, 100, 20, 20
"""Within these a case is read from the file and tried on the page."""


class PacingCase(Fact):
    """One set of the model's parameters."""

    id: Text
    name: Bilingual
    first_year_pct: Ratio
    second_year_pct: Ratio
    later_years_pct: Ratio
    """Called in a year, of what is not called yet."""
    growth_pct: Ratio
    """Of the value, in a year, after fees."""
    yield_pct: Ratio
    """The least of the value that is paid out in a year."""
    bow: Ratio
    """How late the value is paid out; 1 evenly, higher is later."""
    extra_years: int = 0
    """How long the fund runs on after its term."""

    def called_share(self, year: int) -> float:
        """RC of a year of the fund, counted from 1."""
        return float((self.first_year_pct, self.second_year_pct, self.later_years_pct)[min(year, 3) - 1]) / 100

    def paid_out_share(self, year: int, life_years: int) -> float:
        """RD of a year of the fund, counted from 1; the whole from the last year on."""
        return min(1.0, max(float(self.yield_pct) / 100, math.pow(year / life_years, float(self.bow))))


class Ahead(Fact):
    """A year of the fund, or the rest of one: which, how much of it, and what is known to be called in it."""

    year: int
    part: Ratio = Fraction(1)
    known_yen: Yen = 0


class PacedYear(Fact):
    """What the model expects of a year, in yen."""

    year: int
    called_yen: Yen
    received_yen: Yen
    nav_yen: Yen
    """At the end of the year."""


def paced(
    case: PacingCase, ahead: Iterable[Ahead], *, life_years: int, uncalled_yen: int, nav_yen: int
) -> Iterator[PacedYear]:
    """The years ahead. What is signed and scheduled for a year is the least that is called in it."""
    uncalled, nav, growth = float(uncalled_yen), float(nav_yen), 1 + float(case.growth_pct) / 100
    for one in ahead:
        part = float(one.part)
        called = min(uncalled, max(_part(case.called_share(one.year), part) * uncalled, float(one.known_yen)))
        grown = nav * growth**part
        received = _part(case.paid_out_share(one.year, life_years), part) * grown
        uncalled, nav = uncalled - called, grown + called - received
        yield PacedYear(year=one.year, called_yen=round(called), received_yen=round(received), nav_yen=round(nav))


def _part(share: float, part: float) -> float:
    return 1.0 if share >= 1 else 1 - (1 - share) ** part

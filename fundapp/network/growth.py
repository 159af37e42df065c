"""How many companies the association has, by the dated directory, against the number that it has set itself."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from math import floor

from pydantic import Field

from fundapp.basis.fact import Fact
from fundapp.network.member import Member

YEARS_BEFORE = 5
"""The chart begins so many years before the target, so that one sees how fast it grew."""
STEP_MONTHS = 3


class GrowthTarget(Fact):
    """From a day on, so many corporate members are wanted by another day."""

    since: date
    until: date
    wanted: int = Field(ge=1)


class MembersOn(Fact):
    """How many corporate members there are on a day."""

    on: date
    count: int


class Growth(Fact):
    """The count up to today and the way to the target."""

    target: GrowthTarget
    counted: tuple[MembersOn, ...]
    """The earliest first; the last one is today's, or of the target's last day once that is past."""
    at_first: int
    """Members on the day from which the target holds: there the straight way begins."""
    undated: int
    """Members without a day of joining: they count as if they had always been there."""

    def now(self) -> int:
        """Members on the last day counted."""
        return self.counted[-1].count

    def way_on(self, on: date) -> int | None:
        """Where the straight way stands on a day, in whole members; None before it begins and after it ends."""
        target = self.target
        if not target.since <= on <= target.until:
            return None
        gone = Fraction((on - target.since).days, (target.until - target.since).days)
        return floor(self.at_first + (target.wanted - self.at_first) * gone)

    def behind(self) -> int:
        """How many members are missing on the way; below 0 when it is ahead of it."""
        return (self.way_on(self.counted[-1].on) or 0) - self.now()


def target_of(targets: Iterable[GrowthTarget], on: date) -> GrowthTarget | None:
    """The target in force on a day: the latest that began; None before the first."""
    return max((one for one in targets if one.since <= on), key=lambda one: one.since, default=None)


def growth(members: Iterable[Member], target: GrowthTarget, today: date) -> Growth:
    """The corporate members quarter by quarter, from before the target until today."""
    companies = [one for one in members if one.member_class == "company"]
    last = min(today, target.until)
    came = sorted(one.joined_on or date.min for one in companies)
    went = sorted(one.left_on for one in companies if one.left_on is not None)

    def count(on: date) -> int:
        return bisect_right(came, on) - bisect_right(went, on)

    return Growth(
        target=target,
        counted=tuple(MembersOn(on=on, count=count(on)) for on in (*_quarters(target.since, last), last)),
        at_first=count(target.since),
        undated=sum(one.joined_on is None and one.belongs(last) for one in companies),
    )


def _quarters(since: date, last: date) -> Iterator[date]:
    """The first days of every third month from some years before `since` until the day before `last`."""
    month = (since.year - YEARS_BEFORE) * 12 + since.month - 1
    while (on := date(month // 12, month % 12 + 1, 1)) < last:
        yield on
        month += STEP_MONTHS

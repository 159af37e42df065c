"""What may come: the pacing model from where the fund stands, over what is signed, reserved and asked for. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from fundapp.basis.fact import Fact
from fundapp.basis.yen import Yen
from fundapp.committee.proposal import Proposal
from fundapp.fund.pacing import Ahead, PacingCase, paced
from fundapp.fund.terms import FundTerms
from fundapp.record.book import Book
from fundapp.record.call_plan import Need, call_plan
from fundapp.record.performance import PerformancePoint, PlannedPoint, performance, planned

WAITING = ("held", "decided")


class ForecastPoint(Fact):
    """The end of a year of the fund in one case."""

    on: date
    called_yen: Yen
    """In this year; of the year that has begun, from today on."""
    received_yen: Yen
    net_yen: Yen
    """What the partners received less what they paid, since the fund began."""
    nav_yen: Yen


class ForecastCase(Fact):
    """One case of the model, year by year."""

    case: PacingCase
    points: tuple[ForecastPoint, ...]

    @property
    def back_on(self) -> date | None:
        """The end of the first year in which the partners have received what they paid; None when they never have."""
        return next((one.on for one in self.points if one.net_yen >= 0), None)


class Forecast(Fact):
    """Where the partners stand today, what is known to be called, and the cases of what may come."""

    actual: tuple[PerformancePoint, ...]
    """As it was, until today."""
    calendar: tuple[PlannedPoint, ...]
    """By signed payments, the fee schedule, reservations and what is asked for: calls alone."""
    cases: tuple[ForecastCase, ...]

    @property
    def now(self) -> PerformancePoint:
        """Where the partners stand today."""
        return self.actual[-1]


def unsigned(book: Book) -> tuple[Need, ...]:
    """What is reserved and not signed yet, counted whole on the last day on which it may be signed."""
    return tuple(
        Need(kind="reserved", on=one.expires_on, amount_yen=one.amount_yen, company=one.company)
        for one in book.reservations.values()
        if one.state in WAITING
    )


def asked_today(book: Book, proposals: Iterable[Proposal], today: date) -> tuple[Need, ...]:
    """What the meeting under way has still to decide on, as if all of it were approved and reserved today."""
    assert book.terms is not None, "a meeting is a fund's"
    waiting = {
        item.proposal_id
        for meeting in book.meetings.values()
        if meeting.closed_at is None
        for item in book.items_of(meeting.id)
        if item.resolved is None
    }
    on = today + timedelta(days=book.terms.reservation_days)
    return tuple(
        Need(kind="asked", on=on, amount_yen=one.ask_yen, company=one.company.name)
        for one in proposals
        if one.id in waiting
    )


def forecast(book: Book, today: date, cases: Sequence[PacingCase], also: Sequence[Need] = ()) -> Forecast | None:
    """The cases from today to the end of the fund; None before it is established."""
    points = performance(book, today)
    if book.terms is None or not points:
        return None
    now = points[-1]
    calendar = planned(book, now, also)
    return Forecast(
        actual=points, calendar=calendar, cases=tuple(_case(book, book.terms, one, now, calendar) for one in cases)
    )


def _case(
    book: Book, terms: FundTerms, case: PacingCase, now: PerformancePoint, calendar: tuple[PlannedPoint, ...]
) -> ForecastCase:
    plan = call_plan(book, now.on, now.on)
    years = terms.years + case.extra_years
    first = terms.year_of(now.on)
    ahead = [_ahead(terms, year, now, calendar) for year in range(first, max(first, years) + 1)]
    net_yen, found = now.net_yen, []
    for one in paced(
        case,
        ahead,
        life_years=years,
        uncalled_yen=plan.uncalled_yen + plan.open_yen,
        nav_yen=max(0, now.nav_yen),
    ):
        net_yen += one.received_yen - one.called_yen
        found.append(
            ForecastPoint(
                on=terms.last_day_of(one.year),
                called_yen=one.called_yen,
                received_yen=one.received_yen,
                net_yen=net_yen,
                nav_yen=one.nav_yen,
            )
        )
    return ForecastCase(case=case, points=tuple(found))


def _ahead(terms: FundTerms, year: int, now: PerformancePoint, calendar: tuple[PlannedPoint, ...]) -> Ahead:
    """A year of the fund, or what is left of the one that has begun, with what the calendar calls in it."""
    before, last = terms.last_day_of(year - 1), terms.last_day_of(year)
    begins = max(before, now.on)
    part = Fraction(max(0, (last - begins).days), (last - before).days)
    # What is due today or overdue is still to be called in the year that has begun.
    starts_yen = now.net_yen if before <= now.on else _net_on(calendar, before, now)
    return Ahead(year=year, part=part, known_yen=starts_yen - _net_on(calendar, last, now))


def _net_on(calendar: tuple[PlannedPoint, ...], day: date, now: PerformancePoint) -> int:
    """The partners' net position by the calendar at the end of a day; before it begins, today's."""
    return next((one.net_yen for one in reversed(calendar) if one.on <= day), now.net_yen)

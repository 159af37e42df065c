"""Promised support: its state, the on-time rate, the order in which it is read."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from fundapp.basis.fact import Bilingual
from fundapp.followup.obligation import Kept, Obligation, Promise, SupportDone, by_company, kept, most_pressing_first

TODAY = date(2026, 7, 1)
DAY = timedelta(days=1)
WORKS, GAUGES = Bilingual(ja="工房", en="Works"), Bilingual(ja="計器", en="Gauges")


def obligation(need: str, due: date, given: date | None = None, company: Bilingual = WORKS) -> Obligation:
    return Obligation(
        deal_id="d",
        investment_id="i",
        company=company,
        promise=Promise(need_id=need, name="n", kind="M04", provider="p", deliverable="x", due=due),
        given=SupportDone(need_id=need, on=given) if given else None,
    )


@pytest.mark.parametrize(
    ("due", "given", "state"),
    [
        (TODAY - DAY, TODAY - DAY, "in_time"),
        (TODAY - DAY, TODAY, "late"),
        (TODAY - DAY, None, "overdue"),
        (TODAY, None, "open"),
        (TODAY + DAY, TODAY - DAY, "in_time"),
    ],
)
def test_a_promise_is_overdue_from_the_day_after_it_was_due(due, given, state):
    assert obligation("a", due, given).state(TODAY) == state


def test_what_came_late_and_what_never_came_are_measured_by_the_same_whole():
    found = [
        obligation("in time", TODAY - 3 * DAY, TODAY - 3 * DAY),
        obligation("late", TODAY - 3 * DAY, TODAY),
        obligation("never", TODAY - 3 * DAY),
        obligation("early, not due", TODAY + DAY, TODAY),
        obligation("open", TODAY),
    ]
    assert kept(found, TODAY) == Kept(in_time=1, due=3)
    assert kept(found, TODAY).share == Fraction(1, 3)
    assert kept([], TODAY).share is None


def test_what_is_overdue_comes_first_then_what_is_to_come_then_what_was_given():
    found = [
        obligation("in time", TODAY - 9 * DAY, TODAY - 9 * DAY),
        obligation("open", TODAY + DAY),
        obligation("late", TODAY - 9 * DAY, TODAY),
        obligation("overdue since yesterday", TODAY - DAY),
        obligation("overdue for long", TODAY - 5 * DAY),
    ]
    assert [one.promise.need_id for one in most_pressing_first(found, TODAY)] == [
        "overdue for long",
        "overdue since yesterday",
        "open",
        "late",
        "in time",
    ]


def test_each_company_is_counted_by_state_the_most_overdue_first():
    found = [
        obligation("a", TODAY - DAY, TODAY - DAY),
        obligation("b", TODAY + DAY),
        obligation("c", TODAY - DAY, company=GAUGES),
    ]
    first, second = by_company(found, TODAY)
    assert (first.company, first.counts) == (GAUGES, (("overdue", 1), ("open", 0), ("late", 0), ("in_time", 0)))
    assert (second.company, second.total, second.count("open")) == (WORKS, 2, 1)

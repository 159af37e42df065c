"""The partners' money day by day: the running sums are those of the books, and a long curve is told by month."""

from datetime import date, timedelta
from random import Random

from record.opening_life import lived

from fundapp.fund.figures import figures
from fundapp.fund.journal import balances
from fundapp.record.performance import FEW, PerformancePoint, by_month, performance


def test_every_day_s_point_is_what_the_books_say_of_that_day() -> None:
    life = lived(Random(7))
    points = performance(life.book, life.today)
    assert len(points) > 3
    for one in points:
        until = figures(life.book.terms, balances(entry for entry in life.book.entries if entry.effective <= one.on))
        told = (until.paid_in_yen, until.distributed_yen, until.cash_yen + until.fair_value_yen)
        assert (one.paid_in_yen, one.distributed_yen, one.nav_yen) == told, one.on


def point(day: date, yen: int) -> PerformancePoint:
    return PerformancePoint(on=day, paid_in_yen=yen, distributed_yen=0, nav_yen=yen)


def test_a_curve_of_many_days_is_told_by_the_last_day_of_each_month_and_a_short_one_whole() -> None:
    first = date(2026, 4, 1)
    days = [point(first + timedelta(days=n), n) for n in range(FEW + 1)]
    assert by_month(days[:FEW]) == tuple(days[:FEW])
    told = [one.on for one in by_month(days)]
    assert told == [date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 30)]

"""What the partners paid, received and still hold, day by day of the fund's life. Pure reading of a seen Book."""

from collections.abc import Iterable, Sequence
from datetime import date

from fundapp.basis.fact import Fact
from fundapp.basis.yen import Yen
from fundapp.fund.journal import BANK, DISTRIBUTED, INVESTMENT, PAID_IN_CAPITAL, RECEIVABLE, UNREALISED
from fundapp.record.book import Book
from fundapp.record.call_plan import Need, call_plan, open_calls
from fundapp.record.once import once

FEW = 120
"""Points that a curve shows one by one."""

_CAPITAL = (f"{PAID_IN_CAPITAL}:", f"{RECEIVABLE}:")
_PAID_OUT = f"{DISTRIBUTED}:"
_VALUE = (f"{INVESTMENT}:", f"{UNREALISED}:")


class PerformancePoint(Fact):
    """The partners' money at the end of one day, by effective dates."""

    on: date
    paid_in_yen: Yen
    distributed_yen: Yen
    nav_yen: Yen
    """Cash and fair value; what is called and not paid in does not count."""

    @property
    def net_yen(self) -> int:
        """What the partners received less what they paid."""
        return self.distributed_yen - self.paid_in_yen


class PlannedPoint(Fact):
    """What the partners will have received less what they paid, if all that is planned is called when it is due."""

    on: date
    net_yen: Yen


@once
def performance(book: Book, as_of: date) -> tuple[PerformancePoint, ...]:
    """One point for each day on which money moved or a value changed, and one for `as_of`.

    Ordered by effective date, so that what was entered late stands where it belongs.
    """
    paid_in_yen = distributed_yen = nav_yen = 0
    found: dict[date, tuple[int, int, int]] = {}
    for entry in sorted(book.entries, key=lambda one: (one.effective, one.recorded_seq)):
        if entry.effective > as_of:
            break
        if entry.book != "GL":
            continue
        for leg in entry.postings:
            if leg.account.startswith(_CAPITAL):
                paid_in_yen -= leg.amount_yen
            elif leg.account.startswith(_PAID_OUT):
                distributed_yen += leg.amount_yen
            elif leg.account == BANK or leg.account.startswith(_VALUE):
                nav_yen += leg.amount_yen
        found[entry.effective] = paid_in_yen, distributed_yen, nav_yen
    if book.terms is not None:
        found[as_of] = paid_in_yen, distributed_yen, nav_yen
    return tuple(
        PerformancePoint(on=on, paid_in_yen=paid_in, distributed_yen=distributed, nav_yen=nav)
        for on, (paid_in, distributed, nav) in found.items()
    )


def by_month(points: Sequence[PerformancePoint]) -> tuple[PerformancePoint, ...]:
    """The last point of each month, which is all that a curve of many years can show; few points stay as they are."""
    if len(points) <= FEW:
        return tuple(points)
    return tuple({(one.on.year, one.on.month): one for one in points}.values())


def planned(book: Book, now: PerformancePoint, also: Iterable[Need] = ()) -> tuple[PlannedPoint, ...]:
    """From today on: open calls come in when they are due, and what the cash does not cover is called on its day.

    `also` are payments besides those that are signed or scheduled. Exits are not guessed, so the line only falls.
    """
    plan = call_plan(book, now.on, date.max)
    cash_yen, net_yen, left_yen = plan.cash_yen, now.net_yen, plan.uncalled_yen
    moves = [(max(one.due, now.on), one.open_yen, 0) for one in open_calls(book)]
    moves += [(max(one.on, now.on), 0, one.amount_yen) for one in (*plan.needs, *also) if not one.stopped]
    found = [PlannedPoint(on=now.on, net_yen=net_yen)]
    for on, comes_yen, goes_yen in sorted(moves):
        called_yen = min(left_yen, max(0, goes_yen - cash_yen - comes_yen))
        cash_yen += comes_yen + called_yen - goes_yen
        left_yen -= called_yen
        if comes_yen + called_yen:
            net_yen -= comes_yen + called_yen
            found.append(PlannedPoint(on=on, net_yen=net_yen))
    return tuple(found)

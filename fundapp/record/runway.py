"""What the plan does to the fund's cash, day by day. Pure reading of a seen Book."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import Yen
from fundapp.record.book import Book
from fundapp.record.call_plan import Need, call_plan, open_calls


class CashStep(Fact):
    """A planned movement of cash and the cash after it; below zero when it is missing."""

    on: date
    kind: Literal["now", "call", "tranche", "fee", "reserved", "asked"]
    change_yen: Yen
    cash_yen: Yen
    company: Bilingual | None = None
    number: int = 0
    what: Text = ""


def cash_ahead(book: Book, today: date, also: Iterable[Need] = ()) -> tuple[CashStep, ...]:
    """From today's cash over open calls, planned payments that are not stopped, and the fee schedule, by day.

    What is overdue counts today. Nothing is assumed that is not in the record, but the payments in `also`.
    """
    plan = call_plan(book, today, date.max)
    calls = [
        CashStep(on=max(one.due, today), kind="call", change_yen=one.open_yen, cash_yen=0, number=one.number)
        for one in open_calls(book)
    ]
    needs = [
        CashStep(
            on=max(one.on, today),
            kind=one.kind,
            change_yen=-one.amount_yen,
            cash_yen=0,
            company=one.company,
            number=one.number,
            what=one.what,
        )
        for one in (*plan.needs, *also)
        if not one.stopped
    ]
    cash_yen = plan.cash_yen
    found = [CashStep(on=today, kind="now", change_yen=0, cash_yen=cash_yen)]
    for step in sorted((*calls, *needs), key=lambda one: (one.on, -one.change_yen)):
        cash_yen += step.change_yen
        found.append(step.model_copy(update={"cash_yen": cash_yen}))
    return tuple(found)

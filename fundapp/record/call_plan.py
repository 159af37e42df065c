"""What the next capital call has to bring: planned payments and fees, less what is there and on its way. Pure."""

from datetime import date, timedelta
from typing import Literal

from fundapp.basis.business_days import business_days_after
from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import Yen
from fundapp.fund.journal import BANK, paid_in
from fundapp.fund.limits import uncalled_yen
from fundapp.fund.partners import PartnerPart, split
from fundapp.record.book import Book
from fundapp.record.money import CallPart, CapitalCall
from fundapp.record.once import once

HORIZON = timedelta(days=180)
"""How far a call looks ahead unless another day is chosen."""


class Need(Fact):
    """One payment to come: a tranche of a company, a fee of the schedule, or what is reserved or asked for."""

    kind: Literal["tranche", "fee", "reserved", "asked"]
    on: date
    amount_yen: Yen
    company: Bilingual | None = None
    number: int = 0
    what: Text = ""
    stopped: bool = False
    """A payment that is stopped is shown and not called for."""


class CallPlan(Fact):
    """Needs until a day, and the call that covers them."""

    until: date
    needs: tuple[Need, ...]
    cash_yen: Yen
    open_yen: Yen
    """Called and not paid in yet."""
    uncalled_yen: Yen
    due: date
    """The earliest due day after today's notice."""

    @property
    def for_tranches_yen(self) -> int:
        """What companies are to be paid."""
        return sum(one.amount_yen for one in self.needs if one.kind == "tranche" and not one.stopped)

    @property
    def for_fees_yen(self) -> int:
        """What the schedule names."""
        return sum(one.amount_yen for one in self.needs if one.kind == "fee")

    @property
    def short_yen(self) -> int:
        """What is missing; zero when there is enough."""
        return max(0, self.for_tranches_yen + self.for_fees_yen - self.cash_yen - self.open_yen)

    @property
    def call_yen(self) -> int:
        """What can be called of it."""
        return min(self.short_yen, self.uncalled_yen)

    @property
    def call_for_fees_yen(self) -> int:
        """What of the call pays fees: those that the cash does not cover first."""
        return min(self.call_yen, max(0, self.for_fees_yen - self.cash_yen - self.open_yen))


def call_plan(book: Book, today: date, until: date) -> CallPlan:
    """The needs that fall due until a day, with that day in it; what is overdue counts too."""
    assert book.terms is not None, "who calls capital has a fund"
    tranches = [
        Need(
            kind="tranche",
            on=tranche.due,
            amount_yen=tranche.amount_yen,
            company=one.company,
            number=tranche.number,
            stopped=tranche.frozen_on is not None,
        )
        for one in book.investments.values()
        for tranche in one.tranches
        if tranche.drawn_on is None and tranche.cancelled_on is None and tranche.due <= until
    ]
    fees = [
        Need(kind="fee", on=one.due, amount_yen=one.amount_yen, what=one.what)
        for one in book.fee_schedule
        if one.fee_id not in book.fees and one.due <= until
    ]
    return CallPlan(
        until=until,
        needs=tuple(sorted((*tranches, *fees), key=lambda one: (one.on, one.kind, one.number))),
        cash_yen=book.balances.get(BANK, 0),
        open_yen=sum(one.open_yen for one in open_calls(book)),
        uncalled_yen=uncalled_yen(book.balances),
        due=business_days_after(today, book.terms.call_notice_days),
    )


@once
def open_calls(book: Book) -> tuple[CapitalCall, ...]:
    """The calls that have not come in whole, in the order of the record."""
    return tuple(one for one in book.calls.values() if one.open_yen)


def called_so_far(book: Book) -> tuple[int, ...]:
    """What each partner has been called for and was not given back, in the order of the terms."""
    assert book.terms is not None, "partners are named in the terms"
    return tuple(-book.balances.get(paid_in(n), 0) for n in range(1, len(book.terms.partners) + 1))


def parts_of_call(book: Book, amount_yen: int) -> tuple[PartnerPart, ...]:
    """What a call of this amount would ask of each partner."""
    assert book.terms is not None, "partners are named in the terms"
    return split(book.terms, amount_yen, called_so_far(book))


def late_parts(call: CapitalCall, today: date) -> tuple[CallPart, ...]:
    """The parts that were due and have not come in whole."""
    return tuple(one for one in call.parts if one.open_yen) if call.due < today else ()

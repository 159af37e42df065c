"""The page of fees and reserves: how far they go, what is planned, and how long the cash lasts."""

from collections.abc import Sequence

from fundapp.charts.runway import RunwayStep, runway, runway_rows, runway_title
from fundapp.documents.said import said
from fundapp.fund.journal import FEE_RESERVE, FEE_SPENT
from fundapp.record.book import Book
from fundapp.record.call_plan import Need
from fundapp.record.events import PlannedFee
from fundapp.record.runway import CashStep, cash_ahead
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.fund.balance import described
from fundapp.ui.fund.fields import Money


def waiting(book: Book) -> tuple[PlannedFee, ...]:
    """The fees of the schedule that are not paid yet, the next first."""
    return tuple(sorted((one for one in book.fee_schedule if one.fee_id not in book.fees), key=lambda one: one.due))


def title(money: Money) -> str:
    """How much is left for fees, and which comes next."""
    left_yen = money.book.balances.get(FEE_RESERVE, 0)
    whole_yen = left_yen + money.book.balances.get(FEE_SPENT, 0)
    left = _("Of {whole} for fees, {left} is left").format(
        whole=yen(whole_yen, "million"), left=yen(left_yen, "million")
    )
    planned = waiting(money.book)
    if not planned:
        return left
    first = planned[0]
    return _("{left}; {amount} is due on {day}").format(
        left=left, amount=yen(first.amount_yen, "million"), day=day(first.due)
    )


def show_runway(money: Money, also: Sequence[Need] = ()) -> None:
    """How long the cash lasts for what is promised and planned, and for the payments in `also`."""
    steps = tuple(_drawn(one) for one in cash_ahead(money.book, money.today, also))
    finding, rows = runway_title(steps), runway_rows(steps)
    components.chart(
        runway(steps, dark=components.is_dark()),
        finding=finding,
        about=described(finding, rows),
        rows=components.named(rows),
        key="runway",
    )


def _drawn(one: CashStep) -> RunwayStep:
    company = said(one.company) if one.company else ""
    what = {
        "now": _("Cash today"),
        "call": _("Capital call no. {number} comes in").format(number=one.number),
        "tranche": _("{company}, tranche {number}").format(company=company, number=one.number),
        "reserved": _("{company}, reserved and not signed yet").format(company=company),
        "asked": _("{company}, if it is approved").format(company=company),
        "fee": one.what,
    }[one.kind]
    return RunwayStep(on=one.on, what=what, change_yen=one.change_yen, cash_yen=one.cash_yen)


def show_fees(money: Money) -> None:
    """What is planned and what was paid."""
    planned = waiting(money.book)
    if planned:
        finding = ngettext("{n} fee is planned", "{n} fees are planned", len(planned))
    else:
        finding = _("No fee is planned; a schedule lets the next call count on it")
    components.section(finding)
    paid = sorted(money.book.fees.values(), key=lambda one: one.on, reverse=True)
    shown = components.newest(paid, ngettext("Show all {n} paid fee", "Show all {n} paid fees", len(paid)), "fees")
    rows = [
        {_("Due"): one.due.isoformat(), _("What for"): one.what, _("Amount (yen)"): one.amount_yen, _("Paid on"): ""}
        for one in planned
    ] + [
        {
            _("Due"): "",
            _("What for"): one.what,
            _("Amount (yen)"): one.amount_yen - one.refunded_yen,
            _("Paid on"): one.on.isoformat(),
        }
        for one in shown
    ]
    if rows:
        components.table(rows, about=finding, key="fees")

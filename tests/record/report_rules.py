"""What must hold of the report of any day of any life of a fund's money."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from fundapp.fund.journal import balances, total
from fundapp.record.as_of import closing_of, on_day
from fundapp.record.book import Book
from fundapp.record.fund_report import fund_report, quarter_before
from fundapp.record.reported import Basis, FundReport


def report_on(book: Book, day: date) -> FundReport:
    basis = Basis(on=day, seq=book.seq, hash="h", at=datetime(2026, 1, 1, tzinfo=UTC), final=False)
    return fund_report(on_day(book, day), basis)


def with_year_from(book: Book, first_day: date) -> Book:
    """The same life in a fund whose years begin on another day."""
    assert book.terms is not None
    return replace(book, terms=book.terms.model_copy(update={"first_day": first_day}))


def moved_since(then: Book, now: Book, day: date) -> tuple[str, ...]:
    """What a report of `day` tells otherwise than it did, although nothing was dated on the day or before it since.

    In a closed period the figures stand also when a slip of it is reversed later. The period that an opening closed is
    open again once the opening is taken back.
    """
    if set(then.closed) - set(now.closed):
        return ()
    told, tells = (report_on(one, day).model_dump(exclude={"basis"}) for one in (then, now))
    if closing_of(then, day) is not None:
        figures = ("sheet", "quarter", "this_year", "cash_quarter", "cash_year", "moves", "trend")
    elif _dated(then, day) == _dated(now, day):
        figures = tuple(told)
    else:
        figures = ()
    return tuple(name for name in figures if told[name] != tells[name])


def _dated(book: Book, day: date) -> tuple[object, ...]:
    valued = [
        valuation.id for one in book.investments.values() for valuation in one.valuations if valuation.as_of <= day
    ]
    at = on_day(book, day)
    given = [one.support_given for one in at.investments.values()]
    return at.entries, valued, given, sorted(of for of in book.reversals if of in at.posted)


def _told_in_lists(at: Book, report: FundReport) -> dict[str, int]:
    """What calls, distributions, fees and companies add up to, one by one."""
    parts = [part for one in report.calls for part in one.parts]
    return {
        "paid in": sum(part.paid_yen - part.refunded_yen for part in parts),
        "open": sum(part.open_yen for part in parts),
        "distributed": sum(one.amount_yen for one in report.distributions),
        "fees": sum(one.amount_yen - one.refunded_yen for one in report.fees),
        "held": sum(one.held_yen() for one in at.investments.values()),
        "lost": sum(one.lost_yen for one in report.companies),
        "proceeds": sum(one.proceeds_yen for one in report.companies),
    }


def _held_by_books(held: dict[str, int]) -> dict[str, int]:
    receivable_yen = total(held, "GL:Receivable")
    back_yen = sum(held.get(one, 0) for one in ("CAP:Returned", "CAP:PaidOut", "LIM:Used:recycling:"))
    return {
        "paid in": -total(held, "GL:PaidInCapital") - receivable_yen,
        "open": receivable_yen,
        "distributed": total(held, "GL:Distributed"),
        "fees": held.get("GL:Fees", 0),
        "held": total(held, "CAP:Deployed"),
        "lost": total(held, "CAP:Lost"),
        "proceeds": back_yen - total(held, "GL:RealisedResult"),
    }


def broken_rules(book: Book, day: date) -> tuple[str, ...]:
    """Names of the rules that the report of a day breaks."""
    at = on_day(book, day)
    report = report_on(book, day)
    held = balances(at.entries)
    sheet, year = report.sheet, report.this_year
    years, quarters = ([getattr(one, name) for one in report.partners] for name in ("year", "quarter"))
    moves = [one.move for one in report.moves]
    start_of_year = year.since - timedelta(days=1) if report.sheet_before else None
    before_quarter = report_on(book, quarter_before(day)) if quarter_before(day) >= report.first_day else None
    before_year = report_on(book, start_of_year) if start_of_year else None
    rules = {
        "sheet_balances": sheet.assets_yen == sheet.net_assets_yen,
        "sheet_before_balances": report.sheet_before is None
        or report.sheet_before.assets_yen == report.sheet_before.net_assets_yen,
        "assets_are_the_ledger_s": (sheet.cost_yen, sheet.unrealised_yen, sheet.cash_yen)
        == (total(held, "GL:Investment"), total(held, "GL:Unrealised"), held.get("GL:Bank", 0)),
        "capital_is_the_ledger_s": (sheet.paid_in_yen, sheet.distributed_yen, sheet.receivable_yen)
        == (
            -total(held, "GL:PaidInCapital") - total(held, "GL:Receivable"),
            total(held, "GL:Distributed"),
            total(held, "GL:Receivable"),
        ),
        "profit_from_start_is_the_ledger_s": report.from_start.result_yen
        == -sum(total(held, one) for one in ("GL:UnrealisedResult", "GL:RealisedResult", "GL:WrittenOff"))
        - held.get("GL:Fees", 0),
        "retained_and_year_are_all_profit": sheet.retained_yen + sheet.result_yen == report.from_start.result_yen,
        "profit_of_the_year_is_the_sheet_s": year.result_yen == sheet.result_yen,
        "equity_is_net_assets": sum(one.closing_yen for one in years) == sheet.net_assets_yen,
        "quarter_ends_where_the_year_does": [one.closing_yen for one in quarters] == [one.closing_yen for one in years],
        "partners_share_the_profit": sum(one.result_yen for one in years) == year.result_yen,
        "partners_share_the_quarter": sum(one.result_yen for one in quarters) == report.quarter.result_yen,
        "each_partner_s_capital_is_the_ledger_s": [one.paid_in_total_yen for one in years]
        == [
            -held.get(f"GL:PaidInCapital:{n}", 0) - held.get(f"GL:Receivable:{n}", 0) for n in range(1, len(years) + 1)
        ],
        "year_begins_where_the_last_ended": before_year is None
        or [one.opening_yen for one in years[: len(before_year.partners)]]
        == [one.year.closing_yen for one in before_year.partners],
        "quarter_begins_where_the_last_ended": before_quarter is None
        or sum(one.opening_yen for one in quarters) == before_quarter.sheet.net_assets_yen,
        "lists_are_the_ledger_s": _told_in_lists(at, report) == _held_by_books(held),
        "cost_rolls_forward": all(
            one.opening_yen + one.bought_yen - one.sold_yen - one.refunded_yen - one.written_off_yen == one.closing_yen
            for one in moves
        ),
        "schedule_is_the_ledger": {
            one.deal_id: (one.closing_yen, one.fair_value_yen) for one in moves if one.closing_yen
        }
        == {
            deal: (yen, yen + held.get(f"GL:Unrealised:{deal}", 0))
            for account, yen in held.items()
            if account.startswith("GL:Investment:")
            for deal in [account.removeprefix("GL:Investment:")]
        },
        "proceeds_agree": sum(one.proceeds_yen for one in moves) == year.sold_for_yen + year.income_yen,
        "cash_adds_up": all(
            sum(yen for name, yen in one if name != "closing_yen") == one.closing_yen
            for one in (report.cash_quarter, report.cash_year, report.cash_from_start)
        ),
        "companies_are_the_schedule": {one.deal_id: one.fair_value_yen for one in report.companies if one.cost_yen}
        == {one.deal_id: one.fair_value_yen for one in moves if one.closing_yen},
        "trend_ends_with_the_day": report.trend[-1].sheet == sheet,
        "size_is_what_is_committed": sum(one.commitment_yen for one in years) == -held.get("CAP:LPCommitment", 0),
    }
    return tuple(name for name, held_ in rules.items() if not held_)

"""The export's tables of partners, fees and of what the fund holds. Pure reading of the Book."""

from collections.abc import Iterator

from fundapp.record.book import Book
from fundapp.record.out_table import OutTable, out_table


def partner_tables(book: Book) -> Iterator[OutTable]:
    """Calls, what became of each partner's part, distributions, fees, closed periods."""
    calls = book.calls.values()
    yield out_table(
        "record/capital_calls",
        "call_id number amount_yen for_fees_yen called_on due paid_yen",
        ((one.id, one.number, one.amount_yen, one.for_fees_yen, one.called_on, one.due, one.paid_yen) for one in calls),
    )
    yield out_table(
        "record/capital_call_parts",
        "call_id partner amount_yen paid_yen short_yen refunded_yen",
        (
            (one.id, part.partner, part.amount_yen, part.paid_yen, part.short_yen, part.refunded_yen)
            for one in calls
            for part in one.parts
        ),
    )
    paid_out = book.distributions.values()
    yield out_table(
        "record/distributions",
        "distribution_id number on amount_yen of_capital_yen what",
        ((one.id, one.number, one.on, one.amount_yen, one.of_capital_yen, one.what) for one in paid_out),
    )
    yield out_table(
        "record/distribution_parts",
        "distribution_id partner amount_yen",
        ((one.id, part.partner, part.amount_yen) for one in paid_out for part in one.parts),
    )
    yield out_table(
        "record/fees",
        "fee_id on amount_yen refunded_yen what",
        ((one.id, one.on, one.amount_yen, one.refunded_yen, one.what) for one in book.fees.values()),
    )
    yield out_table(
        "record/fee_schedule",
        "fee_id due amount_yen what",
        ((one.fee_id, one.due, one.amount_yen, one.what) for one in book.fee_schedule),
    )
    yield out_table("record/closed_periods", "recorded_seq until", book.closed)


def held_tables(book: Book) -> Iterator[OutTable]:
    """Valuations in force with their inputs, and exits."""
    held = book.investments.values()
    valued = [(one.id, valuation) for one in held for valuation in one.valuations]
    yield out_table(
        "record/valuations",
        "investment_id valuation_id as_of fair_value_yen method reasoning proposed_by approved_by",
        (
            (
                *(of, one.id, one.as_of, one.fair_value_yen, one.method),
                *(book.words_of(one.reasoning), one.proposed_by, one.approved_by),
            )
            for of, one in valued
        ),
    )
    yield out_table(
        "record/valuation_inputs",
        "valuation_id name value",
        ((one.id, given.name, given.value) for _of, one in valued for given in one.inputs),
    )
    yield out_table(
        "record/exits",
        "investment_id exit_id kind on cost_yen proceeds_yen shares",
        (
            (one.id, sold.id, sold.kind, sold.on, sold.cost_yen, sold.proceeds_yen, sold.shares)
            for one in held
            for sold in one.exits
        ),
    )

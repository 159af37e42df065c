"""A running fund's tables as a workbook: filled from a fund, or empty for one to be filled in, in either language."""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import quote_sheetname, xl_col_to_name  # type: ignore[import-untyped]

from fundapp.fund.opening import PARTS, Opening, Part
from fundapp.fund.terms import FundTerms
from fundapp.record.opening_words import NEEDED
from fundapp.text.catalogue import _
from fundapp.text.network_words import word, words
from fundapp.text.terms import TERMS, term

Cell = str | int | date | Fraction | None
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written as the file's time of making, so that the same fund gives the same bytes."""
_LISTS: dict[tuple[Part, str], str] = {
    ("positions", "instrument"): "instrument",
    ("positions", "stage"): "stage",
    ("positions", "method"): "valuation_method",
    ("flows", "method"): "valuation_method",
    ("flows", "kind"): "opening_kind",
    ("balances", "item"): "opening_item",
}
"""Columns whose cells are chosen from a list."""
_ROWS = 500
"""Rows of an empty table in which the lists are offered."""


def opening_book(terms: FundTerms, opening: Opening | None = None) -> bytes:
    """The workbook in the language spoken now. An empty one names the partners and the balances to be told."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _MADE})
        head = book.add_format({"bold": True, "bg_color": "#DDE7F0", "border": 1, "text_wrap": True, "valign": "top"})
        needed = book.add_format({"bold": True, "bg_color": "#F6E3C5", "border": 1, "text_wrap": True, "valign": "top"})
        formats = {
            "yen": book.add_format({"num_format": "#,##0"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "text": book.add_format({"num_format": "@"}),
            "share": book.add_format({"num_format": "0.0000%"}),
        }
        for part in PARTS:
            sheet = book.add_worksheet(word("opening_part", part))
            roles = words(f"opening_{part}")
            for at, (role, name) in enumerate(roles.items()):
                sheet.write_string(0, at, name, needed if role in NEEDED[part] else head)
                sheet.set_column(at, at, 18)
                _offer(sheet, part, role, at)
            sheet.freeze_panes(1, 0)
            for row, cells in enumerate(_rows(part, terms, opening), 1):
                for at, cell in enumerate(cells):
                    _write(sheet, row, at, cell, formats)
        _explain(book.add_worksheet(_("How to fill in")), book.add_format({"text_wrap": True, "valign": "top"}))
    return out.getvalue()


def _offer(sheet: xlsxwriter.worksheet.Worksheet, part: Part, role: str, at: int) -> None:
    """The words of a column to choose from, as the last sheet lists them; another word is warned of and kept."""
    kind = _LISTS.get((part, role))
    if kind is None:
        return
    column = xl_col_to_name(_column(kind), col_abs=True)
    sheet_of_words = quote_sheetname(_("How to fill in"))
    source = f"={sheet_of_words}!{column}$1:{column}${len(_choices(kind))}"
    sheet.data_validation(1, at, _ROWS, at, {"validate": "list", "source": source, "error_type": "warning"})


def _column(kind: str) -> int:
    """Where the last sheet lists the words of this kind: beside the sentences."""
    return 2 + sorted(set(_LISTS.values())).index(kind)


def _choices(kind: str) -> list[str]:
    return [term(kind, code) for code in TERMS[kind]] if kind in TERMS else list(words(kind).values())


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    at: int,
    cell: Cell,
    formats: dict[str, xlsxwriter.format.Format],
) -> None:
    match cell:
        case None | "":
            return
        case int():
            sheet.write_number(row, at, cell, formats["yen"])
        case Fraction():
            # As text: a float would lose an exact third.
            sheet.write_string(row, at, str(cell), formats["text"])
        case date():
            sheet.write_datetime(row, at, datetime(cell.year, cell.month, cell.day), formats["day"])
        case _:
            sheet.write_string(row, at, cell, formats["text"])


def _rows(part: Part, terms: FundTerms, opening: Opening | None) -> Iterator[tuple[Cell, ...]]:
    if opening is None:
        yield from _empty(part, terms)
        return
    match part:
        case "positions":
            yield from _positions(opening)
        case "tranches":
            for tranche in opening.tranches:
                amounts = (tranche.committed_yen, tranche.drawn_yen, tranche.undrawn_yen)
                more = (tranche.due, tranche.milestone, tranche.stopped_on, tranche.shares)
                yield tranche.deal, tranche.number, *amounts, *more
        case "flows":
            yield from _flows(terms, opening)
        case "partners":
            for one in opening.partners:
                name = terms.partners[one.partner - 1].name
                yield name, one.committed_yen, one.called_yen, one.paid_in_yen, one.distributed_yen
        case "balances":
            told = opening.balances
            figures: tuple[tuple[str, Cell], ...] = (
                ("as_of", told.as_of),
                ("fund_size", told.fund_size_yen),
                ("cash", told.cash_yen),
                ("cost_reserve", told.cost_reserve_yen),
            )
            yield from ((word("opening_item", item), figure) for item, figure in figures)
            for left in told.follow_on:
                yield word("opening_item", "follow_on"), left.amount_yen, left.company_id


def _empty(part: Part, terms: FundTerms) -> Iterator[tuple[Cell, ...]]:
    """What is known of any fund: its partners, and which balances are asked for."""
    if part == "partners":
        yield from ((one.name,) for one in terms.partners)
    elif part == "balances":
        yield from ((name,) for name in words("opening_item").values())


def _positions(opening: Opening) -> Iterator[tuple[Cell, ...]]:
    for one in opening.positions:
        yield (
            *(one.deal, one.company.ja, one.company.en, one.company_id, one.sector),
            term("stage", "early" if one.early_stage else "growth"),
            *(term("instrument", one.instrument), one.resolved_on, one.signed_on, one.cost_yen, one.fair_value_yen),
            *(one.valued_on, term("valuation_method", one.method) if one.method else ""),
            *(one.ownership, one.voting_share),
        )


def _flows(terms: FundTerms, opening: Opening) -> Iterator[tuple[Cell, ...]]:
    for one in opening.flows:
        yield (
            *(one.on, word("opening_kind", one.kind), one.amount_yen, one.deal, one.tranche or None),
            *(terms.partners[one.partner - 1].name if one.partner else "", one.ref, one.part_yen or None, one.due),
            *(one.what, term("valuation_method", one.method) if one.method else "", one.shares),
        )


def _explain(sheet: xlsxwriter.worksheet.Worksheet, wrapped: xlsxwriter.format.Format) -> None:
    sheet.set_column(0, 0, 100, wrapped)
    for row, line in enumerate(guidance()):
        sheet.write_string(row, 0, line)
    for kind in set(_LISTS.values()):
        sheet.write_column(0, _column(kind), _choices(kind))


def guidance() -> tuple[str, ...]:
    """How the tables are filled in, sentence by sentence."""
    return (
        _("Columns with a sand-coloured head are needed; the others may stay empty. Amounts are whole yen above zero."),
        _("Positions: one row for each agreement. The deal no. is your own and connects the tables."),
        _("Tranches: one row for each payment, wholly paid or not paid. A payment made in part is two rows."),
        _("Movements: every movement since the first day, in any order: calls and payments, fees, tranches, exits."),
        _("A call or distribution without a partner is shared out as the agreement says."),
        _("“Of it”: at an exit the cost that left, at a distribution the invested capital, at a call what pays fees."),
        _("A valuation's amount is the fair value on that day. Without movements, name the day beside the position."),
        _("Partners' accounts: what each has committed, was called for, paid in and received until the day."),
        _("Balances: the day, the fund's size, the bank account, and what is set aside. The day must be over."),
        _("Everything must agree to the yen. One yen apart is refused, with the row to look at."),
    )

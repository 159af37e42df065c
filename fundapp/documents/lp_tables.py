"""The tables of the report to a limited partner: use of the fund, calls, distributions, companies, returns, fees."""

from collections.abc import Iterable
from fractions import Fraction

from fundapp.charts.look import LIGHT
from fundapp.documents.blocks import BarPart, BarRow, Bars
from fundapp.documents.figure_table import FigureTable, Value, text_column, yen_column
from fundapp.documents.portfolio_tables import stage_name
from fundapp.documents.report_words import BECAME, multiple_text, rate_text
from fundapp.documents.said import NOTHING, listed, said
from fundapp.fund.returns import Returns
from fundapp.record.reported import FundReport, ReportedCompany, ReportedPartner
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import percent, yen
from fundapp.text.terms import term

PALE = "#a9c6da"
_WHOLE = 1000


def use_rows(report: FundReport) -> tuple[tuple[str, int], ...]:
    """Where the fund's size has gone, down to what can still be invested."""
    now = report.figures
    return (
        (_("Fees and costs spent"), now.fees_spent_yen),
        (_("Set aside for fees and costs"), now.cost_reserve_yen),
        (_("Follow-on reserve"), now.follow_on_reserve_yen),
        (_("Reserved by resolution"), now.reserved_yen),
        (_("Committed, not yet paid"), now.undrawn_yen),
        (_("Committed and paid"), now.drawn_yen),
        (_("Came back from exits"), now.returned_yen),
        (_("Written off"), now.lost_yen),
        (_("Investable balance"), now.investable_yen),
    )


def use_bars(report: FundReport) -> Bars:
    """The fund's size as a waterfall: each bar begins where the one above it ends."""
    size_yen, so_far_yen = report.figures.fund_size_yen, 0
    used = [(name, amount_yen) for name, amount_yen in use_rows(report) if amount_yen]
    rows = []
    for name, amount_yen in used:
        before_yen, so_far_yen = so_far_yen, so_far_yen + amount_yen
        told = _("{amount}, {share}").format(amount=yen(amount_yen), share=percent(Fraction(amount_yen, size_yen)))
        part = BarPart(
            from_milli=_milli(before_yen, size_yen), to_milli=_milli(so_far_yen, size_yen), colour=LIGHT.accent
        )
        rows.append(BarRow(label=name, value=told, parts=(part,)))
    alt = _("Of the fund's size of {size}: {parts}").format(
        size=yen(size_yen), parts=listed([f"{name} {yen(amount_yen)}" for name, amount_yen in used])
    )
    return Bars(alt=alt, key=(), rows=tuple(rows))


def value_bars(report: FundReport) -> Bars | None:
    """What each company that is held cost and is worth, one bar above the other; None while none is held."""
    held = [one for one in report.companies if one.cost_yen]
    most_yen = max((max(one.cost_yen, one.fair_value_yen) for one in held), default=0)
    if not most_yen:
        return None
    cost, worth = pgettext("holding", "Cost"), _("Fair value")
    rows = []
    for one in held:
        for label, name, amount_yen, colour in (
            (said(one.company), cost, one.cost_yen, PALE),
            ("", worth, one.fair_value_yen, LIGHT.accent),
        ):
            part = BarPart(from_milli=0, to_milli=_milli(amount_yen, most_yen), colour=colour)
            told = _("{name} {amount}").format(name=name, amount=yen(amount_yen, "million"))
            rows.append(BarRow(label=label, value=told, parts=(part,)))
    alt = listed(
        [f"{said(one.company)}: {cost} {yen(one.cost_yen)}, {worth} {yen(one.fair_value_yen)}" for one in held]
    )
    return Bars(alt=alt, key=((PALE, cost), (LIGHT.accent, worth)), rows=tuple(rows))


def _milli(amount_yen: int, most_yen: int) -> int:
    return max(0, min(_WHOLE, amount_yen * _WHOLE // most_yen))


def returns_table(report: FundReport, partner: ReportedPartner) -> FigureTable:
    """The partner's own and the fund's net figures beside the gross ones of the investments."""
    found: tuple[Returns, ...] = (partner.net, report.net, report.gross)
    return FigureTable(
        name=_("Returns"),
        columns=(
            text_column(""),
            *(
                yen_column(head, 36)
                for head in (_("You, net of fees"), _("Fund, net of fees"), _("Investments, gross of fees"))
            ),
        ),
        rows=(
            (_("PIC: paid in to commitment"), *(multiple_text(one.pic) for one in found)),
            (_("DPI: distributed to paid in"), *(multiple_text(one.dpi) for one in found)),
            (_("RVPI: remaining value to paid in"), *(multiple_text(one.rvpi) for one in found)),
            (_("TVPI: total value to paid in (gross: MOIC)"), *(multiple_text(one.tvpi) for one in found)),
            (_("Annual rate (XIRR)"), *(rate_text(one.rate) for one in found)),
        ),
        strong=(3, 4),
    )


def calls_table(report: FundReport, partner: int) -> FigureTable:
    """Every capital call with the partner's own part of it."""
    rows: list[tuple[Value, ...]] = []
    for one in report.calls:
        part = one.part(partner)
        own = (part.amount_yen, part.paid_yen, part.open_yen) if part else (0, 0, 0)
        days = (one.called_on.isoformat(), one.due.isoformat())
        rows.append((str(one.number), *days, one.amount_yen, one.for_fees_yen, *own))
    return FigureTable(
        name=_("Capital calls"),
        columns=(
            text_column(_("No."), 17),
            text_column(_("Date of notice")),
            text_column(_("Due")),
            yen_column(_("All partners (yen)"), 16),
            yen_column(_("of it for fees (yen)"), 16),
            yen_column(_("Your part (yen)"), 16),
            yen_column(_("Paid by you (yen)"), 16),
            yen_column(_("Open (yen)"), 16),
        ),
        rows=(*rows, (_("Together"), "", "", *_sums(rows, 3))),
        total_rows=1,
        dense=True,
    )


def payouts_table(report: FundReport, partner: int) -> FigureTable:
    """Every distribution with the partner's own part of it."""
    rows: list[tuple[Value, ...]] = []
    for one in report.distributions:
        own_yen = sum(part.amount_yen for part in one.parts if part.partner == partner)
        rows.append((str(one.number), one.on.isoformat(), one.what, one.amount_yen, one.of_capital_yen, own_yen))
    return FigureTable(
        name=_("Distributions"),
        columns=(
            text_column(_("No."), 17),
            text_column(_("Day"), 20),
            text_column(_("What for")),
            yen_column(_("All partners (yen)"), 16),
            yen_column(_("Of it invested capital (yen)"), 16),
            yen_column(_("Your part (yen)"), 16),
        ),
        rows=(*rows, (_("Together"), "", "", *_sums(rows, 3))),
        total_rows=1,
        dense=True,
    )


def _sums(rows: Iterable[tuple[Value, ...]], first: int) -> tuple[int, ...]:
    """The sums of the columns from `first` on; none without rows."""
    return tuple(
        sum(value for value in column if isinstance(value, int))
        for column in zip(*(row[first:] for row in rows), strict=True)
    )


def companies_table(report: FundReport) -> FigureTable:
    """The portfolio: cost, fair value, what came back, multiple and rate, and by which method it was valued."""
    rows: list[tuple[Value, ...]] = [
        (
            f"{said(one.company)}\n{listed([one.sector, stage_name(early=one.early_stage)])}",
            one.paid_yen,
            one.cost_yen,
            one.fair_value_yen,
            one.proceeds_yen,
            multiple_text(one.gross.tvpi),
            rate_text(one.gross.rate),
            _valued(one),
        )
        for one in report.companies
    ]
    paid, cost, worth, back = (sum(int(row[n] or 0) for row in rows) for n in range(1, 5))
    whole = (multiple_text(report.gross.tvpi), rate_text(report.gross.rate), "")
    return FigureTable(
        name=_("Portfolio"),
        columns=(
            text_column(_("Company")),
            yen_column(_("Paid (yen)"), 16),
            yen_column(pgettext("holding", "Cost (yen)"), 16),
            yen_column(_("Fair value (yen)"), 16),
            yen_column(_("Came back (yen)"), 16),
            yen_column(_("MOIC (times)"), 13),
            yen_column("XIRR", 13),
            text_column(_("Valued by"), 30),
        ),
        rows=(*rows, (_("Together"), paid, cost, worth, back, *whole)),
        total_rows=1,
        dense=True,
    )


def _valued(one: ReportedCompany) -> str:
    if not one.cost_yen:
        return NOTHING
    if one.method is None or one.valued_on is None:
        return _("at cost, not valued yet")
    return f"{term('valuation_method', one.method)}\n{one.valued_on.isoformat()}"


def became_table(report: FundReport) -> FigureTable:
    """What became of each company, and of the support that was promised to it."""
    return FigureTable(
        name=_("What became of them"),
        columns=(
            text_column(_("Company")),
            text_column(_("Instrument"), 24),
            text_column(_("Signed on"), 20),
            text_column(_("State"), 34),
            yen_column(_("Still to pay (yen)"), 16),
            yen_column(_("Written off (yen)"), 16),
            yen_column(_("Support given"), 16),
        ),
        rows=tuple(
            (
                said(one.company),
                term("instrument", one.instrument) if one.instrument else NOTHING,
                one.signed_on.isoformat(),
                _(BECAME[one.became]),
                one.unpaid_yen,
                one.lost_yen,
                _("{given} of {promised}").format(given=one.support_given, promised=one.support_promised),
            )
            for one in report.companies
        ),
        dense=True,
    )


def fees_table(report: FundReport) -> FigureTable:
    """The fees and costs of the year one by one, those of the years before as a sum."""
    began = report.this_year.since or report.first_day
    this_year = [one for one in report.fees if one.on >= began]
    paid_yen = report.from_start.fees_yen
    before_yen = paid_yen - report.this_year.fees_yen
    listed_yen = sum(one.amount_yen - one.refunded_yen for one in this_year)
    rows: list[tuple[Value, ...]] = [("", _("Years before"), before_yen)] if before_yen else []
    rows += [(one.on.isoformat(), one.what, one.amount_yen - one.refunded_yen) for one in this_year]
    other_yen = report.this_year.fees_yen - listed_yen
    if other_yen:
        rows.append(("", _("Refunds of fees of the years before, and corrections"), other_yen))
    return FigureTable(
        name=_("Fees and costs"),
        columns=(text_column(_("Day"), 40), text_column(_("What for")), yen_column(_("Amount (yen)"), 34)),
        rows=(*rows, (_("From the beginning"), "", paid_yen)),
        total_rows=1,
    )

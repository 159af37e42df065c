"""The statements of an investment limited partnership as tables: balance sheet, profit and loss, schedules, trend."""

from collections import Counter
from collections.abc import Callable, Sequence

from fundapp.documents.blocks import Column
from fundapp.documents.figure_table import FigureTable, Value, text_column, yen_column
from fundapp.documents.report_words import multiple_text, span
from fundapp.documents.said import said
from fundapp.fund.equity import PartnerEquity
from fundapp.fund.statements import BalanceSheet, CashMoves, Income
from fundapp.record.reported import FundReport, ReportedMove, ReportedPartner, TrendYear
from fundapp.text.catalogue import _, pgettext
from fundapp.text.terms import term

INDENT = "　"
_AMOUNT_WIDTH = 17


def balance_sheet_table(report: FundReport) -> FigureTable:
    """Assets, liabilities and the partners' capital, beside those of the end of the year before."""
    now, before = report.sheet, report.sheet_before

    def both(of: Callable[[BalanceSheet], int]) -> tuple[Value, Value]:
        return of(now), of(before) if before else None

    rows: list[tuple[Value, ...]] = [(_("Assets"), "", ""), (INDENT + _("Investments"), "", "")]
    rows += [(INDENT * 2 + name, cost, opening) for name, cost, opening in _by_instrument(report.moves)]
    rows += [
        (INDENT * 2 + _("Fair value above or below cost"), *both(lambda one: one.unrealised_yen)),
        (INDENT + _("Investments at fair value"), *both(lambda one: one.investments_yen)),
        (INDENT + _("Surplus funds: cash and deposits"), *both(lambda one: one.cash_yen)),
        (INDENT + _("Other assets"), 0, 0 if before else None),
        (_("Assets in all"), *both(lambda one: one.assets_yen)),
        (_("Liabilities"), "", ""),
        (INDENT + _("Current liabilities"), 0, 0 if before else None),
        (INDENT + _("Fixed liabilities"), 0, 0 if before else None),
        (_("Partners' capital (net assets)"), "", ""),
        (INDENT + _("Capital received"), *both(lambda one: one.paid_in_yen)),
        (INDENT + _("Profit brought forward"), *both(lambda one: one.retained_yen)),
        (INDENT + _("Profit of the year"), *both(lambda one: one.result_yen)),
        (INDENT + _("Distributed so far"), *both(lambda one: -one.distributed_yen)),
        (_("Partners' capital in all"), *both(lambda one: one.net_assets_yen)),
        (_("Liabilities and partners' capital in all"), *both(lambda one: one.net_assets_yen)),
    ]
    heads = (_("Assets"), _("Assets in all"), _("Liabilities"), _("Partners' capital (net assets)"))
    sums = (INDENT + _("Investments at fair value"), _("Partners' capital in all"))
    return FigureTable(
        name=_("Balance sheet"),
        columns=(
            text_column(""),
            yen_column(_("{day}\n(yen)").format(day=now.on.isoformat()), 38),
            yen_column(_("{day}\n(yen)").format(day=before.on.isoformat() if before else _("year before")), 38),
        ),
        rows=tuple(rows),
        strong=tuple(place for place, row in enumerate(rows) if row[0] in (*heads, *sums)),
        total_rows=1,
    )


def _by_instrument(moves: tuple[ReportedMove, ...]) -> list[tuple[str, int, int]]:
    """(kind of investment, cost at the end, cost at the beginning of the year)."""
    now, before = Counter[str](), Counter[str]()
    for one in moves:
        name = term("instrument", one.instrument) if one.instrument else _("other investments")
        now[name] += one.move.closing_yen
        before[name] += one.move.opening_yen
    found = [(name, now[name], before[name]) for name in sorted(now, key=lambda name: (-now[name], name))]
    return [one for one in found if one[1] or one[2]] or [(_("none"), 0, 0)]


def income_table(report: FundReport) -> FigureTable:
    """Profit and loss of the quarter, of the year, of the year before and from the beginning."""
    periods = (report.quarter, report.this_year, report.year_before, report.from_start)

    def each(of: Callable[[Income], int]) -> tuple[Value, ...]:
        return tuple(None if one is None else of(one) for one in periods)

    rows: tuple[tuple[Value, ...], ...] = (
        (_("Investment income"), *each(lambda one: one.sold_for_yen + one.income_yen)),
        (INDENT + _("Proceeds of exits"), *each(lambda one: one.sold_for_yen)),
        (INDENT + _("Dividends and income without cost"), *each(lambda one: one.income_yen)),
        (_("Cost of investments"), *each(lambda one: one.sold_cost_yen + one.written_off_yen)),
        (INDENT + _("Cost of what was sold"), *each(lambda one: one.sold_cost_yen)),
        (INDENT + _("Loss written off"), *each(lambda one: one.written_off_yen)),
        (_("Investment result"), *each(lambda one: one.investment_result_yen)),
        (_("Other results"), *each(lambda one: -one.fees_yen)),
        (INDENT + _("Other income"), *each(lambda _one: 0)),
        (INDENT + _("Other costs: fees and costs of the fund"), *each(lambda one: one.fees_yen)),
        (_("Profit before unrealised results"), *each(lambda one: one.before_unrealised_yen)),
        (_("Change of unrealised results"), *each(lambda one: one.unrealised_yen)),
        (INDENT + _("Unrealised at the end"), *each(lambda one: one.closing_unrealised_yen)),
        (INDENT + _("less unrealised at the beginning"), *each(lambda one: one.opening_unrealised_yen)),
        (_("Profit of the period"), *each(lambda one: one.result_yen)),
    )
    return FigureTable(
        name=_("Profit and loss"),
        columns=(text_column(_("yen")), *_period_columns(report, with_year_before=True)),
        rows=rows,
        strong=(0, 3, 6, 7, 10, 11),
        total_rows=1,
    )


def cash_table(report: FundReport) -> FigureTable:
    """What came into the bank account and left it."""
    periods = (report.cash_quarter, report.cash_year, report.cash_from_start)

    def each(of: Callable[[CashMoves], int]) -> tuple[Value, ...]:
        return tuple(map(of, periods))

    return FigureTable(
        name=_("Cash"),
        columns=(text_column(_("yen")), *_period_columns(report)),
        rows=(
            (_("Cash at the beginning"), *each(lambda one: one.opening_yen)),
            (INDENT + _("Paid in by the partners"), *each(lambda one: one.paid_in_yen)),
            (INDENT + _("Given back to the partners"), *each(lambda one: one.given_back_yen)),
            (INDENT + _("Paid to companies"), *each(lambda one: one.invested_yen)),
            (INDENT + _("Paid back by companies"), *each(lambda one: one.refunded_yen)),
            (INDENT + _("Exits and income"), *each(lambda one: one.proceeds_yen)),
            (INDENT + _("Fees and costs"), *each(lambda one: one.fees_yen)),
            (INDENT + _("Distributed to the partners"), *each(lambda one: one.distributed_yen)),
            (_("Cash at the end"), *each(lambda one: one.closing_yen)),
        ),
        strong=(0,),
        total_rows=1,
    )


def _period_columns(report: FundReport, *, with_year_before: bool = False) -> tuple[Column, ...]:
    quarter, year, before = report.quarter, report.this_year, report.year_before
    heads = [(_("Quarter"), span(quarter.since, quarter.until)), (_("Year of the fund"), span(year.since, year.until))]
    if with_year_before:
        heads.append((_("Year before"), span(before.since, before.until) if before else ""))
    columns = [f"{name}\n{days}" for name, days in heads]
    return tuple(yen_column(head, 28 if with_year_before else 32) for head in (*columns, _from_the_beginning(report)))


def schedule_table(report: FundReport) -> FigureTable:
    """The schedule of investments of the year: cost at the beginning, what came and went, cost and fair value."""
    rows = [
        (
            _what_is_held(one),
            one.move.opening_yen,
            one.move.bought_yen,
            -one.move.sold_yen - one.move.refunded_yen,
            -one.move.written_off_yen,
            one.move.closing_yen,
            one.move.unrealised_yen,
            one.move.fair_value_yen,
        )
        for one in report.moves
    ]
    return FigureTable(
        name=_("Schedule of investments"),
        columns=(
            text_column(_("Company, instrument, number")),
            *(
                yen_column(head, _AMOUNT_WIDTH)
                for head in (
                    _("Cost at the beginning (yen)"),
                    _("Bought (yen)"),
                    _("Sold or paid back (yen)"),
                    _("Written off (yen)"),
                    _("Cost at the end (yen)"),
                    _("Unrealised (yen)"),
                    _("Fair value (yen)"),
                )
            ),
        ),
        rows=(*rows, _summed(rows)),
        total_rows=1,
        dense=True,
    )


def _what_is_held(one: ReportedMove) -> str:
    """The company, and below it the instrument with the number of shares or units where they are counted."""
    kind = (term("instrument", one.instrument),) if one.instrument else ()
    number = (_("number: {count}").format(count=f"{one.shares:,}"),) if one.shares else ()
    below = _(", ").join((*kind, *number))
    return f"{said(one.company)}\n{below}" if below else said(one.company)


def equity_table(report: FundReport) -> FigureTable:
    """The schedule of partners' equity of the year."""
    rows: list[tuple[Value, ...]] = [(_partner(one), *_equity(one.year)) for one in report.partners]
    return FigureTable(
        name=_("Partners' equity"),
        columns=(
            text_column(_("Partner")),
            *(
                yen_column(head, _AMOUNT_WIDTH)
                for head in (
                    _("Commitment (yen)"),
                    _("Equity at the beginning (yen)"),
                    _("Contributions (yen)"),
                    _("Given back (yen)"),
                    _("Distributed (yen)"),
                    _("Profit (yen)"),
                    _("Equity at the end (yen)"),
                )
            ),
        ),
        rows=(*rows, _summed(rows)),
        total_rows=1,
        dense=True,
    )


def _partner(one: ReportedPartner) -> str:
    kind = _("General partner") if one.general else pgettext("role", "Limited partner")
    return f"{one.name}\n{kind}"


def _equity(of: PartnerEquity) -> tuple[int, ...]:
    return (
        *(of.commitment_yen, of.opening_yen, of.paid_yen, -of.given_back_yen),
        *(-of.distributed_yen, of.result_yen, of.closing_yen),
    )


def _summed(rows: Sequence[Sequence[Value]]) -> tuple[Value, ...]:
    """The last row: the sums of all columns but the first."""
    columns = list(zip(*rows, strict=True))[1:] if rows else [()] * 7
    return (_("Together"), *(sum(value for value in column if isinstance(value, int)) for column in columns))


def account_table(report: FundReport, partner: ReportedPartner) -> FigureTable:
    """One partner's capital account: from the opening over what moved to the closing equity."""
    periods = (partner.quarter, partner.year, partner.from_start)

    def each(of: Callable[[PartnerEquity], int]) -> tuple[Value, ...]:
        return tuple(map(of, periods))

    return FigureTable(
        name=_("Capital account"),
        columns=(text_column(_("yen")), *_period_columns(report)),
        rows=(
            (_("Equity at the beginning"), *each(lambda one: one.opening_yen)),
            (INDENT + _("Paid in by the partner"), *each(lambda one: one.paid_yen)),
            (INDENT + _("Given back to the partner"), *each(lambda one: -one.given_back_yen)),
            (INDENT + _("Distributed to the partner"), *each(lambda one: -one.distributed_yen)),
            (INDENT + _("Investment result"), *each(lambda one: one.investment_result_yen)),
            (INDENT + _("Fees and costs"), *each(lambda one: -one.fees_yen)),
            (INDENT + _("Change of unrealised results"), *each(lambda one: one.unrealised_yen)),
            (_("Equity at the end"), *each(lambda one: one.closing_yen)),
        ),
        strong=(0,),
        total_rows=1,
    )


def trend_table(report: FundReport) -> FigureTable:
    """The last three years of the fund side by side, and what they and the years before them come to."""
    years = report.trend

    def each(of: Callable[[TrendYear], int]) -> tuple[Value, ...]:
        """What a year's end shows: the last one's is that of all years."""
        return (*map(of, years), of(years[-1]))

    def earned(of: Callable[[Income], int]) -> tuple[Value, ...]:
        return (*(of(one.income) for one in years), of(report.from_start))

    def moved(of: Callable[[CashMoves], int]) -> tuple[Value, ...]:
        return (*(of(one.cash) for one in years), of(report.cash_from_start))

    rows: tuple[tuple[Value, ...], ...] = (
        (_("Investment result"), *earned(lambda one: one.investment_result_yen)),
        (_("Fees and costs"), *earned(lambda one: one.fees_yen)),
        (_("Change of unrealised results"), *earned(lambda one: one.unrealised_yen)),
        (_("Profit of the year"), *earned(lambda one: one.result_yen)),
        (_("Paid in by the partners"), *moved(lambda one: one.paid_in_yen)),
        (_("Distributed to the partners"), *moved(lambda one: -one.distributed_yen)),
        (_("Paid to companies"), *moved(lambda one: -one.invested_yen)),
        (_("Exits and income"), *moved(lambda one: one.proceeds_yen)),
        (_("Investments at fair value"), *each(lambda one: one.sheet.investments_yen)),
        (_("Cash and deposits"), *each(lambda one: one.sheet.cash_yen)),
        (_("Net assets"), *each(lambda one: one.sheet.net_assets_yen)),
        (_("Companies held"), *each(lambda one: one.held)),
    )
    return FigureTable(
        name=_("Three years"),
        columns=(text_column(_("yen")), *_year_columns(report, 30), yen_column(_from_the_beginning(report), 30)),
        rows=rows,
        strong=(3, 10),
    )


def year_multiples_table(report: FundReport) -> FigureTable:
    """What came back and what is held for each yen paid in, at the end of each of the three years."""
    return FigureTable(
        name=_("Multiples of three years"),
        columns=(text_column(_("times what was paid in")), *_year_columns(report)),
        rows=(
            ("DPI", *(multiple_text(one.net.dpi) for one in report.trend)),
            ("TVPI", *(multiple_text(one.net.tvpi) for one in report.trend)),
        ),
    )


def _year_columns(report: FundReport, width_mm: int = 36) -> tuple[Column, ...]:
    return tuple(yen_column(_year_head(one), width_mm) for one in report.trend)


def _from_the_beginning(report: FundReport) -> str:
    name = _("From the beginning")
    return f"{name}\n{span(report.first_day, report.basis.on)}"


def _year_head(one: TrendYear) -> str:
    name = _("Year {n}") if one.over else _("Year {n} so far")
    return f"{name.format(n=one.number)}\n{span(one.income.since, one.income.until)}"

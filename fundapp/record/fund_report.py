"""What a report of one day tells of the fund: statements, partners, companies, figures. Pure reading of a seen Book.

The Book stands at the day (`on_day`). Everything comes from its journal and the dated facts beside it.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from fundapp.basis.fact import Bilingual
from fundapp.fund.equity import partner_equity, year_ends
from fundapp.fund.figures import figures
from fundapp.fund.journal import investment, unrealised
from fundapp.fund.returns import Returns, returns
from fundapp.fund.statements import DealMove, balance_sheet, cash_moves, deal_moves, income
from fundapp.fund.terms import FundTerms
from fundapp.fund.turnover import Turnover
from fundapp.record.book import Book, Investment
from fundapp.record.flows import partner_flows
from fundapp.record.fund_returns import fund_returns
from fundapp.record.obligations import promised_ids
from fundapp.record.reported import (
    Basis,
    Became,
    FundReport,
    ReportedCompany,
    ReportedMove,
    ReportedPartner,
    TrendYear,
)

QUARTER_MONTHS, TREND_YEARS = 3, 3


def quarter_before(day: date) -> date:
    """The last day before the three months that end on `day`: of 30 September 30 June, of 15 May 15 February."""
    year, month = divmod(day.year * 12 + day.month - 1 - QUARTER_MONTHS, 12)
    last = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))


def quarter_end_before(day: date) -> date:
    """The last day of the last quarter of the calendar that is over: 30 June for each day of July to September."""
    return date(day.year, day.month - (day.month - 1) % QUARTER_MONTHS, 1) - timedelta(days=1)


def fund_report(book: Book, basis: Basis) -> FundReport:
    """The report of `basis.on`. `book` stands at that day and has passed sight; the fund is established."""
    terms, on = book.terms, basis.on
    assert terms is not None, "a report is of a fund"
    quarter_after = quarter_before(on)
    ends = year_ends(terms, on)
    began_after = ends[-1] if ends else None
    before_last = ends[-2] if len(ends) > 1 else None
    reverses = {by: of for of, by in book.reversals.items()}
    turnover = Turnover(book.entries, reverses, (*ends, quarter_after, on))
    figured = fund_returns(book, on)
    assert figured is not None, "a fund that is established has figures"
    sheet = balance_sheet(turnover, on, year_began_after=began_after)
    gross = {one.deal_id: one.gross for one in figured.deals}
    this_year = income(turnover, on, after=began_after, since=_day_after(began_after, terms))
    return FundReport(
        basis=basis,
        fund=terms.name,
        general_partner=terms.general_partner,
        first_day=terms.first_day,
        years=terms.years,
        year=terms.year_of(on),
        figures=figures(terms, book.balances),
        sheet=sheet,
        sheet_before=balance_sheet(turnover, began_after, year_began_after=before_last) if began_after else None,
        quarter=income(turnover, on, after=quarter_after, since=_day_after(quarter_after, terms)),
        this_year=this_year,
        year_before=income(turnover, began_after, after=before_last, since=_day_after(before_last, terms))
        if began_after
        else None,
        from_start=income(turnover, on, after=None, since=terms.first_day),
        cash_quarter=cash_moves(turnover, on, after=quarter_after),
        cash_year=cash_moves(turnover, on, after=began_after),
        cash_from_start=cash_moves(turnover, on, after=None),
        moves=_named(book, deal_moves(turnover, on, after=began_after)),
        partners=_partners(book, terms, turnover, on, (quarter_after, began_after)),
        companies=_companies(book, on, gross),
        calls=tuple(sorted(book.calls.values(), key=lambda one: one.number)),
        distributions=tuple(sorted(book.distributions.values(), key=lambda one: one.number)),
        fees=tuple(sorted(book.fees.values(), key=lambda one: (one.on, one.id))),
        trend=tuple(_trend(book, terms, turnover, (*ends, on))),
        net=figured.net,
        gross=figured.gross,
    )


def _day_after(cut: date | None, terms: FundTerms) -> date:
    """The first day of a period; the fund's own first day when it begins before it."""
    return max(terms.first_day, cut + timedelta(days=1)) if cut else terms.first_day


def _companies(book: Book, on: date, gross: dict[str, Returns]) -> tuple[ReportedCompany, ...]:
    """The signed investments in the order of their agreements."""
    signed = sorted(book.investments.values(), key=lambda one: (one.signed_on, one.id))
    nothing = returns((), on)
    return tuple(_company(book, one, gross.get(one.reservation_id, nothing)) for one in signed)


def _company(book: Book, one: Investment, gross: Returns) -> ReportedCompany:
    deal = one.reservation_id
    cost_yen = book.balances.get(investment(deal), 0)
    fair_yen = cost_yen + book.balances.get(unrealised(deal), 0)
    reservation = book.reservations.get(deal)
    terms = reservation.decided if reservation else None
    last = one.valuations[-1] if one.valuations else None
    promised = promised_ids(book, one)
    return ReportedCompany(
        deal_id=deal,
        company=one.company,
        sector=one.sector,
        early_stage=one.early_stage,
        instrument=terms.instrument if terms else None,
        voting_share=terms.voting_share if terms else None,
        signed_on=one.signed_on,
        first_paid_on=min((tranche.drawn_on for tranche in one.tranches if tranche.drawn_on), default=None),
        paid_yen=one.drawn_yen(),
        unpaid_yen=one.committed_yen() - one.held_yen(),
        cost_yen=cost_yen,
        fair_value_yen=fair_yen,
        proceeds_yen=one.proceeds_yen(),
        lost_yen=one.lost_yen(),
        method=last.method if last and cost_yen else None,
        valued_on=last.as_of if last and cost_yen else None,
        gross=gross,
        became=_became(one, cost_yen),
        support_promised=len(promised),
        support_given=len(promised & {given.need_id for given in one.support_given}),
    )


def _became(one: Investment, cost_yen: int) -> Became:
    if not one.drawn_yen():
        return "nothing_paid"
    is_sold = any(tranche.sold_yen for tranche in one.tranches)
    if cost_yen:
        return "part_lost" if one.lost_yen() else "part_sold" if is_sold else "held"
    return "sold" if is_sold else "lost" if one.lost_yen() else "held"


def _named(book: Book, moves: Iterable[DealMove]) -> tuple[ReportedMove, ...]:
    """The lines with their companies, in the order of the agreements; what is in no agreement any more stands last."""
    signed = sorted(book.investments.values(), key=lambda one: (one.signed_on, one.id))
    order = {one.reservation_id: place for place, one in enumerate(signed)}
    names = {one.reservation_id: one.company for one in signed}
    shares = {one.reservation_id: one.shares() for one in signed}
    found = []
    for move in sorted(moves, key=lambda one: (order.get(one.deal_id, len(order)), one.deal_id)):
        reservation = book.reservations.get(move.deal_id)
        company = names.get(move.deal_id) or (reservation.company if reservation else None)
        found.append(
            ReportedMove(
                company=company or Bilingual(ja=move.deal_id, en=move.deal_id),
                instrument=reservation.decided.instrument if reservation and reservation.decided else None,
                shares=shares.get(move.deal_id),
                move=move,
            )
        )
    return tuple(found)


def _partners(
    book: Book, terms: FundTerms, turnover: Turnover, on: date, after: tuple[date, date | None]
) -> tuple[ReportedPartner, ...]:
    quarters, years, wholes = (partner_equity(turnover, terms, on, after=cut) for cut in (*after, None))
    return tuple(
        ReportedPartner(
            name=partner.name,
            general=partner.general,
            share=partner.share,
            quarter=quarter,
            year=year,
            from_start=whole,
            net=returns(
                partner_flows(book, on, year.partner),
                on,
                nav_yen=year.closing_yen,
                committed_yen=year.commitment_yen,
            ),
        )
        for partner, quarter, year, whole in zip(terms.partners, quarters, years, wholes, strict=True)
    )


def _trend(book: Book, terms: FundTerms, turnover: Turnover, ends: tuple[date, ...]) -> Iterable[TrendYear]:
    """The last years of the fund, the one of the day with them; it ends on the day."""
    for number in range(max(1, len(ends) + 1 - TREND_YEARS), len(ends) + 1):
        after, until = ends[number - 2] if number > 1 else None, ends[number - 1]
        sheet = balance_sheet(turnover, until, year_began_after=after)
        yield TrendYear(
            number=number,
            over=until == terms.last_day_of(number),
            sheet=sheet,
            income=income(turnover, until, after=after, since=_day_after(after, terms)),
            cash=cash_moves(turnover, until, after=after),
            net=returns(partner_flows(book, until), until, nav_yen=sheet.net_assets_yen),
            held=sum(move.closing_yen > 0 for move in deal_moves(turnover, until, after=after)),
        )

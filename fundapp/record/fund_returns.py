"""What the fund returned up to a day: net to the partners, and gross of the companies; never mixed. Pure reading."""

from datetime import date

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.fund.journal import balances, investment, unrealised
from fundapp.fund.market_index import MarketIndex
from fundapp.fund.returns import Returns, returns
from fundapp.record.book import Book
from fundapp.record.flows import deal_flows, flows_by_deal, partner_flows
from fundapp.record.once import once
from fundapp.record.performance import performance


class DealReturns(Fact):
    """One company's part of the gross figures; its total value over what was paid is the deal's MOIC."""

    deal_id: Text
    company: Bilingual
    gross: Returns


class FundReturns(Fact):
    """The figures on a day. Net is what the partners paid and received, after fees; gross is before them."""

    net: Returns
    gross: Returns
    deals: tuple[DealReturns, ...]


@once
def fund_returns(book: Book, as_of: date, index: MarketIndex | None = None) -> FundReturns | None:
    """The figures by effective dates; None before the fund is established. The index is compared with the net flows."""
    points = performance(book, as_of)
    if book.terms is None or not points:
        return None
    paid, standing = flows_by_deal(book, as_of), balances(one for one in book.entries if one.effective <= as_of)
    deals = tuple(
        DealReturns(
            deal_id=one.reservation_id,
            company=one.company,
            gross=returns(
                paid[one.reservation_id],
                as_of,
                nav_yen=sum(standing.get(of(one.reservation_id), 0) for of in (investment, unrealised)),
            ),
        )
        for one in book.investments.values()
        if one.reservation_id in paid
    )
    return FundReturns(
        net=returns(
            partner_flows(book, as_of),
            as_of,
            nav_yen=points[-1].nav_yen,
            committed_yen=book.terms.size_yen,
            index=index.levels if index else (),
        ),
        gross=returns(deal_flows(book, as_of), as_of, nav_yen=sum(one.gross.nav_yen for one in deals)),
        deals=tuple(sorted(deals, key=lambda one: (-one.gross.paid_in_yen, one.company.en))),
    )

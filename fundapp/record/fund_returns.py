"""What the fund returned up to a day: net to the partners, and gross of the companies; never mixed. Pure reading."""

from collections.abc import Sequence
from datetime import date

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.fund.journal import balance_on, investment, unrealised
from fundapp.fund.returns import IndexLevel, Returns, returns
from fundapp.record.book import Book
from fundapp.record.flows import deal_flows, partner_flows
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


def fund_returns(book: Book, as_of: date, index: Sequence[IndexLevel] = ()) -> FundReturns | None:
    """The figures by effective dates; None before the fund is established. The index is compared with the net flows."""
    points = performance(book, as_of)
    if book.terms is None or not points:
        return None
    paid = [one for one in book.investments.values() if deal_flows(book, as_of, one.reservation_id)]
    deals = tuple(
        DealReturns(deal_id=one.reservation_id, company=one.company, gross=_of_deal(book, as_of, one.reservation_id))
        for one in paid
    )
    return FundReturns(
        net=returns(
            partner_flows(book, as_of),
            as_of,
            nav_yen=points[-1].nav_yen,
            committed_yen=book.terms.size_yen,
            index=index,
        ),
        gross=returns(deal_flows(book, as_of), as_of, nav_yen=sum(one.gross.nav_yen for one in deals)),
        deals=tuple(sorted(deals, key=lambda one: (-one.gross.paid_in_yen, one.company.en))),
    )


def _of_deal(book: Book, as_of: date, deal_id: str) -> Returns:
    value_yen = sum(balance_on(book.entries, one, as_of) for one in (investment(deal_id), unrealised(deal_id)))
    return returns(deal_flows(book, as_of, deal_id), as_of, nav_yen=value_yen)

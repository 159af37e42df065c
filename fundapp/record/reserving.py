"""What an approval sets aside: the event that reserves a resolution's amount. Pure."""

from datetime import date, timedelta

from fundapp.committee.proposal import EARLY_STAGES
from fundapp.fund.limits import follow_on_part_yen
from fundapp.record import events as e
from fundapp.record.book import Book, Item


def reserved_for(book: Book, item: Item, amount_yen: int, reservation_id: str, today: date) -> e.FundsReserved:
    """The reservation of this amount for a frozen item; a company's follow-on reserve is used first."""
    assert item.frozen is not None, "money is reserved for what was judged"
    assert book.terms is not None, "money is reserved of a fund"
    proposal = item.frozen.proposal
    return e.FundsReserved(
        reservation_id=reservation_id,
        item_id=item.id,
        proposal_id=proposal.id,
        company_id=proposal.company.id,
        sector=proposal.sector,
        early_stage=proposal.stage in EARLY_STAGES,
        amount_yen=amount_yen,
        follow_on_yen=follow_on_part_yen(book.balances, proposal.company.id, amount_yen),
        expires_on=today + timedelta(days=book.terms.reservation_days),
        on=today,
    )

"""The fund's part of the export: its terms and figures, and everything that its money did. Pure reading of the Book."""

from collections.abc import Iterator
from typing import Any

from fundapp.fund.figures import figures
from fundapp.record.book import Book
from fundapp.record.obligations import obligations
from fundapp.record.out_money import held_tables, partner_tables
from fundapp.record.out_table import OutTable, out_table

FIGURES = "fund_size_yen committed_yen drawn_yen undrawn_yen reserved_yen investable_yen"
_DEAL = "proposal_id company_id company_ja company_en sector early_stage"


def fund_tables(book: Book) -> Iterator[OutTable]:
    """The tables of the fund, from the Book as its reader may see it."""
    yield out_table("fund", FIGURES, [_figures(book)], single=True)
    yield out_table("record/extent", "records last_at", [(book.seq, book.at)], single=True)
    yield from _terms(book)
    yield from _deals(book)
    yield from partner_tables(book)
    yield from held_tables(book)
    yield from _openings(book)
    yield out_table(
        "record/journal",
        "entry book cause effective recorded_seq memo_ref account amount_yen",
        (
            (n, one.book, one.cause, one.effective, one.recorded_seq, one.memo_ref, leg.account, leg.amount_yen)
            for n, one in enumerate(book.entries, 1)
            for leg in one.postings
        ),
    )
    yield out_table("record/reversals", "recorded_seq reversed_by_seq", sorted(book.reversals.items()))
    yield out_table("record/balances", "account amount_yen", sorted(book.balances.items()))


def _openings(book: Book) -> Iterator[OutTable]:
    """The tables that a running fund was taken over from: their files by digest, and the row behind each event."""
    taken = book.openings.values()
    yield out_table(
        "record/openings",
        "recorded_seq as_of proposed_by accepted_by accepted_on",
        ((one.seq, one.opening.balances.as_of, one.proposed_by, one.accepted_by, one.accepted_on) for one in taken),
    )
    yield out_table(
        "record/opening_rows",
        "recorded_seq file_name file_sha256 sheet row",
        (
            (seq, source.file_name, source.file_sha256, source.sheet, row)
            for one in taken
            for seq, source, row in one.origins()
        ),
    )
    waiting = book.waiting_opening
    yield out_table(
        "record/opening_waiting",
        "opening_id as_of proposed_by proposed_on",
        [(waiting.id, waiting.opening.balances.as_of, waiting.proposed_by, waiting.proposed_on)] if waiting else [],
    )


def _figures(book: Book) -> list[int | None]:
    """Without terms there is no fund yet, and no figure is told."""
    now = figures(book.terms, book.balances) if book.terms and book.balances else None
    return [getattr(now, name) if now else None for name in FIGURES.split()]


def _terms(book: Book) -> Iterator[OutTable]:
    terms = book.terms
    yield out_table(
        "record/terms",
        "name_ja name_en general_partner_ja general_partner_en size_yen cost_reserve_yen follow_on_reserve_yen"
        " company_share sector_share early_stage_share voting_share yearly_share first_day years reservation_days"
        " investment_years recycling_share call_notice_days",
        [
            (
                *(terms.name.ja, terms.name.en, terms.general_partner.ja, terms.general_partner.en),
                *(terms.size_yen, terms.cost_reserve_yen, terms.follow_on_reserve_yen),
                *(terms.limits.company_share, terms.limits.sector_share),
                *(terms.limits.early_stage_share, terms.limits.voting_share, terms.limits.yearly_share),
                *(terms.first_day, terms.years, terms.reservation_days),
                *(terms.investment_years, terms.recycling_share, terms.call_notice_days),
            )
        ]
        if terms
        else [],
    )
    partners = terms.partners if terms else ()
    yield out_table("record/partners", "name share general", ((one.name, one.share, one.general) for one in partners))


def _deal(one: Any) -> tuple[Any, ...]:
    return (one.proposal_id, one.company_id, one.company.ja, one.company.en, one.sector, one.early_stage)


def _deals(book: Book) -> Iterator[OutTable]:
    yield out_table(
        "record/reservations",
        f"reservation_id item_id {_DEAL} amount_yen follow_on_yen reserved_on expires_on state",
        (
            (
                *(one.id, one.item_id, *_deal(one), one.amount_yen, one.follow_on_yen),
                *(one.reserved_on, one.expires_on, one.state),
            )
            for one in book.reservations.values()
        ),
    )
    yield out_table(
        "record/conditions_met",
        "reservation_id n on evidence",
        (
            (one.id, done.number, done.on, book.words_of(done.evidence))
            for one in book.reservations.values()
            for done in one.met
        ),
    )
    signed = book.investments.values()
    yield out_table(
        "record/investments",
        f"investment_id reservation_id {_DEAL} signed_on committed_yen drawn_yen held_yen lost_yen proceeds_yen",
        (
            (
                *(one.id, one.reservation_id, *_deal(one), one.signed_on, one.committed_yen(), one.drawn_yen()),
                *(one.held_yen(), one.lost_yen(), one.proceeds_yen()),
            )
            for one in signed
        ),
    )
    yield out_table(
        "record/promises",
        "reservation_id need_id name kind provider deliverable due given_on evidence",
        (
            (
                *(one.deal_id, one.promise.need_id, one.promise.name, one.promise.kind, one.promise.provider),
                *(one.promise.deliverable, one.promise.due, one.given.on if one.given else None),
                book.words_of(one.given.evidence) if one.given else "",
            )
            for one in obligations(book)
        ),
    )
    tranches = [(one.id, tranche) for one in signed for tranche in one.tranches]
    yield out_table(
        "record/tranches",
        "investment_id number amount_yen due milestone support drawn_on frozen_on cancelled_on"
        " refunded_yen sold_yen lost_yen shares",
        (
            (
                *(of, one.number, one.amount_yen, one.due, one.milestone),
                tuple(need.need_id for need in one.support),
                *(one.drawn_on, one.frozen_on, one.cancelled_on),
                *(one.refunded_yen, one.sold_yen, one.lost_yen, one.shares),
            )
            for of, one in tranches
        ),
    )
    yield out_table(
        "record/tranche_approvals",
        "investment_id number person as_manager",
        ((of, one.number, each.person, each.as_manager) for of, one in tranches for each in one.approvals),
    )

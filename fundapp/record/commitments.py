"""Where the fund's money is, put together for a reader: reservations, tranches, limits. Pure reading of a seen Book."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.basis.yen import Yen
from fundapp.committee.proposal import Terms
from fundapp.fund.figures import FundFigures, WaterfallStep, figures, waterfall
from fundapp.fund.journal import LimitKind, below, used
from fundapp.fund.limits import limit_yen
from fundapp.fund.terms import FundTerms
from fundapp.record.book import Book, Investment, Reservation, Tranche

TrancheState = Literal["paid", "cancelled", "stopped", "overdue", "due"]


class ReservedMoney(Fact):
    """Money held by a resolution, and until when. `decided`: the general partner has decided on it."""

    id: Text
    company: Bilingual
    amount_yen: Yen
    reserved_on: date
    expires_on: date
    days_left: int
    """Below zero once it has expired; the next entry in the record returns it."""
    decided: bool


class TrancheMoney(Fact):
    """One payment of an investment. `on` is the day it was paid, cancelled or stopped, else the day it is due."""

    investment_id: Text
    company: Bilingual
    signed_on: date
    number: int
    of: int
    amount_yen: Yen
    state: TrancheState
    on: date
    milestone: Text
    approvals: int


class LimitUse(Fact):
    """How far one limit is used by what the reader may know of."""

    kind: LimitKind
    name: Bilingual | None
    """The company or the sector; None for the early stage, the year of the fund, and what is invested again."""
    limit_yen: Yen
    used_yen: Yen


class VoteUse(Fact):
    """The share of a company's votes that the fund holds, or will hold after what is resolved."""

    company: Bilingual
    share: Ratio
    limit_share: Ratio


class Commitments(Fact):
    """The fund's money on one day, as one reader may see it."""

    as_of: date
    figures: FundFigures
    steps: tuple[WaterfallStep, ...]
    called_yen: Yen
    """Called from the partners, paid or not; what was given up or given back can be called again."""
    limits: tuple[LimitUse, ...]
    votes: tuple[VoteUse, ...]
    """Companies in which the terms name a share of votes, the largest first."""
    unseen_yen: Yen
    """In use of the limits by what this reader may not know of, so left out of `limits`."""
    reserved: tuple[ReservedMoney, ...]
    tranches: tuple[TrancheMoney, ...]

    @property
    def committed_companies(self) -> int:
        """How many companies the fund has signed with."""
        return len({one.investment_id for one in self.tranches})


def commitments(book: Book, as_of: date) -> Commitments | None:
    """The commitments that a seen Book tells of, the next to expire first; None before the fund is established."""
    if book.terms is None:
        return None
    now = figures(book.terms, book.balances)
    held = sorted(_held(book), key=lambda one: (one.expires_on, one.id))
    signed = sorted(book.investments.values(), key=lambda one: (one.signed_on, one.id))
    seen_yen = sum(amount_yen for _deal, amount_yen in _in_use(book))
    return Commitments(
        as_of=as_of,
        figures=now,
        steps=waterfall(now),
        called_yen=now.fund_size_yen - now.uncalled_yen,
        limits=(*_limits(book), *_agreed_limits(book, book.terms, as_of)),
        votes=_votes(book, book.terms),
        unseen_yen=sum(below(book.balances, "LIM:Used:company").values()) - seen_yen,
        reserved=tuple(_reserved(one, as_of) for one in held),
        tranches=tuple(_tranche(one, tranche, as_of) for one in signed for tranche in one.tranches),
    )


def _held(book: Book) -> tuple[Reservation, ...]:
    return tuple(one for one in book.reservations.values() if one.state in ("held", "decided"))


def _in_use(book: Book) -> tuple[tuple[Reservation | Investment, int], ...]:
    """Every deal that takes up room in the limits, with its amount in yen."""
    return (
        *((one, one.amount_yen) for one in _held(book)),
        *((one, one.committed_yen() + one.lost_yen()) for one in book.investments.values()),
    )


def _limits(book: Book) -> tuple[LimitUse, ...]:
    """The early stage, then sectors and companies in use, each with the fullest first."""
    terms = book.terms
    assert terms is not None
    early_yen = 0
    sectors: Counter[str] = Counter()
    companies: Counter[str] = Counter()
    names: dict[str, Bilingual] = {}
    for deal, amount_yen in _in_use(book):
        early_yen += amount_yen if deal.early_stage else 0
        sectors[deal.sector] += amount_yen
        companies[deal.company_id] += amount_yen
        names[deal.company_id] = deal.company

    def use(kind: LimitKind, name: Bilingual | None, used_yen: int) -> LimitUse:
        return LimitUse(kind=kind, name=name, limit_yen=limit_yen(terms, kind), used_yen=used_yen)

    return (
        use("early_stage", None, early_yen),
        *(use("sector", Bilingual(ja=sector, en=sector), used_yen) for sector, used_yen in _fullest(sectors)),
        *(use("company", names[key], used_yen) for key, used_yen in _fullest(companies)),
    )


def _agreed_limits(book: Book, terms: FundTerms, as_of: date) -> Iterator[LimitUse]:
    """The limits that an agreement may set besides: on the promises of a year, and on what is invested again."""
    year = terms.year_of(as_of)
    if terms.limits.yearly_share < 1:
        held = sum(one.amount_yen for one in _held(book) if one.year == year)
        signed = sum(_promised_yen(one) for one in book.investments.values() if one.year == year)
        yield LimitUse(kind="year", name=None, limit_yen=limit_yen(terms, "year"), used_yen=held + signed)
    used_yen = book.balances.get(used("recycling"), 0)
    if used_yen:
        yield LimitUse(kind="recycling", name=None, limit_yen=limit_yen(terms, "recycling"), used_yen=used_yen)


def _promised_yen(one: Investment) -> int:
    """What an agreement promised and was not cancelled or paid back: what was sold stays promised in its year."""
    return sum(tranche.amount_yen - tranche.refunded_yen for tranche in one.tranches if tranche.cancelled_on is None)


def _votes(book: Book, terms: FundTerms) -> tuple[VoteUse, ...]:
    """The latest terms of each company; what was given up or fully sold no longer counts."""
    held = {one.reservation_id for one in book.investments.values() if one.committed_yen()}
    found: dict[str, VoteUse] = {}
    for one in book.reservations.values():
        if one.state not in ("held", "decided") and one.id not in held:
            continue
        agreed = one.decided or _resolved(book, one)
        if agreed is not None and agreed.voting_share is not None:
            found[one.company_id] = VoteUse(
                company=one.company, share=agreed.voting_share, limit_share=terms.limits.voting_share
            )
    return tuple(sorted(found.values(), key=lambda one: -one.share))


def _resolved(book: Book, reservation: Reservation) -> Terms | None:
    item = book.items.get(reservation.item_id)
    return item.resolved.terms if item and item.resolved else None


def _fullest(used_yen: Counter[str]) -> list[tuple[str, int]]:
    return sorted(used_yen.items(), key=lambda one: (-one[1], one[0]))


def _reserved(one: Reservation, as_of: date) -> ReservedMoney:
    return ReservedMoney(
        id=one.id,
        company=one.company,
        amount_yen=one.amount_yen,
        reserved_on=one.reserved_on,
        expires_on=one.expires_on,
        days_left=(one.expires_on - as_of).days,
        decided=one.state == "decided",
    )


def _tranche(investment: Investment, tranche: Tranche, as_of: date) -> TrancheMoney:
    state, on = _state(tranche, as_of)
    return TrancheMoney(
        investment_id=investment.id,
        company=investment.company,
        signed_on=investment.signed_on,
        number=tranche.number,
        of=len(investment.tranches),
        amount_yen=tranche.amount_yen,
        state=state,
        on=on,
        milestone=tranche.milestone,
        approvals=len(tranche.approvals),
    )


def _state(tranche: Tranche, as_of: date) -> tuple[TrancheState, date]:
    if tranche.drawn_on:
        return "paid", tranche.drawn_on
    if tranche.cancelled_on:
        return "cancelled", tranche.cancelled_on
    if tranche.frozen_on:
        return "stopped", tranche.frozen_on
    return ("overdue" if tranche.due < as_of else "due"), tranche.due

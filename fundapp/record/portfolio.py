"""What the fund has invested in, put together for a reader: companies, sectors, stages, tranches. Pure reading."""

from collections.abc import Iterable
from datetime import date

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import Yen
from fundapp.fund.journal import unrealised
from fundapp.record.book import Book
from fundapp.record.commitments import TrancheMoney, commitments


class Holding(Fact):
    """One signed investment."""

    investment_id: Text
    reservation_id: Text
    company: Bilingual
    sector: Text
    early_stage: bool
    signed_on: date
    drawn_yen: Yen
    """Paid to the company so far, whatever became of it."""
    undrawn_yen: Yen
    """What the agreement still promises."""
    held_yen: Yen
    """What of it the fund still holds, at cost."""
    lost_yen: Yen
    fair_value_yen: Yen
    """Of what the fund still holds: at cost until it is valued."""
    valued_on: date | None
    first_paid_on: date | None
    came_back_yen: Yen
    """What exits, dividends and repayments of a tranche brought."""
    tranches: tuple[TrancheMoney, ...]

    @property
    def committed_yen(self) -> int:
        """The commitment in force: what is held at cost and what is still to be paid."""
        return self.held_yen + self.undrawn_yen

    @property
    def next_tranche(self) -> TrancheMoney | None:
        """The next payment by its day; None when all is paid, stopped or cancelled."""
        waiting = [one for one in self.tranches if one.state in ("due", "overdue")]
        return min(waiting, key=lambda one: one.on, default=None)


class Portfolio(Fact):
    """The signed investments on one day, the largest first."""

    as_of: date
    holdings: tuple[Holding, ...]

    @property
    def committed_yen(self) -> int:
        """The investment commitments in force."""
        return sum(one.committed_yen for one in self.holdings)


class Share(Fact):
    """A part of the portfolio: its key, and what is held at cost and still to be paid."""

    key: Text
    held_yen: Yen
    undrawn_yen: Yen


def portfolio(book: Book, as_of: date) -> Portfolio | None:
    """The investments that a seen Book tells of; None before the fund is established."""
    money = commitments(book, as_of)
    if money is None:
        return None
    found = [
        Holding(
            investment_id=one.id,
            reservation_id=one.reservation_id,
            company=one.company,
            sector=one.sector,
            early_stage=one.early_stage,
            signed_on=one.signed_on,
            drawn_yen=one.drawn_yen(),
            undrawn_yen=one.committed_yen() - one.held_yen(),
            held_yen=one.held_yen(),
            lost_yen=one.lost_yen(),
            fair_value_yen=one.held_yen() + book.balances.get(unrealised(one.reservation_id), 0),
            valued_on=one.valuations[-1].as_of if one.valuations else None,
            first_paid_on=min((tranche.drawn_on for tranche in one.tranches if tranche.drawn_on), default=None),
            came_back_yen=one.proceeds_yen() + sum(tranche.refunded_yen for tranche in one.tranches),
            tranches=tuple(tranche for tranche in money.tranches if tranche.investment_id == one.id),
        )
        for one in book.investments.values()
    ]
    return Portfolio(as_of=as_of, holdings=tuple(sorted(found, key=lambda one: (-one.committed_yen, one.signed_on))))


def by_sector(found: Portfolio) -> tuple[Share, ...]:
    """The portfolio by sector, the largest first."""
    return _shares((one.sector, one) for one in found.holdings)


def by_stage(found: Portfolio) -> tuple[Share, ...]:
    """The portfolio by stage: "early" and "later", the larger first."""
    return _shares(("early" if one.early_stage else "later", one) for one in found.holdings)


def _shares(keyed: Iterable[tuple[str, Holding]]) -> tuple[Share, ...]:
    groups: dict[str, list[Holding]] = {}
    for key, holding in keyed:
        if holding.committed_yen:
            groups.setdefault(key, []).append(holding)
    found = (
        Share(
            key=key,
            held_yen=sum(one.held_yen for one in held),
            undrawn_yen=sum(one.undrawn_yen for one in held),
        )
        for key, held in groups.items()
    )
    return tuple(sorted(found, key=lambda one: (-(one.held_yen + one.undrawn_yen), one.key)))

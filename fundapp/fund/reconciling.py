"""Does a running fund's spreadsheet agree with itself, and with the partnership agreement, to the yen?

Each check sets one figure of the tables against what the other tables add up to. Nothing is rounded and no difference
is small.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.fund.entries_held import released_yen
from fundapp.fund.journal import LimitKind
from fundapp.fund.limits import limit_yen
from fundapp.fund.opening import EXITS, Opening, OpeningFlow, OpeningPartner, OpeningPosition, OpeningTranche
from fundapp.fund.partners import commitments_yen
from fundapp.fund.terms import FundTerms

What = Literal[
    "fund_size", "commitment", "called", "called_within", "paid_in", "distributed", "tranche", "drawn", "cost",
    "fair_value", "cash", "capital_returned", "fund_size_within", "company_limit",
    "sector_limit", "early_stage_limit", "year_limit", "recycling_limit",
]  # fmt: skip


class Check(Fact):
    """One figure of the tables, what the rest adds up to, and where the figure stands."""

    what: What
    about: Text = ""
    """The partner, agreement, company, sector or year, where there are several."""
    place: Text
    told_yen: Yen
    """What the table says; for a `within`, the most that is allowed."""
    counted_yen: Yen
    within: bool = False

    @property
    def difference_yen(self) -> int:
        """What was counted above what is told; below zero when it is less."""
        return self.counted_yen - self.told_yen

    @property
    def agrees(self) -> bool:
        """True when nothing is apart, or within what is allowed."""
        return self.difference_yen <= 0 if self.within else not self.difference_yen


class DealTotals(Fact):
    """What the movements of one agreement add up to."""

    drawn_yen: Yen
    refunded_yen: Yen
    sold_yen: Yen
    lost_yen: Yen
    proceeds_yen: Yen
    unrealised_yen: Yen

    @property
    def cost_yen(self) -> int:
        """What is still held, at cost."""
        return self.drawn_yen - self.refunded_yen - self.sold_yen - self.lost_yen


def deal_totals(opening: Opening, deal: str) -> DealTotals:
    """The movements of one agreement in the order of their days, the unrealised result with them."""
    moved: Counter[str] = Counter()
    unrealised_yen = 0
    for flow in opening.flows_of(deal):
        cost_yen = moved["drawn"] - moved["refunded"] - moved["sold"] - moved["lost"]
        if flow.kind == "valuation":
            unrealised_yen = flow.amount_yen - cost_yen
            continue
        leaves_yen = _leaves_yen(flow)
        if 0 < leaves_yen <= cost_yen:
            unrealised_yen -= released_yen(unrealised_yen, leaves_yen, cost_yen)
        moved["drawn"] += flow.amount_yen if flow.kind == "draw" else 0
        moved["refunded"] += leaves_yen if flow.kind == "tranche_refund" else 0
        moved["lost"] += leaves_yen if flow.kind == "write_off" else 0
        moved["sold"] += leaves_yen if flow.kind in EXITS else 0
        moved["proceeds"] += flow.amount_yen if flow.kind in EXITS else 0
    return DealTotals(
        drawn_yen=moved["drawn"],
        refunded_yen=moved["refunded"],
        sold_yen=moved["sold"],
        lost_yen=moved["lost"],
        proceeds_yen=moved["proceeds"],
        unrealised_yen=unrealised_yen,
    )


def _leaves_yen(flow: OpeningFlow) -> int:
    """The cost that leaves with a movement."""
    if flow.kind in EXITS:
        return flow.part_yen
    return flow.amount_yen if flow.kind in ("tranche_refund", "write_off") else 0


def reconcile(terms: FundTerms, opening: Opening) -> tuple[Check, ...]:
    """Every check, whether it agrees or not. A fund is taken over when all of them agree."""
    totals = {one.deal: deal_totals(opening, one.deal) for one in opening.positions}
    return (
        *_partners(terms, opening),
        *(check for one in opening.tranches for check in _tranche(opening, one)),
        *(check for one in opening.positions for check in _position(opening, one, totals[one.deal])),
        _cash(opening),
        *_capital(terms, opening, totals),
        *_limits(terms, opening, totals),
    )


def _sum(opening: Opening, *kinds: str, partner: int | None = None) -> int:
    return sum(
        one.amount_yen for one in opening.flows if one.kind in kinds and (partner is None or one.partner == partner)
    )


def _partners(terms: FundTerms, opening: Opening) -> Iterator[Check]:
    told = opening.balances
    place = opening.place("balances", told.fund_size_row)
    yield Check(what="fund_size", place=place, told_yen=told.fund_size_yen, counted_yen=terms.size_yen)
    committed = commitments_yen(terms)
    for one in opening.partners:
        yield from _partner(terms, opening, one, committed[one.partner - 1])


def _partner(terms: FundTerms, opening: Opening, one: OpeningPartner, committed_yen: int) -> Iterator[Check]:
    name, place = terms.partners[one.partner - 1].name, opening.place("partners", one.row)
    refunded_yen = _sum(opening, "capital_refund", partner=one.partner)
    called_yen = _sum(opening, "capital_call", partner=one.partner) - refunded_yen
    called_yen -= _sum(opening, "shortfall", partner=one.partner)
    paid_yen = _sum(opening, "paid_in", partner=one.partner) - refunded_yen
    received_yen = _sum(opening, "distribution", partner=one.partner)
    told: tuple[tuple[What, int | None, int], ...] = (
        ("commitment", one.committed_yen, committed_yen),
        ("called", one.called_yen, called_yen),
        ("paid_in", one.paid_in_yen, paid_yen),
        ("distributed", one.distributed_yen, received_yen),
    )
    for what, told_yen, counted_yen in told:
        if told_yen is not None:
            yield Check(what=what, about=name, place=place, told_yen=told_yen, counted_yen=counted_yen)
    # A yen of rounding is settled by the last call.
    most_yen = committed_yen + 1
    yield Check(what="called_within", about=name, place=place, told_yen=most_yen, counted_yen=called_yen, within=True)


def _tranche(opening: Opening, one: OpeningTranche) -> Iterator[Check]:
    about, place = f"{one.deal} {one.number}", opening.place("tranches", one.row)
    whole_yen = one.drawn_yen + one.undrawn_yen
    yield Check(what="tranche", about=about, place=place, told_yen=one.committed_yen, counted_yen=whole_yen)
    drawn_yen = sum(
        flow.amount_yen
        for flow in opening.flows
        if (flow.kind, flow.deal, flow.tranche) == ("draw", one.deal, one.number)
    )
    yield Check(what="drawn", about=about, place=place, told_yen=one.drawn_yen, counted_yen=drawn_yen)


def _position(opening: Opening, one: OpeningPosition, totals: DealTotals) -> Iterator[Check]:
    about, place = one.deal, opening.place("positions", one.row)
    yield Check(what="cost", about=about, place=place, told_yen=one.cost_yen, counted_yen=totals.cost_yen)
    # A fair value with a day of its own is entered as it stands; of what is no longer held there is none.
    if one.valued_on is None or not totals.cost_yen:
        fair_yen = totals.cost_yen + totals.unrealised_yen
        yield Check(what="fair_value", about=about, place=place, told_yen=one.fair_value_yen, counted_yen=fair_yen)


def _cash(opening: Opening) -> Check:
    comes_yen = _sum(opening, "paid_in", "fee_refund", "tranche_refund", *EXITS)
    goes_yen = _sum(opening, "capital_refund", "distribution", "fee", "draw")
    told = opening.balances
    place = opening.place("balances", told.cash_row)
    return Check(what="cash", place=place, told_yen=told.cash_yen, counted_yen=comes_yen - goes_yen)


def _capital(terms: FundTerms, opening: Opening, totals: dict[str, DealTotals]) -> Iterator[Check]:
    """What came back is distributed or invested again once, and nobody promises more than the fund has."""
    told = opening.balances
    sold_yen = sum(one.sold_yen for one in totals.values())
    recycled_yen = _sum(opening, "recycling")
    given_yen = sum(one.part_yen for one in opening.flows if one.kind == "distribution") + recycled_yen
    yield Check(
        what="capital_returned", place=opening.sheet("flows"), told_yen=sold_yen, counted_yen=given_yen, within=True
    )
    promised_yen = sum(one.undrawn_yen for one in opening.tranches)
    invested_yen = sum(one.cost_yen + one.sold_yen + one.lost_yen for one in totals.values()) - recycled_yen
    fees_yen = _sum(opening, "fee") - _sum(opening, "fee_refund")
    aside_yen = told.cost_reserve_yen + sum(one.amount_yen for one in told.follow_on)
    yield Check(
        what="fund_size_within",
        place=opening.place("balances", told.fund_size_row),
        told_yen=terms.size_yen,
        counted_yen=promised_yen + invested_yen + fees_yen + aside_yen,
        within=True,
    )


def _limits(terms: FundTerms, opening: Opening, totals: dict[str, DealTotals]) -> Iterator[Check]:
    """The agreement's limits, each with the position that uses most of it."""
    in_use: dict[tuple[LimitKind, str], Counter[OpeningPosition]] = {}
    for one in opening.positions:
        total = totals[one.deal]
        promised_yen = sum(tranche.undrawn_yen for tranche in opening.tranches if tranche.deal == one.deal)
        held_yen = promised_yen + total.cost_yen + total.lost_yen
        year = str(terms.year_of(one.resolved_on))
        uses: list[tuple[LimitKind, str, int]] = [
            ("company", one.company_id, held_yen),
            ("sector", one.sector, held_yen),
            ("early_stage", "", held_yen if one.early_stage else 0),
            ("year", year, held_yen + total.sold_yen),
        ]
        for kind, key, amount_yen in uses:
            in_use.setdefault((kind, key), Counter())[one] += amount_yen
    names: dict[LimitKind, What] = {
        "company": "company_limit",
        "sector": "sector_limit",
        "early_stage": "early_stage_limit",
        "year": "year_limit",
    }
    for (kind, key), uses_of in in_use.items():
        largest = uses_of.most_common(1)[0][0]
        yield Check(
            what=names[kind],
            about=largest.company.ja if kind == "company" else key,
            place=opening.place("positions", largest.row),
            told_yen=limit_yen(terms, kind),
            counted_yen=uses_of.total(),
            within=True,
        )
    yield Check(
        what="recycling_limit",
        place=opening.sheet("flows"),
        told_yen=limit_yen(terms, "recycling"),
        counted_yen=_sum(opening, "recycling"),
        within=True,
    )

"""Putting the rooms together for one item: computed levels, standing, gates, money. Pure reading of the Book."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from fundapp.basis.days import day_of
from fundapp.basis.fact import Fact, Text
from fundapp.basis.refusal import Refusal
from fundapp.committee.gates import (
    Counting,
    GateView,
    MeetingCheck,
    MoneyCheck,
    SupportCheck,
    gates,
    intake_gate,
)
from fundapp.committee.levels import FactSeen, level_for
from fundapp.committee.proposal import EARLY_STAGES, Proposal
from fundapp.committee.rubric import Decision, Rubric
from fundapp.committee.standing import ComputedLevel, FloorMark, Standing, floor_marks, standing
from fundapp.fund.entries import resolution_reserves
from fundapp.fund.journal import Recorded as At
from fundapp.fund.journal import post
from fundapp.fund.limits import Headroom, check_reservation, follow_on_part_yen, touched_headrooms
from fundapp.fund.terms import FundTerms
from fundapp.network.facts import SourcingRules
from fundapp.network.offer import WRITTEN
from fundapp.network.support_facts import SupportFacts
from fundapp.record.book import Book, Item
from fundapp.record.roll import roll, unfilled, voters


def sourcing_rules(decision: Decision) -> SourcingRules:
    """What the facts of support need of the rubric's rules."""
    return SourcingRules(
        uncovered_cost_factor=decision.uncovered_cost_factor,
        imputed_lateness_factor=decision.imputed_lateness_factor,
        imputed_lead_time_days=decision.imputed_lead_time_days,
    )


def computed_levels(rubric: Rubric, support: SupportFacts, counting: Counting) -> tuple[ComputedLevel, ...]:
    """The level of each axis-2 criterion that the facts give. Nothing applies to a company that needs no support."""
    seen = {fact.id: FactSeen(value=fact.value, cases=fact.cases) for fact in support.values(counting).values()}
    levels = []
    for criterion in rubric.axis("axis2").criteria:
        if not support.needs_support or (criterion.needs_parts and not support.has_parts):
            levels.append(ComputedLevel(criterion_id=criterion.id, level=None))
            continue
        found = level_for(criterion, seen)
        levels.append(
            ComputedLevel(criterion_id=criterion.id, level=found.level, capped=found.capped, left_out=found.left_out)
        )
    return tuple(levels)


def support_check(support: SupportFacts, counting: Counting) -> SupportCheck:
    """What gate G4 needs of the facts. None where a proposal has no parts or no critical line or need."""
    values = support.values(counting)
    coverage, needs = values.get("cov_critical"), values.get("every_critical_need_covered")
    return SupportCheck(
        critical_coverage=coverage.value if coverage else None,
        critical_needs_covered=None if needs is None or needs.value is None else needs.value == 1,
        open_rows=(*(coverage.missing if coverage else ()), *(needs.missing if needs else ())),
    )


def standing_of(book: Book, item: Item) -> Standing:
    """The standing of a frozen item from the cards of those who vote on it."""
    assert item.frozen is not None, "an item stands nowhere before its facts are frozen"
    seats = {entry.seat_id: entry.person for entry in voters(book, item)}
    cards = [card for card in item.scorecards if seats.get(card.seat_id) == card.person]
    return standing(book.rubric_of(item), cards, item.frozen.firm, item.frozen.with_hands)


def low_marks(book: Book, item: Item) -> tuple[FloorMark, ...]:
    """The single marks below a floor of those who vote on the item, in either round."""
    seats = {entry.seat_id: entry.person for entry in voters(book, item)}
    return floor_marks(
        book.rubric_of(item), (card for card in item.scorecards if seats.get(card.seat_id) == card.person)
    )


def undiscussed(book: Book, item: Item) -> tuple[FloorMark, ...]:
    """The marks below a floor while nothing was noted of the discussion since the reveal (floor_alert)."""
    revealed_at = item.revealed_at
    if revealed_at is None or any(note.at >= revealed_at for note in item.notes):
        return ()
    return low_marks(book, item)


def money_check(book: Book, proposal: Proposal, amount_yen: int) -> MoneyCheck:
    """Whether the fund has room for this amount now: the tightest of balance and limits."""
    room_yen = min(one.room_yen for one in rooms(book, proposal))
    return MoneyCheck(fits=amount_yen <= room_yen, room_yen=room_yen, asked_yen=amount_yen)


def within_room_yen(book: Book, proposal: Proposal) -> int:
    """What an approval may name: the ask, or as much of it as the fund has room for; the ask where it has none."""
    room_yen = money_check(book, proposal, proposal.ask_yen).room_yen
    return min(proposal.ask_yen, room_yen) if room_yen > 0 else proposal.ask_yen


def _touched(proposal: Proposal) -> dict[str, Any]:
    """What of a proposal the limits look at."""
    return {
        "company_id": proposal.company.id,
        "sector": proposal.sector,
        "early_stage": proposal.stage in EARLY_STAGES,
    }


def _year(book: Book, terms: FundTerms) -> int:
    """The fund's year at the last entry of the record: a Book knows no other time."""
    return terms.year_of(day_of(book.at)) if book.at else 1


def reservation_refusal(
    book: Book, proposal: Proposal, amount_yen: int, voting_share: Fraction | None, on: date
) -> Refusal | None:
    """None when the fund may reserve this amount; else the refusal with its figures."""
    assert book.terms is not None
    return check_reservation(
        book.terms,
        book.balances,
        **_touched(proposal),
        year=book.terms.year_of(on),
        amount_yen=amount_yen,
        voting_share=voting_share,
    )


def gates_of(book: Book, item: Item, amount_yen: int | None = None) -> GateView:
    """All gates of a frozen item; the money gate asks for `amount_yen`, or for what the proposal asks."""
    assert item.frozen is not None
    frozen, rubric = item.frozen, book.rubric_of(item)
    entries = roll(book, item)
    return gates(
        rubric,
        standing_of(book, item),
        intake=intake_gate(
            frozen.proposal.intake, frozen.support.bill_revision, needs_support=frozen.proposal.needs_support
        ),
        support={counting: support_check(frozen.support, counting) for counting in ("firm", "with_hands")},
        money=money_check(book, frozen.proposal, amount_yen or frozen.proposal.ask_yen),
        meeting=MeetingCheck(
            seats=len(entries),
            present=sum(entry.mode != "absent" for entry in entries),
            eligible=sum(not entry.recused and entry.mode != "absent" for entry in entries),
            unfilled=len(unfilled(book, item)),
        ),
    )


def rooms(book: Book, proposal: Proposal) -> tuple[Headroom, ...]:
    """The balance and every limit that an investment in this proposal's company touches."""
    assert book.terms is not None
    return touched_headrooms(book.terms, book.balances, **_touched(proposal), year=_year(book, book.terms))


def reserving(book: Book, proposal: Proposal, amount_yen: int) -> Book:
    """The Book as if this amount were reserved for the proposal; for what-if only."""
    assert book.terms is not None
    balances = dict(book.balances)
    reserved = resolution_reserves(
        at=At(effective=date.min, recorded_seq=0),
        deal_id=f"what-if-{proposal.id}",
        **_touched(proposal),
        year=_year(book, book.terms),
        amount_yen=amount_yen,
        follow_on_yen=follow_on_part_yen(balances, proposal.company.id, amount_yen),
    )
    post(balances, reserved)
    return replace(book, balances=balances)


def still_fit(
    book: Book, first: Proposal, amount_yen: int, others: Sequence[Proposal]
) -> tuple[tuple[Proposal, MoneyCheck], ...]:
    """What is left for each of the others when `first` got `amount_yen`: balance, company, sector and stage."""
    after = reserving(book, first, amount_yen)
    return tuple((other, money_check(after, other, other.ask_yen)) for other in others)


class OpenCondition(Fact):
    """A need that is not firm, or a critical line without a firm source: a conditional approval names each."""

    id: Text
    name: Text
    person: Text = ""
    due: date | None = None


def open_conditions(support: SupportFacts) -> tuple[OpenCondition, ...]:
    """What a conditional approval turns into conditions precedent of the first tranche."""
    needs = tuple(
        OpenCondition(id=need.id, name=need.name, person=need.person, due=need.due)
        for need in support.needs
        if need.rung < WRITTEN
    )
    lines = tuple(
        OpenCondition(id=line.id, name=f"{line.part_number} {line.description}".strip())
        for line in support.lines
        if line.critical and line.valid_sources == 0
    )
    return needs + lines

"""What was judged, for the export: proposals with their place, frozen facts, scores.

No mark is taken from an item before its reveal, not even the reader's own.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from fundapp.basis.numbers import half_up
from fundapp.committee.proposal import Proposal
from fundapp.committee.standing import Standing
from fundapp.record.book import Book, Frozen, Item
from fundapp.record.judging import standing_of
from fundapp.record.out_table import OutTable, out_table


def judged_tables(book: Book, proposals: Sequence[Proposal]) -> Iterator[OutTable]:
    """The tables of what was judged, from a seen Book and the proposals whose files are open to its reader."""
    items = tuple(book.items.values())
    places = {item.id: standing_of(book, item) for item in items if item.revealed_at and item.frozen}
    yield out_table(
        "proposals",
        "code name_ja name_en ask_yen axis1 axis2 quadrant resolution",
        (_proposal(book, one, places) for one in proposals),
    )
    yield out_table(
        "record/items",
        "item_id meeting_id number proposal_id proposal_code hidden facts_as_of rubric_digest scored revealed_at"
        " axis1 axis2_committee axis2 axis2_with_hands quadrant",
        (_item(item, places.get(item.id)) for item in items),
    )
    yield from _scores(book, items, places)
    yield from _frozen(book, [(item.id, item.frozen) for item in items if item.frozen is not None])


def points(value: Fraction | None) -> Decimal | None:
    """Points with two decimals, rounded half up."""
    return None if value is None else half_up(value)


def _latest(book: Book, proposal_id: str) -> Item | None:
    own = [item for item in book.items.values() if item.proposal_id == proposal_id]
    return max(own, key=lambda item: (book.meetings[item.meeting_id].number, item.number), default=None)


def _proposal(book: Book, proposal: Proposal, places: dict[str, Standing]) -> tuple[Any, ...]:
    """A proposal with its place and its resolution in the last meeting that had it; axis 2 as the gates see it."""
    item = _latest(book, proposal.id)
    place = places.get(item.id) if item else None
    resolved = item.resolved if item else None
    return (
        *(proposal.code, proposal.name.ja, proposal.name.en, proposal.ask_yen),
        *((points(place.axis1.points), points(place.firm.points), place.quadrant) if place else (None, None, None)),
        resolved.resolution if resolved else None,
    )


def _item(item: Item, place: Standing | None) -> tuple[Any, ...]:
    frozen = item.frozen
    return (
        *(item.id, item.meeting_id, item.number, item.proposal_id, item.proposal_code, item.hidden),
        *((frozen.as_of, frozen.rubric_digest) if frozen else (None, None)),
        *(item.scored, item.revealed_at),
        *(
            (
                *(points(place.axis1.points), points(place.axis2.points)),
                *(points(place.firm.points), points(place.with_hands.points), place.quadrant),
            )
            if place
            else (None,) * 5
        ),
    )


def _scores(book: Book, items: Sequence[Item], places: dict[str, Standing]) -> Iterator[OutTable]:
    yield out_table(
        "record/scores",
        "item_id seat_id person round entry axis criterion_id level reason next_level_would_raise linked_sha256"
        " scan_sha256",
        (
            (
                *(item.id, card.seat_id, card.person, card.round, card.entry, given.axis, given.criterion_id),
                *(given.level, book.words_of(given.reason), given.next_level_would_raise, given.linked_sha256),
                card.scan_sha256,
            )
            for item in items
            if item.revealed_at is not None
            for card in item.scorecards
            for given in card.levels
        ),
    )
    yield out_table(
        "record/committee_levels",
        "item_id axis criterion_id applicable value spread",
        (
            (item_id, axis.axis, one.criterion_id, one.applicable, one.value, one.spread)
            for item_id, place in places.items()
            for axis in (place.axis1, place.axis2)
            for one in axis.criteria
        ),
    )


def _frozen(book: Book, found: Sequence[tuple[str, Frozen]]) -> Iterator[OutTable]:
    yield out_table(
        "record/frozen_proposals",
        "item_id proposal_id code name_ja name_en company_id company_ja company_en ask_yen instrument pre_money_yen"
        " sector stage use_of_funds reasons_for reasons_against needs_support bill_revision",
        (
            (
                *(of, one.id, one.code, one.name.ja, one.name.en),
                *(one.company.id, one.company.name.ja, one.company.name.en, one.ask_yen, one.instrument),
                *(one.pre_money_yen, one.sector, one.stage, one.use_of_funds),
                *(one.reasons_for, one.reasons_against, one.needs_support, bill_revision),
            )
            for of, one, bill_revision in ((of, one.proposal, one.support.bill_revision) for of, one in found)
        ),
    )
    yield out_table(
        "record/frozen_facts",
        "item_id counting fact_id value cases counted missing",
        (
            (of, counting, fact.id, fact.value, fact.cases, fact.counted, fact.missing)
            for of, one in found
            for counting, facts in (("firm", one.support.firm), ("with_hands", one.support.with_hands))
            for fact in facts
        ),
    )
    yield out_table(
        "record/computed_levels",
        "item_id counting criterion_id level capped left_out",
        (
            (of, counting, level.criterion_id, level.level, level.capped, level.left_out)
            for of, one in found
            for counting, levels in (("firm", one.firm), ("with_hands", one.with_hands))
            for level in levels
        ),
    )
    yield out_table(
        "record/frozen_lines",
        "item_id line_id part_number description assembly kind critical target_yen valid_sources hands"
        " offer_id provider selected_yen lead_time_days imputed quote_age_days",
        (
            (
                *(of, line.id, line.part_number, line.description, line.assembly, line.kind, line.critical),
                *(line.target_yen, line.valid_sources, line.hands, line.offer_id, line.provider),
                *(line.selected_yen, line.lead_time_days, line.imputed, line.quote_age_days),
            )
            for of, one in found
            for line in one.support.lines
        ),
    )
    yield out_table(
        "record/frozen_co_finance",
        "item_id id kind source amount_yen begins ends state pays_for changed_plan",
        (
            (
                *(of, money.id, money.kind, money.source, money.amount_yen, money.begins, money.ends),
                *(money.state, money.pays_for, money.changed_plan),
            )
            for of, one in found
            for money in one.proposal.co_finance
        ),
    )
    yield out_table(
        "record/frozen_needs",
        "item_id need_id name critical item provider person deliverable due cost_yen cost_bearer"
        " owner_consent complete rung ends_when handed_to",
        (
            (
                *(of, need.id, need.name, need.critical, need.item, need.provider, book.words_of(need.person)),
                *(need.deliverable, need.due, need.cost_yen, need.cost_bearer),
                *(need.owner_consent, need.complete, need.rung, need.ends_when, need.handed_to),
            )
            for of, one in found
            for need in one.support.needs
        ),
    )

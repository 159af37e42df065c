"""The committee's part of the export: seats, rubrics, meetings, and the course of every item. Pure reading of the Book.

It is made from a Book that has passed sight.
"""

from collections.abc import Iterator
from typing import Any

from fundapp.basis.days import instant_text
from fundapp.committee.item import Motion
from fundapp.committee.proposal import Terms
from fundapp.record.book import Book, Item, Meeting
from fundapp.record.out_table import OutTable, out_table

_TERMS = "amount_yen instrument pre_money_yen ownership voting_share"


def committee_tables(book: Book) -> Iterator[OutTable]:
    """The tables of the committee but for what was frozen and scored, from the Book as its reader may see it."""
    yield from _set_up(book)
    yield from _meetings(book)
    items = tuple(book.items.values())
    yield from _interests(book, items)
    yield out_table(
        "record/notes",
        "item_id at speaker saying about gist",
        (
            (item.id, note.at, note.speaker, note.saying, note.about, book.words_of(note.gist))
            for item in items
            for note in item.notes
        ),
    )
    yield from _votes(book, items)
    yield from _resolutions(items)


def _set_up(book: Book) -> Iterator[OutTable]:
    yield out_table(
        "record/seats",
        "seat_id rank name_ja name_en organisation holder alternates",
        (
            (one.id, one.rank, one.name.ja, one.name.en, one.organisation, one.holder, one.alternates)
            for one in book.seats_by_rank()
        ),
    )
    outside = book.outside.values()
    yield out_table(
        "record/outside_alternates", "person organisation", ((one.person, one.organisation) for one in outside)
    )
    criteria = [
        (digest, axis, criterion)
        for digest, rubric in book.rubrics.items()
        for axis in rubric.axes
        for criterion in axis.criteria
    ]
    yield out_table(
        "record/rubric_criteria",
        "rubric_digest in_force axis criterion_id name_ja name_en weight_pct floor",
        (
            (digest, digest == book.rubric_digest, axis.id, one.id, one.name.ja, one.name.en, one.weight_pct, one.floor)
            for digest, axis, one in criteria
        ),
    )
    yield out_table(
        "record/rubric_levels",
        "rubric_digest axis criterion_id level text_ja text_en",
        (
            (digest, axis.id, one.id, level.level, level.text.ja, level.text.en)
            for digest, axis, one in criteria
            for level in one.levels
        ),
    )


def _meetings(book: Book) -> Iterator[OutTable]:
    meetings = book.meetings.values()
    yield out_table(
        "record/meetings",
        "meeting_id number held_on place two_way_sound_and_picture convener recorder"
        " opened_at closed_at closing_seq closing_hash"
        " answer_by urgent_because ended_by ended_person ended_reason",
        (
            (
                *(one.id, one.number, one.held_on, one.place, one.two_way_sound_and_picture),
                *(one.convener, one.recorder, one.opened_at, one.closed_at),
                *((one.closing_seq, one.closing_hash) if one.closed_at else (None, None)),
                *_circulated(book, one),
            )
            for one in meetings
        ),
    )
    yield out_table(
        "record/attendance",
        "meeting_id seat_id person mode",
        ((one.id, seat.seat_id, seat.person, seat.mode) for one in meetings for seat in one.attendance),
    )
    yield out_table(
        "record/corrections",
        "meeting_id item_number person proposed_at passage wanted accepted answer answered_at",
        (
            (
                *(one.id, each.item_number, each.person, each.proposed_at, book.words_of(each.passage)),
                *(book.words_of(each.wanted), each.accepted, book.words_of(each.answer), each.answered_at),
            )
            for one in meetings
            for each in one.corrections
        ),
    )
    yield out_table(
        "record/minutes",
        "meeting_id version settled_at settled_seq settled_hash confirmed excused decision_number locked_at"
        " reopened_at reopened_because",
        (
            (
                *(one.id, each.number, each.settled_at, each.settled_seq, each.settled_hash),
                tuple(f"{signed.person} {instant_text(signed.at)}" for signed in each.confirmed),
                tuple(out.person for out in each.excused),
                *(each.decision_number, each.locked_at, each.reopened_at, book.words_of(each.reopened_because)),
            )
            for one in meetings
            for each in one.versions
        ),
    )
    yield out_table(
        "record/attestations",
        "meeting_id version locked_seq locked_hash kind by stated_at entered_at value",
        (
            (
                *(one.id, each.number, each.locked_seq, each.locked_hash),
                *(held.kind, held.by, held.stated_at, held.entered_at, held.value),
            )
            for one in meetings
            for each in one.versions
            for held in each.attested
        ),
    )
    yield out_table(
        "record/observers",
        "meeting_id person",
        ((one.id, person) for one in meetings for person in one.observers),
    )
    yield out_table(
        "record/absences",
        "meeting_id seat_id person left_at returned_at",
        ((one.id, out.seat_id, out.person, out.left_at, out.returned_at) for one in meetings for out in one.absences),
    )


def _circulated(book: Book, meeting: Meeting) -> tuple[Any, ...]:
    """What a written resolution has more than a meeting; empty for a meeting."""
    if meeting.circulation is None:
        return (None,) * 5
    ended = meeting.circulation.ended
    return (
        *(meeting.circulation.answer_by, book.words_of(meeting.circulation.urgent_because)),
        *((ended.by, ended.person, book.words_of(ended.reason)) if ended else (None, None, None)),
    )


def _interests(book: Book, items: tuple[Item, ...]) -> Iterator[OutTable]:
    yield out_table(
        "record/interests",
        "item_id seat_id person kind level remark by_rule entry",
        (
            (item.id, one.seat_id, one.person, one.kind, one.level, book.words_of(one.remark), one.by_rule, one.entry)
            for item in items
            for one in item.interests
        ),
    )
    yield out_table(
        "record/readings",
        "item_id seat_id person read_at papers facts_sha256 entry",
        (
            (item.id, one.seat_id, one.person, one.at, one.papers, one.facts_sha256, one.entry)
            for item in items
            for one in item.readings
        ),
    )
    yield out_table(
        "record/recusals",
        "item_id seat_id person kind organisation by_rule left_at objection",
        (
            (
                *(item.id, one.seat_id, one.person, one.kind, one.organisation, one.by_rule),
                *(one.left_at, book.words_of(one.objection)),
            )
            for item in items
            for one in item.recusals
        ),
    )
    yield out_table(
        "record/alternates_seated",
        "item_id seat_id person",
        ((item.id, seat_id, person) for item in items for seat_id, person in item.alternates),
    )
    yield out_table(
        "record/alternates_excused",
        "item_id person",
        ((item.id, person) for item in items for person in item.excused),
    )


def _terms(terms: Terms | None) -> tuple[Any, ...]:
    if terms is None:
        return (None,) * len(_TERMS.split())
    return (terms.amount_yen, terms.instrument, terms.pre_money_yen, terms.ownership, terms.voting_share)


def _votes(book: Book, items: tuple[Item, ...]) -> Iterator[OutTable]:
    motions: list[tuple[str, Motion]] = [(item.id, motion) for item in items for motion in item.motions]
    counts = ("for_", "against", "abstain", "recused", "eligible", "required", "carried", "missing")
    yield out_table(
        "record/motions",
        f"item_id number resolution by {_TERMS} defer_reason exception withdrawn {' '.join(counts)}",
        (
            (
                *(of, one.number, one.resolution, one.by, *_terms(one.terms), one.defer_reason),
                *(one.exception, one.withdrawn),
                *(getattr(one.tally, count) if one.tally else None for count in counts),
            )
            for of, one in motions
        ),
    )
    yield out_table(
        "record/roll",
        "item_id motion seat_id person mode recused",
        (
            (of, one.number, seat.seat_id, seat.person, seat.mode, seat.recused)
            for of, one in motions
            for seat in one.roll
        ),
    )
    yield out_table(
        "record/ballots",
        "item_id motion seat_id person vote reason entry",
        (
            (of, one.number, given.seat_id, given.person, given.vote, book.words_of(given.reason), given.entry)
            for of, one in motions
            for given in one.ballots
        ),
    )


def _resolutions(items: tuple[Item, ...]) -> Iterator[OutTable]:
    resolved = [(item, item.resolved) for item in items if item.resolved is not None]
    yield out_table(
        "record/resolutions",
        f"item_id resolution decision_number at {_TERMS} defer_reason short_yen exception again_by",
        (
            (
                *(item.id, one.resolution, one.decision_number, one.at, *_terms(one.terms)),
                *(one.defer_reason, one.short_yen, one.exception, one.again_by),
            )
            for item, one in resolved
        ),
    )
    yield out_table(
        "record/conditions",
        "item_id n row text owner due",
        (
            (item.id, n, condition.row, condition.text, condition.owner, condition.due)
            for item, one in resolved
            for n, condition in enumerate(one.conditions, 1)
        ),
    )
    yield out_table(
        "record/gates",
        "item_id counting gate outcome open_rows",
        (
            (item.id, counting, gate.id, gate.outcome, gate.rows)
            for item in items
            if item.gates is not None
            for counting, gates in (("firm", item.gates.firm), ("with_hands", item.gates.with_hands))
            for gate in gates
        ),
    )

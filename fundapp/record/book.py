"""The Book: everything that the record says, as a fold over its events."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from fundapp.basis.days import Instant, day_of
from fundapp.basis.fact import Fact, Text
from fundapp.committee.circulation import Circulation, Reading
from fundapp.committee.gates import GateView
from fundapp.committee.item import (
    Absence,
    Attendance,
    Interest,
    Motion,
    Note,
    OutsideAlternate,
    Resolved,
    Scorecard,
    Seat,
)
from fundapp.committee.minutes_life import Correction, Version
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import Rubric
from fundapp.committee.standing import ComputedLevel
from fundapp.followup.obligation import Promise
from fundapp.fund.journal import JournalEntry
from fundapp.fund.terms import FundTerms
from fundapp.network.support_facts import SupportFacts
from fundapp.record.events import AgendaEntry, Event, PlannedFee
from fundapp.record.money import CapitalCall as CapitalCall
from fundapp.record.money import ConditionDone as ConditionDone
from fundapp.record.money import Distribution as Distribution
from fundapp.record.money import Fee as Fee
from fundapp.record.money import Investment as Investment
from fundapp.record.money import Reservation as Reservation
from fundapp.record.money import TakenOver as TakenOver
from fundapp.record.money import Tranche as Tranche
from fundapp.record.money import WaitingOpening as WaitingOpening


class Meeting(Fact):
    """A meeting as the record holds it."""

    id: Text
    number: int
    held_on: date
    place: Text
    two_way_sound_and_picture: bool
    convener: Text
    recorder: Text
    opened_at: Instant
    closed_at: Instant | None = None
    closing_hash: Text = ""
    closing_seq: int = 0
    attendance: tuple[Attendance, ...] = ()
    arrived: tuple[tuple[Text, Instant], ...] = ()
    """(seat, time) of each seat that was filled only after the meeting had begun without it."""
    absences: tuple[Absence, ...] = ()
    observers: tuple[Text, ...] = ()
    """Who is present without a vote."""
    corrections: tuple[Correction, ...] = ()
    versions: tuple[Version, ...] = ()
    """The settled texts of the minutes, the last one in force."""
    agenda: tuple[AgendaEntry, ...] = ()
    circulation: Circulation | None = None
    """For a written resolution, which has no room."""

    def attending(self, seat_id: str) -> Attendance | None:
        """Who fills a seat in this meeting, or None when nobody is recorded."""
        return next((one for one in self.attendance if one.seat_id == seat_id), None)

    def last_absence(self, seat_id: str, person: str) -> Absence | None:
        """When this person on the seat last left the room."""
        own = [one for one in self.absences if (one.seat_id, one.person) == (seat_id, person)]
        return own[-1] if own else None

    def is_out(self, seat_id: str, person: str) -> bool:
        """True while this person on the seat is out of the room."""
        absence = self.last_absence(seat_id, person)
        return absence is not None and absence.returned_at is None


class Frozen(Fact):
    """What was fixed for the committee to judge on."""

    proposal: Proposal
    support: SupportFacts
    firm: tuple[ComputedLevel, ...]
    with_hands: tuple[ComputedLevel, ...]
    rubric_digest: Text
    as_of: date


class Recusal(Fact):
    """A seat's person out of this item."""

    seat_id: Text
    person: Text
    kind: Text
    organisation: bool
    by_rule: bool
    left_at: Instant
    objection: Text = ""


class Item(Fact):
    """An agenda item as the record holds it. A hidden one shows its number alone."""

    id: Text
    meeting_id: Text
    number: int
    proposal_id: Text = ""
    proposal_code: Text = ""
    hidden: bool = False
    frozen: Frozen | None = None
    frozen_hash: Text = ""
    """Hash of the entry that froze the facts last. Nobody can guess it; who may not see the item is not shown it."""
    interests: tuple[Interest, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    alternates: tuple[tuple[Text, Text], ...] = ()
    """(seat, person) seated for this item."""
    excused: tuple[Text, ...] = ()
    """Alternates who could not be had for this item."""
    readings: tuple[Reading, ...] = ()
    """Who has read what was frozen last; asked in a written resolution alone."""
    scorecards: tuple[Scorecard, ...] = ()
    scored: tuple[Text, ...] = ()
    """Seats that have submitted a first score; known before the reveal, the scores are not."""
    revealed_at: Instant | None = None
    notes: tuple[Note, ...] = ()
    motions: tuple[Motion, ...] = ()
    resolved: Resolved | None = None
    gates: GateView | None = None
    """The gates as they stood at the resolution."""

    def recusal_of(self, seat_id: str, person: str) -> Recusal | None:
        """The recusal of this person on this seat, if any."""
        return next((one for one in self.recusals if one.seat_id == seat_id and one.person == person), None)

    def open_motion(self) -> Motion | None:
        """The motion whose vote is open."""
        if self.motions and self.motions[-1].tally is None and not self.motions[-1].withdrawn:
            return self.motions[-1]
        return None


class Adoption(Fact):
    """A rubric that the committee adopted, and the day from which it holds."""

    in_force_from: date
    digest: Text


def _unspoken(_digest: str) -> str:
    return ""


@dataclass(slots=True)
class Book:
    """The state of one fund's record at `seq`. Fold makes it; nobody else changes it."""

    seq: int = 0
    tip: str = "0" * 64
    at: datetime | None = None
    terms: FundTerms | None = None
    seats: dict[str, Seat] = field(default_factory=dict)
    outside: dict[str, OutsideAlternate] = field(default_factory=dict)
    rubrics: dict[str, Rubric] = field(default_factory=dict)
    rubric_digest: str = ""
    rubric_since: date | None = None
    """The day from which the rubric in force holds."""
    adoptions: tuple[Adoption, ...] = ()
    """Every adoption in the order of the record; the one whose day came last is in force."""
    meetings: dict[str, Meeting] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    reservations: dict[str, Reservation] = field(default_factory=dict)
    promised: dict[str, tuple[Promise, ...]] = field(default_factory=dict)
    """Reservation -> the support that was promised when it was approved."""
    investments: dict[str, Investment] = field(default_factory=dict)
    calls: dict[str, CapitalCall] = field(default_factory=dict)
    distributions: dict[str, Distribution] = field(default_factory=dict)
    fees: dict[str, Fee] = field(default_factory=dict)
    fee_schedule: tuple[PlannedFee, ...] = ()
    established_on: date | None = None
    closed: tuple[tuple[int, date], ...] = ()
    """(place in the record, last day) of each period that was closed."""
    waiting_opening: WaitingOpening | None = None
    openings: dict[int, TakenOver] = field(default_factory=dict)
    """The tables by which a running fund was taken over, by their place in the record; also what was reversed."""
    entries: list[JournalEntry] = field(default_factory=list)
    balances: dict[str, int] = field(default_factory=dict)
    posted: dict[int, Event] = field(default_factory=dict)
    """What may be reversed, by its place in the record; also what has been."""
    reversals: dict[int, int] = field(default_factory=dict)
    """Place of what was reversed -> place of its reversal."""
    reversed_on: dict[int, date] = field(default_factory=dict)
    """Place of a reversal -> its day."""
    withdrawn: dict[int, tuple[Fact, ...]] = field(default_factory=dict)
    """Place of what was reversed -> what went with it, as it stood: a report of a day before the reversal tells it."""
    readings: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What was read off this very Book before (`once`); another Book begins without."""
    words_of: Callable[[str], str] = _unspoken
    """The words behind a digest, for the reader of a seen Book: who sees the digest may read the words."""

    def built(self, proposal_id: str) -> int:
        """How often the committee has resolved to build support for a proposal and bring it up again."""
        own = (item for item in self.items.values() if item.proposal_id == proposal_id and item.resolved)
        return sum(item.resolved is not None and item.resolved.resolution == "build_support" for item in own)

    @property
    def closed_until(self) -> date | None:
        """The last day of the last period that was closed."""
        return self.closed[-1][1] if self.closed else None

    def on(self, today: date) -> "Book":
        """The Book with the rubric that is in force on this day: a rubric adopted for a later day waits for it.

        The first one holds from its adoption on, since nothing else could be judged by. The Book itself when nothing
        has changed.
        """
        due = [one for one in self.adoptions if one.in_force_from <= today] or list(self.adoptions[:1])
        if not due:
            return self
        # Of two for one day the later word counts.
        chosen = max(enumerate(due), key=lambda one: (one[1].in_force_from, one[0]))[1]
        if (chosen.digest, chosen.in_force_from) == (self.rubric_digest, self.rubric_since):
            return self
        return replace(self, rubric_digest=chosen.digest, rubric_since=chosen.in_force_from)

    def of_its_day(self) -> "Book":
        """The Book with the rubric that was in force on the day of its last entry."""
        return self.on(day_of(self.at)) if self.at else self

    def waiting_rubric(self, today: date) -> Adoption | None:
        """The rubric that is adopted for a day to come, the next one."""
        later = [one for one in self.adoptions if one.in_force_from > today and one.digest != self.rubric_digest]
        return min(later, key=lambda one: one.in_force_from, default=None)

    def is_set_up(self) -> bool:
        """True once the fund has its terms, a rubric and seats: a meeting can be opened."""
        return self.terms is not None and bool(self.rubrics) and bool(self.seats)

    @property
    def rubric(self) -> Rubric:
        """The rubric in force. KeyError before one is adopted."""
        return self.rubrics[self.rubric_digest]

    def rubric_of(self, item: Item) -> Rubric:
        """The rubric that an item is judged by: the frozen one, else the one in force."""
        return self.rubrics[item.frozen.rubric_digest] if item.frozen else self.rubric

    def seats_by_rank(self) -> tuple[Seat, ...]:
        """The voting seats, the senior first."""
        return tuple(sorted(self.seats.values(), key=lambda seat: seat.rank))

    def items_of(self, meeting_id: str) -> tuple[Item, ...]:
        """The items of a meeting in the order of its agenda."""
        return tuple(self.items[entry.item_id] for entry in self.meetings[meeting_id].agenda)

    def under_way(self) -> tuple[Meeting, ...]:
        """What is not closed yet: the meeting in the room, and the written resolutions."""
        return tuple(meeting for meeting in self.meetings.values() if meeting.closed_at is None)

    def open_meeting(self) -> Meeting | None:
        """The meeting in the room that is under way, the latest first."""
        in_room = [meeting for meeting in self.under_way() if meeting.circulation is None]
        return max(in_room, key=lambda meeting: meeting.number, default=None)

    def circulations(self) -> tuple[Meeting, ...]:
        """The written resolutions that are under way, the most pressing first."""
        found = [(meeting.circulation.answer_by, meeting) for meeting in self.under_way() if meeting.circulation]
        return tuple(meeting for _by, meeting in sorted(found, key=lambda one: (one[0], one[1].number)))

    def current_item(self, meeting_id: str) -> Item | None:
        """The first item of the agenda without a resolution."""
        return next((item for item in self.items_of(meeting_id) if item.resolved is None), None)

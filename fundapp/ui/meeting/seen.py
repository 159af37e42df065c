"""The meeting under way as one person sees it, and that person's part in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from fundapp.basis.roles import Actor, Role
from fundapp.committee.item import Ballot, Motion, RollEntry, Seat
from fundapp.committee.rubric import ResolutionKind, Rubric
from fundapp.documents.minutes_text import speakers
from fundapp.documents.said import said
from fundapp.record.book import Book, Frozen, Item, Meeting
from fundapp.record.minutes_writer import Writer
from fundapp.record.roll import chair_of, roll, seat_of, unfilled, voters
from fundapp.text.catalogue import _, language
from fundapp.ui import gate


@dataclass(frozen=True)
class Seen:
    """One reading of the Book by one person, while a meeting is under way.

    The roll and what is read off it are made once: each of thirty lines asks who is in the chair.
    """

    actor: Actor
    book: Book
    names: Mapping[str, str]
    """The names of persons by id, in the language spoken now."""
    meeting: Meeting

    @cached_property
    def item(self) -> Item | None:
        """The first item without a resolution."""
        return self.book.current_item(self.meeting.id)

    @property
    def current(self) -> Item:
        """The current item, where the page has one."""
        assert self.item is not None, "every item is decided"
        return self.item

    @property
    def frozen(self) -> Frozen:
        """What the committee judges on in the current item, once it is frozen."""
        assert self.current.frozen is not None, "the facts are not frozen yet"
        return self.current.frozen

    @property
    def rubric(self) -> Rubric:
        """What the current item is judged by."""
        return self.book.rubric_of(self.item) if self.item else self.book.rubric

    @property
    def secretariat(self) -> bool:
        """True for whoever keeps the meeting."""
        return self.actor.has(Role.SECRETARIAT)

    @property
    def recused(self) -> bool:
        """True when this person takes no part in the current item."""
        return self.item is not None and self.item.hidden

    @cached_property
    def seat_id(self) -> str | None:
        """The seat on which this person judges the current item."""
        if self.item is None or self.item.hidden or not self.actor.has(Role.VOTING):
            return None
        return seat_of(self.book, self.item, self.actor.person)

    @property
    def own_seat(self) -> str:
        """The seat on which this person judges, where there is one."""
        assert self.seat_id is not None, "who takes no part has no seat here"
        return self.seat_id

    @cached_property
    def chair(self) -> RollEntry | None:
        """Who chairs the current item."""
        return chair_of(self.book, self.item) if self.item and not self.item.hidden else None

    @property
    def chairs(self) -> bool:
        """True when this person chairs the current item."""
        return self.chair is not None and self.chair.person == self.actor.person

    @cached_property
    def roll(self) -> tuple[RollEntry, ...]:
        """Every seat as it stands on the current item; empty for whoever may not know."""
        return roll(self.book, self.item) if self.item and not self.item.hidden else ()

    @cached_property
    def voters(self) -> tuple[RollEntry, ...]:
        """Who judges the current item; empty for whoever may not know."""
        return voters(self.book, self.item) if self.item and not self.item.hidden else ()

    @property
    def too_few(self) -> bool:
        """True when after recusals and absences fewer are left than may decide on the current item."""
        return len(self.voters) < self.rubric.decision.voting.least_eligible

    @property
    def undeclared(self) -> tuple[RollEntry, ...]:
        """The voters who have not yet said whether they have an interest."""
        said = {(one.seat_id, one.person) for one in self.item.interests} if self.item else set()
        return tuple(entry for entry in self.voters if (entry.seat_id, entry.person) not in said)

    @cached_property
    def unscored(self) -> tuple[RollEntry, ...]:
        """The voters whose first score is missing."""
        return tuple(entry for entry in self.voters if self.item and entry.seat_id not in self.item.scored)

    @cached_property
    def to_fill(self) -> tuple[Seat, ...]:
        """The empty seats that an alternate could still take; empty for whoever may not know."""
        return unfilled(self.book, self.item) if self.item and not self.item.hidden else ()

    @property
    def motion(self) -> Motion | None:
        """The motion whose vote is open."""
        return self.item.open_motion() if self.item else None

    @property
    def vote(self) -> Motion:
        """The motion that is voted on, where a vote is open."""
        assert self.motion is not None, "no vote is open"
        return self.motion

    @property
    def unvoted(self) -> tuple[RollEntry, ...]:
        """The voters whose vote on the open motion is missing."""
        return tuple(entry for entry in self.voters if self.ballot_of(entry.seat_id) is None) if self.motion else ()

    @property
    def writer(self) -> Writer:
        """Who tells the item as its minutes will, so that the screen and the print say the same."""
        return Writer(book=self.book, names=self.names)

    def ballot_of(self, seat_id: str | None) -> Ballot | None:
        """What a seat voted on the open motion."""
        ballots = self.motion.ballots if self.motion else ()
        return next((ballot for ballot in ballots if ballot.seat_id == seat_id), None)

    def declared(self) -> bool:
        """True when this person's interests in the current item are declared."""
        own = (self.seat_id, self.actor.person)
        return self.item is not None and any((one.seat_id, one.person) == own for one in self.item.interests)

    def scored(self) -> int:
        """How many scorecards this person has submitted for the current item: 0, 1 or 2."""
        return sum(card.person == self.actor.person for card in self.item.scorecards) if self.item else 0

    def decided(self) -> tuple[Item, ...]:
        """The items with a resolution, in the order of the agenda."""
        return tuple(item for item in self.book.items_of(self.meeting.id) if item.resolved)

    def name(self, person: str) -> str:
        """A person's name; the opaque id once the account is erased."""
        return self.names.get(person, person)

    def seat_name(self, seat_id: str) -> str:
        """What a seat is called."""
        return said(self.book.seats[seat_id].name)

    def resolution_name(self, kind: ResolutionKind) -> str:
        """What the rubric calls a resolution."""
        return next(said(one.name) for one in self.rubric.decision.resolutions if one.id == kind)

    def matter_name(self, item: Item) -> str:
        """An item by code and name of its proposal; by its number alone for whoever may not know."""
        if item.hidden:
            return _("Item {number}").format(number=item.number)
        proposal = item.frozen.proposal if item.frozen else gate.desk().proposal(self.actor, item.proposal_id)
        return f"{item.proposal_code} {said(proposal.name)}" if proposal else item.proposal_code


def look(actor: Actor) -> Seen | None:
    """The meeting under way as `actor` sees it now; None when there is none."""
    book = gate.desk().book(actor)
    meeting = book.open_meeting()
    if meeting is None:
        return None
    return seen_in(meeting, book, actor)


def seen_in(meeting: Meeting, book: Book, actor: Actor) -> Seen:
    """One meeting or written resolution under way, with the names of the people."""
    return Seen(actor=actor, book=book, names=speakers(gate.desk().people(), language()), meeting=meeting)

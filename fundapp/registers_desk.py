"""The desk's part about the registers: proposals, papers, support, bills, members, meetings to come, people."""

from collections.abc import Callable, Hashable, Mapping
from datetime import datetime
from threading import Lock
from typing import TypeVar, cast

from fundapp.basis.days import day_of
from fundapp.basis.fact import Fact
from fundapp.basis.roles import Actor, Role
from fundapp.committee.planning import PlannedMeeting, WordTemplate
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric_text import RubricText
from fundapp.followup.continuity import ContinuityCheck
from fundapp.followup.outcome import Course
from fundapp.fund.company_cash import CompanyCash
from fundapp.fund.market_index import MarketIndex
from fundapp.network.bill import Bill
from fundapp.network.facts import support_facts
from fundapp.network.layout import TableLayout
from fundapp.network.member import Member
from fundapp.network.register import SupportRegister
from fundapp.network.support_facts import SupportFacts
from fundapp.network.task import SupportTask
from fundapp.receipt import FUND
from fundapp.record.book import Book
from fundapp.record.judging import sourcing_rules
from fundapp.record.obligations import with_promises
from fundapp.record.outcomes_seen import courses_seen
from fundapp.record.sight import may_see_papers, papers_seen, reads_papers, sight
from fundapp.store import inquiries, outcomes, people, registers, support_tasks
from fundapp.store.connection import Connection
from fundapp.store.database import Database
from fundapp.store.files import Files
from fundapp.store.history import changes_of
from fundapp.store.indexes import read_indexes
from fundapp.store.tables import (
    ATTACHMENTS,
    CO_FINANCE,
    COMPANIES,
    COMPANY_CASH,
    CONTINUITY,
    EVIDENCE,
    PLANNED,
    PROPOSALS,
    SUMMONS,
    TEMPLATES,
)

T = TypeVar("T")
PROPOSAL_REGISTERS = tuple(table.name for table in (PROPOSALS, COMPANIES, EVIDENCE, ATTACHMENTS, CO_FINANCE))
"""What a proposal is made of."""
MOST_KEPT = 500


class KeptReadings:
    """What was read of the registers last: a page is drawn many times between two changes. Threads may share it."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[Hashable, object]] = {}
        self._lock = Lock()

    def of(self, what: Hashable, state: Hashable, read: Callable[[], T]) -> T:
        """What `read` gives, read once for a state of all that it depends on."""
        with self._lock:
            known = self._made.get(what)
        if known is not None and known[0] == state:
            return cast(T, known[1])
        made = read()
        with self._lock:
            if len(self._made) >= MOST_KEPT:
                self._made.clear()
            self._made[what] = state, made
        return made


class RegistersDesk:
    """Reading the registers. `Desk` has these methods; it brings the database, the files, the clock and the record."""

    database: Database
    files: Files
    _readings: KeptReadings
    _clock: Callable[[], datetime]

    def _caught_up(self, connection: Connection) -> Book:
        raise NotImplementedError

    def proposals(self, actor: Actor) -> tuple[Proposal, ...]:
        """The proposals whose files are open to this actor, by code."""
        with self.database.read() as connection:
            book = self._caught_up(connection)
            state = changes_of(connection, FUND, *PROPOSAL_REGISTERS)
            found = self._readings.of("proposals", state, lambda: registers.proposals(connection, FUND))
        return tuple(one for one in found if may_see_papers(book, actor, one.id))

    def proposal(self, actor: Actor, proposal_id: str) -> Proposal | None:
        """One proposal, or None when it is not there or not open to this actor."""
        with self.database.read() as connection:
            if not may_see_papers(self._caught_up(connection), actor, proposal_id):
                return None
            return registers.proposal(connection, FUND, proposal_id)

    def document(self, actor: Actor, proposal_id: str, sha256: str) -> tuple[str, bytes] | None:
        """Title and bytes of a paper of a proposal, as it is today or as it was once frozen; None when not open.

        The scan of a paper score sheet is among them from the reveal on, and for whoever it belongs to before.
        """
        with self.database.read() as connection:
            whole = self._caught_up(connection)
            found = registers.proposal(connection, FUND, proposal_id)
        if found is None or not may_see_papers(whole, actor, proposal_id):
            return None
        titles = {digest: title for title, digest in papers_seen(sight(whole, actor), found)}
        return (titles[sha256], self.files.read(sha256)) if sha256 in titles else None

    def rubric_text(self, actor: Actor) -> RubricText | None:
        """The text of the rubric that is put before the committee, for whoever reads papers; None without one."""
        if not reads_papers(actor):
            return None
        with self.database.read() as connection:
            return registers.rubric_text(connection, FUND)

    def support(self, actor: Actor, proposal_id: str) -> SupportRegister | None:
        """Today's rows of a proposal's support, or None when its file is not open to this actor.

        Sealed answers to an inquiry are not among them.
        """
        with self.database.read() as connection:
            register = self._register(connection, actor, proposal_id)
            if register is None:
                return None
            sealed = inquiries.sealed_ids(connection, FUND, self._clock())
        shown = tuple(offer for offer in register.offers if offer.inquiry_id not in sealed)
        return register.model_copy(update={"offers": shown})

    def _register(self, connection: Connection, actor: Actor, proposal_id: str) -> SupportRegister | None:
        book = self._caught_up(connection)
        if not may_see_papers(book, actor, proposal_id):
            return None
        return with_promises(registers.support_register(connection, FUND, proposal_id, self._clock()), book)

    def support_facts(
        self, actor: Actor, proposal_id: str, *, instead: Mapping[str, tuple[Fact, ...]] | None = None
    ) -> SupportFacts | None:
        """The facts of axis 2 as they are today, or None when the file is not open to this actor.

        `instead` are rows in the place of those of the registers: what the facts would be with them.
        """
        with self.database.read() as connection:
            book, now = self._caught_up(connection), self._clock()
            if not may_see_papers(book, actor, proposal_id):
                return None

            def read() -> SupportFacts:
                register = with_promises(registers.support_register(connection, FUND, proposal_id, now), book)
                rows = register.model_copy(update=dict(instead or {}))
                return support_facts(rows, day_of(now), sourcing_rules(book.rubric.decision))

            if instead is not None:
                return read()
            sealed = inquiries.sealed_ids(connection, FUND, now)
            state = (changes_of(connection, FUND), sealed, day_of(now), book.tip)
            return self._readings.of(("facts", proposal_id), state, read)

    def bills(self, actor: Actor, proposal_id: str) -> tuple[Bill, ...]:
        """The revisions of a proposal's bill, oldest first; none when its file is not open to this actor."""
        with self.database.read() as connection:
            if not may_see_papers(self._caught_up(connection), actor, proposal_id):
                return ()
            return registers.bills(connection, FUND, proposal_id)

    def support_tasks(self, actor: Actor) -> tuple[SupportTask, ...]:
        """The tasks on proposals whose files are open to this actor, the earliest due first."""
        with self.database.read() as connection:
            book = self._caught_up(connection)
            found = support_tasks.tasks(connection, FUND)
        return tuple(one for one in found if may_see_papers(book, actor, one.proposal_id))

    def layout(self, kind: str, layout: str) -> TableLayout | None:
        """What a person said that the columns of tables of this kind and layout mean."""
        with self.database.read() as connection:
            return registers.layout(connection, FUND, kind, layout)

    def courses(self, actor: Actor) -> tuple[Course, ...]:
        """What became of the collaborations, by code, as this actor may know it."""
        with self.database.read() as connection:
            book = self._caught_up(connection)
            found = outcomes.read_courses(connection, FUND)
        return courses_seen(book, actor, found)

    def company_cash(self, actor: Actor) -> tuple[CompanyCash, ...]:
        """What companies told of their cash, the earliest first; of those alone whose files are open to this actor."""
        with self.database.read() as connection:
            book = self._caught_up(connection)
            found = COMPANY_CASH.facts(connection, FUND)
        return tuple(one for one in found if may_see_papers(book, actor, one.proposal_id))

    def continuity_checks(self, actor: Actor) -> tuple[ContinuityCheck, ...]:
        """What was found at links after their support, by day; of the proposals whose files are open to this actor."""
        with self.database.read() as connection:
            book = self._caught_up(connection)
            found = CONTINUITY.facts(connection, FUND)
        return tuple(one for one in found if may_see_papers(book, actor, one.proposal_id))

    def market_indexes(self) -> tuple[MarketIndex, ...]:
        """The indexes that were taken in, by name: what anybody may read elsewhere."""
        with self.database.read() as connection:
            return read_indexes(connection, FUND)

    def members(self) -> tuple[Member, ...]:
        """The network's members and other providers, by code."""
        with self.database.read() as connection:
            return registers.members(connection, FUND)

    def planned_meetings(self) -> tuple[PlannedMeeting, ...]:
        """The calendar of meetings, by day. Proposals stand in it by id alone."""
        with self.database.read() as connection:
            return PLANNED.facts(connection, FUND)

    def meetings_to_come(self) -> tuple[PlannedMeeting, ...]:
        """The meetings on the calendar from today on that were neither called off nor opened already, by day."""
        with self.database.read() as connection:
            opened = {meeting.number for meeting in self._caught_up(connection).meetings.values()}
            planned = PLANNED.facts(connection, FUND)
        today = day_of(self._clock())
        return tuple(one for one in planned if one.day >= today and not one.cancelled and one.number not in opened)

    def summoned(self, actor: Actor, about: str) -> dict[str, datetime]:
        """Person -> when last written to about a meeting on the calendar or a written resolution; for the office."""
        if not actor.has(Role.SECRETARIAT):
            return {}
        with self.database.read() as connection:
            return {one.person: one.at for one in SUMMONS.facts(connection, FUND, about=about)}

    def word_template(self, template_id: str) -> WordTemplate | None:
        """The fund's own Word template of this kind, if it has one; its bytes are among the files."""
        with self.database.read() as connection:
            return next(iter(TEMPLATES.facts(connection, FUND, id=template_id)), None)

    def people(self) -> dict[str, people.Person]:
        """Everyone with an account, by id: names for seats, speakers and signatories."""
        with self.database.read() as connection:
            return {one.id: one for one in people.people(connection)}

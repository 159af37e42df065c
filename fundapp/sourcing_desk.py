"""The desk's part about who is able to make what: capabilities, and the lines of a bill with those who can."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property

from fundapp.basis.days import day_of
from fundapp.basis.fact import Fact
from fundapp.basis.roles import Actor
from fundapp.network.capability import Capability
from fundapp.network.expected import ExpectedCoverage, expected_coverage
from fundapp.network.matching import Directory, Match
from fundapp.network.process import ProcessTree
from fundapp.network.requirement import Requirement, requirements
from fundapp.places import rubrics_folder
from fundapp.receipt import FUND
from fundapp.record.book import Book
from fundapp.record.sight import may_see_papers, reads_papers
from fundapp.store import registers
from fundapp.store.capabilities import answers_of_able, capabilities, changes_of_capabilities, line_processes
from fundapp.store.connection import Connection
from fundapp.store.database import Database
from fundapp.store.process_files import load_process_tree


class LineMatched(Fact):
    """One line, what it needs, and who is able to make it."""

    need: Requirement
    members: tuple[Match, ...]


class Matched(Fact):
    """A bill's lines with those who are able. The lines that a person must classify have no process."""

    lines: tuple[LineMatched, ...]
    expected: ExpectedCoverage | None

    def unclassified(self) -> tuple[LineMatched, ...]:
        """A person's queue: lines of which the words do not tell what they need."""
        return tuple(one for one in self.lines if not one.need.process)

    def unmatched(self) -> tuple[LineMatched, ...]:
        """Lines of which the need is known and nobody is able."""
        return tuple(one for one in self.lines if one.need.process and not one.members)

    def member_ids(self) -> frozenset[str]:
        """Everyone who is able to make some line."""
        return frozenset(match.member_id for one in self.lines for match in one.members)


class SourcingDesk:
    """Capabilities and matching. `Desk` has these methods; it brings the database and the clock."""

    database: Database
    _clock: Callable[[], datetime]
    _ready: tuple[tuple[int, date], Directory] | None = None

    def _caught_up(self, connection: Connection) -> Book:
        raise NotImplementedError

    @cached_property
    def process_tree(self) -> ProcessTree:
        """The process tree of this installation. RuntimeError when its file has faults, which `doctor` names."""
        found = load_process_tree(rubrics_folder())
        if not isinstance(found, ProcessTree):
            raise RuntimeError(f"the process tree cannot be used: {found}")
        return found

    def capabilities(self, actor: Actor) -> tuple[Capability, ...]:
        """What the members are able to do, for who reads papers."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return capabilities(connection, FUND)

    def matched(self, actor: Actor, proposal_id: str) -> Matched | None:
        """Who is able to make the lines of a proposal's current bill; None without a bill or when it is not open."""
        with self.database.read() as connection:
            if not may_see_papers(self._caught_up(connection), actor, proposal_id):
                return None
            bill = registers.current_bill(connection, FUND, proposal_id)
            if bill is None:
                return None
            said = line_processes(connection, FUND, proposal_id)
            asked, answered = answers_of_able(connection, FUND, self._clock())
            directory = self._directory(connection)
        needs = requirements(bill, self.process_tree, said)
        lines = tuple(
            LineMatched(need=need, members=directory.match(need, self.process_tree) if need.process else ())
            for need in needs
        )
        return Matched(lines=lines, expected=expected_coverage([len(one.members) for one in lines], asked, answered))

    def _directory(self, connection: Connection) -> Directory:
        """The capabilities made ready, again when one of them or the day has changed."""
        key = changes_of_capabilities(connection, FUND), day_of(self._clock())
        ready = self._ready
        if ready is None or ready[0] != key:
            self._ready = ready = key, Directory(capabilities(connection, FUND), key[1])
        return ready[1]

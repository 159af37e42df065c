"""The desk's part about sourcing: capabilities, the lines of a bill with those who can make them, and plans."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property, partial

from fundapp.basis.days import day_of
from fundapp.basis.fact import Fact
from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Proposal
from fundapp.network.capability import Capability
from fundapp.network.expected import ExpectedCoverage, expected_coverage
from fundapp.network.matching import Directory, Match
from fundapp.network.offers_lost import OffersLost, offers_lost
from fundapp.network.plan import PlanAsked, PlanChoice, PlanGap, SourcingPlan, plan_case
from fundapp.network.process import ProcessTree
from fundapp.network.requirement import Requirement, requirements
from fundapp.network.sourcing import provider_key
from fundapp.places import rubrics_folder
from fundapp.planning.instance_file import instance_of
from fundapp.planning.outcome import Outcome, outcome
from fundapp.planning.runs import Run, Runs
from fundapp.receipt import FUND
from fundapp.record.book import Book
from fundapp.record.commands import AdoptPlan, RecordOffers
from fundapp.record.judging import sourcing_rules
from fundapp.record.permissions import PERMITTED
from fundapp.record.sight import may_see_papers, reads_papers
from fundapp.store import registers
from fundapp.store.capabilities import answers_of_able, capabilities, line_processes
from fundapp.store.connection import Connection
from fundapp.store.database import Database
from fundapp.store.files import Files
from fundapp.store.history import changes_of
from fundapp.store.inquiries import sealed_ids
from fundapp.store.plans import plans
from fundapp.store.process_files import load_process_tree
from fundapp.store.tables import CAPABILITIES


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
    """Capabilities, matching and plans. `Desk` has these methods; it brings the database, the files and the clock."""

    database: Database
    files: Files
    _clock: Callable[[], datetime]
    _runs: Runs[Outcome]
    _ready: tuple[tuple[int, date], Directory] | None = None

    def _caught_up(self, connection: Connection) -> Book:
        raise NotImplementedError

    def new_id(self) -> str:
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

    # Plans

    def start_plan(self, actor: Actor, proposal_id: str, asked: PlanAsked) -> bool:
        """Begin to make a plan, outside of whoever asks. False when there is no bill, or it is not open or not theirs.

        One run a proposal: a second press begins anew.
        """
        now = self._clock()
        with self.database.read() as connection:
            book = self._caught_up(connection)
            if not may_see_papers(book, actor, proposal_id) or not actor.has(*PERMITTED[AdoptPlan]):
                return False
            register = registers.support_register(connection, FUND, proposal_id, now)
            free = self._free_hours(connection)
        matched = self.matched(actor, proposal_id)
        if register.bill is None or matched is None:
            return False
        rules = sourcing_rules(book.rubric.decision)
        able = {one.need.line_id: len(one.members) for one in matched.lines if one.need.process}
        case = plan_case(register.bill, register.offers, day_of(now), rules, asked, hours=free, able=able)
        self._runs.start(proposal_id, partial(outcome, case, rules))
        return True

    def plan_run(self, actor: Actor, proposal_id: str) -> Run[Outcome] | None:
        """The plan that is being made or was made last in this process, for who may open the file."""
        with self.database.read() as connection:
            if not may_see_papers(self._caught_up(connection), actor, proposal_id):
                return None
        return self._runs.get(proposal_id)

    def forget_plan(self, actor: Actor, proposal_id: str) -> None:
        """Stop making the plan, and forget what came of it."""
        if self.plan_run(actor, proposal_id) is not None:
            self._runs.forget(proposal_id)

    def to_adopt(self, found: Outcome) -> SourcingPlan:
        """The plan as the register keeps it; its question is put among the files."""
        lines = found.case.bill.sourcing_lines()
        asked = found.case.asked
        return SourcingPlan(
            id=self.new_id(),
            proposal_id=found.case.bill.proposal_id,
            bill_revision=found.case.bill.revision,
            lot=asked.lot,
            plan_days=asked.plan_days,
            without=asked.without,
            opening_cost_yen=asked.opening_cost_yen,
            made_on=day_of(self._clock()),
            status=found.plan.status,
            cost_yen=found.summary.cost_yen,
            gap=Fraction(found.plan.gap).limit_denominator(1_000_000),
            choices=tuple(
                PlanChoice(line_id=lines[found.case.problem.offers[k].line].id, offer_id=found.case.offers[k].id)
                for k in found.plan.chosen
            ),
            gaps=tuple(PlanGap(line_id=str(line), reason=reason) for line, reason in found.plan.uncovered),
            solver=found.plan.solver,
            input_sha256=found.plan.input_sha256,
            file_sha256=self.files.put(instance_of(found.case.problem)),
        )

    def plans(self, actor: Actor, proposal_id: str) -> tuple[SourcingPlan, ...]:
        """The plans that were put in force, oldest first, for who may open the file."""
        with self.database.read() as connection:
            if not may_see_papers(self._caught_up(connection), actor, proposal_id):
                return ()
            return plans(connection, FUND, proposal_id)

    def offers_lost(self, actor: Actor) -> tuple[tuple[Proposal, OffersLost], ...]:
        """What each proposal whose sourcing this actor looks after has lost of its offers by today, by code."""
        if not actor.has(*PERMITTED[RecordOffers]):
            return ()
        today, found = day_of(self._clock()), []
        with self.database.read() as connection:
            book = self._caught_up(connection)
            sealed = sealed_ids(connection, FUND, self._clock())
            for one in registers.proposals(connection, FUND):
                bill = registers.current_bill(connection, FUND, one.id)
                if bill is None or not may_see_papers(book, actor, one.id):
                    continue
                # Of a sealed answer nobody learns yet that it ended.
                given = [
                    offer for offer in registers.offers(connection, FUND, one.id) if offer.inquiry_id not in sealed
                ]
                plan = next(iter(plans(connection, FUND, one.id)[-1:]), None)
                chosen = plan.chosen().values() if plan and plan.is_for(bill) else ()
                lost = offers_lost(bill, given, today, chosen)
                if lost.anything():
                    found.append((one, lost))
        return tuple(found)

    def _free_hours(self, connection: Connection) -> dict[str, int]:
        """Hours that a provider has free in a month, by every spelling; those who did not say are left out."""
        free: dict[str, int] = {}
        for one in capabilities(connection, FUND):
            if one.free_hours_per_month is not None:
                free[one.member_id] = max(free.get(one.member_id, 0), one.free_hours_per_month)
        return {
            provider_key(spelling): free[member.id]
            for member in registers.members(connection, FUND)
            if member.id in free
            for spelling in (member.id, member.code, member.name.ja, member.name.en)
        }

    def _directory(self, connection: Connection) -> Directory:
        """The capabilities made ready, again when one of them or the day has changed."""
        key = changes_of(connection, FUND, CAPABILITIES.name), day_of(self._clock())
        ready = self._ready
        if ready is None or ready[0] != key:
            self._ready = ready = key, Directory(capabilities(connection, FUND), key[1])
        return ready[1]

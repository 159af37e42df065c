"""The desk's part about the association's own life: income and aim, what bodies offer, what members do together."""

from collections.abc import Callable
from datetime import datetime

from fundapp.basis.days import day_of
from fundapp.basis.roles import Actor
from fundapp.network.growth import Growth, growth, target_of
from fundapp.network.income import IncomeMix, IncomeYear, income_mixes
from fundapp.network.service import Service
from fundapp.network.training import Training
from fundapp.network.visit import Issue
from fundapp.network.watch import Watch
from fundapp.receipt import FUND
from fundapp.record.sight import reads_papers
from fundapp.store import association, registers
from fundapp.store.association import GroupRows, SeminarRows
from fundapp.store.database import Database
from fundapp.store.tables import GROWTH_TARGETS, INCOME_YEARS, ISSUES, SERVICES, TRAININGS, WATCHES


class AssociationDesk:
    """Reading the association's life, for who reads papers. `Desk` has these methods; it brings database and clock."""

    database: Database
    _clock: Callable[[], datetime]

    def income_years(self, actor: Actor) -> tuple[IncomeYear, ...]:
        """The association's income as it was entered, the earliest year first."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return INCOME_YEARS.facts(connection, FUND)

    def income_mixes(self, actor: Actor) -> tuple[IncomeMix, ...]:
        """Each year's income with the fees that came in."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return income_mixes(INCOME_YEARS.facts(connection, FUND), association.fees_paid_yen(connection, FUND))

    def growth(self, actor: Actor) -> Growth | None:
        """The corporate members against the target in force; None without one."""
        if not reads_papers(actor):
            return None
        today = day_of(self._clock())
        with self.database.read() as connection:
            target = target_of(GROWTH_TARGETS.facts(connection, FUND), today)
            return growth(registers.members(connection, FUND), target, today) if target else None

    def services(self, actor: Actor) -> tuple[Service, ...]:
        """What every body offers."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return SERVICES.facts(connection, FUND)

    def trainings(self, actor: Actor) -> tuple[Training, ...]:
        """All trainings, the earliest first."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return TRAININGS.facts(connection, FUND)

    def seminar_rows(self, actor: Actor) -> SeminarRows:
        """All seminars with the hands that were raised."""
        if not reads_papers(actor):
            return SeminarRows(seminars=(), hands=())
        with self.database.read() as connection:
            return association.seminar_rows(connection, FUND)

    def group_rows(self, actor: Actor) -> GroupRows:
        """All groups with their members and introductions."""
        if not reads_papers(actor):
            return GroupRows(groups=(), members=(), introductions=())
        with self.database.read() as connection:
            return association.group_rows(connection, FUND)

    def watches(self, actor: Actor) -> tuple[Watch, ...]:
        """The watch list, the longest watched first."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return WATCHES.facts(connection, FUND)

    def issues(self, actor: Actor) -> tuple[Issue, ...]:
        """Every management issue that was heard, the earliest first."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return ISSUES.facts(connection, FUND)

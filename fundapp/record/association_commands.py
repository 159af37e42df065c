"""Orders about the association's own life: its income and aim, what bodies offer, what members do together."""

from fundapp.basis.fact import Text
from fundapp.network.group import Group, GroupIntroduction, GroupMember
from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.network.seminar import Seminar, SeminarHand
from fundapp.network.service import Service
from fundapp.network.training import Training
from fundapp.network.watch import Watch
from fundapp.record.command import RegisterCommand


class AssociationCommand(RegisterCommand):
    """An order about what the association does with and for its members."""


class RecordIncome(AssociationCommand):
    years: tuple[IncomeYear, ...]


class RecordGrowthTarget(AssociationCommand):
    target: GrowthTarget


class RecordServices(AssociationCommand):
    """All that a body offers; what is not named it offers no longer, with history."""

    member_id: Text
    services: tuple[Service, ...]


class RecordTrainings(AssociationCommand):
    trainings: tuple[Training, ...]


class RecordSeminar(AssociationCommand):
    """A seminar with all hands that were raised for it; those that are not named were taken down, with history."""

    seminar: Seminar
    hands: tuple[SeminarHand, ...] = ()


class RecordGroup(AssociationCommand):
    """A group with all its members; those that are not named have left it, with history."""

    group: Group
    members: tuple[GroupMember, ...] = ()


class RecordGroupIntroductions(AssociationCommand):
    introductions: tuple[GroupIntroduction, ...]


class RecordWatches(AssociationCommand):
    watches: tuple[Watch, ...]


OF_THE_ASSOCIATION: tuple[type[AssociationCommand], ...] = (
    RecordIncome,
    RecordGrowthTarget,
    RecordServices,
    RecordTrainings,
    RecordSeminar,
    RecordGroup,
    RecordGroupIntroductions,
    RecordWatches,
)
"""Every one of them: whoever keeps the registers gives them."""

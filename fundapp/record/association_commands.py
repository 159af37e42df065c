"""Orders about the association's own life: its income and aim, what bodies offer, trainings."""

from fundapp.basis.fact import Text
from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.network.service import Service
from fundapp.network.training import Training
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


OF_THE_ASSOCIATION: tuple[type[AssociationCommand], ...] = (
    RecordIncome,
    RecordGrowthTarget,
    RecordServices,
    RecordTrainings,
)
"""Every one of them: whoever keeps the registers gives them."""

"""Orders about the association's own life: its income and how many members it wants."""

from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.record.command import RegisterCommand


class AssociationCommand(RegisterCommand):
    """An order about what the association does with and for its members."""


class RecordIncome(AssociationCommand):
    years: tuple[IncomeYear, ...]


class RecordGrowthTarget(AssociationCommand):
    target: GrowthTarget


OF_THE_ASSOCIATION: tuple[type[AssociationCommand], ...] = (RecordIncome, RecordGrowthTarget)
"""Every one of them: whoever keeps the registers gives them."""

"""What every command is: an order to the desk."""

from datetime import date

from fundapp.basis.fact import Fact, Text

Remark = Text


class Command(Fact):
    """An order to the desk."""


class RegisterCommand(Command):
    """An order that changes the registers only."""


class DatedCommand(Command):
    """An order about the fund's money: `on` is the day from which it holds."""

    on: date

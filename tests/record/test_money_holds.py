"""Any life of the fund's money that `decide` allows keeps what must always hold, by name, after every step."""

from hypothesis import settings
from record.money_machine import STEPS, Money

TestMoney = Money.TestCase
TestMoney.settings = settings(max_examples=50, stateful_step_count=STEPS, deadline=None)

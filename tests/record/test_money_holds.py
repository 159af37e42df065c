"""Any life of the fund's money that `decide` allows keeps what must always hold, by name, after every step."""

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from record.money_machine import STEPS, AnyMoney, of_the_fund


def test_what_must_hold_holds_after_every_command_in_any_order() -> None:
    run_state_machine_as_test(AnyMoney, settings=settings(max_examples=50, stateful_step_count=STEPS, deadline=None))
    assert {one.__name__ for one in of_the_fund() - AnyMoney.tried.keys()} == set()

"""Every command of the fund's money in any order, in a new fund or in one that was taken over from its tables.

A long run: `uv run python tests/record/money_machine.py [RUNS]`, 2,000 lives of 30 steps unless told otherwise.
"""

import sys
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import initialize, rule, run_state_machine_as_test
from record.money_rules import CONDITIONAL, WHO, Money
from record.opening_life import Life, elsewhere, lived, tables
from small_fund import SECRETARIAT

from fundapp.basis.roles import Actor
from fundapp.fund.opening import Opening
from fundapp.record import commands as c
from fundapp.record import fund_commands
from fundapp.record.standing import WITHOUT_ENTRIES

LONG_RUNS, STEPS = 2_000, 30
HISTORIES = 200
"""Lives behind the tables that are brought."""


@lru_cache(HISTORIES)
def brought(number: int) -> tuple[Life, Opening]:
    """A fund's life elsewhere, and its tables."""
    life = lived(Random(number))
    return life, tables(life)


class AnyMoney(Money):
    """A fund that begins here, an empty one, or one that is taken over; then any command."""

    @initialize(
        drawn=st.integers(0, 2),
        begins=st.sampled_from(["here", "here", "taken over", "empty"]),
        history=st.integers(0, HISTORIES - 1),
    )
    def establish(self, drawn: int, begins: str = "here", history: int = 0) -> None:
        """In a fund of its own; or with the tables of another life, accepted or still to be brought."""
        super().establish(drawn)
        self.history, self.opening = brought(history)
        if begins == "here":
            self.resolve_now(CONDITIONAL, 8_000_000)
            self.sign_now(CONDITIONAL, [5_000_000, 2_000_000])
            return
        empty = elsewhere(self.history)
        self.now, self.terms = empty.now, empty.book.terms
        self.book = replace(empty.book, items=self.book.items, meetings=self.book.meetings)
        self.told.clear()
        if begins == "taken over":
            assert self.tries(c.ProposeOpening(opening_id="o", opening=self.opening, on=self.today)), self.decision
            assert self.tries(c.AcceptOpening(opening_id="o", on=self.today), SECRETARIAT), self.decision

    @rule(who=WHO)
    def bring(self, who: Actor) -> None:
        """The tables of a fund, which only empty books take."""
        self.tries(c.ProposeOpening(opening_id=f"o{self.book.seq}", opening=self.opening, on=self.today), who)

    @rule(who=WHO)
    def accept(self, who: Actor) -> None:
        waiting = self.book.waiting_opening
        self.tries(c.AcceptOpening(opening_id=waiting.id if waiting else "none", on=self.today), who)

    @rule(data=st.data())
    def take_back_what_moved_no_money(self, data: st.DataObject) -> None:
        """A decision, a condition or a support: the journal is the same afterwards."""
        steps = {seq for seq, one in self.book.posted.items() if type(one) in WITHOUT_ENTRIES}
        standing = sorted(steps - self.book.reversals.keys(), reverse=True)
        entries = len(self.book.entries)
        if standing:
            seq = data.draw(st.sampled_from(standing))
            self.tries(c.ReverseEntry(seq=seq, reason="r", on=self.today))
        assert len(self.book.entries) == entries

    @rule()
    def take_the_opening_back(self) -> None:
        """All of it at once, as long as the fund has not moved on."""
        if not self.book.openings:
            return
        if self.tries(c.ReverseEntry(seq=max(self.book.openings), reason="r", on=self.today)):
            assert self.book.balances == elsewhere(self.history).book.balances
            assert not self.book.investments


def of_the_fund() -> set[type[c.Command]]:
    """Every order about the fund's money."""
    found = (one for one in vars(fund_commands).values() if isinstance(one, type) and issubclass(one, c.DatedCommand))
    return {one for one in found if one is not c.DatedCommand}


def main(runs: int) -> None:
    """Lives through `runs` funds of `STEPS` steps each."""
    quiet = settings(
        max_examples=runs, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(AnyMoney, settings=quiet)
    for command in sorted(of_the_fund(), key=lambda one: one.__name__):
        print(f"{command.__name__:<20} tried {Money.tried[command]:>7}, carried out {Money.done[command]:>7}")
    never = [one.__name__ for one in of_the_fund() if not Money.done[one]]
    assert not never, f"never carried out: {never}"
    print(f"{runs} funds of {STEPS} steps: everything that must hold held after each step")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LONG_RUNS)

"""A plan without a solver: lines with few suppliers first, then improved line by line and supplier by supplier.

It is where the solver starts from, and the answer when the solver has no time.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from fundapp.planning.binaries import ROUNDING, Ints
from fundapp.planning.tidied import Tidied

NONE = -1


class Choice:
    """Which offer each line has, with the hours and lines that this puts on each supplier."""

    def __init__(self, tidied: Tidied) -> None:
        self.pick = [NONE] * len(tidied.weight)
        self._supplier = tidied.supplier.tolist()
        self._line = tidied.line.tolist()
        self._cost = tidied.cost.tolist()
        self._hours = tidied.hours.tolist()
        self._opening = tidied.opening.tolist()
        self._room = tidied.capacity.tolist()
        self._weight = tidied.weight.tolist()
        starts = tidied.starts.tolist()
        self._offers = [range(begin, end) for begin, end in pairwise(starts)]
        self._held: list[set[int]] = [set() for _ in self._opening]
        self._coverable = np.flatnonzero(tidied.coverable).tolist()

    def array(self) -> Ints:
        """The chosen offer of each line, -1 for none."""
        return np.array(self.pick, dtype=np.int64)

    def take_over(self, pick: Ints) -> None:
        """Choose as `pick` does, where a line has nothing yet. The hours have been seen to."""
        for line, offer in enumerate(pick.tolist()):
            if offer != NONE and self.pick[line] == NONE:
                self._put(line, offer)

    def cover(self) -> None:
        """Give every line the cheapest supplier that still has room, the hardest lines first."""
        open_lines = [line for line in self._coverable if self.pick[line] == NONE]
        for line in sorted(open_lines, key=lambda one: (len(self._offers[one]), -self._weight[one])):
            best = min((offer for offer in self._offers[line] if self._fits(offer)), key=self._added_yen, default=NONE)
            if best != NONE:
                self._put(line, best)
        for line in sorted(open_lines, key=lambda one: -self._weight[one]):
            if self.pick[line] == NONE:
                self._make_room_for(line)

    def improve(self, out_of_time: Callable[[], bool]) -> None:
        """Move lines one at a time, and empty suppliers, as long as that saves yen and there is time."""
        while not out_of_time():
            saved = sum(map(self._move, self._coverable))
            if out_of_time():
                return
            saved += sum(map(self._empty, range(len(self._held))))
            if saved < ROUNDING:
                return

    def _put(self, line: int, offer: int) -> None:
        self._drop(line)
        who = self._supplier[offer]
        self.pick[line] = offer
        self._held[who].add(line)
        self._room[who] -= self._hours[offer]

    def _drop(self, line: int) -> None:
        old = self.pick[line]
        if old != NONE:
            who = self._supplier[old]
            self._held[who].remove(line)
            self._room[who] += self._hours[old]
            self.pick[line] = NONE

    def _fits(self, offer: int) -> bool:
        return bool(self._hours[offer] <= self._room[self._supplier[offer]])

    def _added_yen(self, offer: int) -> float:
        who = self._supplier[offer]
        return float(self._cost[offer] + (0 if self._held[who] else self._opening[who]))

    def _freed_yen(self, line: int) -> float:
        """What is saved by taking the line away from its supplier."""
        offer = self.pick[line]
        who = self._supplier[offer]
        return float(self._cost[offer] + (self._opening[who] if len(self._held[who]) == 1 else 0))

    def _move(self, line: int) -> float:
        """Give a covered line a cheaper offer; the yen saved."""
        old = self.pick[line]
        if old == NONE or len(self._offers[line]) == 1:
            return 0.0
        freed = self._freed_yen(line)
        self._drop(line)
        best = min((offer for offer in self._offers[line] if self._fits(offer)), key=self._added_yen, default=old)
        saved = freed - self._added_yen(best)
        # Back where it was unless that saves: then the search ends.
        self._put(line, best if saved > 1e-9 else old)
        return max(saved, 0.0)

    def _empty(self, who: int) -> float:
        """Take all lines away from a supplier that costs to open, if others can have them for less; the yen saved."""
        if not self._opening[who] or len(self._held[who]) < 2:
            return 0.0
        held = sorted(self._held[who])
        before = {line: self.pick[line] for line in held}
        saved = self._opening[who]
        for line in held:
            self._drop(line)
            others = (offer for offer in self._offers[line] if self._supplier[offer] != who and self._fits(offer))
            best = min(others, key=self._added_yen, default=NONE)
            saved += self._cost[before[line]] - (self._added_yen(best) if best != NONE else np.inf)
            if saved <= 1e-9:
                break
            self._put(line, best)
        if saved > 1e-9:
            return float(saved)
        for line in held:
            self._drop(line)
        for line in held:
            self._put(line, before[line])
        return 0.0

    def _make_room_for(self, line: int) -> None:
        """Cover an uncovered line by moving one other line out of its supplier's way."""
        for wanted in self._offers[line]:
            who = self._supplier[wanted]
            for other in sorted(self._held[who]):
                if self._room[who] + self._hours[self.pick[other]] < self._hours[wanted]:
                    continue
                elsewhere = (
                    offer for offer in self._offers[other] if self._supplier[offer] != who and self._fits(offer)
                )
                best = min(elsewhere, key=self._added_yen, default=NONE)
                if best != NONE:
                    self._put(other, best)
                    self._put(line, wanted)
                    return

"""Plans being made: each in a thread of its own with its solving process, so that no page's rerun can end it."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import Generic, TypeVar

from fundapp.planning.highs import Solver
from fundapp.planning.solve import Progress

R = TypeVar("R")
Note = Callable[[str, int, int], None]
"""Told which step is being worked at, and how many of how many are done."""


@dataclass(frozen=True, slots=True)
class At:
    """How far a run is."""

    step: str = "start"
    done: int = 0
    of: int = 0
    best: Progress | None = None


class Run(Generic[R]):
    """One plan being made. `result` is None until it is ready, and stays so when the run was stopped or broke."""

    def __init__(self, work: Callable[["Run[R]", Solver], R]) -> None:
        self.result: R | None = None
        self.at = At()
        self.stop = Event()
        self._work = work
        self._thread = Thread(target=self._carry_out, daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """True when nothing more will come."""
        return not self._thread.is_alive()

    def note(self, step: str, done: int = 0, of: int = 0) -> None:
        """Say what is being worked at."""
        self.at = At(step, done, of, self.at.best)

    def tell(self, progress: Progress) -> None:
        """Say how good the plan is so far."""
        self.at = At(self.at.step, self.at.done, self.at.of, progress)

    def wait(self, seconds: float) -> None:
        """Until it is over, at most so long."""
        self._thread.join(seconds)

    def _carry_out(self) -> None:
        with Solver(self.stop) as solver:
            self.result = self._work(self, solver)


class Runs(Generic[R]):
    """The last run of each key. Starting another one stops the one before."""

    def __init__(self) -> None:
        self._runs: dict[str, Run[R]] = {}
        self._lock = Lock()

    def start(self, key: str, work: Callable[[Run[R], Solver], R]) -> Run[R]:
        """Begin, and stop what was under way for the same key."""
        with self._lock:
            before = self._runs.get(key)
            if before is not None:
                before.stop.set()
            self._runs[key] = started = Run(work)
        return started

    def get(self, key: str) -> Run[R] | None:
        """The last run of the key."""
        return self._runs.get(key)

    def forget(self, key: str) -> None:
        """Stop it and keep nothing of it."""
        with self._lock:
            run = self._runs.pop(key, None)
        if run is not None:
            run.stop.set()

"""HiGHS in a process of its own, seen from ours: what it has found so far is kept, whatever becomes of it."""

import queue
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Any

import numpy as np

from fundapp.planning.binaries import Binaries, Solution, receive, send
from fundapp.planning.solving_process import SolvingProcess, copied, started

_LISTEN_SECONDS = 0.1
"""How long a wish to stop may stay unheard."""

_Heard = queue.SimpleQueue[tuple[dict[str, Any], bytes] | None]
TellBound = Callable[[Solution | None, float], None]
"""Told each better solution (None when only the bound has moved) and the bound."""


@dataclass(frozen=True, slots=True)
class Solved:
    """The best solution found, None where there is none, and the proved bound below every solution."""

    solution: Solution | None
    bound: float
    proved: bool
    """Everything was searched: no other solution is better."""
    lost: bool = False
    """The solver's process ended before its time: killed from outside, out of memory, or crashed."""


class Solver:
    """One solving process, started when it is first needed or told to begin."""

    def __init__(self, stop: Event | None = None, *, alone: bool = False) -> None:
        """`alone`: nothing else runs in this program, so that the solving process may be a copy of it."""
        self.stop = stop or Event()
        """Whoever sets it ends the search, from whichever thread."""
        self._alone = alone
        self._version = ""
        self._process: SolvingProcess | None = None

    def __enter__(self) -> "Solver":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    @property
    def name(self) -> str:
        """The solver and its version, as a frozen plan names it."""
        if not self._version:
            # Looked up only where no answer has told it: that takes as long as a small plan's figures.
            from importlib.metadata import version

            self._version = version("highspy")
        return f"HiGHS {self._version}"

    def solve(self, binaries: Binaries, start: Solution, *, gap: float, seconds: float, tell: TellBound) -> Solved:
        """The least cost. `gap` is the share of it at which a proof is good enough; 0 asks for the least itself.

        Never longer than `seconds`: then, or when told to stop, the process is ended and what it had found counts.
        """
        ends = monotonic() + seconds
        process = self.begin()
        heard: _Heard = queue.SimpleQueue()
        asked = {"gap": gap, "seconds": max(seconds, 0.01)}
        listener = Thread(target=_converse, args=(process, binaries.packed(start), asked, heard), daemon=True)
        listener.start()
        best: Solution | None = None
        bound, lost = -inf, False
        while not lost and not self.stop.is_set() and (left := ends - monotonic()) > 0:
            try:
                message = heard.get(timeout=min(left, _LISTEN_SECONDS))
            except queue.Empty:
                continue
            if message is None:
                lost = True
                continue
            said, content = message
            found = _bits(content, len(start)) if content else None
            best = best if found is None else found
            bound = max(bound, said.get("bound", -inf))
            if said.get("done"):
                listener.join()
                self._version = said["version"]
                return Solved(best, bound, proved=said["proved"])
            tell(found, bound)
        process.kill()
        listener.join()
        self._end()
        return Solved(best, bound, proved=False, lost=lost)

    def begin(self) -> SolvingProcess:
        """Start the process, unless it runs: it takes a while until it is ready for a model."""
        if self._process is None:
            self._process = (copied() if self._alone else None) or started()
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            # What was not yet written to an ended process cannot be written.
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _bits(content: bytes, count: int) -> Solution:
    return np.unpackbits(np.frombuffer(content, dtype=np.uint8), count=count).astype(np.bool_)


def _converse(process: SolvingProcess, packed: bytes, asked: dict[str, float], heard: _Heard) -> None:
    """Ask, and pass on what is answered; None when the other side has ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        send(process.stdin, packed, **asked)
        while (message := receive(process.stdout)) is not None:
            heard.put(message)
            if message[0].get("done"):
                return
    except OSError:
        # A pipe that broke while we were writing says no more than one that ended while we were reading.
        pass
    heard.put(None)

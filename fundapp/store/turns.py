"""Whose turn it is to write: first come, first served, among threads and among processes.

SQLite's own lock decides what is correct; these queues decide who waits. Without them twenty writers wait more than
a second in the worst case, because SQLite lets whoever asks at the right moment go first.
"""

import threading
import time
from collections import deque
from pathlib import Path
from typing import Protocol
from weakref import WeakValueDictionary, finalize

POLL_S = 0.0003


class Turns(Protocol):
    """A queue of writers."""

    def acquire(self, timeout_s: float) -> bool:
        """Wait for one's turn; False when it did not come within `timeout_s`."""
        ...

    def release(self) -> None:
        """Let the next one go."""
        ...


class ThreadTurns:
    """Turns among the threads of one process. A thread that already has its turn must not ask again."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._holder: int | None = None

    def acquire(self, timeout_s: float) -> bool:
        """Wait for one's turn; False when it did not come within `timeout_s`."""
        me = threading.get_ident()
        assert self._holder != me, "a write inside a write would wait for itself"
        with self._guard:
            if self._holder is None:
                self._holder = me
                return True
            turn = threading.Event()
            self._waiting.append(turn)
        came = turn.wait(timeout_s)
        with self._guard:
            # The turn may have come between the end of the wait and here; then it is ours and must not be lost.
            if came or turn.is_set():
                self._holder = me
                return True
            self._waiting.remove(turn)
            return False

    def release(self) -> None:
        """Let the next one go. The turn is handed over: nobody who comes later can slip in before."""
        with self._guard:
            if self._waiting:
                self._holder = 0
                self._waiting.popleft().set()
            else:
                self._holder = None


try:
    import fcntl
except ImportError:  # Windows: SQLite's busy timeout alone, correct but not fair

    def process_turns(path: Path) -> Turns | None:  # noqa: ARG001 - the same signature everywhere
        """No queue among processes on this system."""
        return None

else:
    import os

    _DOOR, _NEXT, _SERVING, _FIRST_TICKET = 0, 8, 16, 64

    class _FileTurns:
        """Turns among processes by tickets in a file.

        Who comes draws a ticket and locks the byte of that number, then waits until the byte of the ticket before is
        free. The system frees the bytes of a process that dies, so nobody waits for the dead.
        """

        def __init__(self, path: Path) -> None:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self._ticket = 0
            finalize(self, os.close, self._file)

        def _number(self, offset: int) -> int:
            return int.from_bytes(os.pread(self._file, 8, offset))

        def _byte(self, operation: int, byte: int) -> None:
            fcntl.lockf(self._file, operation, 1, byte)

        def _is_free(self, byte: int) -> bool:
            try:
                self._byte(fcntl.LOCK_EX | fcntl.LOCK_NB, byte)
            except (BlockingIOError, PermissionError):
                return False
            self._byte(fcntl.LOCK_UN, byte)
            return True

        def acquire(self, timeout_s: float) -> bool:
            """Wait for one's turn; False when it did not come within `timeout_s`."""
            deadline = time.monotonic() + timeout_s
            self._byte(fcntl.LOCK_EX, _DOOR)
            self._ticket = self._number(_NEXT) + 1
            os.pwrite(self._file, self._ticket.to_bytes(8), _NEXT)
            self._byte(fcntl.LOCK_EX, _FIRST_TICKET + self._ticket)
            self._byte(fcntl.LOCK_UN, _DOOR)
            while not self._is_free(_FIRST_TICKET + self._ticket - 1):
                if time.monotonic() > deadline:
                    self._byte(fcntl.LOCK_UN, _FIRST_TICKET + self._ticket)
                    return False
                # Those far behind look less often, so that a long queue costs no more than a short one.
                time.sleep(POLL_S * max(1, min(100, self._ticket - self._number(_SERVING))))
            os.pwrite(self._file, self._ticket.to_bytes(8), _SERVING)
            return True

        def release(self) -> None:
            """Let the next one go."""
            self._byte(fcntl.LOCK_UN, _FIRST_TICKET + self._ticket)

    def process_turns(path: Path) -> Turns | None:
        """The queue among processes whose tickets lie in the file at `path`."""
        return _FileTurns(path)


class FolderTurns:
    """The queue of all who write into one data folder: first among the threads here, then among the processes."""

    def __init__(self, folder: Path) -> None:
        self._threads = ThreadTurns()
        self._processes = process_turns(folder / "turns")

    def acquire(self, timeout_s: float) -> bool:
        """Wait for one's turn; False when it did not come within `timeout_s`, counted in each queue."""
        if not self._threads.acquire(timeout_s):
            return False
        came = False
        try:
            came = self._processes is None or self._processes.acquire(timeout_s)
        finally:
            if not came:
                self._threads.release()
        return came

    def release(self) -> None:
        """Let the next one go."""
        try:
            if self._processes is not None:
                self._processes.release()
        finally:
            self._threads.release()


_of_folder: WeakValueDictionary[Path, FolderTurns] = WeakValueDictionary()
_of_folder_guard = threading.Lock()


def turns_of(folder: Path) -> FolderTurns:
    """The queue of a data folder, one per process: the system drops all of a process's locks when one handle closes."""
    key = folder.resolve()
    with _of_folder_guard:
        turns = _of_folder.get(key)
        if turns is None:
            turns = _of_folder[key] = FolderTurns(key)
        return turns

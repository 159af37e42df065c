"""The solving process: a program of its own, or a copy of this one where nothing else runs in it."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from fundapp.bare_process import bare_environment


class SolvingProcess(Protocol):
    """What we ask of the process: questions go into `stdin`, answers come from `stdout`."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None

    def kill(self) -> None:
        """End it at once."""

    def wait(self) -> int:
        """Until it has ended."""


def started() -> SolvingProcess:
    """A program of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "fundapp.planning.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=bare_environment(),
    )


def copied() -> SolvingProcess | None:
    """A copy of this process, which need not load again what it has loaded; None where that is not safe.

    Of a process with several threads the copy has one, and what the others held stays locked for ever.
    """
    tasks = Path("/proc/self/task")
    if not hasattr(os, "fork") or not tasks.is_dir() or len(list(tasks.iterdir())) != 1:
        return None
    return _Copy()


class _Copy:
    def __init__(self) -> None:
        asked, self._asking = os.pipe()
        self._told, telling = os.pipe()
        self._ended: int | None = None
        self._id = os.fork()
        if not self._id:
            os.close(self._asking)
            os.close(self._told)
            _serve(asked, telling)
        os.close(asked)
        os.close(telling)
        self.stdin: IO[bytes] | None = os.fdopen(self._asking, "wb")
        self.stdout: IO[bytes] | None = os.fdopen(self._told, "rb")

    def kill(self) -> None:
        if self._ended is None:
            os.kill(self._id, 9)

    def wait(self) -> int:
        if self._ended is None:
            self._ended = os.waitpid(self._id, 0)[1]
        return self._ended


def _serve(asked: int, telling: int) -> None:
    """Answer until nobody asks any more, then end without a word: what else this program had begun is not ours."""
    with suppress(BaseException):
        nowhere = os.open(os.devnull, os.O_RDWR)
        # HiGHS prints its name to the process's output whatever its options say.
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        from fundapp.planning.worker import serve

        with os.fdopen(asked, "rb") as questions, os.fdopen(telling, "wb") as told:
            serve(questions, told)
    os._exit(0)

"""A file from outside as a grid: the file is read in a process of its own, so that it can harm nothing here."""

import json
import signal
import subprocess
import sys
from dataclasses import asdict

from fundapp.bare_process import bare_environment
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Refusal
from fundapp.intake.limits import Limits
from fundapp.intake.reader import READY, TOO_HEAVY

_SIGNALS = frozenset(
    -number for name in ("SIGKILL", "SIGXCPU", "SIGSEGV", "SIGABRT") if (number := getattr(signal, name, 0))
)


def read_table(name: str, content: bytes, *, sheet: str = "", limits: Limits = Limits()) -> Grid | Refusal:  # noqa: B008
    """The table in a text file or a workbook, or why it is refused. `sheet` "" takes the most plausible one.

    Raises RuntimeError when the reading process itself cannot start (a broken installation), never for a file.
    """
    found = _read(name, content, sheet, limits, every=False)
    return found if isinstance(found, Refusal) else found[0]


def read_sheets(name: str, content: bytes, *, limits: Limits = Limits()) -> tuple[Grid, ...] | Refusal:  # noqa: B008
    """Every visible sheet of a workbook, the fullest first, blank ones too; a text file is one. Else why it is refused.

    Raises RuntimeError like `read_table`.
    """
    return _read(name, content, "", limits, every=True)


def _read(name: str, content: bytes, sheet: str, limits: Limits, *, every: bool) -> tuple[Grid, ...] | Refusal:
    if len(content) > limits.file_bytes:
        return Refusal.of("file_too_large", name=name, limit_mb=limits.file_bytes // 1_000_000)
    asked = json.dumps({"name": name, "sheet": sheet, "every": every, "limits": asdict(limits)}).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "fundapp.intake.reader"],
            input=asked + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=bare_environment(),
            timeout=limits.wall_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Refusal.of("file_too_heavy", name=name)
    if not done.stdout.startswith(READY):
        raise RuntimeError(f"the reading process did not start (status {done.returncode})")
    if done.returncode == TOO_HEAVY or done.returncode in _SIGNALS:
        return Refusal.of("file_too_heavy", name=name)
    if done.returncode:
        return Refusal.of("file_unreadable", name=name)
    answer = json.loads(done.stdout.removeprefix(READY))
    if "code" in answer:
        return Refusal.of(answer["code"], **({"name": name} | answer["details"]))
    return tuple(Grid(**one) for one in answer)

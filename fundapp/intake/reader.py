"""The reading process: `python -m fundapp.intake.reader` takes a file on stdin and answers with JSON on stdout.

A hostile file can only hurt this process, which holds no secret, may write no file, and is bounded in memory and time.
Anything unforeseen ends it with an exit status, which the caller tells as an unreadable file.
"""

import json
import sys
from contextlib import suppress
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from fundapp.intake.limits import Limits, UnfitError

if TYPE_CHECKING:
    from fundapp.intake.cells import Table

READY = b"ready\n"
TOO_HEAVY = 3
"""Exit status when the memory did not suffice."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_TABLE = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x1f\x8b",
    b"II*\0",
    b"MM\0*",
    b"<!DOCTYPE",
    b"<html",
)


def _confine(limits: Limits, size_bytes: int) -> None:
    """Bounds this process where the system can; elsewhere the caller's clock and the reader's own limits remain."""
    try:
        import resource
    except ImportError:
        return
    seconds = limits.processor_seconds(size_bytes)
    for kind, bound in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (bound, bound))


def _fields(table: "Table") -> dict[str, Any]:
    """The table by its fields. Not `asdict`: it copies every cell."""
    return {one.name: getattr(table, one.name) for one in fields(table)}


def _read(name: str, sheet: str, content: bytes, limits: Limits, *, every: bool) -> list[dict[str, Any]]:
    if not content:
        raise UnfitError("file_empty")
    if name.lower().endswith((".xlsm", ".xltm", ".xlam")):
        raise UnfitError("file_has_macros")
    if content.startswith(_OLD_OFFICE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise UnfitError("file_locked" if locked else "file_old_excel")
    if content.startswith(_NO_TABLE):
        raise UnfitError("file_not_a_table")
    if content.startswith(b"PK"):
        from fundapp.intake.workbook import read_workbook

        tables, best, sheets = read_workbook(content, sheet, limits)
        # The most plausible one first; the others behind it where every sheet is wanted.
        order = sorted(tables, key=lambda name: name != best)
        return [_fields(tables[name]) | {"sheet": name, "sheets": sheets} for name in (order if every else order[:1])]
    from fundapp.intake.plain_text import read_text

    text = read_text(content, limits)
    return [_fields(text.table) | {"encoding": text.encoding, "delimiter": text.delimiter, "form": text.form}]


def main() -> None:
    """Reads one file. The first line of stdin says its name, the sheets wanted and the limits; the rest is the file."""
    asked = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    # Before the bounds fall: loading what reads it is our cost, not the file's.
    if content.startswith(b"PK"):
        import fundapp.intake.workbook
    else:
        import fundapp.intake.plain_text  # noqa: F401
    limits = Limits(**asked["limits"])
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    _confine(limits, len(content))
    try:
        answer: Any = _read(asked["name"], asked["sheet"], content, limits, every=asked["every"])
    except UnfitError as unfit:
        answer = {"code": unfit.code, "details": unfit.details}
    except MemoryError:
        sys.exit(TOO_HEAVY)
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()

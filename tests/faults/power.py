"""Power cuts: what a writer did to its files is cut off anywhere, and what was not synced by then survives or not.

A disk that loses power keeps what was synced. Of the rest it may keep all, nothing, any part in any order, or half a
write, in sectors of 512 bytes. After each cut the data folder is opened and everything acknowledged must be there.

`python tests/faults/power.py --commands 300 --cuts 5000 [--synchronous NORMAL]` runs as long as one likes.
"""

import argparse
import ctypes
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fundapp.store import log
from fundapp.store.chain import verify_chain
from fundapp.store.connection import DatabaseError, StoreRefusal
from fundapp.store.database import Database
from fundapp.store.log import NewEvent

FUND = "F1"
SECTOR = 512
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Step:
    """One thing that the writer did: created, written, truncated, synced or unlinked a file, or acknowledged."""

    kind: str
    name: str
    at: int
    bytes: bytes


def write(folder: Path, commands: int, synchronous: str) -> None:
    """The writer: commands of one to three events each, acknowledged once the transaction is over."""
    acknowledged = ctypes.CDLL(None).crash_acknowledged
    database, chance = Database(folder), random.Random(7)
    for number in range(commands):
        events = [
            NewEvent(stream=f"s{number}", kind="K", schema_number=1, body=f'{{"pad":"{"x" * chance.randrange(900)}"}}')
            for _ in range(1 + number % 3)
        ]
        with database.write() as connection:
            log.append(connection, fund=FUND, command_id=f"{number}", actor="p", at="t", events=events)
        if number == 0:
            # Set outside a transaction, where it takes effect: a checkpoint every few commands.
            connection.execute("PRAGMA wal_autocheckpoint=20")
            connection.execute(f"PRAGMA synchronous={synchronous}")
        acknowledged(ctypes.c_longlong(number + 1))


def recorder(folder: Path) -> Path:
    """The recorder, compiled; the C compiler of the machine is needed for it."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        sys.exit("The power cuts need a C compiler: install gcc.")
    library = folder / "recorder.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, HERE / "recorder.c", "-ldl"], check=True)
    return library


def recorded(commands: int, synchronous: str) -> list[Step]:
    """What the writer did, in order."""
    with tempfile.TemporaryDirectory() as place:
        work = Path(place).resolve()
        variables = {
            "LD_PRELOAD": str(recorder(work)),
            "CRASH_FOLDER": f"{work}/data/",
            "CRASH_LOG": f"{work}/told",
        }
        command = [sys.executable, __file__, "--write", str(work / "data")]
        command += ["--commands", str(commands), "--synchronous", synchronous]
        subprocess.run(command, env={**os.environ, **variables}, check=True)
        return list(_read((work / "told").read_bytes()))


def _read(told: bytes) -> Iterator[Step]:
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        kind, name, offset, size = told[at:end].decode().split(" ")
        at = end + 1 + int(size)
        yield Step(kind, name, int(offset), told[end + 1 : at])


@dataclass
class Disk:
    """The files as far as they are synced, and what was done to each since."""

    synced: dict[str, bytearray] = field(default_factory=dict)
    since: dict[str, list[Step]] = field(default_factory=dict)
    acknowledged: int = 0

    def take(self, step: Step) -> None:
        """One more step of the writer."""
        # The shared-memory index is made anew after a crash; it is never read from a disk.
        if step.name.endswith("-shm"):
            return
        match step.kind:
            case "a":
                self.acknowledged = step.at
            case "c":
                self.synced.setdefault(step.name, bytearray())
            case "u":
                self.synced.pop(step.name, None)
                self.since.pop(step.name, None)
            case "s":
                for one in self.since.pop(step.name, ()):
                    _apply(self.synced.setdefault(step.name, bytearray()), one)
            case _:
                self.since.setdefault(step.name, []).append(step)

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as a power cut at this moment might leave them."""
        how = chance.choice(("nothing", "all", "first", "any", "any", "torn", "torn"))
        files = {}
        for name, synced in self.synced.items():
            left, steps = bytearray(synced), self.since.get(name, [])
            if how == "first":
                steps = steps[: chance.randrange(len(steps) + 1)]
            for step in steps:
                if how == "nothing" or (how in ("any", "torn") and chance.random() < 0.5):
                    continue
                _apply(left, step, chance if how == "torn" else None)
            files[name] = bytes(left)
        return files


def _apply(content: bytearray, step: Step, tear: random.Random | None = None) -> None:
    if step.kind == "t":
        del content[step.at :]
        content.extend(bytes(step.at - len(content)))
        return
    sectors = range(0, len(step.bytes), SECTOR) if tear else range(0, len(step.bytes), len(step.bytes))
    for first in sectors:
        if tear and tear.random() < 0.5:
            continue
        part = step.bytes[first : first + SECTOR] if tear else step.bytes
        begin = step.at + first
        content.extend(bytes(max(0, begin + len(part) - len(content))))
        content[begin : begin + len(part)] = part


def verdict(files: dict[str, bytes], acknowledged: int, folder: Path) -> str:
    """What opening the folder shows: "whole", "lost" (an acknowledged command is not there) or "damaged"."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_bytes(content)
    try:
        database = Database(folder)
        with database.read() as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            broken = verify_chain(connection, FUND)
            spans = connection.execute("SELECT command_id, first_seq, last_seq FROM command").fetchall()
            there = {one.seq for one in log.events_after(connection, FUND, 0)}
        database.close()
    except (DatabaseError, StoreRefusal):
        return "damaged"
    whole_commands = {int(name) for name, first, last in spans if {*range(first, last + 1)} <= there}
    if not sound or broken is not None or len(whole_commands) != len(spans):
        return "damaged"
    return "whole" if set(range(acknowledged)) <= whole_commands else "lost"


def cuts(steps: list[Step], count: int, seed: int = 3) -> Counter[str]:
    """Verdicts of `count` power cuts, anywhere after the first acknowledgement."""
    chance = random.Random(seed)
    first = next(n for n, step in enumerate(steps) if step.kind == "a")
    moments = sorted(chance.randrange(first, len(steps)) + 1 for _ in range(count))
    disk, found, done = Disk(), Counter[str](), 0
    with tempfile.TemporaryDirectory() as place:
        for moment in moments:
            for step in steps[done:moment]:
                disk.take(step)
            done = moment
            found[verdict(disk.cut(chance), disk.acknowledged, Path(place) / "data")] += 1
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commands", type=int, default=300)
    parser.add_argument("--cuts", type=int, default=5000)
    parser.add_argument("--synchronous", default="FULL")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    if given.write:
        write(given.write, given.commands, given.synchronous)
        return
    found = cuts(recorded(given.commands, given.synchronous), given.cuts)
    print(f"synchronous={given.synchronous}: {given.cuts} power cuts, {dict(found)}")
    sys.exit(set(found) != {"whole"})


if __name__ == "__main__":
    main()

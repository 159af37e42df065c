"""Writers that are killed with -9 at any moment: what was acknowledged must be there, and the record whole.

`python tests/faults/kill.py FOLDER --cycles 500 --writers 20` runs as long as one likes; prints a summary or the fault.
"""

import argparse
import os
import random
import signal
import sys
import time
from pathlib import Path

from fundapp.store import log
from fundapp.store.chain import verify_chain
from fundapp.store.database import Database
from fundapp.store.log import NewEvent

FUND = "F1"


def write_for_ever(folder, acknowledged, cycle, writer):
    database = Database(folder)
    for number in range(1_000_000):
        command_id = f"{cycle}-{writer}-{number}"
        events = [
            NewEvent(stream=f"s{(number + n) % 7}", kind="K", schema_number=1, body=f'{{"pad":"{"x" * 300}"}}')
            for n in range(1 + number % 3)
        ]
        with database.write() as connection:
            log.append(connection, fund=FUND, command_id=command_id, actor="p", at="t", events=events)
        os.write(acknowledged, f"{command_id}\n".encode())


def spawn(work):
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(1)
    return child


def cycle(folder, number, writers, seconds):
    """Let the writers write for `seconds`, kill them all, and return the commands that they had acknowledged."""
    reader, acknowledged = os.pipe()
    children = [
        spawn(lambda writer=writer: write_for_ever(folder, acknowledged, number, writer)) for writer in range(writers)
    ]
    os.close(acknowledged)
    time.sleep(seconds)
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as told:
        return [line.decode().strip() for line in told if line.endswith(b"\n")]


def fault_of(folder, acknowledged):
    """The first fault that the opened database shows, or None."""
    database = Database(folder)
    with database.read() as connection:
        broken = verify_chain(connection, FUND)
        done = {row[0]: row[1:] for row in connection.execute("SELECT command_id, first_seq, last_seq FROM command")}
        spans = sorted(span for span in done.values())
        tip = log.head(connection, FUND).seq
    database.close()
    if broken:
        return f"record: {broken}"
    lost = [command for command in acknowledged if command not in done]
    if lost:
        return f"lost: {lost}"
    # Each command whole: its events follow one another and the next command begins where it ends.
    whole = [1, *(last + 1 for _, last in spans)] == [*(first for first, _ in spans), tip + 1]
    return None if whole else "a command is there in part"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--cycles", type=int, default=15)
    arguments.add_argument("--writers", type=int, default=1)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    chance, acknowledged = random.Random(given.seed), []
    for number in range(given.cycles):
        # The first kill may fall into the creation of the database itself.
        acknowledged += cycle(given.folder, number, given.writers, chance.uniform(0.005, 0.12))
        fault = fault_of(given.folder, acknowledged)
        if fault:
            print(f"cycle {number}: {fault}")
            sys.exit(1)
    print(f"{given.cycles} kills, {len(acknowledged)} acknowledged commands, none lost")


if __name__ == "__main__":
    main()

"""Many processes that write at once, started together: `python tests/faults/crowd.py FOLDER PROCESSES COMMANDS`.

Each sends every command twice, as a browser does after a lost answer. Prints the longest wait in milliseconds.
"""

import os
import sys
import time
from pathlib import Path

from fundapp.store import log
from fundapp.store.database import Database
from fundapp.store.log import NewEvent


def write(folder, process, commands):
    """Send the commands of one process; returns the longest wait for a turn in seconds."""
    database, longest = Database(folder), 0.0
    for number in range(commands):
        for _ in ("sent", "sent again"):
            event = NewEvent(stream="shared", kind="K", schema_number=1, body=f'{{"process":{process}}}')
            asked = time.monotonic()
            with database.write() as connection:
                longest = max(longest, time.monotonic() - asked)
                log.append(
                    connection, fund="F1", command_id=f"{process}-{number}", actor="p", at="t", events=[event, event]
                )
    return longest


def main():
    folder, processes, commands = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    children = []
    for process in range(processes):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                print(f"{process}: {write(folder, process, commands) * 1000:.0f} ms", flush=True)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    sys.exit(max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children))


if __name__ == "__main__":
    main()

import subprocess
import sys
import threading
import time

from fundapp.store.turns import ThreadTurns, process_turns, turns_of

HOLDER = """
import sys
from pathlib import Path
from fundapp.store.turns import process_turns
turns = process_turns(Path(sys.argv[1]))
assert turns.acquire(1)
print("held", flush=True)
sys.stdin.readline()
"""


def test_threads_are_served_in_the_order_in_which_they_came():
    turns, served, threads = ThreadTurns(), [], []
    assert turns.acquire(1)

    def wait(number):
        assert turns.acquire(10)
        served.append(number)
        turns.release()

    for number in range(10):
        threads.append(threading.Thread(target=wait, args=(number,)))
        threads[-1].start()
        while len(turns._waiting) <= number:
            time.sleep(0.001)
    turns.release()
    for thread in threads:
        thread.join()
    assert served == list(range(10))


def test_who_gives_up_leaves_the_queue():
    turns, came = ThreadTurns(), []
    assert turns.acquire(1)
    waiting = threading.Thread(target=lambda: came.append(turns.acquire(0.01)))
    waiting.start()
    waiting.join()
    turns.release()
    assert (came, turns.acquire(0)) == ([False], True)


def test_another_process_is_waited_for_and_a_dead_one_is_not(tmp_path):
    path = tmp_path / "turns"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout.readline() == "held\n"
        turns = process_turns(path)
        while_held = turns.acquire(0.05)
        holder.kill()
        holder.wait()
        after = turns.acquire(5)
        turns.release()
    assert (while_held, after) == (False, True)


def test_one_queue_per_folder_and_process(tmp_path):
    assert turns_of(tmp_path) is turns_of(tmp_path / ".." / tmp_path.name)

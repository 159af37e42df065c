"""A press that comes while the page draws itself: it is never lost, however slowly a run ends."""

import time
from contextlib import ExitStack
from pathlib import Path
from shutil import copytree

from bench.serving import OURS, ROOT, served
from bench.session import Session
from small_fund import SECRETARIAT
from thirty import ITEM, PEOPLE, thirty

from fundapp.text.catalogue import _, use

END_S = 0.03
"""How long the end of every run takes here, as on a machine that is busy in just that moment."""
AFTER_MS = range(15, 15 + PEOPLE)
"""From the start of the live line's own run to each one's press: some come while that run ends."""
WAIT_S = 15
"""How long a press may take before it counts as lost."""

BUSY = f"""
import time
from streamlit.runtime.state.session_state import SessionState

finish = SessionState.on_script_finished

def late(*args, **kwargs):
    time.sleep({END_S})
    finish(*args, **kwargs)

SessionState.on_script_finished = late
"""


def test_a_press_at_the_end_of_the_live_lines_run_is_kept(tmp_path: Path) -> None:
    use("ja")
    copytree(ROOT / ".streamlit", tmp_path / ".streamlit")
    launcher = tmp_path / OURS.name.replace("streamlit", "busy")
    launcher.write_text(BUSY + OURS.read_text(encoding="utf-8"), encoding="utf-8")
    seats = thirty(tmp_path / "data")
    with served(launcher, tmp_path / "data") as server, ExitStack() as open_pages:
        for member, after_ms in zip(seats.members, AFTER_MS, strict=True):
            page = open_pages.enter_context(Session(server.socket_url, seats.cookie(member), "meeting"))
            # Nobody reads what comes, so the line is cut in the end.
            open_pages.callback(page.lose)
            (part,) = page.parts
            page.press_while_drawing(part, _("I have no interest"), after_ms=after_ms)
        until = time.monotonic() + WAIT_S
        while len(declared := seats.fund.desk.book(SECRETARIAT).items[ITEM].interests) < PEOPLE:
            assert time.monotonic() < until, sorted(seat.seat_id for seat in declared)
            time.sleep(0.1)
    seats.fund.desk.database.close()

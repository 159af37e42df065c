"""Records of any length: one fund's meetings over and over, each with items of their own."""

import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from small_fund import SECRETARIAT, Clock, SmallFund

from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.store import log
from fundapp.store.log import StoredEvent


@cache
def told() -> tuple[tuple[StoredEvent, ...], tuple[StoredEvent, ...]]:
    """The record of a small fund: what founded it, and its first meeting from the opening to the close."""
    fund = SmallFund(Desk(Path(tempfile.mkdtemp())), Clock(datetime.now(UTC)))
    fund.found()
    fund.proposal("PR-1")
    founded = fund.desk.book(SECRETARIAT).seq
    fund.meeting(1, "PR-1")
    fund.revealed("m1-PR-1")
    for n in range(4):
        fund.do(c.NoteDiscussion(item_id="m1-PR-1", speaker="x", gist=f"note {n}"), SECRETARIAT)
    fund.approve("m1-PR-1", 10_000_000)
    fund.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)
    with fund.desk.database.read() as connection:
        stored = log.events_after(connection, "main", 0)
    return stored[:founded], stored[founded:]


def record_of(count: int) -> tuple[StoredEvent, ...]:
    """At least `count` events, up to the end of a meeting. Ids are new in each meeting; the chain is not made."""
    founded, meeting = told()
    made = list(founded)
    while len(made) < count:
        number = len(made)
        for one in meeting:
            body = (
                one.body.replace('"m1', f'"m{number}').replace("PR-1", f"PR-{number}").replace("r-m1", f"r-m{number}")
            )
            seq = len(made) + 1
            own = {"seq": seq, "stream": f"s{seq}", "version": 1, "command_id": f"c{seq}", "n": 0}
            made.append(one.model_copy(update={**own, "body": body}))
    return tuple(made)

"""Checking that the record is whole: no event missing, added, changed or moved."""

from typing import Literal

from fundapp.basis.fact import Fact
from fundapp.store.connection import Connection
from fundapp.store.log import GENESIS, StoredEvent, events_after, head, is_canonical, is_plain, link

Fault = Literal["missing", "beyond_head", "prev", "hash", "body", "text", "head"]


class ChainFault(Fact):
    """The first place where the record is not what was written: the sequence number and what is wrong with it."""

    seq: int
    what: Fault


def _fault_of(event: StoredEvent, prev: str) -> Fault | None:
    if event.prev != prev:
        return "prev"
    if not is_plain(event.stream, event.command_id, event.kind, event.actor, event.at, event.body):
        return "text"
    if link(event) != event.hash:
        return "hash"
    return None if is_canonical(event.body) else "body"


def verify_chain(connection: Connection, fund: str) -> ChainFault | None:
    """The first fault in the record of `fund`, or None.

    A chain rewritten to its end is whole again; only a tip kept elsewhere, as in printed minutes, shows that.
    """
    tip, last, prev = head(connection, fund), 0, GENESIS
    while page := events_after(connection, fund, last):
        for event in page:
            if event.seq != last + 1:
                return ChainFault(seq=last + 1, what="missing")
            if event.seq > tip.seq:
                return ChainFault(seq=event.seq, what="beyond_head")
            what = _fault_of(event, prev)
            if what:
                return ChainFault(seq=event.seq, what=what)
            last, prev = event.seq, event.hash
    if last < tip.seq:
        return ChainFault(seq=last + 1, what="missing")
    return None if prev == tip.hash else ChainFault(seq=tip.seq, what="head")

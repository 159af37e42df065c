"""What the desk's parts share: the fund of this installation, and the receipt of a command."""

from fundapp.basis.fact import Fact
from fundapp.record.events import Event

CLOCK = "clock"
"""Who writes what time does: a reservation that expires, a reminder that is due."""
FUND = "main"
"""The fund of this installation: every key begins with it, so that a data folder can hold more than one later."""


class Done(Fact):
    """The receipt of a command: its place in the record, its time, its hash, and what happened."""

    command_id: str
    seq: int
    hash: str
    at: str
    events: tuple[Event, ...]

"""What every event of the record is, and how the log holds it."""

from datetime import datetime
from typing import ClassVar, NamedTuple

from fundapp.basis.fact import Fact


class Event(Fact):
    """Something that happened. `schema_number` counts the shapes of one kind; old ones are lifted by upcasters."""

    schema_number: ClassVar[int] = 1

    @property
    def stream(self) -> str:
        """The thing that this event is about, for optimistic concurrency."""
        return "fund"


class Recorded(NamedTuple):
    """An event as the log holds it: its place, its time, its actor and its hash."""

    seq: int
    at: datetime
    actor: str
    hash: str
    event: Event

"""What every event of the record is, and how the log holds it."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from fundapp.basis.fact import Fact


class Event(Fact):
    """Something that happened. `schema_number` counts the shapes of one kind; old ones are lifted by upcasters."""

    schema_number: ClassVar[int] = 1

    @property
    def stream(self) -> str:
        """The thing that this event is about, for optimistic concurrency."""
        return "fund"


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as the log holds it: its place, its time, its actor and its hash."""

    seq: int
    at: datetime
    actor: str
    hash: str
    event: Event

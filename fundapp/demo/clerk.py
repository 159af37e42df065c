"""The demo's clerk: carries out the story's commands at the desk, each by its person and at its time."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from fundapp.basis.days import TOKYO, day_of
from fundapp.basis.ids import uuid7
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.demo.content import cast
from fundapp.desk import Desk, Done
from fundapp.record.book import Book
from fundapp.record.commands import Command

SEED = "hachiryo"
STEP = timedelta(seconds=20)
"""What a command takes on the demo's clock."""
LATEST = time(10)
"""When the meeting of the day begins, unless the demo is built earlier than that."""

_EPOCH_MS = 1_577_836_800_000
Act = Callable[[], object]


def id_of(kind: str, key: str) -> str:
    """The id of a thing of the story: the same in every demo that is built."""
    return uuid7(_EPOCH_MS, hashlib.sha256(f"{SEED}/{kind}/{key}".encode()).digest()[:10])


def person_of(key: str) -> str:
    """The id of one of the cast."""
    return id_of("person", key)


class Clerk:
    """A desk whose clock follows the story, and the diary of what is to be done at it."""

    def __init__(self, folder: Path, today: date) -> None:
        self.desk = Desk(folder, clock=lambda: self._now)
        self.today = today
        self._now = datetime.combine(today, time(0), TOKYO)
        self._diary: list[tuple[datetime, Act]] = []

    def day(self, days_ago: int) -> date:
        """A day of the story."""
        return self.today - timedelta(days=days_ago)

    def on(self, days_ago: int, hour: int, act: Act) -> None:
        """Enter an act in the diary, at a full hour of a Tokyo day. Acts of the same hour keep their order."""
        self._diary.append((datetime.combine(self.day(days_ago), time(hour), TOKYO), act))

    def now_on(self, act: Act, *, needs: timedelta) -> None:
        """Enter an act of the day itself that takes `needs`; it lies in the past of whoever looks at the demo now."""
        start = datetime.combine(self.today, LATEST, TOKYO)
        real = datetime.now(UTC)
        if day_of(real) == self.today:
            start = max(min(start, real - needs), datetime.combine(self.today, time(0), TOKYO))
        self._diary.append((start, act))

    def live_through(self) -> None:
        """Do all that the diary holds, in the order of time."""
        last: datetime | None = None
        for when, act in sorted(self._diary, key=lambda entry: entry[0]):
            # What takes long pushes what comes after it; before the first act no time has passed.
            self._now = last = when if last is None else max(when, self._now)
            act()
        self._diary.clear()

    def do(self, person: str, command: Command) -> Done:
        """Have one of the cast give a command. RuntimeError when it is refused: the story does not hold together."""
        self._now += STEP
        done = self.desk.submit(command, self.actor(person))
        if isinstance(done, Refusal):
            raise RuntimeError(f"the demo's {type(command).__name__} by {person} was refused: {done}")
        return done

    def actor(self, person: str) -> Actor:
        """One of the cast at the desk."""
        return Actor(person=person_of(person), roles=cast()[person].roles)

    def book(self) -> Book:
        """The record as the secretariat sees it."""
        return self.desk.book(self.actor("secretariat"))

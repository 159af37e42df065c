"""A committee of thirty, each at a socket of their own: scoring all at once, following the meeting, being seen."""

import json
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from figure import Figure
from serving import OURS, Served, served
from session import Session
from thirty import ITEM, PEOPLE, Thirty, seat_of, thirty

from fundapp.basis.roles import Actor

THINK_S = 3.0
SECONDS = 40.0
EVERY_S = 1.0


@dataclass(frozen=True)
class Committee:
    """Thirty who have declared their interests, and the server of their fund."""

    seats: Thirty
    server: Served

    @property
    def members(self) -> tuple[Actor, ...]:
        return self.seats.members


@contextmanager
def committee() -> Iterator[Committee]:
    """Thirty seats in the meeting, and the server of their fund."""
    folder = Path(tempfile.mkdtemp())
    seats = thirty(folder)
    for member in seats.members:
        seats.declare(member)
    with served(OURS, folder) as server:
        yield Committee(seats, server)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _together(people: tuple[Actor, ...], work: Callable[[Actor], list[float]]) -> list[list[float]]:
    found: list[list[float]] = []
    threads = [threading.Thread(target=lambda one=one: found.append(work(one))) for one in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == len(people), "somebody was thrown out"
    return found


def scoring() -> list[Figure]:
    """Taps of thirty people who think for three seconds between two, against one person's alone. None is lost."""
    with committee() as room:

        def taps(member: Actor) -> list[float]:
            chance, times = random.Random(member.person), []
            with Session(room.server.socket_url, room.seats.cookie(member), "score") as page:
                names = sorted(page.choices)
                time.sleep(chance.random() * THINK_S)
                until = time.monotonic() + SECONDS
                while time.monotonic() < until:
                    name = chance.choice(names)
                    page.chosen[name] = chance.choice(page.choices[name])
                    times.append(page.rerun_ms())
                    time.sleep(chance.expovariate(1 / THINK_S))
                _hold_to(room, member, page.chosen)
            return times

        figure = Figure(f"p95 of a tap while {PEOPLE} score", "p95 of one person alone", at_most=3.0)
        for _ in range(2):
            (alone,) = _together(room.members[:1], taps)
            many = [one for times in _together(room.members, taps) for one in times]
            figure.add(_p95(many), _p95(alone))
    return [figure]


def _hold_to(room: Committee, member: Actor, chosen: dict[str, str]) -> None:
    """Every choice that was tapped stands in the member's draft."""
    draft = room.seats.fund.desk.draft(member, f"score/{ITEM}/{seat_of(member)}/1")
    assert draft is not None, "a whole card was lost"
    kept = json.loads(draft.data)
    # A widget's id ends with its key, and that with axis and criterion; an option begins with its level in bold.
    tapped = {"/".join(name.split("/")[-2:]): option.split("*")[2] for name, option in chosen.items()}
    assert {name: str(kept.get(name)) for name in tapped} == tapped, "a tap was lost"


def following() -> list[Figure]:
    """The live line of thirty people while nobody types: how late it comes, and what part of one core it costs."""
    with committee() as room:

        def follow(member: Actor) -> list[float]:
            times = []
            with Session(room.server.socket_url, room.seats.cookie(member), "meeting") as page:
                ((part, every_s),) = page.parts.items()
                assert every_s == EVERY_S
                until = time.monotonic() + SECONDS
                time.sleep(random.Random(member.person).random() * every_s)
                while time.monotonic() < until:
                    times.append(every_s * 1000 + page.rerun_ms(part))
                    time.sleep(every_s)
            return times

        before = room.server.used_s()
        found = _together(room.members, follow)
        used_s = room.server.used_s() - before
    times = [one for many in found for one in many]
    late, one_s = _p95(times), used_s / len(times)
    return [
        Figure(f"p95 of what {PEOPLE} see late in the live room, ms", "2 s", [late], [2000.0], 1.0),
        Figure(
            f"processor of {PEOPLE} who follow, ms a second",
            "30 % of a core",
            [one_s * PEOPLE / EVERY_S * 1000],
            [300.0],
            1.0,
        ),
    ]


def seen() -> list[Figure]:
    """From a score's submission to the moment at which the chair's live line says so."""
    figure = Figure("score submitted until the chair sees it", "2 s", at_most=1.0)
    with committee() as room, Session(room.server.socket_url, room.seats.cookie(room.members[0]), "meeting") as page:
        ((part, every_s),) = page.parts.items()
        chance = random.Random(1)
        for member in room.members[1:16]:
            page.rerun_ms(part)
            before = "".join(page.texts).count("check_circle")
            turn = time.monotonic() + every_s
            time.sleep(chance.random() * every_s)
            room.seats.submit(member)
            began = time.perf_counter()
            while True:
                time.sleep(max(0.0, turn - time.monotonic()))
                page.rerun_ms(part)
                turn += every_s
                if "".join(page.texts).count("check_circle") > before:
                    break
            figure.add((time.perf_counter() - began) * 1000, 2000.0)
    return [figure]

"""Thirty in one meeting, each at a socket: all follow and vote at once, and the chair's tablet is lost midway."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bench.serving import OURS, Served, served
from bench.session import Session
from small_fund import SECRETARIAT
from thirty import ITEM, PASSWORD, PEOPLE, Thirty, seat_of, thirty

from fundapp.basis.roles import Actor
from fundapp.record import commands as c
from fundapp.record.book import Item
from fundapp.store.checking import Verified
from fundapp.text.catalogue import _, ngettext, pgettext, use
from fundapp.web.session_cookie import COOKIE


@dataclass(frozen=True)
class Room:
    """The fund of the thirty, and its server."""

    seats: Thirty
    server: Served

    def signed_in(self, member: Actor, page: str) -> Session:
        """A page on a device where this member has just signed in by name and password."""
        line = HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        form = urlencode({"name": member.person, "password": PASSWORD, "next": "/"})
        kind = {"content-type": "application/x-www-form-urlencoded", "origin": self.server.url}
        line.request("POST", "/auth/sign-in", form, kind)
        cookie = str(line.getresponse().headers["set-cookie"]).partition(";")[0]
        line.close()
        assert cookie.startswith(f"{COOKIE}=")
        return Session(self.server.socket_url, cookie, page)

    def item(self) -> Item:
        return self.seats.fund.desk.book(SECRETARIAT).items[ITEM]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    seats = thirty(tmp_path)
    with served(OURS, tmp_path) as server:
        yield Room(seats, server)
    seats.fund.desk.database.close()


def together(work: Callable[[int], None], count: int) -> None:
    """All of them at the same time; the first fault of any is raised."""
    with ThreadPoolExecutor(count) as people:
        list(people.map(work, range(count)))


def all_see(pages: Sequence[Session], words: str) -> None:
    """Each page, drawn anew by its own live line, says these words."""

    def follow(number: int) -> None:
        *_earlier, part = pages[number].parts
        pages[number].rerun_ms(part)
        assert words in "".join(pages[number].texts), (number, pages[number].texts)

    together(follow, len(pages))


def test_thirty_follow_and_a_lost_tablet_of_the_chair_loses_nothing(room: Room) -> None:
    use("ja")
    seats, (chair, *others) = room.seats, room.seats.members
    with ExitStack() as open_pages:
        pages = [
            open_pages.enter_context(Session(room.server.socket_url, seats.cookie(one), "meeting")) for one in others
        ]
        tablet = open_pages.enter_context(room.signed_in(chair, "meeting"))

        # All thirty declare by a press at the same moment.
        together(lambda number: [tablet, *pages][number].press(_("I have no interest")), PEOPLE)
        assert {one.seat_id for one in room.item().interests} == set(map(seat_of, seats.members))
        for member in others:
            seats.submit(member)
        all_see([tablet, *pages], ngettext("{n} score is missing.", "{n} scores are missing.", 1))

        # The chair is half through the score when the tablet is gone.
        scoring = open_pages.enter_context(room.signed_in(chair, "score"))
        tapped = {name: options[3] for name, options in sorted(scoring.choices.items())[:3]}
        for name, option in tapped.items():
            scoring.chosen[name] = option
            scoring.rerun_ms()
        scoring.lose()
        tablet.lose()

        # Another device: what was tapped stands there, and the meeting where it was.
        scoring = open_pages.enter_context(room.signed_in(chair, "score"))
        assert {name: scoring.marked.get(name) for name in tapped} == tapped
        seats.submit(chair)
        tablet = open_pages.enter_context(room.signed_in(chair, "meeting"))
        all_see(pages, _("All scores are in. The chair reveals them."))
        tablet.press(_("Reveal all scores"))
        all_see(pages, _("The scores are revealed. The committee discusses."))

        # The vote is open and half of the votes are in when that device is gone too.
        seats.fund.do(c.PutMotion(item_id=ITEM, resolution="decline"), chair)
        half = len(pages) // 2
        for page in pages:
            page.rerun_ms()
        together(lambda number: pages[number].press(pgettext("ballot", "For")), half)
        tablet.lose()
        together(lambda number: pages[half + number].press(pgettext("ballot", "For")), len(pages) - half)
        (motion,) = room.item().motions
        assert sorted(one.seat_id for one in motion.ballots) == sorted(map(seat_of, others))

        tablet = open_pages.enter_context(room.signed_in(chair, "meeting"))
        tablet.press(pgettext("ballot", "For"))
        tablet.press(_("Declare the result"))
        all_see([tablet, *pages], _("Every item of the agenda is decided."))

    (motion,) = room.item().motions
    assert motion.tally is not None
    assert (motion.tally.for_, len(motion.ballots)) == (PEOPLE, PEOPLE)
    assert room.item().resolved is not None
    assert isinstance(seats.fund.desk.verify(), Verified)

"""A committee of thirty at its first item, for whoever follows, scores or votes all at once."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from argon2 import PasswordHasher
from small_fund import ADMINISTRATOR, SECRETARIAT, Clock, SmallFund, actor, both

from fundapp.access import sessions
from fundapp.access.accounts import create_account
from fundapp.basis.roles import Actor, Role
from fundapp.committee.item import Attendance, Seat
from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.store.people import Person
from fundapp.web.session_cookie import COOKIE

PEOPLE = 30
ITEM = "m1-PR-1"
PASSWORD = "a long enough password"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def seat_of(member: Actor) -> str:
    """The seat that a member holds."""
    return member.person.removesuffix("-holder")


@dataclass(frozen=True)
class Thirty:
    """Their fund, and who sits on its seats, the chair first."""

    fund: SmallFund
    members: tuple[Actor, ...]

    def cookie(self, member: Actor) -> str:
        """A new session of this member."""
        with self.fund.desk.database.write() as connection:
            return f"{COOKIE}={sessions.begin(connection, member.person, datetime.now(UTC))}"

    def submit(self, member: Actor) -> None:
        """This member's score."""
        card = c.SubmitScorecard(item_id=ITEM, seat_id=seat_of(member), judgements=self.fund.judgements())
        self.fund.do(card, member)

    def declare(self, member: Actor) -> None:
        """That this member has no interest in the item."""
        self.fund.do(c.DeclareInterest(item_id=ITEM, seat_id=seat_of(member), kind="none"), member)


def thirty(folder: Path) -> Thirty:
    """A fund of thirty seats, all filled, with an account for each, and the facts of the first item frozen."""
    fund = SmallFund(Desk(folder), Clock(datetime.now(UTC)))
    fund.found()
    more = tuple(f"seat{n}" for n in range(4, PEOPLE + 1))
    for rank, seat in enumerate(more, 4):
        made = Seat(id=seat, name=both(seat), organisation=seat, holder=f"{seat}-holder", alternates=(), rank=rank)
        fund.do(c.AssignSeat(seat=made), ADMINISTRATOR)
    fund.proposal("PR-1")
    fund.meeting(1, "PR-1")
    members = (fund.association, fund.tlo, fund.bank, *(actor(f"{seat}-holder", Role.VOTING) for seat in more))
    for member in members:
        seat = seat_of(member)
        if seat in more:
            here = Attendance(seat_id=seat, person=member.person, mode="present")
            fund.do(c.RecordAttendance(meeting_id="m1", attendance=here), SECRETARIAT)
        account = create_account(
            fund.desk.database,
            person=member.person,
            sign_in_name=member.person,
            name=both(member.person),
            organisation=seat,
            roles=frozenset({Role.VOTING}),
            password=PASSWORD,
            by="administrator",
            now=datetime.now(UTC),
            hasher=QUICK,
        )
        assert account is None or isinstance(account, Person), account
    fund.do(c.FreezeFacts(item_id=ITEM), SECRETARIAT)
    return Thirty(fund, members)

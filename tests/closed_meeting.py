"""A fund whose only meeting is closed; its minutes are a draft, and a correction to them waits."""

from pathlib import Path

from argon2 import PasswordHasher
from small_fund import MEMBERS, SECRETARIAT, Clock, SmallFund, both

from fundapp.access import accounts
from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.record import minutes_commands as k

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
ITEM = "m1-PR-1"


def closed_meeting(folder: Path) -> SmallFund:
    """The TLO's holder left the only item; the others declined it. The bank's holder wants a word corrected."""
    clock = Clock()
    made = SmallFund(Desk(folder, clock=clock), clock)
    for one in (*MEMBERS.values(), SECRETARIAT):
        accounts.create_account(
            made.desk.database,
            person=one.person,
            sign_in_name=one.person,
            name=both(one.person),
            organisation="org",
            roles=one.roles,
            password="correct horse battery",
            by="administrator",
            now=clock.now,
            hasher=QUICK,
        )
    made.found()
    made.proposal("PR-1")
    made.meeting(1, "PR-1")
    made.do(c.FreezeFacts(item_id=ITEM), SECRETARIAT)
    made.do(c.DeclareInterest(item_id=ITEM, seat_id="tlo", kind="kin", remark="our cousin"), MEMBERS["tlo"])
    made.scored(ITEM, "association", "bank", level=2)
    made.do(c.RevealScores(item_id=ITEM), made.association)
    made.do(c.PutMotion(item_id=ITEM, resolution="decline"), made.association)
    for seat in ("association", "bank"):
        made.do(c.CastVote(item_id=ITEM, number=1, seat_id=seat, vote="for"), MEMBERS[seat])
    made.do(c.DeclareResult(item_id=ITEM, number=1, reservation_id="r"), made.association)
    made.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)
    wanted = k.ProposeCorrection(
        meeting_id="m1", correction_id="c1", item_number=1, passage="cousin", wanted="second cousin"
    )
    made.do(wanted, made.bank)
    return made


def locked(fund: SmallFund) -> None:
    """The correction is taken in, the text settled, and everybody confirms."""
    fund.do(k.AnswerCorrection(meeting_id="m1", correction_id="c1", accepted=True), SECRETARIAT)
    fund.do(k.SettleMinutes(meeting_id="m1"), SECRETARIAT)
    for who in MEMBERS.values():
        fund.clock.wait(minutes=10)
        fund.do(k.ConfirmMinutes(meeting_id="m1", version=1), who)

"""A written resolution: sent round by the secretariat, read and scored by all, then agreed to."""

from collections.abc import Callable
from datetime import timedelta

from fundapp.demo.clerk import Act, Clerk, id_of
from fundapp.demo.content import MeetingTold, SittingTold, seats, toml
from fundapp.demo.sitting import Sitting
from fundapp.record.circulation_commands import OpenCirculation

DAYS_TO_ANSWER = 7
TAKEN_DAYS = 4
"""From the day on which it is sent round to that of its result."""


def enter(clerk: Clerk, meeting: MeetingTold, told: SittingTold, confirm: Callable[[], None]) -> None:
    """Its days in the diary: sent round, read and scored, resolved and its record confirmed."""
    sitting = Sitting(clerk, told)
    for days_after, hour, act in (
        (0, 10, _sent_round(clerk, meeting, told)),
        (2, 16, _read_and_scored(sitting)),
        (TAKEN_DAYS, 14, sitting.resolve),
        (TAKEN_DAYS, 15, confirm),
    ):
        clerk.on(meeting.days_ago - days_after, hour, act)


def _sent_round(clerk: Clerk, meeting: MeetingTold, told: SittingTold) -> Act:
    command = OpenCirculation(
        meeting_id=id_of("meeting", str(meeting.number)),
        number=meeting.number,
        item_id=id_of("item", told.key),
        proposal_id=id_of("proposal", told.proposal),
        proposal_code=told.proposal,
        answer_by=clerk.day(meeting.days_ago) + timedelta(days=DAYS_TO_ANSWER),
        convener=toml("people")["fund"]["general_partner"]["ja"],
        urgent_because=meeting.urgent_because,
    )
    return lambda: clerk.do("secretariat", command)


def _read_and_scored(sitting: Sitting) -> Act:
    def act() -> None:
        sitting.declare()
        sitting.read()
        sitting.score(*(seat.id for seat in seats()))

    return act

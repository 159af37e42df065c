"""Decisions on the calendar of meetings and on templates: rows of the registers, no entries of the record."""

from fundapp.basis.refusal import Refusal
from fundapp.committee.planning import LONGEST_PLACE
from fundapp.record import planning_commands as n
from fundapp.record.deciding import Case, Decision, Decisions


def _plan_meeting(command: n.PlanMeeting, case: Case) -> Decision:
    planned = command.planned
    if any(meeting.number == planned.number for meeting in case.book.meetings.values()):
        return Refusal.of("meeting_number_taken", number=planned.number)
    if not planned.cancelled and any(
        number == planned.number for other, number in case.brought.planned.items() if other != planned.id
    ):
        return Refusal.of("meeting_planned_already", number=planned.number)
    if len(set(planned.proposal_ids)) != len(planned.proposal_ids):
        return Refusal.of("proposal_on_agenda_twice")
    known = {proposal_id for _code, proposal_id in case.brought.proposal_codes}
    unknown = [one for one in planned.proposal_ids if one not in known]
    if unknown:
        return Refusal.of("proposal_unknown", proposal=unknown[0])
    if not planned.place.strip():
        return Refusal.of("place_missing")
    if len(planned.place) > LONGEST_PLACE:
        return Refusal.of("place_too_long", limit=LONGEST_PLACE)
    return ()


def _note_summons(_command: n.NoteSummons, _case: Case) -> Decision:
    return ()


def _adopt_template(_command: n.AdoptTemplate, _case: Case) -> Decision:
    return ()


def _drop_template(_command: n.DropTemplate, _case: Case) -> Decision:
    return ()


PLANNING_DECISIONS: Decisions = {
    n.PlanMeeting: _plan_meeting,
    n.NoteSummons: _note_summons,
    n.AdoptTemplate: _adopt_template,
    n.DropTemplate: _drop_template,
}

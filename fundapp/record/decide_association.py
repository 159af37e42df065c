"""Decisions on the association's own life: what must be true before the desk writes its rows."""

from datetime import date

from fundapp.basis.refusal import Refusal
from fundapp.record import association_commands as a
from fundapp.record.deciding import Case, Decision, Decisions

KEPT: Decision = ()


def _not_ahead(case: Case, *days: date) -> Decision:
    late = max(days, default=case.today)
    return Refusal.of("day_not_come_yet", day_on=late.isoformat()) if late > case.today else KEPT


def _income(_command: a.RecordIncome, _case: Case) -> Decision:
    return KEPT


def _target(command: a.RecordGrowthTarget, _case: Case) -> Decision:
    return KEPT if command.target.since < command.target.until else Refusal.of("target_ends_before_it_begins")


def _services(command: a.RecordServices, _case: Case) -> Decision:
    if any(one.member_id != command.member_id for one in command.services):
        return Refusal.of("member_unknown")
    kinds = [one.kind for one in command.services]
    if not all(kinds):
        return Refusal.of("service_needs_kind")
    return KEPT if len(set(kinds)) == len(kinds) else Refusal.of("service_told_twice")


def _trainings(command: a.RecordTrainings, case: Case) -> Decision:
    for one in command.trainings:
        if not one.course.strip():
            return Refusal.of("training_needs_course")
        if one.ended_on < one.began_on:
            return Refusal.of("ended_before_begun")
        if one.evaluator_until is not None and one.evaluator_until < one.ended_on:
            return Refusal.of("qualified_before_the_end")
    return _not_ahead(case, *(one.began_on for one in command.trainings))


ASSOCIATION_DECISIONS: Decisions = {
    a.RecordIncome: _income,
    a.RecordGrowthTarget: _target,
    a.RecordServices: _services,
    a.RecordTrainings: _trainings,
}

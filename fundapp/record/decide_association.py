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


def _seminar(command: a.RecordSeminar, case: Case) -> Decision:
    """What came of it is told afterwards; nobody raises a hand for what is over."""
    seminar = command.seminar
    if not seminar.title.strip():
        return Refusal.of("seminar_needs_title")
    if any(one.seminar_id != seminar.id for one in command.hands):
        return Refusal.of("row_missing")
    if any(one.raised_on > seminar.held_on for one in command.hands):
        return Refusal.of("hand_after_seminar")
    if seminar.held_on > case.today and any(one.came_of_it for one in command.hands):
        return Refusal.of("seminar_not_held_yet")
    return _not_ahead(case, *(one.raised_on for one in command.hands))


def _group(command: a.RecordGroup, case: Case) -> Decision:
    group = command.group
    if not group.name.ja.strip():
        return Refusal.of("group_needs_name")
    if any(one.group_id != group.id for one in command.members):
        return Refusal.of("row_missing")
    if group.lead_id and group.lead_id not in {one.member_id for one in command.members}:
        return Refusal.of("lead_not_in_group")
    return _not_ahead(case, *(one.since for one in command.members))


def _introductions(command: a.RecordGroupIntroductions, case: Case) -> Decision:
    if not all(one.introduced_to.strip() for one in command.introductions):
        return Refusal.of("introduced_to_nobody")
    return _not_ahead(case, *(one.introduced_on for one in command.introductions))


def _watches(command: a.RecordWatches, case: Case) -> Decision:
    for one in command.watches:
        if not one.why.strip():
            return Refusal.of("watch_needs_reason")
        if one.ended_on is not None and not one.ended_why.strip():
            return Refusal.of("watch_end_needs_reason")
        if one.ended_on is not None and one.ended_on < one.since:
            return Refusal.of("ended_before_begun")
    return _not_ahead(case, *(day for one in command.watches for day in (one.since, one.ended_on) if day))


ASSOCIATION_DECISIONS: Decisions = {
    a.RecordIncome: _income,
    a.RecordGrowthTarget: _target,
    a.RecordServices: _services,
    a.RecordTrainings: _trainings,
    a.RecordSeminar: _seminar,
    a.RecordGroup: _group,
    a.RecordGroupIntroductions: _introductions,
    a.RecordWatches: _watches,
}

"""Decisions on the association's own life: what must be true before the desk writes its rows."""

from fundapp.basis.refusal import Refusal
from fundapp.record import association_commands as a
from fundapp.record.deciding import Case, Decision, Decisions

KEPT: Decision = ()


def _income(_command: a.RecordIncome, _case: Case) -> Decision:
    return KEPT


def _target(command: a.RecordGrowthTarget, _case: Case) -> Decision:
    return KEPT if command.target.since < command.target.until else Refusal.of("target_ends_before_it_begins")


ASSOCIATION_DECISIONS: Decisions = {
    a.RecordIncome: _income,
    a.RecordGrowthTarget: _target,
}

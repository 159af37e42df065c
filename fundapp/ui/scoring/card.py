"""A scorecard's marks: what is asked, where each begins, and the command that a filled-in card becomes. Pure."""

from collections.abc import Mapping
from typing import Any

from fundapp.committee.item import Scorecard
from fundapp.committee.levels import open_levels
from fundapp.committee.rubric import Axis, Criterion
from fundapp.record.commands import Judgement, SubmitScorecard
from fundapp.ui.scoring.task import Task

X = "X"
"""No evidence: the mark of a member who cannot judge a criterion."""


def asked(task: Task, axis: Axis) -> tuple[Criterion, ...]:
    """The criteria of an axis that apply to this item."""
    computed = computed_levels(task)
    return tuple(one for one in axis.criteria if axis.id == "axis1" or computed[one.id] is not None)


def computed_levels(task: Task) -> Mapping[str, int | None]:
    """The levels of axis 2 that the firm facts give."""
    return {one.criterion_id: one.level for one in task.frozen.firm}


def first_mark(task: Task, axis: Axis, criterion: Criterion) -> int | str | None:
    """The first score of this criterion: a level, X, or None in the first round."""
    return _level_in(task.first, axis, criterion) if task.first else None


def _level_in(card: Scorecard, axis: Axis, criterion: Criterion) -> int | str:
    given = next(one for one in card.levels if (one.axis, one.criterion_id) == (axis.id, criterion.id))
    return X if given.level is None else given.level


def start_of(task: Task, axis: Axis, criterion: Criterion) -> int | str | None:
    """Where a criterion begins: the first score in the second round, the computed level on axis 2, else nothing."""
    if task.first:
        return first_mark(task, axis, criterion)
    return computed_levels(task)[criterion.id] if axis.id == "axis2" else None


def options_of(task: Task, axis: Axis, criterion: Criterion) -> list[int | str]:
    """The marks that may be given: the open levels, and X."""
    computed = computed_levels(task)[criterion.id] if axis.id == "axis2" else None
    return [*open_levels(criterion, computed), X]


def mark_of(task: Task, axis: Axis, criterion: Criterion, values: Mapping[str, Any]) -> int | str | None:
    """The mark as it stands: what was chosen, else where the criterion begins."""
    found: int | str | None = values.get(f"{axis.id}/{criterion.id}", start_of(task, axis, criterion))
    return found


def command(task: Task, values: Mapping[str, Any]) -> SubmitScorecard:
    """The command that a filled-in card becomes."""
    return SubmitScorecard(
        item_id=task.item.id,
        seat_id=task.seat_id,
        judgements=tuple(
            Judgement(
                axis=axis.id,
                criterion_id=criterion.id,
                level=level if isinstance(level, int) else None,
                reason=values.get(f"{axis.id}/{criterion.id}/reason", ""),
                next_level_would_raise=values.get(f"{axis.id}/{criterion.id}/next", False),
                linked_sha256=values.get(f"{axis.id}/{criterion.id}/linked", ""),
            )
            for axis in task.rubric.axes
            for criterion in asked(task, axis)
            if (level := mark_of(task, axis, criterion, values)) is not None
        ),
    )

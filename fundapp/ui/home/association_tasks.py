"""What waits in the association's own life, on the first page of whoever keeps its registers. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

from fundapp.basis.roles import Actor
from fundapp.network.seminar import Seminar, SeminarHand
from fundapp.network.watch import Watch
from fundapp.record.association_commands import RecordSeminar, RecordWatches
from fundapp.record.permissions import may
from fundapp.ui.home.tasks import Kind, ToDo

PAGE = "network/directory"
RESULTS_AFTER = timedelta(days=28)
"""So long after a seminar somebody is asked what came of it."""


def association_tasks(
    actor: Actor, watches: Iterable[Watch], seminars: Iterable[Seminar], hands: Iterable[SeminarHand], today: date
) -> tuple[ToDo, ...]:
    """Next steps for watched companies whose day has passed, and seminars of which nobody has told what came."""
    found = []
    late = sum(one.ended_on is None and one.next_on is not None and one.next_on < today for one in watches)
    if late and may(actor, RecordWatches):
        found.append(_todo("watch_step_late", "watched", late))
    raised, told = set[str](), set[str]()
    for hand in hands:
        raised.add(hand.seminar_id)
        if hand.came_of_it:
            told.add(hand.seminar_id)
    silent = sum(one.held_on + RESULTS_AFTER < today and one.id in raised - told for one in seminars)
    if silent and may(actor, RecordSeminar):
        found.append(_todo("seminar_results", "seminars", silent))
    return tuple(found)


def _todo(kind: Kind, part: str, n: int) -> ToDo:
    return ToDo(kind=kind, page=PAGE, part=part, details=(("n", n),))

"""Late next steps and seminars without results are told to whoever keeps the registers, and to nobody else."""

from datetime import date, timedelta

import pytest
from small_fund import AUDITOR, MANAGER, MEMBERS, SECRETARIAT

from fundapp.network.seminar import Seminar, SeminarHand
from fundapp.network.watch import Watch
from fundapp.ui.home.association_tasks import association_tasks
from fundapp.ui.home.tasks import ToDo

TODAY = date(2026, 4, 1)
WATCH = Watch(id="w", member_id="m", since=date(2026, 1, 1), why="x", weak_spot="sales", next_on=date(2026, 3, 31))
HELD = Seminar(id="s", topic="sales", title="fairs", held_on=TODAY - timedelta(days=29))
HAND = SeminarHand(seminar_id="s", member_id="m", raised_on=date(2026, 1, 1))


def test_what_is_late_leads_to_its_part_of_the_directory() -> None:
    for actor in (SECRETARIAT, MANAGER):
        assert association_tasks(actor, (WATCH,), (HELD,), (HAND,), TODAY) == (
            ToDo(kind="watch_step_late", page="network/directory", part="watched", details=(("n", 1),)),
            ToDo(kind="seminar_results", page="network/directory", part="seminars", details=(("n", 1),)),
        )


@pytest.mark.parametrize("actor", [AUDITOR, MEMBERS["bank"]])
def test_who_only_reads_has_nothing_to_do(actor) -> None:
    assert association_tasks(actor, (WATCH,), (HELD,), (HAND,), TODAY) == ()


def test_what_is_in_time_ended_or_told_waits_for_nobody() -> None:
    watches = (
        WATCH.model_copy(update={"next_on": TODAY}),
        WATCH.model_copy(update={"next_on": None}),
        WATCH.model_copy(update={"ended_on": TODAY}),
    )
    told = HAND.model_copy(update={"came_of_it": "an order"})
    fresh = HELD.model_copy(update={"held_on": TODAY - timedelta(days=28)})
    for seminars, hands in (((HELD,), (HAND, told)), ((fresh,), (HAND,)), ((HELD,), ())):
        assert association_tasks(SECRETARIAT, watches, seminars, hands, TODAY) == ()

"""The register of tasks. Every function works inside the caller's transaction, like those of `registers`."""

from datetime import date

from fundapp.network.task import SupportTask
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Stamp
from fundapp.store.tables import TASKS


def put_task(connection: Connection, stamp: Stamp, *tasks: SupportTask) -> None:
    """Add tasks or correct them."""
    TASKS.put(connection, stamp, [TASKS.row(task) for task in tasks])


def finish_task(connection: Connection, stamp: Stamp, task_id: str, on: date) -> None:
    """The task is done. Raises StoreRefusal row_missing."""
    found = TASKS.facts(connection, stamp.fund, id=task_id)
    if not found:
        refuse("row_missing")
    put_task(connection, stamp, *(task.model_copy(update={"done_on": on}) for task in found))


def tasks(connection: Connection, fund: str) -> tuple[SupportTask, ...]:
    """All tasks, the earliest due first."""
    return TASKS.facts(connection, fund)

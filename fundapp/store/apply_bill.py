"""Recording a revision of a bill: its parts keep their identity, and what was said of a part follows it."""

from collections.abc import Mapping

from fundapp.network.bill import Bill
from fundapp.network.line_identity import moved, with_identities
from fundapp.store import registers
from fundapp.store.connection import Connection
from fundapp.store.history import Row, Stamp
from fundapp.store.tables import COUNTERMEASURES, LINE_PROCESSES, TASKS


def record_bill(connection: Connection, stamp: Stamp, bill: Bill, batch: str) -> None:
    """Add a revision or correct it. Raises StoreRefusal row_needed like `put_bill`."""
    before = registers.bills(connection, stamp.fund, bill.proposal_id)
    made = with_identities(bill, before, batch)
    registers.put_bill(connection, stamp, made)
    # An earlier revision that is corrected is not the one that people speak of.
    earlier = {one.revision for one in before[:-1]}
    if before and bill.revision not in earlier:
        _follow(connection, stamp, bill.proposal_id, moved(before[-1], made))


def _follow(connection: Connection, stamp: Stamp, proposal_id: str, ids: Mapping[str, str]) -> None:
    """What a person said of a line goes with its part to the new line; of a part that is gone nothing is said any more.

    Countermeasures and tasks about a part that is gone keep its old id, and the pages say so.
    """
    said = LINE_PROCESSES.rows(connection, stamp.fund, proposal_id=proposal_id)
    away: list[Row] = [row for row in said if ids.get(str(row["line_id"]), row["line_id"]) != row["line_id"]]
    LINE_PROCESSES.remove(connection, stamp, away)
    there = [{**row, "line_id": ids[str(row["line_id"])]} for row in away if ids[str(row["line_id"])]]
    LINE_PROCESSES.put(connection, stamp, there)
    for table, column in ((COUNTERMEASURES, "line_id"), (TASKS, "row")):
        for row in table.rows(connection, stamp.fund, proposal_id=proposal_id):
            new = ids.get(str(row[column]), "")
            if new and new != row[column]:
                table.update(connection, stamp, row, **{column: new})

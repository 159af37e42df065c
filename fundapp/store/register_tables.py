"""The registers on their way out: their rows as they stand, on those proposals alone whose files are open."""

import json
from collections.abc import Iterator
from datetime import datetime

from fundapp.record.out_table import OutTable, cell
from fundapp.store.connection import Connection
from fundapp.store.history import Row
from fundapp.store.inquiries import sealed_ids
from fundapp.store.tables import PROPOSALS, REGISTERS

SEALED = ("offer", "inquiry_file")
"""The registers that hold what a member answered."""
HISTORY = ("register", "row_id", "n", "at", "actor", "old", "new")


def register_tables(connection: Connection, fund: str, open_files: frozenset[str], now: datetime) -> Iterator[OutTable]:
    """Every register and its history. `open_files`: the ids of the proposals that the reader may open.

    What members answered to an inquiry is left out until its deadline.
    """
    sealed = sealed_ids(connection, fund, now)
    companies = {str(row["company_id"]) for row in PROPOSALS.rows(connection, fund) if row["id"] in open_files}

    def is_open(register: str, row: Row) -> bool:
        """Members and coordinators are the network's and open to every reader of papers; the rest lies in a file."""
        if register == "company":
            return row["id"] in companies
        if register == "proposal":
            return row["id"] in open_files
        if row.get("member_id") and row.get("inquiry_id") in sealed and register in SEALED:
            return False
        # A collaboration that never became a proposal of the fund lies in no file.
        return not row.get("proposal_id") or row["proposal_id"] in open_files

    for table in REGISTERS:
        lists = {column.name for column in table.columns if column.is_json}
        yield OutTable(
            name=f"registers/{table.name}",
            columns=table.names,
            rows=tuple(
                tuple(cell(json.loads(str(row[name]))) if name in lists else row[name] for name in table.names)
                for row in table.rows(connection, fund)
                if is_open(table.name, row)
            ),
        )
    changes = connection.execute(
        f"SELECT {', '.join(HISTORY)} FROM history WHERE fund = ? ORDER BY register, row_id, n",  # noqa: S608 - our names
        [fund],
    )
    seen = (change for change in changes if is_open(change[0], json.loads(change[-1] or change[-2])))
    yield OutTable(name="registers/history", columns=HISTORY, rows=tuple(map(tuple, seen)))

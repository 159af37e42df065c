"""The registers of what members are able to do, and of what a person said that a line needs.

Every function works inside the caller's transaction, like those of `registers`.
"""

from datetime import datetime

from fundapp.network.capability import Capability, LineProcess
from fundapp.network.offer import HAND_RAISED
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Stamp
from fundapp.store.inquiries import sealed_ids
from fundapp.store.tables import CAPABILITIES, LINE_PROCESSES


def put_capability(connection: Connection, stamp: Stamp, *capabilities: Capability) -> None:
    """Add capabilities or correct them. Raises StoreRefusal row_missing when a member is not there."""
    CAPABILITIES.put(connection, stamp, [CAPABILITIES.row(one) for one in capabilities])


def remove_capability(connection: Connection, stamp: Stamp, *ids: str) -> None:
    """Take capabilities away; their history stays. Raises StoreRefusal row_missing."""
    rows = [row for one in ids for row in CAPABILITIES.rows(connection, stamp.fund, id=one)]
    if len(rows) < len(set(ids)):
        refuse("row_missing")
    CAPABILITIES.remove(connection, stamp, rows)


def capabilities(connection: Connection, fund: str) -> tuple[Capability, ...]:
    """All capabilities, by member and process."""
    return CAPABILITIES.facts(connection, fund)


def put_line_process(connection: Connection, stamp: Stamp, set_for: LineProcess) -> None:
    """Remember what a person said of a line."""
    LINE_PROCESSES.put(connection, stamp, [LINE_PROCESSES.row(set_for)])


def line_processes(connection: Connection, fund: str, proposal_id: str) -> tuple[LineProcess, ...]:
    """What persons said of a proposal's lines."""
    return LINE_PROCESSES.facts(connection, fund, proposal_id=proposal_id)


def answers_of_able(connection: Connection, fund: str, now: datetime) -> tuple[int, int]:
    """Members who were asked for lines that they are able to make, over all inquiries; and who raised a hand.

    Inquiries whose answers are still sealed are left out.
    """
    sealed = sealed_ids(connection, fund, now)
    asked = connection.execute(
        "SELECT inquiry_id, member_id, EXISTS (SELECT 1 FROM offer WHERE offer.fund = one.fund AND"
        " offer.inquiry_id = one.inquiry_id AND offer.member_id = one.member_id AND offer.rung >= ?)"
        " FROM inquiry_recipient AS one WHERE fund = ? AND matched = 1",
        [HAND_RAISED, fund],
    ).fetchall()
    counted = [bool(answered) for inquiry, _member, answered in asked if inquiry not in sealed]
    return len(counted), sum(counted)

"""Two entries of the directory that are one member, and a member that leaves it: what is its own, and who mentions it.

Every function works inside the caller's transaction. Raises StoreRefusal row_missing, or why an entry has to stay.
"""

import json

from fundapp.network.member import Member
from fundapp.network.sourcing import provider_key
from fundapp.store import registers
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Stamp, history, remember
from fundapp.store.member_search import forget_member, index_members
from fundapp.store.tables import (
    CAPABILITIES,
    INQUIRY_FILES,
    LINKS,
    MEMBERS,
    MENTIONS_MEMBER,
    OF_MEMBER,
    OFFERS,
    OUTCOMES,
    RECIPIENTS,
)

_STATED = (RECIPIENTS, OUTCOMES, LINKS, INQUIRY_FILES, OFFERS)
"""What a member was asked or has said: statements that stay as they were made."""


def _has_statements(connection: Connection, fund: str, member: Member) -> bool:
    spellings = {provider_key(one) for one in (member.id, member.code, member.name.ja, member.name.en)}
    return any(table.rows(connection, fund, member_id=member.id) for table in _STATED) or any(
        provider_key(provider) in spellings
        for (provider,) in connection.execute("SELECT DISTINCT provider FROM offer WHERE fund = ?", [fund])
    )


def _found(connection: Connection, fund: str, member_id: str) -> Member:
    member = next(iter(MEMBERS.facts(connection, fund, id=member_id)), None)
    if member is None:
        refuse("row_missing")
    return member


def merge_members(connection: Connection, stamp: Stamp, into_id: str, from_id: str) -> None:
    """Everything of one entry goes to the other, row by row with history; what only one can have stays the other's."""
    into, other = _found(connection, stamp.fund, into_id), _found(connection, stamp.fund, from_id)
    if _has_statements(connection, stamp.fund, other):
        if _has_statements(connection, stamp.fund, into):
            refuse("both_have_statements", member=other.code, other=into.code)
        refuse("member_has_statements", member=other.code)
    for table, column in (*OF_MEMBER, (CAPABILITIES, "member_id")):
        for row in table.rows(connection, stamp.fund, **{column: from_id}):
            moved = {**row, column: into_id}
            its_own = table.rows(connection, stamp.fund, **{column: into_id})
            if row.get("main") and any(one["main"] for one in its_own):
                moved["main"] = 0
            if column in table.key:
                table.remove(connection, stamp, [row])
                if table.rows(connection, stamp.fund, **table.key_of(moved)):
                    continue
            table.put(connection, stamp, [moved])
    filled = {
        name: value
        for name, value in other.model_dump().items()
        if name not in ("id", "code", "name", "member_class") and value and value != into_id and not getattr(into, name)
    }
    whole = into.model_copy(update=filled)
    registers.put_member(connection, stamp, whole)
    # The entry that stays tells in its own history which one it took in: whoever erases it erases that one too.
    remember(connection, stamp, MEMBERS.name, [(into_id, MEMBERS.row(other), MEMBERS.row(whole))])
    _mention(connection, stamp, from_id, into_id)
    _take_away(connection, stamp, from_id)
    index_members(connection, stamp.fund, [into_id])


def merged_into(connection: Connection, fund: str, member_id: str) -> tuple[Member, ...]:
    """The entries that this one took in, as they were last, with those that they had taken in before."""
    found: list[Member] = []
    for change in history(connection, fund, MEMBERS.name, member_id):
        if change.old and (row := json.loads(change.old))["id"] != member_id:
            found += (MEMBERS.fact(row), *merged_into(connection, fund, row["id"]))
    return tuple(found)


def remove_member(connection: Connection, stamp: Stamp, member_id: str) -> None:
    """Take a member out with all that is its own; whoever mentions it mentions nobody instead."""
    member = _found(connection, stamp.fund, member_id)
    if _has_statements(connection, stamp.fund, member):
        refuse("member_stays_for_statements", member=member.code)
    for table, column in (*OF_MEMBER, (CAPABILITIES, "member_id")):
        table.remove(connection, stamp, table.rows(connection, stamp.fund, **{column: member_id}))
    _mention(connection, stamp, member_id, "")
    _take_away(connection, stamp, member_id)


def _mention(connection: Connection, stamp: Stamp, member_id: str, instead: str) -> None:
    """Where a member is only mentioned, mention `instead`; nobody is said to have come on its own word."""
    for table, column in MENTIONS_MEMBER:
        for row in table.rows(connection, stamp.fund, **{column: member_id}):
            own = table is MEMBERS and row["id"] == instead
            table.update(connection, stamp, row, **{column: "" if own else instead})


def _take_away(connection: Connection, stamp: Stamp, member_id: str) -> None:
    forget_member(connection, stamp.fund, member_id)
    MEMBERS.remove(connection, stamp, MEMBERS.rows(connection, stamp.fund, id=member_id))

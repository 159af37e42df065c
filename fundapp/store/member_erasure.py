"""Erasing a member that is one person: its row stays as an anonymous provider, because its offers stay and count.

What was known of the person goes from the registers, their history, the search and the files; the record stays.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from fundapp.basis.fact import Bilingual
from fundapp.network.member import Member
from fundapp.network.plan_problem import PlanProblem
from fundapp.network.sourcing import provider_key
from fundapp.planning.instance_file import instance_of, problem_of
from fundapp.store.connection import Connection, refuse
from fundapp.store.erasure import Erased, Names, erase_names
from fundapp.store.files import Files
from fundapp.store.history import Row, Stamp, Value, remember, text_of
from fundapp.store.inquiries import revoke_links
from fundapp.store.member_merging import merged_into
from fundapp.store.member_search import index_members
from fundapp.store.rows import Table
from fundapp.store.tables import (
    CAPABILITIES,
    CAPITAL_CHANGES,
    CONTACTS,
    EQUIPMENT,
    GROUP_INTRODUCTIONS,
    GROUP_MEMBERS,
    INQUIRY_FILES,
    ISSUES,
    MEMBERS,
    OFFERS,
    PLANS,
    RECIPIENTS,
    REGISTERS,
    SEMINAR_HANDS,
    SERVICES,
    SITES,
    TRAININGS,
    VISITS,
    WATCHES,
)

WHOLLY_OF_THE_MEMBER: tuple[Table[Any], ...] = (
    *(TRAININGS, CONTACTS, SERVICES, SITES, EQUIPMENT, CAPABILITIES, CAPITAL_CHANGES, ISSUES, VISITS, INQUIRY_FILES),
    *(GROUP_MEMBERS, GROUP_INTRODUCTIONS, SEMINAR_HANDS, WATCHES),
)
"""Registers whose rows about a person are about nothing else: they go. Fees, terms and offers are the network's own."""

_ABOUT_THE_PERSON: Row = {
    "corporate_number": "",
    "capital_yen": None,
    "company_type": "",
    "employees": None,
    "successor_missing": 0,
    "checked": 0,
    "joined_on": None,
    "left_on": None,
    "referred_by": "",
}
_NAMED_BY_THE_MEMBER: Mapping[str, str] = {OFFERS.name: "person", RECIPIENTS.name: "nda_person"}
"""The person who spoke for the member is the member."""
_NAMES_A_PROVIDER: Mapping[str, tuple[str, ...]] = {
    OFFERS.name: ("provider",),
    "support_need": ("item_provider", "item_handed_to"),
    "sales_route": ("coordinator",),
    "co_finance": ("source",),
    "ip_right": ("user",),
}


class ErasedMember(Erased):
    """What was erased of a member. `files`: digests of its own sheets, which nothing names any more."""

    files: tuple[str, ...] = ()


def erase_member(
    connection: Connection, stamp: Stamp, member: Member, anonymous: Bilingual, *, key: bytes, files: Files
) -> ErasedMember:
    """Erase the person that a member is, also as the entries that were merged into this one.

    `anonymous` is what the provider is called from now on. The caller removes the files after the commit. Raises
    StoreRefusal member_is_no_person or member_erased_already.
    """
    if not member.may_be_a_person():
        refuse("member_is_no_person", member=member.code)
    if member.name == anonymous:
        refuse("member_erased_already", member=member.code)
    connection.execute("PRAGMA secure_delete=ON")
    revoke_links(connection, stamp, member_id=member.id)
    spoken = CONTACTS.facts(connection, stamp.fund, member_id=member.id)
    entries = (member, *merged_into(connection, stamp.fund, member.id))
    ids = {one.id for one in entries}
    names = Names(*(one.name for one in entries), *(Bilingual(ja=one.name, en="") for one in spoken))
    spellings = {provider_key(name) for one in entries for name in (one.name.ja, one.name.en)}
    sheets = INQUIRY_FILES.facts(connection, stamp.fund, member_id=member.id)
    removed = sum(_remove_rows(connection, stamp.fund, table, one) for table in WHOLLY_OF_THE_MEMBER for one in ids)

    def cleaned(register: str, row: Row) -> Row:
        return _cleaned(register, row, ids, spellings, anonymous)

    changed = sum(
        _clean_rows(connection, stamp, table, cleaned)
        for table in REGISTERS
        if table.name in (MEMBERS.name, *_NAMED_BY_THE_MEMBER, *_NAMES_A_PROVIDER)
    )
    # In the member's own history it stands that somebody erased it and when, with nothing of what stood before.
    row = next(iter(MEMBERS.rows(connection, stamp.fund, id=member.id)))
    remember(connection, stamp, MEMBERS.name, [(member.id, row, row)])
    connection.execute(
        "DELETE FROM draft WHERE fund = ? AND key IN (?, ?, ?)",
        [stamp.fund, *(f"directory/{form}/{member.id}" for form in ("member", "contact", "capability"))],
    )
    index_members(connection, stamp.fund, [member.id])
    plans = _clean_plans(connection, stamp, files, spellings, anonymous)
    erased = erase_names(connection, stamp, member.id, names, key=key)
    old_files = {one.file_sha256 for one in sheets} | plans
    return ErasedMember(
        words=erased.words,
        fields=erased.fields + changed + removed,
        left=erased.left,
        files=tuple(sha256 for sha256 in sorted(old_files) if not _is_named(connection, stamp.fund, sha256)),
    )


def _clean_plans(
    connection: Connection, stamp: Stamp, files: Files, spellings: AbstractSet[str], anonymous: Bilingual
) -> set[str]:
    """Name the provider anew in the plans and in their questions; the digests of the files that were replaced.

    The question stays what it was but for the name, so it is solved again to the same plan; its digest is made anew.
    """
    new_name, replaced = provider_key(anonymous.ja), set[str]()
    for row in PLANS.rows(connection, stamp.fund):
        plan = PLANS.fact(row)
        problem = problem_of(files.read(plan.file_sha256), plan.id)
        assert isinstance(problem, PlanProblem), "a question that we wrote reads back"
        if not spellings & {*plan.without, *(str(one.id) for one in problem.suppliers)}:
            continue
        suppliers = tuple(replace(one, id=new_name) if one.id in spellings else one for one in problem.suppliers)
        asked = replace(problem, suppliers=suppliers)
        told = {
            "without": tuple(new_name if one in spellings else one for one in plan.without),
            "input_sha256": asked.digest(),
            "file_sha256": files.put(instance_of(asked)),
        }
        clean = PLANS.row(plan.model_copy(update=told), n=row["n"])
        changes = {name: value for name, value in clean.items() if row[name] != value}
        connection.table(PLANS.name).update((stamp.fund, *PLANS.key_of(row).values()), changes)
        for n, *values in connection.execute(
            "SELECT n, old, new FROM history WHERE fund = ? AND register = ? AND row_id = ?",
            [stamp.fund, PLANS.name, plan.id],
        ).fetchall():
            cleaned = [value and text_of({**json.loads(value), **changes}) for value in values]
            _rewrite(connection, stamp.fund, PLANS.name, plan.id, n, cleaned)
        replaced.add(plan.file_sha256)
    return replaced


def _cleaned(register: str, row: Row, ids: AbstractSet[Value], spellings: Iterable[str], anonymous: Bilingual) -> Row:
    """The row without the person, who is the member of these ids."""
    clean = dict(row)
    if register == MEMBERS.name and row["id"] in ids:
        clean |= {"name_ja": anonymous.ja, "name_en": anonymous.en, **_ABOUT_THE_PERSON}
    speaks = row.get("member_id") in ids
    for provider in _NAMES_A_PROVIDER.get(register, ()):
        if provider_key(str(row.get(provider) or "")) in spellings:
            clean[provider], speaks = anonymous.ja, True
    if register == OFFERS.name and speaks:
        clean["provider"] = anonymous.ja
    person = _NAMED_BY_THE_MEMBER.get(register, "")
    if person and speaks:
        clean[person] = ""
    return clean


def _clean_rows(connection: Connection, stamp: Stamp, table: Table[Any], cleaned: Callable[[str, Row], Row]) -> int:
    """Clean the rows of a register and what their history keeps; how many values changed."""
    count = 0
    for row in table.rows(connection, stamp.fund):
        clean = cleaned(table.name, row)
        changes = {name: value for name, value in clean.items() if row[name] != value}
        if changes:
            count += len(changes)
            connection.table(table.name).update((stamp.fund, *table.key_of(row).values()), changes)
    for row_id, n, *values in connection.execute(
        "SELECT row_id, n, old, new FROM history WHERE fund = ? AND register = ?", [stamp.fund, table.name]
    ).fetchall():
        clean_values = [value and text_of(cleaned(table.name, json.loads(value))) for value in values]
        if clean_values != values:
            _rewrite(connection, stamp.fund, table.name, row_id, n, clean_values)
    return count


def _remove_rows(connection: Connection, fund: str, table: Table[Any], member_id: str) -> int:
    """Take the member's rows away. Their history keeps who changed them when, and nothing of what they said."""
    found = connection.execute(
        "SELECT row_id, n, old, new FROM history WHERE fund = ? AND register = ?"
        " AND (json_extract(old, '$.member_id') = ? OR json_extract(new, '$.member_id') = ?)",
        [fund, table.name, member_id, member_id],
    ).fetchall()
    for row_id, n, *values in found:
        bare = [value and text_of(table.key_of(json.loads(value))) for value in values]
        _rewrite(connection, fund, table.name, row_id, n, bare)
    rows = table.rows(connection, fund, member_id=member_id)
    connection.execute(
        f"DELETE FROM {table.name} WHERE fund = ? AND member_id = ?",  # noqa: S608 - names of our own
        [fund, member_id],
    )
    return len(rows)


def _rewrite(connection: Connection, fund: str, register: str, row: str, n: int, values: Iterable[Value]) -> None:
    connection.execute(
        "UPDATE history SET old = ?, new = ? WHERE fund = ? AND register = ? AND row_id = ? AND n = ?",
        [*values, fund, register, row, n],
    )


def _is_named(connection: Connection, fund: str, sha256: str) -> bool:
    """True while a register or the record still names this file."""
    held = any(
        sha256 in map(str, row.values())
        for table in REGISTERS
        if any(name.endswith("sha256") for name in table.names)
        for row in table.rows(connection, fund)
    )
    body = connection.execute(
        "SELECT 1 FROM event WHERE fund = ? AND instr(body, ?) LIMIT 1", [fund, sha256]
    ).fetchone()
    return held or body is not None

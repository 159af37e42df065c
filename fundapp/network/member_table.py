"""A grid read as members: every row becomes a member, a heading, or is rejected with its reason."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from fundapp.basis.corporate_number import corporate_number
from fundapp.basis.fact import Bilingual, Fact
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.amounts import amount_yen
from fundapp.network.capability import Capability
from fundapp.network.columns import ColumnMapping, header_word, named_by, plain, suggest
from fundapp.network.contact import Contact
from fundapp.network.known_members import KnownMembers
from fundapp.network.member import Member, MemberClass
from fundapp.network.member_headers import CLASSES, COMPANY_TYPES, MEMBER_HEADERS
from fundapp.network.premises import Site
from fundapp.network.process import ProcessTree
from fundapp.network.values import day, stated

NAMING = frozenset({"name_ja"})
LONGEST_TEXT = 1000
SHOWN_LENGTH = 80
T = TypeVar("T", bound=str)
_PARTS = re.compile(r"[;；、,，/／\n]")
_COUNT = re.compile(r"(?:約)?(\d{1,3}(?:,\d{3})*|\d+)(?:人|名)?")
_FIELDS = (
    ("corporate_number", "corporate_number"),
    ("capital", "capital_yen"),
    ("company_type", "company_type"),
    ("employees", "employees"),
    ("joined_on", "joined_on"),
    ("left_on", "left_on"),
)
"""(role, field of the member)."""
_ADDRESS = re.compile(r"[^@\s,;<>\"()]+@[^@\s,;<>\"()]+\.[^@\s,;<>\"()]+")


class MemberRow(Fact):
    """One row of the table as the directory will keep it. `is_new` False: it corrects a member that is known."""

    member: Member
    contact: Contact | None
    site: Site | None
    capabilities: tuple[Capability, ...]
    is_new: bool
    row: int


class MemberReading(Fact):
    """What a list of members says."""

    rows: tuple[MemberRow, ...]
    headings: tuple[int, ...]
    rejected: tuple[tuple[int, Problem], ...]
    unknown_processes: tuple[tuple[int, str], ...] = ()
    """Words for processes that the tree does not know: (row, word). The row is taken in without them."""


def suggest_member_mapping(grid: Grid) -> ColumnMapping:
    """What the columns of a list of members probably mean."""
    return suggest(grid, MEMBER_HEADERS, NAMING)


def member_mapping_under(grid: Grid, header_row: int | None) -> ColumnMapping:
    """What the columns mean when a person has said which row holds the headers; None when there is none."""
    if header_row is None:
        return ColumnMapping()
    return named_by(grid, (header_row,), grid.rows[header_row], MEMBER_HEADERS)


def missing_columns(mapping: ColumnMapping) -> tuple[Problem, ...]:
    """What a person still has to point out: a member needs a name."""
    roles = {role for role, _column in mapping.columns}
    return tuple(Problem.of("member_column_missing", role) for role in NAMING if role not in roles)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Mapping[str, str]
    """What each cell says, by role."""
    headers: Mapping[str, str]

    def cell(self, role: str) -> str:
        return self.cells.get(role, "")

    def problem(self, code: str, role: str) -> Problem:
        column = self.headers.get(role, "")[:SHOWN_LENGTH]
        return Problem.of(code, str(self.number), value=self.cell(role)[:SHOWN_LENGTH], column=column)


def _spellings(words: dict[T, tuple[str, ...]]) -> Mapping[str, T]:
    """Each spelling with what it means, the earlier meaning where two share one."""
    return {said: one for one, spellings in reversed(words.items()) for said in spellings}


_CLASS_SAID, _TYPE_SAID = _spellings(CLASSES), _spellings(COMPANY_TYPES)


def _count(cell: str) -> int | None:
    match = _COUNT.fullmatch(plain(cell))
    return int(match[1].replace(",", "")) if match else None


def _day(cell: str) -> date | None:
    found = day(cell)
    return found if isinstance(found, date) else None


_READ: tuple[tuple[str, str, Callable[[str, str], object | None]], ...] = (
    ("member_class", "member_class_unclear", lambda cell, _header: _CLASS_SAID.get(header_word(cell))),
    ("company_type", "company_type_unclear", lambda cell, _header: _TYPE_SAID.get(header_word(cell))),
    ("corporate_number", "corporate_number_in_table_wrong", lambda cell, _header: corporate_number(cell)),
    ("capital", "amount_in_table_unclear", amount_yen),
    ("employees", "count_unclear", lambda cell, _header: _count(cell)),
    ("joined_on", "date_unclear", lambda cell, _header: _day(cell)),
    ("left_on", "date_unclear", lambda cell, _header: _day(cell)),
    ("email", "email_in_table_unclear", lambda cell, _header: _ADDRESS.fullmatch(cell)),
)
"""(role, code of what is wrong, how such a cell is read under its header; None when it cannot be)."""


def _told(row: _Row) -> Mapping[str, Any] | Problem:
    """What the cells of `_READ` say, or the first thing that keeps a row from being a member."""
    if not row.cell("name_ja"):
        return row.problem("member_without_name", "name_ja")
    for role, cell in row.cells.items():
        if len(cell) > LONGEST_TEXT:
            return row.problem("member_cell_too_long", role)
    told: dict[str, Any] = {}
    for role, code, read in _READ:
        if cell := row.cell(role):
            told[role] = read(cell, row.headers[role])
            if told[role] is None:
                return row.problem(code, role)
    if "joined_on" in told and "left_on" in told and told["left_on"] < told["joined_on"]:
        return row.problem("left_before_joined_in_table", "left_on")
    return told


def read_members(
    grid: Grid,
    mapping: ColumnMapping,
    tree: ProcessTree,
    *,
    registered: Sequence[Member],
    capable: Mapping[str, frozenset[str]],
    on: date,
    batch: str,
) -> MemberReading:
    """Members in `grid`, each row with its end. `batch` is an opaque id of which new ids are made.

    A row about a member that is `registered` corrects it: what the row leaves empty stays. `capable`: the processes
    that each member can do already. A member that stands twice in the table is taken once.
    """
    first = max(mapping.header_rows, default=-1) + 1
    headers = {role: mapping.header(role) for role, _column in mapping.columns}
    again = {tuple(map(header_word, grid.rows[at])) for at in mapping.header_rows}
    begins = {words[0] for words in again}
    column = mapping.column("code")
    # A code that a later row brings is not given to an earlier one.
    known = KnownMembers(registered, () if column is None else (cells[column] for cells in grid.rows[first:]))
    found: list[MemberRow] = []
    referred: dict[int, _Row] = {}
    headings: list[int] = []
    rejected: list[tuple[int, Problem]] = []
    unknown: list[tuple[int, str]] = []
    families = frozenset(one.id for one in tree.families)

    @cache
    def find(word: str) -> str:
        """The process that a word names; empty when it names none. The same few words stand in all rows."""
        named = tree.find(word, "", families)
        return named.process if named else ""

    for at, (number, cells) in enumerate(zip(grid.row_numbers, grid.rows, strict=True)):
        is_header = header_word(cells[0]) in begins and tuple(map(header_word, cells)) in again
        if at < first or sum(map(bool, cells)) < 2 or is_header:
            headings.append(number)
            continue
        row = _Row(number, {role: stated(cells[column]) for role, column in mapping.columns}, headers)
        told = _told(row)
        if isinstance(told, Problem):
            rejected.append((number, told))
            continue
        member_class: MemberClass = told.get("member_class", "company")
        standing = known.find(row.cell("code"), told.get("corporate_number", ""), row.cell("name_ja"), member_class)
        if standing is not None and standing.id in known.rows:
            twice = Problem.of("member_twice_in_table", str(number), first=known.rows[standing.id])
            rejected.append((number, twice))
            continue
        member = _member(row, told, standing, member_class, f"{batch}-{number}", known)
        known.add(member, number)
        if row.cell("referred_by"):
            referred[number] = row
        processes, strange = _processes(row, find)
        unknown += [(number, word) for word in strange]
        already = capable.get(member.id, frozenset())
        found.append(
            MemberRow(
                member=member,
                contact=_contact(row, member.id, f"{batch}-{number}"),
                site=_site(row, member.id, f"{batch}-{number}"),
                capabilities=tuple(
                    Capability(id=f"{batch}-{number}-{process}", member_id=member.id, process=process, confirmed_on=on)
                    for process in processes
                    if process not in already
                ),
                is_new=standing is None,
                row=number,
            )
        )
    rows, nameless = _referred(found, referred, known)
    return MemberReading(
        rows=rows,
        headings=tuple(headings),
        rejected=tuple(sorted((*rejected, *nameless), key=lambda one: one[0])),
        unknown_processes=tuple(unknown),
    )


def _referred(
    found: Sequence[MemberRow], referred: Mapping[int, _Row], known: KnownMembers
) -> tuple[tuple[MemberRow, ...], list[tuple[int, Problem]]]:
    """The rows with the member on whose word each came, who may stand further down; those that name nobody apart."""
    rows, nameless = [], list[tuple[int, Problem]]()
    for one in found:
        row = referred.get(one.row)
        referrer = known.referrer(row.cell("referred_by")) if row else None
        if row is not None and (referrer is None or referrer.id == one.member.id):
            nameless.append((one.row, row.problem("referrer_unknown", "referred_by")))
            continue
        if referrer is not None:
            changed = one.member.model_copy(update={"referred_by": referrer.id})
            one = one.model_copy(update={"member": changed})
        rows.append(one)
    return tuple(rows), nameless


def _member(
    row: _Row,
    told: Mapping[str, Any],
    standing: Member | None,
    member_class: MemberClass,
    new_id: str,
    known: KnownMembers,
) -> Member:
    facts = {field: told[role] for role, field in _FIELDS if role in told}
    ja, en = row.cell("name_ja"), row.cell("name_en")
    if standing is not None:
        name = Bilingual(ja=ja, en=en or standing.name.en)
        if "member_class" in told:
            facts["member_class"] = member_class
        return standing.model_copy(update={**facts, "name": name})
    code = row.cell("code") or known.next_code()
    return Member.model_validate(
        {"id": f"member-{new_id}", "code": code, "name": Bilingual(ja=ja, en=en or ja), "member_class": member_class}
        | facts
    )


def _contact(row: _Row, member_id: str, new_id: str) -> Contact | None:
    ways = {role: row.cell(role) for role in ("email", "telephone", "fax")}
    name = row.cell("contact")
    if not name and not any(ways.values()):
        return None
    return Contact(id=f"contact-{new_id}", member_id=member_id, name=name or row.cell("name_ja"), main=True, **ways)


def _site(row: _Row, member_id: str, new_id: str) -> Site | None:
    if not row.cell("address"):
        return None
    address, postcode = row.cell("address"), row.cell("postcode")
    return Site(id=f"site-{new_id}", member_id=member_id, name="", postcode=postcode, address=address, main=True)


def _processes(row: _Row, find: Callable[[str], str]) -> tuple[list[str], list[str]]:
    """The processes that a cell names, and the words that name none."""
    known: dict[str, None] = {}
    strange = []
    for word in filter(None, (part.strip() for part in _PARTS.split(row.cell("processes")))):
        found = find(word)
        if found:
            known[found] = None
        else:
            strange.append(word)
    return list(known), strange

"""A grid read as members: every row becomes a member, a heading, or is rejected with its reason."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from fundapp.basis.corporate_number import corporate_number
from fundapp.basis.fact import Bilingual, Fact
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.amounts import amount_yen
from fundapp.network.capability import Capability
from fundapp.network.columns import ColumnMapping, header_word, named_by, plain, suggest
from fundapp.network.contact import Contact
from fundapp.network.member import CompanyType, Member, MemberClass
from fundapp.network.member_headers import CLASSES, COMPANY_TYPES, MEMBER_HEADERS
from fundapp.network.premises import Site
from fundapp.network.process import ProcessTree
from fundapp.network.values import nothing

NAMING = frozenset({"name_ja"})
LONGEST_TEXT = 1000
SHOWN_LENGTH = 80
T = TypeVar("T", bound=str)
_PARTS = re.compile(r"[;；、,，/／\n]")
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
    mapping: ColumnMapping

    def cell(self, role: str) -> str:
        found = self.cells.get(role, "").strip()
        return "" if nothing(found) else found

    def problem(self, code: str, role: str) -> Problem:
        column = self.mapping.header(role)[:SHOWN_LENGTH]
        return Problem.of(code, str(self.number), value=self.cell(role)[:SHOWN_LENGTH], column=column)

    def capital_yen(self) -> int | None:
        return amount_yen(self.cell("capital"), self.mapping.header("capital"))


def _chosen(words: Mapping[T, tuple[str, ...]], cell: str) -> T | None:
    said = header_word(cell)
    return next((one for one, spellings in words.items() if said in spellings), None)


def _count(cell: str) -> int | None:
    match = re.fullmatch(r"(?:約)?(\d{1,3}(?:,\d{3})*|\d+)(?:人|名)?", plain(cell))
    return int(match[1].replace(",", "")) if match else None


_CHECKS: tuple[tuple[str, str, Callable[[_Row], object | None]], ...] = (
    ("member_class", "member_class_unclear", lambda row: _chosen(CLASSES, row.cell("member_class"))),
    ("company_type", "company_type_unclear", lambda row: _chosen(COMPANY_TYPES, row.cell("company_type"))),
    ("corporate_number", "corporate_number_in_table_wrong", lambda row: corporate_number(row.cell("corporate_number"))),
    ("capital", "amount_in_table_unclear", lambda row: row.capital_yen()),
    ("employees", "count_unclear", lambda row: _count(row.cell("employees"))),
    ("email", "email_in_table_unclear", lambda row: _ADDRESS.fullmatch(row.cell("email"))),
)


def _fault(row: _Row) -> Problem | None:
    """The first thing in a row that keeps it from being a member."""
    if not row.cell("name_ja"):
        return row.problem("member_without_name", "name_ja")
    for role in row.cells:
        if len(row.cell(role)) > LONGEST_TEXT:
            return row.problem("member_cell_too_long", role)
    return next((row.problem(code, role) for role, code, read in _CHECKS if row.cell(role) and read(row) is None), None)


class _Known:
    """The members that are registered and those of the rows above."""

    def __init__(self, registered: Sequence[Member], codes: Iterable[str]) -> None:
        self.rows: dict[str, int] = {}
        self._by_code = {plain(one.code): one for one in registered}
        self._by_number = {one.corporate_number: one for one in registered if one.corporate_number}
        self._by_name = {(plain(one.name.ja), one.member_class): one for one in registered}
        taken = (*(one.code for one in registered), *codes)
        self._next = 1 + max((int(one[2:]) for one in taken if re.fullmatch(r"M-\d{1,9}", one)), default=0)

    def find(self, row: _Row, member_class: MemberClass) -> Member | None:
        """The member that a row is about: by its code, its corporate number, or its name and class."""
        return (
            self._by_code.get(plain(row.cell("code")) or "-")
            or self._by_number.get(corporate_number(row.cell("corporate_number")) or "-")
            or self._by_name.get((plain(row.cell("name_ja")), member_class))
        )

    def next_code(self) -> str:
        while plain(code := f"M-{self._next:04}") in self._by_code:
            self._next += 1
        return code

    def add(self, member: Member, number: int) -> None:
        self.rows[member.id] = number
        self._by_code[plain(member.code)] = member
        self._by_name[plain(member.name.ja), member.member_class] = member
        if member.corporate_number:
            self._by_number[member.corporate_number] = member


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
    header = {tuple(map(header_word, grid.rows[at])) for at in mapping.header_rows}
    column = mapping.column("code")
    # A code that a later row brings is not given to an earlier one.
    known = _Known(registered, () if column is None else (cells[column] for cells in grid.rows[first:]))
    found: list[MemberRow] = []
    headings: list[int] = []
    rejected: list[tuple[int, Problem]] = []
    unknown: list[tuple[int, str]] = []
    for at, (number, cells) in enumerate(zip(grid.row_numbers, grid.rows, strict=True)):
        if at < first or sum(map(bool, cells)) < 2 or tuple(map(header_word, cells)) in header:
            headings.append(number)
            continue
        row = _Row(number, {role: cells[column] for role, column in mapping.columns}, mapping)
        fault = _fault(row)
        if fault is not None:
            rejected.append((number, fault))
            continue
        member_class: MemberClass = _chosen(CLASSES, row.cell("member_class")) or "company"
        standing = known.find(row, member_class)
        if standing is not None and standing.id in known.rows:
            twice = Problem.of("member_twice_in_table", str(number), first=known.rows[standing.id])
            rejected.append((number, twice))
            continue
        member = _member(row, standing, member_class, f"{batch}-{number}", known)
        known.add(member, number)
        processes, strange = _processes(row, tree)
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
    return MemberReading(
        rows=tuple(found),
        headings=tuple(headings),
        rejected=tuple(rejected),
        unknown_processes=tuple(unknown),
    )


def _member(row: _Row, standing: Member | None, member_class: MemberClass, new_id: str, known: _Known) -> Member:
    company_type: CompanyType = _chosen(COMPANY_TYPES, row.cell("company_type")) or ""
    told: dict[str, object] = {
        "corporate_number": corporate_number(row.cell("corporate_number")) or "",
        "capital_yen": row.capital_yen(),
        "company_type": company_type,
        "employees": _count(row.cell("employees")),
    }
    told = {name: value for name, value in told.items() if value not in ("", None)}
    ja, en = row.cell("name_ja"), row.cell("name_en")
    if standing is not None:
        name = Bilingual(ja=ja, en=en or standing.name.en)
        if row.cell("member_class"):
            told["member_class"] = member_class
        return standing.model_copy(update={**told, "name": name})
    code = row.cell("code") or known.next_code()
    return Member.model_validate(
        {"id": f"member-{new_id}", "code": code, "name": Bilingual(ja=ja, en=en or ja), "member_class": member_class}
        | told
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


def _processes(row: _Row, tree: ProcessTree) -> tuple[list[str], list[str]]:
    """The processes that a cell names, and the words that name none."""
    known: dict[str, None] = {}
    strange = []
    families = frozenset(one.id for one in tree.families)
    for word in filter(None, (part.strip() for part in _PARTS.split(row.cell("processes")))):
        found = tree.find(word, "", families)
        if found is None:
            strange.append(word)
        else:
            known[found.process] = None
    return list(known), strange

"""Tables whose rows are about members that are known: what each is able to do, and with which machines."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar, cast

from fundapp.basis.fact import Fact
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.capability import Capability, Material, material_of
from fundapp.network.columns import ColumnMapping, Vocabulary, header_word, named_by, plain, suggest
from fundapp.network.member import Member
from fundapp.network.member_headers import CAPABILITY_HEADERS, EQUIPMENT_HEADERS, MATERIALS_SAID
from fundapp.network.premises import Equipment
from fundapp.network.process import ProcessTree
from fundapp.network.values import day, stated, yes

LONGEST_TEXT, SHOWN_LENGTH = 1000, 80
NEEDED = {"capability": ("process",), "equipment": ("machine",)}
"""What a row has to say, beside the member, by kind of table."""
HEADERS: dict[str, Vocabulary] = {"capability": CAPABILITY_HEADERS, "equipment": EQUIPMENT_HEADERS}

F = TypeVar("F", bound=Fact)
Told = dict[str, Any]
_PARTS = re.compile(r"[;；、,，\n]")
_WHOLE = re.compile(r"(\d{1,3}(?:,\d{3})*|\d+)(?:時間|h|hours?|個|台|pcs)?")
_LENGTH = re.compile(r"[φø約]?(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d{1,3}))?(mm|cm|m)?")
_MM = {"mm": 1, "cm": 10, "m": 1000}
_GRADE = re.compile(r"(?:it)?(\d{1,2})(?:級)?")


@dataclass(frozen=True, slots=True)
class AboutRow(Generic[F]):
    """One row as the directory will keep it. `is_new` False: it corrects what is known."""

    made: F
    member: Member
    is_new: bool
    row: int


@dataclass(frozen=True, slots=True)
class AboutReading(Generic[F]):
    """What such a table says: each row is taken, a heading, or rejected with its reason."""

    rows: tuple[AboutRow[F], ...]
    headings: tuple[int, ...]
    rejected: tuple[tuple[int, Problem], ...]


def suggest_about_mapping(kind: str, grid: Grid) -> ColumnMapping:
    """What the columns of a table of this kind probably mean."""
    return suggest(grid, HEADERS[kind], frozenset(NEEDED[kind]))


def about_mapping_under(kind: str, grid: Grid, header_row: int | None) -> ColumnMapping:
    """What the columns mean when a person has said which row holds the headers; None when there is none."""
    if header_row is None:
        return ColumnMapping()
    return named_by(grid, (header_row,), grid.rows[header_row], HEADERS[kind])


def missing_about_columns(kind: str, mapping: ColumnMapping) -> tuple[Problem, ...]:
    """What a person still has to point out: the member, by number or name, and what the rows tell of it."""
    roles = {role for role, _column in mapping.columns}
    lacking = [role for role in NEEDED[kind] if role not in roles]
    if not roles & {"code", "name"}:
        lacking.insert(0, "code")
    return tuple(Problem.of("about_column_missing", role) for role in lacking)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Mapping[str, str]
    headers: Mapping[str, str]

    def problem(self, code: str, role: str) -> Problem:
        column = self.headers.get(role, "")[:SHOWN_LENGTH]
        return Problem.of(code, str(self.number), value=self.cells.get(role, "")[:SHOWN_LENGTH], column=column)


def _whole(cell: str) -> int | None:
    match = _WHOLE.fullmatch(plain(cell).replace(" ", ""))
    return int(match[1].replace(",", "")) if match else None


def _above_zero(cell: str) -> int | None:
    return _whole(cell) or None


def _length_mm(cell: str) -> int | None:
    """Whole millimetres of 500, 500 mm, φ500 or 1.2 m."""
    match = _LENGTH.fullmatch(plain(cell).replace(" ", ""))
    if not match:
        return None
    scale = _MM[match[3] or "mm"]
    thousandths = int(match[1].replace(",", "")) * 1000 + int((match[2] or "").ljust(3, "0"))
    found = thousandths * scale
    return found // 1000 if found and found % 1000 == 0 else None


def _grade(cell: str) -> int | None:
    match = _GRADE.fullmatch(plain(cell).replace(" ", ""))
    return int(match[1]) if match and 1 <= int(match[1]) <= 18 else None


def _materials(cell: str) -> tuple[Material, ...] | None:
    """The groups that a cell names, by our words for them or by a code such as SUS304."""
    words = [part.strip() for part in _PARTS.split(cell) if part.strip()]
    found = [_MATERIAL_SAID.get(header_word(one)) or material_of(one) for one in words]
    return None if None in found else cast("tuple[Material, ...]", tuple(dict.fromkeys(found)))


_MATERIAL_SAID = {said: one for one, words in MATERIALS_SAID.items() for said in words}


def _texts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _PARTS.split(cell) if part.strip())


def _a_day(cell: str) -> date | None:
    found = day(cell)
    return found if isinstance(found, date) else None


Reads = tuple[tuple[str, str, str, Callable[[str], object | None]], ...]
"""(role, field, code of what is wrong, how a cell is read; None when it cannot be, which some cells never are)."""
_CAPABILITY: Reads = (
    ("materials", "materials", "material_unclear", _materials),
    ("largest", "largest_mm", "length_unclear", _length_mm),
    ("tolerance", "tolerance_grade", "grade_unclear", _grade),
    ("lot_min", "lot_min", "count_unclear", _above_zero),
    ("lot_max", "lot_max", "count_unclear", _above_zero),
    ("certificates", "certificates", "", _texts),
    ("hours", "free_hours_per_month", "count_unclear", _whole),
    ("nda", "nda_signed", "yes_or_no_unclear", yes),
    ("confirmed", "confirmed_on", "day_in_table_unclear", _a_day),
)
_EQUIPMENT: Reads = (
    ("machine", "name", "", str),
    ("maker", "maker", "", str),
    ("model", "model", "", str),
    ("count", "count", "count_unclear", _above_zero),
    ("note", "note", "", str),
)


def _told(row: _Row, reads: Reads) -> Told | Problem:
    told: Told = {}
    for role, field, code, read in reads:
        if cell := row.cells.get(role, ""):
            found = read(cell)
            if found is None:
                return row.problem(code, role)
            told[field] = found
    return told


class _Members:
    """The members that a row can be about: by number, else by name where one alone has it."""

    def __init__(self, members: Sequence[Member]) -> None:
        self._by_code = {plain(one.code): one for one in members}
        names = Counter(plain(name) for one in members for name in {one.name.ja, one.name.en})
        self._by_name = {
            plain(name): one for one in members for name in (one.name.ja, one.name.en) if names[plain(name)] == 1
        }

    def find(self, row: _Row) -> Member | None:
        code, name = row.cells.get("code", ""), row.cells.get("name", "")
        return self._by_code.get(plain(code)) if code else self._by_name.get(plain(name))


def _read(
    kind: str,
    grid: Grid,
    mapping: ColumnMapping,
    members: Sequence[Member],
    make: Callable[[_Row, Member], tuple[F, bool] | Problem],
) -> AboutReading[F]:
    first = max(mapping.header_rows, default=-1) + 1
    headers = {role: mapping.header(role) for role, _column in mapping.columns}
    again = {tuple(map(header_word, grid.rows[at])) for at in mapping.header_rows}
    known = _Members(members)
    found: list[AboutRow[F]] = []
    headings: list[int] = []
    rejected: list[tuple[int, Problem]] = []
    for at, (number, cells) in enumerate(zip(grid.row_numbers, grid.rows, strict=True)):
        if at < first or sum(map(bool, cells)) < 2 or tuple(map(header_word, cells)) in again:
            headings.append(number)
            continue
        row = _Row(number, {role: stated(cells[column]) for role, column in mapping.columns}, headers)
        member = known.find(row)
        made = _fault(kind, row) or (make(row, member) if member else row.problem("member_of_row_unknown", "code"))
        if isinstance(made, Problem):
            rejected.append((number, made))
            continue
        assert member is not None, "what is made is made of a member"
        found.append(AboutRow(made=made[0], member=member, is_new=made[1], row=number))
    return AboutReading(rows=tuple(found), headings=tuple(headings), rejected=tuple(rejected))


def _fault(kind: str, row: _Row) -> Problem | None:
    """What keeps a row from being read at all."""
    lacking = next((role for role in NEEDED[kind] if not row.cells.get(role)), None)
    if lacking is not None:
        return row.problem("about_cell_missing", lacking)
    too_long = next((role for role, cell in row.cells.items() if len(cell) > LONGEST_TEXT), None)
    return None if too_long is None else row.problem("member_cell_too_long", too_long)


class _Standing(Generic[F]):
    """What is known already, each taken once: the second row of one kind corrects the second that is known."""

    def __init__(self, facts: Iterable[F], key: Callable[[F], tuple[str, ...]]) -> None:
        self._known: defaultdict[tuple[str, ...], list[F]] = defaultdict(list)
        for one in facts:
            self._known[key(one)].append(one)

    def take(self, *key: str) -> F | None:
        known = self._known.get(key)
        return known.pop(0) if known else None


def read_capabilities(
    grid: Grid,
    mapping: ColumnMapping,
    tree: ProcessTree,
    *,
    members: Sequence[Member],
    standing: Iterable[Capability],
    on: date,
    batch: str,
) -> AboutReading[Capability]:
    """What members are able to do. A row on a process that a member has corrects it: what it leaves empty stays.

    `batch` is an opaque id of which new ids are made. A row without a day of confirmation is confirmed `on` that day.
    """
    families = frozenset(one.id for one in tree.families)
    names = {plain(name): one.id for one in tree.processes for name in (one.name.ja, one.name.en, one.id)}
    known = _Standing(standing, lambda one: (one.member_id, one.process))

    @cache
    def find(word: str) -> str:
        named = tree.find(word, "", families)
        # A process's own name goes before a word of another one inside it.
        return names.get(plain(word)) or (named.process if named else "")

    def make(row: _Row, member: Member) -> tuple[Capability, bool] | Problem:
        process = find(row.cells["process"])
        if not process:
            return row.problem("process_in_table_unknown", "process")
        told = _told(row, _CAPABILITY)
        if isinstance(told, Problem):
            return told
        old = known.take(member.id, process)
        if old is not None:
            return old.model_copy(update=told), False
        told = {"confirmed_on": on} | told
        return Capability(id=f"{batch}-{row.number}", member_id=member.id, process=process, **told), True

    return _read("capability", grid, mapping, members, make)


def read_equipment(
    grid: Grid,
    mapping: ColumnMapping,
    *,
    members: Sequence[Member],
    standing: Iterable[Equipment],
    batch: str,
) -> AboutReading[Equipment]:
    """The machines of members. A row on a machine of the same name and model corrects it."""
    known = _Standing(standing, lambda one: (one.member_id, plain(one.name), plain(one.model)))

    def make(row: _Row, member: Member) -> tuple[Equipment, bool] | Problem:
        told = _told(row, _EQUIPMENT)
        if isinstance(told, Problem):
            return told
        old = known.take(member.id, plain(told["name"]), plain(told.get("model", "")))
        if old is not None:
            return old.model_copy(update=told), False
        return Equipment(id=f"{batch}-{row.number}", member_id=member.id, **told), True

    return _read("equipment", grid, mapping, members, make)

"""A grid read as proposals: every row becomes a proposal, a heading, or is rejected with its reason.

It puts together the network's reading of columns and the committee's proposal. The desk decides again on what is sent.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from fundapp.basis.corporate_number import corporate_number
from fundapp.basis.fact import Bilingual, Fact
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.committee.proposal import Company, Instrument, Intake, Proposal, Stage, known_company, next_code
from fundapp.network.amounts import amount_yen
from fundapp.network.columns import ColumnMapping, header_word, named_by, plain, suggest
from fundapp.network.values import nothing, stated, yes
from fundapp.record.proposal_words import INSTRUMENTS, PROPOSAL_HEADERS, STAGES

NEEDED = ("name_ja", "company_ja", "ask", "sector")
"""The columns without which no row can be a proposal."""
NAMING = frozenset({"name_ja"})
LONGEST_TEXT = 4000
MOST_REASONS = 3
SHOWN_LENGTH = 80

T = TypeVar("T", bound=str)
_REASONS = re.compile(r"[;；]|(?:^|\s)[・●•▪■]\s*")


class ProposalReading(Fact):
    """What a table of proposals says."""

    proposals: tuple[Proposal, ...]
    proposal_rows: tuple[int, ...]
    """The row of each proposal, in the same order."""
    headings: tuple[int, ...]
    rejected: tuple[tuple[int, Problem], ...]


def suggest_proposal_mapping(grid: Grid) -> ColumnMapping:
    """What the columns of a table of proposals probably mean."""
    return suggest(grid, PROPOSAL_HEADERS, NAMING)


def proposal_mapping_under(grid: Grid, header_row: int | None) -> ColumnMapping:
    """What the columns mean when a person has said which row holds the headers; None when there is none."""
    if header_row is None:
        return ColumnMapping()
    return named_by(grid, (header_row,), grid.rows[header_row], PROPOSAL_HEADERS)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Mapping[str, str]
    mapping: ColumnMapping

    def cell(self, role: str) -> str:
        return self.cells.get(role, "").strip()

    def problem(self, code: str, role: str) -> Problem:
        column = self.mapping.header(role)[:SHOWN_LENGTH]
        return Problem.of(code, str(self.number), value=self.cell(role)[:SHOWN_LENGTH], column=column)


def _chosen(words: Mapping[T, tuple[str, ...]], cell: str) -> T | None:
    said = header_word(cell)
    return next((one for one, spellings in words.items() if said in spellings), None)


def _reasons(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _REASONS.split(cell) if part and part.strip())


def _flag(cell: str, *, otherwise: bool) -> bool | None:
    """A yes or no; an empty cell is `otherwise`."""
    if not cell:
        return otherwise
    said = plain(cell)
    return True if said in ("要", "必要") else False if said in ("不要", "必要なし") else yes(cell)


def _fault(row: _Row) -> Problem | None:
    """The first thing in a row that keeps it from being a proposal."""
    for role in NEEDED:
        if not _given(row, role):
            return row.problem("proposal_cell_missing", role)
    for role in row.cells:
        if len(row.cell(role)) > LONGEST_TEXT:
            return row.problem("proposal_cell_too_long", role)
    checks: tuple[tuple[str, str, Callable[[str], object | None]], ...] = (
        ("ask", "amount_in_table_unclear", lambda cell: amount_yen(cell, row.mapping.header("ask"))),
        ("pre_money", "amount_in_table_unclear", lambda cell: amount_yen(cell, row.mapping.header("pre_money"))),
        ("corporate_number", "corporate_number_in_table_wrong", corporate_number),
        ("instrument", "instrument_unclear", lambda cell: _chosen(INSTRUMENTS, cell)),
        ("stage", "stage_unclear", lambda cell: _chosen(STAGES, cell)),
        ("needs_support", "yes_or_no_unclear", lambda cell: _flag(cell, otherwise=True)),
        ("parts", "yes_or_no_unclear", lambda cell: _flag(cell, otherwise=True)),
    )
    for role, code, read in checks:
        if (cell := stated(row.cell(role))) and read(cell) is None:
            return row.problem(code, role)
    for role in ("reasons_for", "reasons_against"):
        if len(_reasons(row.cell(role))) > MOST_REASONS:
            return row.problem("too_many_reasons", role)
    return None


def _given(row: _Row, role: str) -> str:
    """The cell, where a dash or 未定 is nothing."""
    return stated(row.cell(role))


def _both(row: _Row, name: str) -> Bilingual:
    ja = row.cell(f"{name}_ja")
    return Bilingual(ja=ja, en=_given(row, f"{name}_en") or ja)


def _company(row: _Row, known: Sequence[Company], new_id: str) -> Company:
    """The company of the row; one that is known keeps its id and what the row does not say."""
    digits = corporate_number(_given(row, "corporate_number")) or ""
    told = {"city": _given(row, "city"), "president": _given(row, "president"), "corporate_number": digits}
    found = known_company(known, number=digits, name_ja=row.cell("company_ja"))
    if found:
        return found.model_copy(update={name: value for name, value in told.items() if value})
    return Company(id=f"company-{new_id}", name=_both(row, "company"), **told)


def _proposal(row: _Row, code: str, known: Sequence[Company], new_id: str) -> Proposal:
    ask = amount_yen(row.cell("ask"), row.mapping.header("ask"))
    assert ask is not None, "a row without fault has its amount"
    instrument: Instrument = _chosen(INSTRUMENTS, _given(row, "instrument")) or "common_shares"
    stage: Stage = _chosen(STAGES, _given(row, "stage")) or "early"
    summary = _given(row, "summary_ja")
    return Proposal(
        id=new_id,
        code=code,
        name=_both(row, "name"),
        company=_company(row, known, new_id),
        ask_yen=ask,
        instrument=instrument,
        pre_money_yen=amount_yen(_given(row, "pre_money"), row.mapping.header("pre_money")),
        sector=row.cell("sector"),
        stage=stage,
        summary=Bilingual(ja=summary, en=summary) if summary else None,
        use_of_funds=_given(row, "use_of_funds"),
        reasons_for=_reasons(_given(row, "reasons_for")),
        reasons_against=_reasons(_given(row, "reasons_against")),
        needs_support=_flag(row.cell("needs_support"), otherwise=True) is not False,
        intake=Intake(no_parts=_flag(row.cell("parts"), otherwise=True) is False),
    )


class _Known:
    """The proposals that are registered and those of the rows above: none of them is taken in twice."""

    def __init__(self, registered: Sequence[Proposal]) -> None:
        self.proposals = list(registered)
        self.rows: dict[str, int] = {}

    @property
    def companies(self) -> list[Company]:
        return [one.company for one in self.proposals]

    def duplicate(self, row: _Row) -> Problem | None:
        """The reason when this row's code, or its name and company, is taken already."""
        code = plain(_given(row, "code"))
        same = next((one for one in self.proposals if code and plain(one.code) == code), None)
        if same is None:
            same = next((one for one in self.proposals if self._is_same(one, row)), None)
        if same is None:
            return None
        if same.id in self.rows:
            return Problem.of("proposal_twice_in_table", str(row.number), first=self.rows[same.id])
        return Problem.of("proposal_registered_already", str(row.number), proposal=same.code)

    def _is_same(self, one: Proposal, row: _Row) -> bool:
        if plain(one.name.ja) != plain(row.cell("name_ja")):
            return False
        digits = corporate_number(_given(row, "corporate_number")) or ""
        return known_company([one.company], number=digits, name_ja=row.cell("company_ja")) is not None

    def add(self, proposal: Proposal, number: int) -> None:
        self.proposals.append(proposal)
        self.rows[proposal.id] = number


def read_proposals(
    grid: Grid, mapping: ColumnMapping, *, registered: Sequence[Proposal], batch: str
) -> ProposalReading:
    """Proposals in `grid`, each row with its end. `batch` is an opaque id: the new proposals' ids are made of it.

    A row without a code gets the next free one. A row whose code, or whose name and company, is `registered` or stands
    in a row above is rejected: nothing is written over.
    """
    first = max(mapping.header_rows, default=-1) + 1
    header = {tuple(map(header_word, grid.rows[at])) for at in mapping.header_rows}
    known, taken = _Known(registered), [one.code for one in registered]
    column = mapping.column("code")
    if column is not None:
        # A code that a later row brings is not given to an earlier one.
        taken += [cells[column] for cells in grid.rows[first:] if not nothing(cells[column])]
    found: list[Proposal] = []
    headings: list[int] = []
    rejected: list[tuple[int, Problem]] = []
    for at, (row_number, cells) in enumerate(zip(grid.row_numbers, grid.rows, strict=True)):
        if at < first or sum(map(bool, cells)) < 2 or tuple(map(header_word, cells)) in header:
            headings.append(row_number)
            continue
        row = _Row(row_number, {role: cells[column] for role, column in mapping.columns}, mapping)
        fault = _fault(row) or known.duplicate(row)
        if fault is not None:
            rejected.append((row_number, fault))
            continue
        code = _given(row, "code") or next_code(taken)
        taken.append(code)
        proposal = _proposal(row, code, known.companies, f"{batch}-{row_number}")
        known.add(proposal, row_number)
        found.append(proposal)
    return ProposalReading(
        proposals=tuple(found),
        proposal_rows=tuple(known.rows[one.id] for one in found),
        headings=tuple(headings),
        rejected=tuple(rejected),
    )


def missing_columns(mapping: ColumnMapping) -> tuple[Problem, ...]:
    """What a person still has to point out: the columns that every proposal needs."""
    roles = {role for role, _column in mapping.columns}
    return tuple(Problem.of("proposal_column_missing", role) for role in NEEDED if role not in roles)

"""A running fund's tables read from grids: every row is taken, passed over as empty, or rejected with its reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeVar

from fundapp.basis.fact import Bilingual, Fact
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.committee.proposal import EARLY_STAGES, Company, known_company
from fundapp.fund.opening import (
    EXITS,
    OF_PARTNERS,
    PARTS,
    FlowKind,
    FollowOnLeft,
    Opening,
    OpeningBalances,
    OpeningFlow,
    OpeningPartner,
    OpeningPosition,
    OpeningSource,
    OpeningTranche,
    Part,
)
from fundapp.fund.opening_parts import shared_out
from fundapp.fund.terms import FundTerms
from fundapp.network.amounts import amount_yen
from fundapp.network.columns import ColumnMapping, bare_word, header_word, named_by, plain, suggest
from fundapp.network.values import day, stated
from fundapp.record.opening_words import HEADERS, ITEMS, KINDS, METHODS, NAMING, NEEDED
from fundapp.record.proposal_words import INSTRUMENTS, STAGES

SHOWN_LENGTH = 80
LONGEST_TEXT = 2000
LONGEST_COUNT = 15
"""Digits."""

T = TypeVar("T")
W = TypeVar("W", bound=str)


class PartReading(Fact):
    """What became of the rows of one table."""

    part: Part
    taken: tuple[int, ...] = ()
    rejected: tuple[tuple[int, Problem], ...] = ()


class OpeningReading(Fact):
    """What the tables say; `opening` is None while a row is rejected or something needed is missing."""

    parts: tuple[PartReading, ...]
    opening: Opening | None


@dataclass(frozen=True, slots=True)
class TableRead:
    """One table as it was read, and what its columns mean."""

    source: OpeningSource
    grid: Grid
    mapping: ColumnMapping


def suggest_opening(part: Part) -> Callable[[Grid], ColumnMapping]:
    """What the columns of such a table probably mean."""
    return lambda grid: suggest(grid, HEADERS[part], NAMING[part])


def opening_under(part: Part) -> Callable[[Grid, int | None], ColumnMapping]:
    """What the columns mean when a person has said which row holds the headers; None when there is none."""

    def under(grid: Grid, header_row: int | None) -> ColumnMapping:
        if header_row is None:
            return ColumnMapping()
        return named_by(grid, (header_row,), grid.rows[header_row], HEADERS[part])

    return under


def opening_missing(part: Part, mapping: ColumnMapping) -> tuple[Problem, ...]:
    """What a person still has to point out; the place is the role."""
    roles = {role for role, _column in mapping.columns}
    return tuple(Problem.of("opening_column_missing", role) for role in NEEDED[part] if role not in roles)


def likeliest(part: Part, sheets: Sequence[Grid]) -> int | None:
    """Which of several sheets is this table: the one with most of its columns, if it has at least two."""
    found = [len(suggest(grid, HEADERS[part], NAMING[part]).columns) for grid in sheets]
    best = max(range(len(found)), key=lambda at: found[at], default=None)
    return best if best is not None and found[best] > 1 else None


class _UnclearError(Exception):
    """A cell that cannot be read, on its way to its row's verdict."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, whose cells are read by their roles. Raises _UnclearError for a cell that is unclear."""

    number: int
    cells: Mapping[str, str]
    mapping: ColumnMapping

    def cell(self, role: str) -> str:
        return stated(self.cells.get(role, ""))

    def text(self, role: str, *, needed: bool = False) -> str:
        cell = self.cell(role)
        if len(cell) > LONGEST_TEXT:
            raise self.unclear("opening_cell_too_long", role)
        if needed and not cell:
            raise self.unclear("opening_cell_missing", role)
        return cell

    def unclear(self, code: str, role: str) -> _UnclearError:
        value, column = self.cells.get(role, "")[:SHOWN_LENGTH], self.mapping.header(role)[:SHOWN_LENGTH]
        return _UnclearError(Problem.of(code, value=value, column=column))

    def yen(self, role: str) -> int:
        """Whole yen; an empty cell is nothing."""
        cell = self.cell(role)
        if not cell or plain(cell).strip("¥\\円 ") in ("0", "0.0"):
            return 0
        amount = amount_yen(cell, self.mapping.header(role))
        if amount is None:
            raise self.unclear("opening_amount_unclear", role)
        return amount

    def day(self, role: str) -> date | None:
        found = day(self.cell(role))
        if isinstance(found, str):
            raise self.unclear("opening_day_unclear", role)
        return found

    def needed_day(self, role: str) -> date:
        found = self.day(role)
        if found is None:
            raise self.unclear("opening_cell_missing", role)
        return found

    def number_of(self, role: str) -> int:
        """A number from 1, as 1, 第1回 or No. 1."""
        digits = "".join(letter for letter in plain(self.cell(role)) if letter.isdecimal() or letter == ".")
        whole = digits.strip(".").removesuffix(".0")
        if not whole.isdecimal() or len(whole) > 4 or not int(whole):
            raise self.unclear("opening_number_unclear", role)
        return int(whole)

    def count(self, role: str) -> int | None:
        """How many, as 1,200 or 1200株; None for an empty cell."""
        cell = plain(self.cell(role)).replace(",", "").rstrip("株口 ").removesuffix(".0")
        if not cell:
            return None
        if not cell.isdecimal() or len(cell) > LONGEST_COUNT or not int(cell):
            raise self.unclear("opening_count_unclear", role)
        return int(cell)

    def share(self, role: str) -> Fraction | None:
        """33.4% or 0.334; above one without a sign it is per cent too."""
        cell = plain(self.cell(role)).replace(" ", "")
        if not cell:
            return None
        try:
            found = Fraction(cell.removesuffix("%"))
        except (ValueError, ZeroDivisionError):
            raise self.unclear("opening_share_unclear", role) from None
        share = found / 100 if cell.endswith("%") or found > 1 else found
        if not 0 <= share <= 1:
            raise self.unclear("opening_share_unclear", role)
        return share

    def chosen(self, role: str, words: Mapping[W, tuple[str, ...]], code: str) -> W | None:
        """The code whose word stands there; None for an empty cell."""
        cell = self.cell(role)
        if not cell:
            return None
        said = (header_word(cell), bare_word(cell))
        found = next((one for one, spellings in words.items() if said[0] in spellings or said[1] in spellings), None)
        if found is None:
            raise self.unclear(code, role)
        return found


@dataclass
class _Reader:
    """All tables of one fund on their way in."""

    terms: FundTerms
    companies: Sequence[Company]
    batch: str
    rejected: dict[Part, list[tuple[int, Problem]]] = field(default_factory=dict)
    taken: dict[Part, list[int]] = field(default_factory=dict)
    new: list[Company] = field(default_factory=list)

    def rows(self, table: TableRead, take: Callable[[_Row], T | None]) -> list[T]:
        """What each row below the headers says; a row with nothing in it is passed over."""
        part, found = table.source.part, list[T]()
        first = max(table.mapping.header_rows, default=-1) + 1
        for number, cells in list(zip(table.grid.row_numbers, table.grid.rows, strict=True))[first:]:
            row = _Row(number, {role: cells[column] for role, column in table.mapping.columns}, table.mapping)
            if not any(row.cells.values()):
                continue
            try:
                taken = take(row)
            except _UnclearError as unclear:
                self.reject(part, number, unclear.problem)
                continue
            if taken is not None:
                self.taken.setdefault(part, []).append(number)
                found.append(taken)
        return found

    def reject(self, part: Part, row: int, problem: Problem) -> None:
        self.rejected.setdefault(part, []).append((row, problem))

    def position(self, row: _Row) -> OpeningPosition:
        signed_on = row.needed_day("signed")
        stage = row.chosen("stage", STAGES, "opening_stage_unclear") or "growth"
        company_id, name = self._company(row)
        return OpeningPosition(
            row=row.number,
            deal=row.text("deal", needed=True),
            company_id=company_id,
            company=name,
            sector=row.text("sector", needed=True),
            early_stage=stage in EARLY_STAGES,
            instrument=row.chosen("instrument", INSTRUMENTS, "opening_instrument_unclear") or "common_shares",
            resolved_on=row.day("resolved") or signed_on,
            signed_on=signed_on,
            cost_yen=row.yen("cost"),
            fair_value_yen=row.yen("fair_value"),
            valued_on=row.day("valued"),
            method=row.chosen("method", METHODS, "opening_method_unclear") or "",
            ownership=row.share("ownership"),
            voting_share=row.share("votes"),
        )

    def _company(self, row: _Row) -> tuple[str, Bilingual]:
        """The company's id and name: as its code says, else one that is known by this name, else a new one."""
        name = row.text("company_ja", needed=True)
        both = Bilingual(ja=name, en=row.text("company_en") or name)
        code = row.text("company_id")
        known = known_company([*self.companies, *self.new], number="", name_ja=name)
        if known is None:
            known = Company(id=code or f"company-{self.batch}-{row.number}", name=both)
            self.new.append(known)
        return code or known.id, both

    def tranche(self, row: _Row) -> OpeningTranche:
        committed_yen = row.yen("committed")
        if not committed_yen:
            raise row.unclear("opening_cell_missing", "committed")
        return OpeningTranche(
            row=row.number,
            deal=row.text("deal", needed=True),
            number=row.number_of("number"),
            committed_yen=committed_yen,
            drawn_yen=row.yen("drawn"),
            undrawn_yen=row.yen("undrawn"),
            due=row.needed_day("due"),
            milestone=row.text("milestone"),
            stopped_on=row.day("stopped"),
            shares=row.count("shares"),
        )

    def flow(self, row: _Row) -> OpeningFlow:
        kind: FlowKind | None = row.chosen("kind", KINDS, "opening_kind_unclear")
        if kind is None:
            raise row.unclear("opening_cell_missing", "kind")
        ref = row.text("ref").removesuffix(".0")
        return OpeningFlow(
            row=row.number,
            on=row.needed_day("on"),
            kind=kind,
            amount_yen=row.yen("amount"),
            deal=row.text("deal"),
            tranche=row.number_of("tranche") if row.cell("tranche") else 0,
            partner=self._partner(row) if kind in OF_PARTNERS and row.cell("partner") else None,
            ref=ref or (f"{row.number}" if kind == "fee" else ""),
            part_yen=row.yen("part"),
            due=row.day("due"),
            what=row.text("what"),
            method=row.chosen("method", METHODS, "opening_method_unclear") or "",
            shares=row.count("shares") if kind in EXITS else None,
        )

    def _partner(self, row: _Row) -> int:
        names = [plain(one.name) for one in self.terms.partners]
        wanted = plain(row.text("partner", needed=True))
        if wanted not in names:
            raise row.unclear("opening_partner_unknown", "partner")
        return names.index(wanted) + 1

    def partner(self, row: _Row) -> OpeningPartner:
        return OpeningPartner(
            row=row.number,
            partner=self._partner(row),
            committed_yen=row.yen("committed"),
            called_yen=row.yen("called") if row.cell("called") else None,
            paid_in_yen=row.yen("paid_in"),
            distributed_yen=row.yen("distributed"),
        )

    def balances(self, table: TableRead) -> OpeningBalances | None:
        """The figures of the day; None, with the reason at the table, while one of them is missing or stands twice."""
        days: list[date] = []
        figures: dict[str, tuple[int, int]] = {}
        follow_on: list[FollowOnLeft] = []

        def take(row: _Row) -> str:
            item = row.chosen("item", ITEMS, "opening_item_unclear")
            if item is None:
                raise row.unclear("opening_cell_missing", "item")
            if item in figures or (item == "as_of" and days):
                raise row.unclear("opening_item_twice", "item")
            if item == "as_of":
                days.append(row.needed_day("value"))
            elif item == "follow_on":
                left = FollowOnLeft(row=row.number, company_id=row.text("company_id"), amount_yen=row.yen("value"))
                follow_on.append(left)
            else:
                figures[item] = (row.yen("value"), row.number)
            return item

        self.rows(table, take)
        for item in ("as_of", "fund_size", "cash", "cost_reserve"):
            if item not in figures and not (item == "as_of" and days):
                self.reject("balances", 0, Problem.of("opening_item_missing", opening_item=item))
        if "balances" in self.rejected:
            return None
        return OpeningBalances(
            as_of=days[0],
            fund_size_yen=figures["fund_size"][0],
            fund_size_row=figures["fund_size"][1],
            cash_yen=figures["cash"][0],
            cash_row=figures["cash"][1],
            cost_reserve_yen=figures["cost_reserve"][0],
            cost_reserve_row=figures["cost_reserve"][1],
            follow_on=tuple(follow_on),
        )


def read_opening(
    tables: Mapping[Part, TableRead], *, terms: FundTerms, companies: Sequence[Company], batch: str
) -> OpeningReading:
    """The tables read row by row. `companies` are known already; `batch` is an opaque id that new ones are made of."""
    reader = _Reader(terms, companies, batch)
    positions = reader.rows(tables["positions"], reader.position)
    tranches = reader.rows(tables["tranches"], reader.tranche)
    flows = reader.rows(tables["flows"], reader.flow)
    partners = reader.rows(tables["partners"], reader.partner)
    told = reader.balances(tables["balances"])
    opening = None
    if told is not None and not reader.rejected:
        read = Opening(
            sources=tuple(tables[part].source for part in PARTS),
            positions=tuple(positions),
            tranches=tuple(tranches),
            flows=tuple(flows),
            partners=tuple(partners),
            balances=told,
        )
        shared, faults = shared_out(terms, read.in_order)
        for row, problem in faults:
            reader.reject("flows", row, problem)
        opening = read.model_copy(update={"flows": shared}) if not faults else None
    parts = tuple(
        PartReading(part=part, taken=tuple(reader.taken.get(part, ())), rejected=tuple(reader.rejected.get(part, ())))
        for part in PARTS
    )
    return OpeningReading(parts=parts, opening=opening)

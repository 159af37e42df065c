"""A grid read as offers: every row is accepted, a heading, or rejected with its reason."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem
from fundapp.network.bill import Bill, Line
from fundapp.network.columns import ColumnMapping, header_word, named_by, plain, suggest
from fundapp.network.offer import HAND_RAISED, WRITTEN, Offer
from fundapp.network.sourcing import needs_nda
from fundapp.network.values import DAYS, day, days, quantity, unit_of_time, yen, yes
from fundapp.network.words import CAN, CANNOT, OFFER_HEADERS, ON_CONDITIONS

NAMING = frozenset({"item_number", "part_number"})
SHOWN_LENGTH = 80
ReceivedBy = Literal["form", "table", "phone", "fax", "paper"]


class OfferSource(Fact):
    """Where a table of offers comes from: what holds for all rows that do not say otherwise."""

    batch: Text
    """Opaque id of this reading; the offers' ids are made of it and the row."""
    dated: date
    provider: Text = ""
    person: Text = ""
    received_by: ReceivedBy = "table"


class OfferReading(Fact):
    """What a table of offers says. A row stands for several offers when its part is used on several lines."""

    offers: tuple[Offer, ...]
    offer_rows: tuple[int, ...]
    """The accepted rows."""
    headings: tuple[int, ...]
    rejected: tuple[tuple[int, Problem], ...]
    notices: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The bill's lines by id and by part number."""

    by_id: dict[str, Line]
    by_part: dict[str, list[Line]]

    @classmethod
    def of(cls, bill: Bill) -> "_Lines":
        by_part: defaultdict[str, list[Line]] = defaultdict(list)
        for line in bill.sourcing_lines():
            if line.part_number:
                by_part[plain(line.part_number)].append(line)
        return cls({plain(line.id): line for line in bill.sourcing_lines()}, dict(by_part))


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: dict[str, str]
    mapping: ColumnMapping

    def cell(self, role: str) -> str:
        return self.cells.get(role, "")

    def problem(self, code: str, role: str = "") -> Problem:
        if not role:
            return Problem.of(code, str(self.number))
        column = self.mapping.header(role)[:SHOWN_LENGTH]
        return Problem.of(code, str(self.number), value=self.cell(role)[:SHOWN_LENGTH], column=column)


def suggest_offer_mapping(grid: Grid) -> ColumnMapping:
    """What the columns of a table of offers probably mean."""
    return suggest(grid, OFFER_HEADERS, NAMING, TESTS)


def offer_mapping_under(grid: Grid, header_row: int | None) -> ColumnMapping:
    """What the columns mean when a person has said which row holds the headers; None when there is none."""
    if header_row is None:
        return ColumnMapping()
    return named_by(grid, (header_row,), grid.rows[header_row], OFFER_HEADERS, TESTS)


def answer_said(text: str) -> Literal["can", "on_conditions", "cannot"] | None:
    """Can, on conditions or cannot, as people write it; None for any other word."""
    said = {header_word(text), plain(text)}
    if not said.isdisjoint(CAN):
        return "can"
    if not said.isdisjoint(ON_CONDITIONS):
        return "on_conditions"
    return "cannot" if not said.isdisjoint(CANNOT) else None


TESTS = {"answer": lambda cell: answer_said(cell) is not None}


def _found(row: _Row, lines: _Lines) -> list[Line] | Problem:
    """The lines that the row speaks of, by item number, by part number, or by both when they agree."""
    item, part = row.cell("item_number"), row.cell("part_number")
    numbered, named = lines.by_id.get(plain(item)), lines.by_part.get(plain(part), [])
    if numbered and part and numbered.part_number and plain(numbered.part_number) != plain(part):
        return row.problem("line_disagrees", "part_number")
    if numbered:
        return [numbered]
    # A table's own running numbers need not be ours: the part number decides.
    return named or row.problem("line_unknown", "part_number" if part else "item_number")


def _rung(row: _Row, *, priced: bool, person: str) -> int | Problem:
    """The rung: as the row says, else written with a price and a person's name, else a raised hand.

    A price on conditions, or one for which nobody stands with a name, is no more than a hand.
    """
    answer = answer_said(row.cell("answer"))
    if row.cell("answer") and answer is None:
        return row.problem("answer_unclear", "answer")
    if answer == "cannot":
        return row.problem("answered_cannot")
    if given := plain(row.cell("rung")):
        if not (given.isdecimal() and int(given) <= 5):
            return row.problem("rung_unclear", "rung")
        if int(given) >= WRITTEN and not person:
            return row.problem("person_missing")
        return int(given)
    if not priced and answer is None:
        return row.problem("nothing_offered")
    return WRITTEN if priced and person and answer != "on_conditions" else HAND_RAISED


def _lot(row: _Row, line: Line, bill: Bill) -> int | Problem | None:
    """Products that the offer covers: a lot as stated, else pieces over those of one, else a least order in reach."""
    for role in ("lot", "pieces", "least_order"):
        read = quantity(row.cell(role))
        if isinstance(read, str):
            return row.problem(read, role)
        if read is None:
            continue
        amount = read[0]
        if role == "lot":
            return int(amount)
        if role == "pieces":
            return int(amount // line.quantity)
        return bill.lot if amount <= line.quantity * bill.lot else row.problem("least_order_above_need", role)
    return None


def _offer(row: _Row, line: Line, bill: Bill, source: OfferSource, offer_id: str) -> Offer | Problem:
    provider = row.cell("provider") or source.provider
    person = row.cell("person") or source.person
    if not provider:
        return row.problem("provider_missing")
    price = yen(row.cell("unit_price"))
    if isinstance(price, str):
        return row.problem(price, "unit_price")
    lead = days(row.cell("lead_time"), unit_of_time(row.mapping.header("lead_time")) or DAYS)
    if isinstance(lead, str):
        return row.problem(lead, "lead_time")
    dated, expires = day(row.cell("dated")), day(row.cell("expires"))
    if isinstance(dated, str):
        return row.problem(dated, "dated")
    if isinstance(expires, str):
        return row.problem(expires, "expires")
    if (nda := yes(row.cell("nda"))) is None:
        return row.problem("nda_unclear", "nda")
    rung, lot = _rung(row, priced=price is not None, person=person), _lot(row, line, bill)
    if isinstance(rung, Problem):
        return rung
    if isinstance(lot, Problem):
        return lot
    return Offer(
        id=offer_id,
        proposal_id=bill.proposal_id,
        bill_revision=bill.revision,
        line_id=line.id,
        provider=provider,
        person=person,
        rung=rung,
        dated=dated or source.dated,
        expires=expires,
        unit_price_yen=price,
        lot=lot,
        lead_time_days=lead,
        nda_signed=nda,
        received_by=source.received_by,
    )


def _row_offers(row: _Row, lines: _Lines, bill: Bill, source: OfferSource) -> list[Offer] | Problem:
    found = _found(row, lines)
    if isinstance(found, Problem):
        return found
    offers: list[Offer] = []
    for at, line in enumerate(found):
        offer = _offer(row, line, bill, source, f"{source.batch}-{row.number}" + (f"-{at + 1}" if at else ""))
        if isinstance(offer, Problem):
            return offer
        offers.append(offer)
    return offers


def read_offers(grid: Grid, mapping: ColumnMapping, *, bill: Bill, source: OfferSource) -> OfferReading:
    """Offers on the lines of `bill`: each row of the grid is accepted, a heading, or rejected with its reason.

    A refusal to offer ("cannot") is kept among the rejected rows, so that the answer is not lost.
    """
    lines = _Lines.of(bill)
    first = max(mapping.header_rows, default=-1) + 1
    header = {tuple(map(header_word, grid.rows[at])) for at in mapping.header_rows}
    offers: list[Offer] = []
    accepted: list[int] = []
    headings: list[int] = []
    rejected: list[tuple[int, Problem]] = []
    for at, (number, cells) in enumerate(zip(grid.row_numbers, grid.rows, strict=True)):
        if at < first or sum(map(bool, cells)) < 2 or tuple(map(header_word, cells)) in header:
            headings.append(number)
            continue
        row = _Row(number, {role: cells[column] for role, column in mapping.columns if column < len(cells)}, mapping)
        read = _row_offers(row, lines, bill, source)
        if isinstance(read, Problem):
            rejected.append((number, read))
        else:
            offers += read
            accepted.append(number)
    return OfferReading(
        offers=tuple(offers),
        offer_rows=tuple(accepted),
        headings=tuple(headings),
        rejected=tuple(rejected),
        notices=_notices(offers, {line.id: line for line in bill.lines}),
    )


def _notices(offers: list[Offer], lines: dict[str, Line]) -> tuple[Problem, ...]:
    """What keeps accepted rows from counting as firm, with their number."""
    written = [offer for offer in offers if offer.rung >= WRITTEN]
    counts = {
        "quotes_without_person": sum(offer.unit_price_yen is not None and not offer.person for offer in offers),
        "quotes_without_lot": sum(offer.lot is None for offer in written),
        "quotes_without_nda": sum(needs_nda(lines[offer.line_id]) and not offer.nda_signed for offer in written),
    }
    return tuple(Problem.of(code, count=count) for code, count in counts.items() if count)

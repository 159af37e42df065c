"""Any fund that lived here, taken out as tables and taken over in an empty folder, is the same fund to the yen."""

from random import Random

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from record.opening_life import figures_of, lived, tables, taken_over

from fundapp.basis.refusal import Refusal
from fundapp.documents.opening_book import opening_book
from fundapp.foreign_proof import foreign_proofs
from fundapp.fund.opening import PARTS, OpeningSource
from fundapp.intake.table import read_sheets
from fundapp.record.book import Book
from fundapp.record.opening_table import OpeningReading, TableRead, likeliest, read_opening, suggest_opening
from fundapp.text.catalogue import use


@given(by=st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_fund_taken_out_and_taken_over_is_the_same_to_the_yen(by) -> None:
    life = lived(by)
    other = taken_over(life, tables(life))
    assert other.book.balances == life.book.balances
    assert figures_of(other.book, other.today) == figures_of(life.book, other.today)
    held = [{one.company_id: one.shares() for one in book.investments.values()} for book in (other.book, life.book)]
    assert held[0] == {of: count for of, count in held[1].items() if of in held[0]}


def read(content: bytes, book: Book) -> OpeningReading:
    """The tables of a workbook through the intake's own process, each sheet recognised by its headers."""
    sheets = read_sheets("fund.xlsx", content)
    assert not isinstance(sheets, Refusal)
    found = {}
    for part in PARTS:
        at = likeliest(part, sheets)
        assert at is not None, part
        source = OpeningSource(part=part, file_name="fund.xlsx", file_sha256="0" * 64, sheet=sheets[at].sheet)
        found[part] = TableRead(source, sheets[at], suggest_opening(part)(sheets[at]))
    return read_opening(found, terms=book.terms, companies=(), batch="b")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_workbook_of_a_fund_is_read_as_the_fund_and_the_foreign_programs_agree(language) -> None:
    use(language)
    life = lived(Random(language))
    reading = read(opening_book(life.book.terms, tables(life)), life.book)
    assert [(one.part, one.rejected) for one in reading.parts] == [(part, ()) for part in PARTS]
    other = taken_over(life, reading.opening)
    assert other.book.balances == life.book.balances
    assert figures_of(other.book, other.today) == figures_of(life.book, other.today)
    assert [one.verdict for one in foreign_proofs(other.book.entries)] == ["agrees", "agrees"]

"""Tables of marks as people write them."""

import pytest

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.agreement import Ratings
from fundapp.committee.ratings_table import read_ratings

MARKS = ((4.0, 3.0, None), (2.0, 2.5, 5.0))
PLAIN = [["4", "3", ""], ["2", "2.5", "5"]]


def grid(rows: list[list[str]]) -> Grid:
    return Grid(rows=tuple(map(tuple, rows)), row_numbers=tuple(range(1, len(rows) + 1)))


@pytest.mark.parametrize(
    ("rows", "items", "raters"),
    [
        (PLAIN, ("1", "2"), ("1", "2", "3")),
        ([["A", "B", "C"], *PLAIN], ("2", "3"), ("A", "B", "C")),
        ([["item", "1", "2", "3"], ["1", *PLAIN[0]], ["2", *PLAIN[1]]], ("1", "2"), ("1", "2", "3")),
        ([["", "1", "2", "3"], ["PR-06", *PLAIN[0]], ["PR-08", *PLAIN[1]]], ("PR-06", "PR-08"), ("1", "2", "3")),
        ([["", "A", "B", "C"], ["7", *PLAIN[0]], ["9", *PLAIN[1]]], ("7", "9"), ("A", "B", "C")),
        ([["将来性", *PLAIN[0]], ["体制", *PLAIN[1]]], ("将来性", "体制"), ("1", "2", "3")),
        (
            [["案件", "協会", "TLO", "VC"], ["風車", *PLAIN[0]], ["秤", *PLAIN[1]]],
            ("風車", "秤"),
            ("協会", "TLO", "VC"),
        ),
        ([["４", "３", "Ｘ"], ["2", "2,5", "5"]], ("1", "2"), ("1", "2", "3")),
    ],
)
def test_heads_and_names_are_told_from_marks(rows, items, raters):
    assert read_ratings(grid(rows)) == Ratings(items=items, raters=raters, marks=MARKS)


def test_a_first_mark_that_is_missing_is_no_head():
    rows = [["", "1", "1"], ["2", "2", "1"], ["", "3", "3"]]
    found = read_ratings(grid(rows))
    assert isinstance(found, Ratings)
    assert found.marks == ((None, 1.0, 1.0), (2.0, 2.0, 1.0), (None, 3.0, 3.0))


def test_words_are_categories():
    found = read_ratings(grid([["a", "b"], ["b", "b"], ["", "a"]]))
    assert found == Ratings(
        items=("1", "2", "3"),
        raters=("1", "2"),
        marks=((0.0, 1.0), (1.0, 1.0), (None, 0.0)),
        numbers=False,
    )


def test_a_word_among_numbers_is_named_and_nothing_is_guessed():
    found = read_ratings(grid([["A", "B"], ["1", "2"], ["3", "four"], ["5", "5"]]))
    assert found == Refusal.of("ratings_unclear", Problem.of("mark_unclear", "3", cell="four"))


def test_a_table_without_marks_is_refused():
    assert read_ratings(Grid(rows=(), row_numbers=())) == Refusal.of("ratings_empty")

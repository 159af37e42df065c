"""Which column of a strange table means what: headers propose a meaning, and the cells below them may refute it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import islice, pairwise
from string import ascii_uppercase
from types import MappingProxyType

from fundapp.basis.canonical import digest
from fundapp.basis.fact import Fact, Text
from fundapp.basis.grid import Grid

Vocabulary = Mapping[str, tuple[str, ...]]
"""Role -> header words in their normalised form, the best first."""
Tests = Mapping[str, Callable[[str], bool]]
"""Role -> whether one cell may stand in its column. Most cells must, or the column means something else."""

SEARCHED_ROWS = 60
GLANCED_CELLS, TESTED_CELLS = 20, 200
_EXACT, _COUNTED, _PART = 0, 100, 200
_BRACKETS = re.compile(r"[(\[{<【〈「『].*?[)\]}>】〉」』]")
_MARKS = re.compile(r"[\W_]+")
_COMMENT = re.compile(r"(?:#+\s+)+(?=\w)")
_PLURAL_END = re.compile(r"\d{1,2}$")


class ColumnMapping(Fact):
    """What each column of a grid means, as suggested or as corrected by a person."""

    header_rows: tuple[int, ...] = ()
    """Positions in the grid's rows, not row numbers; empty when no header was recognised."""
    headers: tuple[Text, ...] = ()
    """The header over each column, as a person reads it."""
    columns: tuple[tuple[Text, int], ...] = ()
    """(role, column), each role and each column at most once."""
    layout: Text = ""
    """Digest of the headers: tables of the same layout have the same one, so a correction can be remembered."""
    period: int = 0
    """Columns after which the same headers come again, side by side; 0 when they stand once."""

    def column(self, role: str) -> int | None:
        """The column that has this role, or None."""
        return dict(self.columns).get(role)

    def header(self, role: str) -> str:
        """The header over the column of this role; empty when there is none."""
        column = self.column(role)
        return "" if column is None or column >= len(self.headers) else self.headers[column]

    def with_columns(self, columns: tuple[tuple[str, int], ...]) -> "ColumnMapping":
        """The same layout read in the way that a person has set."""
        return self.model_copy(update={"columns": tuple(sorted(columns))})


@lru_cache(maxsize=16_384)  # the same few cells are looked at for many reasons
def plain(text: str) -> str:
    """Full and half width, case and runs of blanks made alike: what two spellings of one cell have in common."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=4096)  # every cell of the first rows is asked for once for each role and each reading
def header_word(text: str) -> str:
    """A header without width, case, blanks and punctuation: PART #, Part No. and Ｐａｒｔ　Ｎｏ are one word."""
    return _MARKS.sub("", _COMMENT.sub("", plain(text)).replace("#", "no"))


@lru_cache(maxsize=4096)
def bare_word(header: str) -> str:
    """A header's word without what stands in brackets."""
    return header_word(_BRACKETS.sub("", plain(header)))


def _rank(header: str, words: tuple[str, ...]) -> int | None:
    """How well a header fits a role, less is better; None when it does not fit."""
    whole, bare = header_word(header), bare_word(header)
    single = _PLURAL_END.sub("", bare)
    for at, word in enumerate(words):
        if word in (whole, bare):
            return _EXACT + at
    for at, word in enumerate(words):
        # Manufacturer 1, Manufacturer 2: the first of several.
        if word == single:
            return _COUNTED + at
        # "SOLIDWORKS PART NUMBER" ends in a word that we know; a short word would be found by chance.
        if len(word) >= (6 if word.isascii() else 2) and (bare or whole).endswith(word):
            return _PART + at
    return None


def _assign(
    headers: tuple[str, ...], vocabulary: Vocabulary, fits_cells: Callable[[str, int], bool]
) -> tuple[tuple[str, int], ...]:
    """Each role's best column. A column serves one role: the one whose word fits it best, the earlier role on a tie."""
    fits = sorted(
        (rank, order, column, role)
        for order, (role, words) in enumerate(vocabulary.items())
        for column, header in enumerate(headers)
        if header and (rank := _rank(header, words)) is not None
    )
    taken: dict[str, int] = {}
    for _fit, _order, column, role in fits:
        if role not in taken and column not in taken.values() and fits_cells(role, column):
            taken[role] = column
    return tuple(sorted(taken.items()))


def _joined(upper: tuple[str, ...], lower: tuple[str, ...]) -> tuple[str, ...]:
    """Two header rows as one. A group's title stands once, over the first of its columns, and reaches to the next."""
    headers, group = [], ""
    for above, below in zip(upper, lower, strict=True):
        group = above or group
        headers.append(f"{group} {below}".strip() if below else above)
    return tuple(headers)


def _own(lower: tuple[str, ...], upper: tuple[str, ...]) -> tuple[str, ...]:
    """The lower header row by itself, with the upper one where it is blank."""
    return tuple(below or above for above, below in zip(upper, lower, strict=True))


def _names_something(row: tuple[str, ...]) -> bool:
    return not any(re.fullmatch(r"[\d.,¥\\-]+", plain(cell)) for cell in row if cell)


def _readings(grid: Grid) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """Every way to see headers in the first rows: all single rows before any pair, so that a pair must tell more."""
    rows = grid.rows[:SEARCHED_ROWS]
    yield from (((at,), row) for at, row in enumerate(rows))
    for at, (upper, lower) in enumerate(pairwise(rows)):
        if _names_something(lower):
            yield (at, at + 1), _joined(upper, lower)
            yield (at, at + 1), _own(lower, upper)


def _refuting(grid: Grid, header_rows: tuple[int, ...], tests: Tests, most: int) -> Callable[[str, int], bool]:
    """Whether the first `most` cells below the header may stand in a column of a role."""
    first = max(header_rows, default=-1) + 1

    def fits_cells(role: str, column: int) -> bool:
        test = tests.get(role)
        if test is None:
            return True
        cells = list(islice((row[column] for row in islice(grid.rows, first, None) if row[column]), most))
        # Rows of titles and totals stand among them; an empty column can be filled in by a person.
        return sum(map(test, cells)) * 2 >= len(cells)

    return fits_cells


def suggest(
    grid: Grid,
    vocabulary: Vocabulary,
    naming: frozenset[str],
    tests: Tests = MappingProxyType({}),
    *,
    counting: frozenset[str] = frozenset(),
) -> ColumnMapping:
    """The header row, or two of them, with most recognised columns: at least two, and one of `naming` among them.

    Title rows and preambles above are passed over; below the first row that names and has one of `counting` stand
    parts, or other tables. It is a mapping without columns when no header is recognised.
    """
    best, most, last = ColumnMapping(), 1, SEARCHED_ROWS
    for header_rows, headers in _readings(grid):
        if header_rows[-1] > last + 1:
            continue
        columns = _assign(headers, vocabulary, _refuting(grid, header_rows, tests, GLANCED_CELLS))
        roles = {role for role, _column in columns}
        if len(columns) > most and naming & roles:
            best, most = ColumnMapping(header_rows=header_rows, headers=headers), len(columns)
            if counting & roles:
                last = min(last, header_rows[0])
    return named_by(grid, best.header_rows, best.headers, vocabulary, tests) if best.header_rows else best


def named_by(
    grid: Grid,
    header_rows: tuple[int, ...],
    headers: tuple[str, ...],
    vocabulary: Vocabulary,
    tests: Tests = MappingProxyType({}),
) -> ColumnMapping:
    """What the columns mean under these headers: a header's word counts unless most of the cells below refute it."""
    return ColumnMapping(
        header_rows=header_rows,
        headers=headers,
        columns=_assign(headers, vocabulary, _refuting(grid, header_rows, tests, TESTED_CELLS)),
        layout=digest([header_word(header) for header in headers]),
        period=_period(headers),
    )


def _period(headers: tuple[str, ...]) -> int:
    """After how many columns all headers come again, with or without a blank column between the groups."""
    words = [header_word(header) for header in headers]
    while words and not words[-1]:
        words.pop()
    for period in range(2, len(words) // 2 + 2):
        group = words[:period]
        whole = len(words) % period == 0 or (not group[-1] and (len(words) + 1) % period == 0)
        repeats = all(word == group[at % period] for at, word in enumerate(words))
        if whole and repeats and len(words) > period and sum(map(bool, group)) >= 2:
            return period
    return 0


def unfolded(grid: Grid, mapping: ColumnMapping) -> Grid:
    """Tables that stand side by side under the same headers, one below the other; their rows keep their numbers."""
    if not mapping.period:
        return grid
    first = max(mapping.header_rows, default=-1) + 1
    rows, numbers = list(grid.rows[:first]), list(grid.row_numbers[:first])
    blank = ("",) * len(grid.rows[0])
    for start in range(0, len(mapping.headers), mapping.period):
        for row, number in zip(grid.rows[first:], grid.row_numbers[first:], strict=True):
            group = row[start : start + mapping.period]
            # The first group stands for the row when nothing else does.
            if any(group) or (start == 0 and not any(row[mapping.period :])):
                rows.append((*group, *blank[len(group) :]))
                numbers.append(number)
    return grid.model_copy(update={"rows": tuple(rows), "row_numbers": tuple(numbers), "indents": (), "merged": ()})


def letter(column: int) -> str:
    """A column as a spreadsheet names it: A, Z, AA."""
    first, last = divmod(column, len(ascii_uppercase))
    return (letter(first - 1) if first else "") + ascii_uppercase[last]

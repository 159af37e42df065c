"""Which column of a strange table means what: the header is found and its words are recognised in both languages."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from fundapp.basis.canonical import digest
from fundapp.basis.fact import Fact, Text
from fundapp.basis.grid import Grid

Vocabulary = Mapping[str, tuple[str, ...]]
"""Role -> header words in their normalised form, the best first."""

SEARCHED_ROWS = 60
_EXACT, _PART = 0, 100
_BRACKETS = re.compile(r"[(\[{<【〈「『].*?[)\]}>】〉」』]")
_MARKS = re.compile(r"[\W_]+")


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


def plain(text: str) -> str:
    """Full and half width, case and runs of blanks made alike: what two spellings of one cell have in common."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=4096)  # every cell of the first rows is asked for once for each role and each reading
def header_word(text: str) -> str:
    """A header without width, case, blanks and punctuation: PART #, Part No. and Ｐａｒｔ　Ｎｏ are one word."""
    return _MARKS.sub("", plain(text).replace("#", "no"))


@lru_cache(maxsize=4096)
def _bare_word(header: str) -> str:
    return header_word(_BRACKETS.sub("", plain(header)))


def _rank(header: str, words: tuple[str, ...]) -> int | None:
    """How well a header fits a role, less is better; None when it does not fit."""
    whole, bare = header_word(header), _bare_word(header)
    for at, word in enumerate(words):
        if word in (whole, bare):
            return _EXACT + at
    for at, word in enumerate(words):
        # "SOLIDWORKS PART NUMBER" ends in a word that we know; a short word would be found by chance.
        if len(word) >= (6 if word.isascii() else 2) and (bare or whole).endswith(word):
            return _PART + at
    return None


def _assign(headers: tuple[str, ...], vocabulary: Vocabulary) -> tuple[tuple[str, int], ...]:
    """Each role's best column. A column serves one role: the one whose word fits it best, the earlier role on a tie."""
    fits = sorted(
        (rank, order, column, role)
        for order, (role, words) in enumerate(vocabulary.items())
        for column, header in enumerate(headers)
        if header and (rank := _rank(header, words)) is not None
    )
    taken: dict[str, int] = {}
    for _fit, _order, column, role in fits:
        if role not in taken and column not in taken.values():
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


def suggest(grid: Grid, vocabulary: Vocabulary, naming: frozenset[str]) -> ColumnMapping:
    """The header row, or two of them, with most recognised columns: at least two, and one of `naming` among them.

    Title rows and preambles above are passed over. It is a mapping without columns when no header is recognised.
    """
    best, most = ColumnMapping(), 1
    for header_rows, headers in _readings(grid):
        columns = _assign(headers, vocabulary)
        if len(columns) > most and naming & {role for role, _column in columns}:
            layout = digest([header_word(header) for header in headers])
            best = ColumnMapping(header_rows=header_rows, headers=headers, columns=columns, layout=layout)
            most = len(columns)
    return best


def without_implausible(
    grid: Grid, mapping: ColumnMapping, tests: Mapping[str, Callable[[str], bool]]
) -> ColumnMapping:
    """The mapping without columns whose header fits but most of whose cells do not: 区分 is often another one."""
    body = grid.rows[max(mapping.header_rows, default=-1) + 1 :]
    kept = []
    for role, column in mapping.columns:
        cells = [row[column] for row in body if row[column]] if role in tests else []
        if role not in tests or sum(map(tests[role], cells)) * 2 > len(cells):
            kept.append((role, column))
    return mapping.with_columns(tuple(kept))

"""Reads the tables of a TOML file by key. A fault is noted with its place and reading goes on."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeVar

from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Problem

LANGUAGES = ("ja", "en")
_PLAIN_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?")
Number = TypeVar("Number", int, Fraction)


class TableReader:
    """One table of a file at its place ("axis1 B3").

    After a fault a neutral value is returned; what was read is used only when no problem was noted anywhere, so a
    neutral value never reaches a rubric. `close` notes the keys that nobody asked for.
    """

    def __init__(self, table: object, place: str, problems: list[Problem]) -> None:
        self.place = place
        self.problems = problems
        self._known: list[str] = []
        self._table: Mapping[str, object] = {}
        if isinstance(table, Mapping):
            self._table = table
        else:
            self._note("rubric_not_table", place)
            self.problems = []  # what is no table would be reported again as lacking each of its keys

    def has(self, key: str) -> bool:
        """True when the key is there; it then counts as known."""
        self._known.append(key)
        return key in self._table

    def names(self) -> tuple[str, ...]:
        """The keys of a table whose keys are the fund's own (levels, facts, kinds of line), in the file's order."""
        self._known.extend(self._table)
        return tuple(self._table)

    def text(self, key: str) -> str:
        """A text that is not empty, without blanks around it."""
        value = self._take(key)
        if value is None:
            return ""
        return checked_text(value, self._at(key), self.problems)

    def bilingual(self, key: str) -> Bilingual:
        """A text in both languages."""
        if not self._required(key):
            return Bilingual(ja="", en="")
        reader = TableReader(self._table[key], self._at(key), self.problems)
        found = reader.both_languages()
        reader.close()
        return found

    def both_languages(self) -> Bilingual:
        """The keys `ja` and `en` of this table itself."""
        texts = {}
        for language in LANGUAGES:
            place = self._at(language)
            if self.has(language):
                texts[language] = checked_text(self._table[language], place, self.problems)
            else:
                texts[language] = ""
                self._note("rubric_language_missing", place)
        return Bilingual(**texts)

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """One of the words allowed here."""
        value = self._take(key)
        if value is None:
            return choices[0]
        if value not in choices:
            self._note("rubric_not_one_of", self._at(key), value=str(value), choices=", ".join(choices))
            return choices[0]
        return str(value)

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number between `least` and `most`."""
        value = self._take(key)
        if value is None:
            return least
        if isinstance(value, bool) or not isinstance(value, int):
            self._note("rubric_not_whole", self._at(key))
            return least
        return self._in_range(key, value, least, most)

    def ratio(self, key: str, least: int, most: int) -> Fraction:
        """An exact number between `least` and `most`: 3, 3.5 or 0.90."""
        value = self._take(key)
        if value is None:
            return Fraction(least)
        # A float is refused: 0.9 is not nine tenths, and the gates compare exactly.
        if isinstance(value, bool | float) or not _PLAIN_NUMBER.fullmatch(str(value)):
            self._note("rubric_not_number", self._at(key))
            return Fraction(least)
        return self._in_range(key, Fraction(str(value)), least, most)

    def yes(self, key: str) -> bool:
        """`true` or `false`; false when the key is absent."""
        if not self.has(key):
            return False
        value = self._table[key]
        if not isinstance(value, bool):
            self._note("rubric_not_yes_no", self._at(key))
            return False
        return value

    def table(self, key: str, label: str | None = None) -> "TableReader":
        """The table under `key`; its faults are placed under `label`, or under the key."""
        place = self._at(label or key)
        if not self._required(key):
            return TableReader({}, place, [])  # reported once, not again for each key that it lacks
        return TableReader(self._table[key], place, self.problems)

    def items(self, key: str) -> tuple[object, ...]:
        """The entries of a list, of any kind; none when the key is absent."""
        if not self.has(key):
            return ()
        value = self._table[key]
        if not isinstance(value, list | tuple):
            self._note("rubric_not_list", self._at(key))
            return ()
        return tuple(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; none when the key is absent."""
        return tuple(
            checked_text(item, f"{self._at(key)} {number}", self.problems)
            for number, item in enumerate(self.items(key), start=1)
        )

    def bilinguals(self, key: str) -> tuple[Bilingual, ...]:
        """A list of texts in both languages; none when the key is absent."""
        found = []
        for number, item in enumerate(self.items(key), start=1):
            reader = TableReader(item, f"{self._at(key)} {number}", self.problems)
            found.append(reader.both_languages())
            reader.close()
        return tuple(found)

    def entries(self, key: str) -> Iterator["TableReader"]:
        """The tables of a list, each placed by its id (or by its number while it has none). Ids are unique."""
        self._required(key)
        seen: set[str] = set()
        for number, item in enumerate(self.items(key), start=1):
            given = item.get("id") if isinstance(item, Mapping) else None
            label = given if isinstance(given, str) and given.strip() else f"{key} {number}"
            if label in seen:
                self._note("rubric_id_twice", self._at(label), id=label)
            seen.add(label)
            reader = TableReader(item, self._at(label), self.problems)
            yield reader
            reader.close()

    def close(self) -> None:
        """Note every key that nobody asked for: a key with a typing error must not be passed over in silence."""
        for key in self._table:
            if key in self._known:
                continue
            like = difflib.get_close_matches(key, self._known, n=1)
            if like:
                self._note("rubric_key_misspelt", self.place, key=key, like=like[0])
            else:
                self._note("rubric_key_unknown", self.place, key=key)

    def note(self, code: str, at: str = "", **details: str | int) -> None:
        """Note a fault of this table, or of one of its keys."""
        self._note(code, self._at(at) if at else self.place, **details)

    def _at(self, key: str) -> str:
        return f"{self.place} {key}"

    def _note(self, code: str, place: str, **details: str | int) -> None:
        self.problems.append(Problem.of(code, place, **details))

    def _required(self, key: str) -> bool:
        if self.has(key):
            return True
        self._note("rubric_key_missing", self._at(key), key=key)
        return False

    def _take(self, key: str) -> object | None:
        return self._table[key] if self._required(key) else None

    def _in_range(self, key: str, value: Number, least: int, most: int) -> Number:
        if not least <= value <= most:
            self._note("rubric_out_of_range", self._at(key), value=str(value), least=least, most=most)
        return value


def checked_text(value: object, place: str, problems: list[Problem]) -> str:
    """`value` as a text without blanks around it; "" with a problem noted when it is none."""
    if not isinstance(value, str):
        problems.append(Problem.of("rubric_not_text", place))
        return ""
    if any(unicodedata.category(letter) == "Cc" and letter != "\n" for letter in value):
        problems.append(Problem.of("rubric_text_control", place))
        return ""
    if not value.strip():
        problems.append(Problem.of("rubric_text_empty", place))
    return value.strip()

"""The process tree: what members can do and lines need, with one canonical id each and the words people write."""

import re
from functools import cached_property
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.network.columns import plain

SUPPLY = "supply"
"""The family of those who bring catalogue goods; every other family makes something."""

How = Literal["words", "material", "part", "person"]
"""How a line's process is known: said in words, guessed by the material or the part's name, or set by a person."""


class ProcessFamily(Fact):
    """A branch of the tree: cutting, sheet metal, …"""

    id: Text
    name: Bilingual


class Process(Fact):
    """One process. `words` name it; `parts` and `materials` are what usually needs it."""

    id: Text
    family: Text
    name: Bilingual
    words: tuple[Text, ...] = ()
    parts: tuple[Text, ...] = ()
    materials: tuple[Text, ...] = ()


class Found(Fact):
    """The process that a text speaks of, the word by which it was found, and how."""

    process: Text
    word: Text
    how: How


class ProcessTree(Fact):
    """All families and processes, in the order of the file."""

    version: Text
    families: tuple[ProcessFamily, ...]
    processes: tuple[Process, ...]

    @cached_property
    def by_id(self) -> dict[str, Process]:
        """The processes by id."""
        return {one.id: one for one in self.processes}

    def within(self, process_or_family: str) -> frozenset[str]:
        """The processes that satisfy a need: the process itself, or every one of a family."""
        of_family = frozenset(one.id for one in self.processes if one.family == process_or_family)
        return of_family or frozenset({process_or_family})

    def name_of(self, process_or_family: str) -> Bilingual | None:
        """The name of a process or family; None when the tree does not have it."""
        of_family = {one.id: one.name for one in self.families}
        one = self.by_id.get(process_or_family)
        return one.name if one else of_family.get(process_or_family)

    def find(self, name: str, material: str, families: frozenset[str]) -> Found | None:
        """The process that a part's name and material speak of, among these families; None when they say nothing.

        A word in the name comes first, then one in the material, then the material itself, then the kind of part. Of
        several words the longest counts: hot-dip galvanising is not plating.
        """
        return (
            self._named(self._words, name, families, "words")
            or self._named(self._words, material, families, "words")
            or self._of_material(material, families)
            or self._named(self._parts, name, families, "part")
        )

    def spoken_of(self, text: str) -> tuple[str, ...]:
        """Every process or family that a search text names, for a search in both languages."""
        wanted = plain(text)
        named = {word for word, _process in self._words.by_word.items() if wanted and wanted in word}
        families = [one.id for one in self.families if wanted in plain(one.name.ja) or wanted in plain(one.name.en)]
        return (*families, *dict.fromkeys(self._words.by_word[word] for word in sorted(named)))

    def _named(self, words: "_Words", text: str, families: frozenset[str], how: How) -> Found | None:
        fitting = [word for word in words.found_in(text) if self.by_id[words.by_word[word]].family in families]
        if not fitting:
            return None
        # Of equally long ones the last: in Japanese what is done stands behind what it is done to (鋳物の焼鈍).
        _at, word = max(enumerate(fitting), key=lambda one: (len(one[1]), one[0]))
        return Found(process=words.by_word[word], word=words.spelled[word], how=how)

    def _of_material(self, material: str, families: frozenset[str]) -> Found | None:
        wanted = plain(material)
        fitting = [
            (code, one.id)
            for one in self.processes
            if one.family in families
            for code in map(plain, one.materials)
            if wanted.startswith(code)
        ]
        if not fitting:
            return None
        code, process = max(fitting, key=lambda one: len(one[0]))
        return Found(process=process, word=code, how="material")

    @cached_property
    def _words(self) -> "_Words":
        named = ((word, one.id) for one in self.processes for word in (*one.words, one.name.ja, one.name.en))
        return _Words(dict(named))

    @cached_property
    def _parts(self) -> "_Words":
        return _Words({word: one.id for one in self.processes for word in one.parts})


class _Words:
    """Words looked for in texts, the longest first."""

    def __init__(self, processes: dict[str, str]) -> None:
        self.by_word = {plain(word): process for word, process in processes.items()}
        self.spelled = {plain(word): word for word in processes}
        longest = sorted(self.by_word, key=len, reverse=True)
        # A Latin word begins a word: "ic" is not in "graphic"; in Japanese nothing marks where a word begins.
        wanted = "|".join((r"(?<![a-z0-9])" if word[:1].isascii() else "") + re.escape(word) for word in longest)
        self._pattern = re.compile(wanted or r"(?!)")

    def found_in(self, text: str) -> list[str]:
        """The words in a text, left to right, none inside another."""
        return self._pattern.findall(plain(text))

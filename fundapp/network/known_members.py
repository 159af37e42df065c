"""Whom a list of members means: those that are registered, and those of the rows above."""

import re
from collections.abc import Iterable, Sequence

from fundapp.network.columns import plain
from fundapp.network.member import Member, MemberClass


class KnownMembers:
    """The members that are registered and those of the rows above."""

    def __init__(self, registered: Sequence[Member], codes: Iterable[str]) -> None:
        self.rows: dict[str, int] = {}
        """The row of each member that the table has named so far, by the member's id."""
        self._by_code = {plain(one.code): one for one in registered}
        self._by_number = {one.corporate_number: one for one in registered if one.corporate_number}
        self._by_name = {(plain(one.name.ja), one.member_class): one for one in registered}
        self._by_word = {plain(name): one for one in registered for name in (one.name.en, one.name.ja)}
        taken = (*(one.code for one in registered), *codes)
        self._next = 1 + max((int(one[2:]) for one in taken if re.fullmatch(r"M-\d{1,9}", one)), default=0)

    def find(self, code: str, number: str, name_ja: str, member_class: MemberClass) -> Member | None:
        """The member that a row is about: by its code, its corporate number, or its name and class."""
        return (
            self._by_code.get(plain(code) or "-")
            or self._by_number.get(number or "-")
            or self._by_name.get((plain(name_ja), member_class))
        )

    def referrer(self, word: str) -> Member | None:
        """The member that a cell names by its code or its name."""
        return self._by_code.get(plain(word)) or self._by_word.get(plain(word))

    def next_code(self) -> str:
        """A code that nobody has, above those in the manner of M-0001."""
        while plain(code := f"M-{self._next:04}") in self._by_code:
            self._next += 1
        return code

    def add(self, member: Member, number: int) -> None:
        """Know the member of a row by its number, too."""
        self.rows[member.id] = number
        self._by_code[plain(member.code)] = member
        self._by_name[plain(member.name.ja), member.member_class] = member
        self._by_word |= {plain(name): member for name in (member.name.en, member.name.ja)}
        if member.corporate_number:
            self._by_number[member.corporate_number] = member

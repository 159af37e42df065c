"""Members that are probably one: the same number or address for mail, or names that differ by a slip of the pen."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz, process

from fundapp.basis.fact import Fact, Text
from fundapp.network.contact import Contact
from fundapp.network.member import Member
from fundapp.network.member_words import folded

ALIKE = 88
"""From this similarity of names on (0 to 100) two members are shown side by side."""
_FORMS = (
    *("株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "一般社団法人", "公益財団法人", "(株)", "(有)"),
    *("incorporated", "corporation", "company", "limited", "coltd", "ltd", "inc", "corp", "kk", "llc"),
)
_LEAST_BLOCK = 2

Why = Literal["corporate_number", "email", "telephone", "name"]


class Likeness(Fact):
    """Two members and what makes them look like one."""

    first_id: Text
    second_id: Text
    why: Why
    similarity: int
    """0 to 100."""


def bare_name(name: str) -> str:
    """A name without its legal form, blanks and marks, as it is compared."""
    text = unicodedata.normalize("NFKC", name).casefold()
    for form in _FORMS:
        text = text.replace(form, "")
    return "".join(letter for letter in folded(text) if letter.isalnum())


def likenesses(members: Sequence[Member], contacts: Iterable[Contact]) -> tuple[Likeness, ...]:
    """Pairs of members that may be one, the surest first; each pair once."""
    found: dict[tuple[str, str], Likeness] = {}
    for one in (*_same(members, contacts), *_alike(members)):
        key = (one.first_id, one.second_id)
        if key not in found or found[key].similarity < one.similarity:
            found[key] = one
    return tuple(sorted(found.values(), key=lambda one: (-one.similarity, one.first_id, one.second_id)))


def _pair(first: str, second: str, why: Why, similarity: int) -> Likeness:
    low, high = sorted((first, second))
    return Likeness(first_id=low, second_id=high, why=why, similarity=similarity)


def _same(members: Sequence[Member], contacts: Iterable[Contact]) -> Iterator[Likeness]:
    numbers: Mapping[str, set[str]] = defaultdict(set)
    for member in members:
        if member.corporate_number:
            numbers[member.corporate_number].add(member.id)
    ways: dict[Why, Mapping[str, set[str]]] = {"email": defaultdict(set), "telephone": defaultdict(set)}
    for contact in contacts:
        if contact.email:
            ways["email"][contact.email.casefold()].add(contact.member_id)
        digits = "".join(filter(str.isdigit, unicodedata.normalize("NFKC", contact.telephone)))
        if digits:
            ways["telephone"][digits].add(contact.member_id)
    for why, shared in {"corporate_number": numbers, **ways}.items():
        for ids in shared.values():
            for first, second in combinations(sorted(ids), 2):
                yield _pair(first, second, why, 100 if why == "corporate_number" else 95)


def _alike(members: Sequence[Member]) -> Iterator[Likeness]:
    """Names alike, among members of one class whose names share a beginning or an end."""
    blocks: Mapping[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for member in members:
        name = bare_name(member.name.ja)
        if name:
            for part in {name[:2], name[-2:]}:
                blocks[member.member_class, part].append((member.id, name))
    for block in blocks.values():
        if len(block) < _LEAST_BLOCK:
            continue
        names = [name for _id, name in block]
        for at, (member_id, name) in enumerate(block):
            rest = names[at + 1 :]
            for _name, score, place in process.extract(name, rest, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None):
                yield _pair(member_id, block[at + 1 + place][0], "name", min(94, round(score)))

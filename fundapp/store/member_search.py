"""Finding members by what one types: an index of words beside the registers, made anew when one of them changes.

The words are indexed by three letters. Japanese words of two are as common as longer ones: they are found by all groups
of three that begin with them. A word that very many members hold is looked for along their codes instead, where a page
of them is full at once.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fundapp.basis.fact import Fact
from fundapp.network.member import Member
from fundapp.network.member_words import folded, member_words, wanted_words
from fundapp.network.process import ProcessTree
from fundapp.store.connection import Connection
from fundapp.store.tables import CAPABILITIES, MEMBERS

PAGE = 30
_BATCH = 500
_MOST_LOOKED_AT = 2_000
_GROUP = 3
_MOST_GROUPS = 100
"""A beginning that goes on in more ways than these is in so many members that the index says nothing."""
_WORDS = "member_words w ON w.fund = m.fund AND w.member_id = m.id"
_LAST = "\U0010ffff"


class Found(Fact):
    """A page of members, by code, how many there are in all, and the code after which the next page begins."""

    members: tuple[Member, ...]
    processes: tuple[tuple[str, ...], ...]
    """What each of these members can do, in the same order."""
    count: int | None
    """None: more than these, and too many to be counted while somebody waits."""
    after: str | None


def index_members(connection: Connection, fund: str, member_ids: Iterable[str]) -> None:
    """Make the words of these members anew from the registers."""
    wanted = list(dict.fromkeys(member_ids))
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        texts: dict[str, list[str]] = {member_id: [] for member_id in batch}
        places = ", ".join("?" * len(batch))
        for sql in (
            "SELECT id, code, name_ja, name_en, corporate_number, '', '' FROM member WHERE fund = ? AND id",
            "SELECT member_id, name, email, telephone, fax, '', '' FROM contact WHERE fund = ? AND member_id",
            "SELECT member_id, name, postcode, address, '', '', '' FROM site WHERE fund = ? AND member_id",
            "SELECT member_id, name, maker, model, note, '', '' FROM equipment WHERE fund = ? AND member_id",
        ):
            for member_id, *found in connection.execute(f"{sql} IN ({places})", [fund, *batch]):
                texts[member_id] += found
        connection.conn.executemany(
            "INSERT INTO member_words (fund, member_id, words) VALUES (?, ?, ?)"
            " ON CONFLICT (fund, member_id) DO UPDATE SET words = excluded.words",
            [(fund, member_id, member_words(words)) for member_id, words in texts.items() if words],
        )


def forget_member(connection: Connection, fund: str, member_id: str) -> None:
    """Take a member's words out of the index."""
    connection.execute("DELETE FROM member_words WHERE fund = ? AND member_id = ?", [fund, member_id])


def forget_old_words(connection: Connection) -> None:
    """Merge the index into one, so that nothing is left in it of words that are no longer there."""
    connection.execute("INSERT INTO member_groups (member_groups) VALUES ('optimize')")


def search_members(
    connection: Connection,
    fund: str,
    query: str,
    tree: ProcessTree,
    *,
    classes: Sequence[str] = (),
    process: str = "",
    after: str = "",
    most: int = PAGE,
) -> Found:
    """The members that hold every word of the query, or can do the process that a word names; by code, a page at once.

    `process` narrows to those who can do it, or one of a whole family.
    """
    terms = [_Term(folded(word), _satisfying(tree.spoken_of(word), tree)) for word in wanted_words(query)]
    if process:
        terms.append(_Term("", _satisfying((process,), tree)))
    ids, count = _Asked(connection, fund, terms, classes).page(after, most)
    by_id = {str(row["id"]): MEMBERS.fact(row) for row in MEMBERS.rows_of(connection, fund, "id", ids)}
    able: dict[str, list[str]] = {one: [] for one in ids}
    for row in CAPABILITIES.rows_of(connection, fund, "member_id", ids):
        able[str(row["member_id"])].append(str(row["process"]))
    members = tuple(by_id[one] for one in ids)
    after_this = members[-1].code if len(members) == most else None
    processes = tuple(tuple(sorted(able[one])) for one in ids)
    return Found(members=members, processes=processes, count=count, after=after_this)


def _satisfying(named: Iterable[str], tree: ProcessTree) -> tuple[str, ...]:
    return tuple(sorted({one for process in named for one in tree.within(process)}))


@dataclass(frozen=True, slots=True)
class _Term:
    """One thing that is asked of a member: that its words hold this text, or that it can do one of these processes."""

    text: str
    processes: tuple[str, ...]

    def condition(self) -> tuple[str, list[str]]:
        """As a condition of SQL on the member `m` and its words `w`."""
        conditions, values = [], []
        if self.text:
            # Both sides are folded, so the letters are compared as they are, which LIKE does not.
            conditions.append("instr(w.words, ?) > 0")
            values.append(self.text)
        if self.processes:
            places = ", ".join("?" * len(self.processes))
            conditions.append(
                "EXISTS (SELECT 1 FROM capability c"  # noqa: S608 - marks alone
                f" WHERE c.fund = m.fund AND c.process IN ({places}) AND c.member_id = m.id)"
            )
            values += self.processes
        return f"({' OR '.join(conditions)})", values


class _Asked:
    """A question to the directory."""

    def __init__(self, connection: Connection, fund: str, terms: Sequence[_Term], classes: Sequence[str]) -> None:
        self._connection = connection
        self._fund = fund
        self._terms = terms
        conditions, values = ["m.fund = ?"], [fund]
        for condition, more in (term.condition() for term in terms):
            conditions.append(condition)
            values += more
        if classes:
            conditions.append(f"m.member_class IN ({', '.join('?' * len(classes))})")
            values += classes
        self._where, self._values = " AND ".join(conditions), values

    def page(self, after: str, most: int) -> tuple[list[str], int | None]:
        """The ids of a page, by code, and how many fit in all, None when they are more than the page and very many.

        Few that fit are put in order by themselves; of many the first are found soon along the order of the codes.
        """
        if not self._terms:
            (count,) = self._connection.execute(f"SELECT count(*) {self._from()}", self._values).fetchone()
            return self._along_the_codes(after, most), int(count)
        few = self._few()
        if few is None:
            page = self._along_the_codes(after, most)
            return page, len(page) if len(page) < most and not after else None
        sql = f"SELECT m.code, m.id {self._among()}"
        found = self._connection.execute(sql, [json.dumps(few), *self._values]).fetchall()
        return [one for code, one in sorted(found) if code > after][:most], len(found)

    def _along_the_codes(self, after: str, most: int) -> list[str]:
        sql = f"SELECT m.id {self._from()} AND m.code > ? ORDER BY m.code LIMIT ?"
        return [one for (one,) in self._connection.execute(sql, [*self._values, after, most])]

    def _from(self) -> str:
        words = f"JOIN {_WORDS}" if self._terms else ""
        return f"FROM member m {words} WHERE {self._where}"

    def _among(self) -> str:
        """The same among ids that are given as a list. They come first, whatever SQLite thinks of the numbers."""
        return f"FROM json_each(?) few CROSS JOIN member m ON m.id = few.value JOIN {_WORDS} WHERE {self._where}"

    def _few(self) -> list[str] | None:
        """Among whom everyone is who fits; None when no part of the question leaves few enough to be looked at."""
        texts = [term.text for term in self._terms if not term.processes]
        found = [self._holding(texts)] if texts else []
        for term in self._terms:
            if term.processes:
                able = self._able(term.processes)
                held = self._holding([term.text]) if term.text and able is not None else []
                found.append(None if able is None or held is None else list(dict.fromkeys((*able, *held))))
        return min((one for one in found if one is not None), key=len, default=None)

    def _holding(self, texts: Sequence[str]) -> list[str] | None:
        asked = " AND ".join(filter(None, map(self._groups, texts)))
        if not asked:
            return None
        held = " AND instr(w.words, ?) > 0" * len(texts)
        return self._at_most(
            "SELECT w.member_id FROM member_groups JOIN member_words w ON w.n = member_groups.rowid AND w.fund = ?"  # noqa: S608
            f" WHERE member_groups MATCH ?{held}",
            [self._fund, asked, *texts],
        )

    def _able(self, processes: Sequence[str]) -> list[str] | None:
        places = ", ".join("?" * len(processes))
        return self._at_most(
            f"SELECT DISTINCT member_id FROM capability WHERE fund = ? AND process IN ({places})",  # noqa: S608
            [self._fund, *processes],
        )

    def _at_most(self, sql: str, values: Sequence[str]) -> list[str] | None:
        found = self._connection.execute(f"{sql} LIMIT ?", [*values, _MOST_LOOKED_AT + 1]).fetchall()
        return None if len(found) > _MOST_LOOKED_AT else [one for (one,) in found]

    def _groups(self, text: str) -> str:
        """The groups of letters that words with this text have, as the index is asked; empty when it cannot tell."""
        if len(text) >= _GROUP:
            return " AND ".join(_quoted(text[at : at + _GROUP]) for at in range(len(text) - _GROUP + 1))
        found = self._connection.execute(
            "SELECT term FROM member_group_list WHERE term >= ? AND term < ? LIMIT ?",
            [text, text + _LAST, _MOST_GROUPS + 1],
        ).fetchall()
        # No group at all: nobody has such a text, and this one asks for what nobody has.
        groups = [_quoted(term) for (term,) in found] or [_quoted(text.ljust(_GROUP, _LAST))]
        return f"({' OR '.join(groups)})" if len(found) <= _MOST_GROUPS else ""


def _quoted(group: str) -> str:
    # A NUL would end the question; no word holds one, nor the last of all letters.
    return '"' + group.replace('"', '""').replace("\0", _LAST) + '"'

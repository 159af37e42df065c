"""Finding members by what one types: an index of words beside the registers, made anew when one of them changes.

Japanese words of two letters are as common as longer ones, and a full-text index of three letters finds none of them;
so the words are looked through one by one, which is quick enough for a hundred thousand members.
"""

from collections.abc import Iterable, Sequence

from fundapp.basis.fact import Fact
from fundapp.network.member import Member
from fundapp.network.member_words import folded, member_words, wanted_words
from fundapp.network.process import ProcessTree
from fundapp.store.connection import Connection
from fundapp.store.tables import CAPABILITIES, MEMBERS

PAGE = 30
_BATCH = 500
_FEW = 1_500


class Found(Fact):
    """A page of members, by code, how many there are in all, and the code after which the next page begins."""

    members: tuple[Member, ...]
    processes: tuple[tuple[str, ...], ...]
    """What each of these members can do, in the same order."""
    count: int
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
    asked = _Asked(fund, query, tree, classes, process)
    ids, count = asked.page(connection, after, most)
    by_id = {str(row["id"]): MEMBERS.fact(row) for row in MEMBERS.rows_of(connection, fund, "id", ids)}
    able: dict[str, list[str]] = {one: [] for one in ids}
    for row in CAPABILITIES.rows_of(connection, fund, "member_id", ids):
        able[str(row["member_id"])].append(str(row["process"]))
    members = tuple(by_id[one] for one in ids)
    after_this = members[-1].code if len(members) == most else None
    processes = tuple(tuple(sorted(able[one])) for one in ids)
    return Found(members=members, processes=processes, count=count, after=after_this)


class _Asked:
    """A question to the directory as conditions of SQL."""

    def __init__(self, fund: str, query: str, tree: ProcessTree, classes: Sequence[str], process: str) -> None:
        self._fund = fund
        self._conditions: list[str] = []
        self._values: list[str] = []
        words = wanted_words(query)
        for word in words:
            can, ids = _can(fund, tree.spoken_of(word), tree)
            # Both sides are folded, so the letters are compared as they are, which LIKE does not.
            self._add(f"(instr(w.words, ?) > 0{f' OR {can}' if can else ''})", folded(word), *ids)
        if classes:
            self._add(f"m.member_class IN ({', '.join('?' * len(classes))})", *classes)
        if process:
            can, ids = _can(fund, (process,), tree)
            self._add(can or "0", *ids)
        self._by_words = bool(words)

    def _add(self, condition: str, *values: str) -> None:
        self._conditions.append(condition)
        self._values += values

    def page(self, connection: Connection, after: str, most: int) -> tuple[list[str], int]:
        """The ids of a page, by code, and how many fit in all.

        Few that fit are put in order by themselves; of many the first are found soon along the order of the codes.
        """
        few = self._ids(connection, f"LIMIT {_FEW + 1}")
        if len(few) <= _FEW:
            codes = {str(row["id"]): str(row["code"]) for row in MEMBERS.rows_of(connection, self._fund, "id", few)}
            ordered = sorted((one for one in few if codes[one] > after), key=codes.__getitem__)
            return ordered[:most], len(few)
        page = self._ids(connection, "AND m.code > ? ORDER BY m.code LIMIT ?", after, most)
        (count,) = connection.execute(f"SELECT count(*) {self._where()}", [self._fund, *self._values]).fetchone()
        return page, int(count)

    def _ids(self, connection: Connection, end: str, *values: str | int) -> list[str]:
        sql = f"SELECT m.id {self._where()} {end}"
        return [row[0] for row in connection.execute(sql, [self._fund, *self._values, *values])]

    def _where(self) -> str:
        joined = " JOIN member_words w ON w.fund = m.fund AND w.member_id = m.id" if self._by_words else ""
        return f"FROM member m{joined} WHERE {' AND '.join(('m.fund = ?', *self._conditions))}"


def _can(fund: str, named: Sequence[str], tree: ProcessTree) -> tuple[str, list[str]]:
    """The condition that a member can do one of these, or of their families; empty when none of them is a process."""
    processes = sorted({one for process in named for one in tree.within(process)})
    if not processes:
        return "", []
    places = ", ".join("?" * len(processes))
    # Not bound to the row that is looked at, so that it is asked once.
    able = f"SELECT member_id FROM capability WHERE fund = ? AND process IN ({places})"  # noqa: S608 - marks alone
    return f"m.id IN ({able})", [fund, *processes]

"""Finding members by what one types: an index of words beside the registers, made anew when one of them changes.

Japanese words of two letters are as common as longer ones, and a full-text index of three letters finds none of them;
so the words are looked through with LIKE, which is quick enough for a hundred thousand members.
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
    conditions, values = ["m.fund = ?"], [fund]
    for word in wanted_words(query):
        can, ids = _can(tree.spoken_of(word), tree)
        conditions.append(f"(w.words LIKE ? ESCAPE '\\' {can})")
        values += [f"%{_escaped(folded(word))}%", *ids]
    if classes:
        conditions.append(f"m.member_class IN ({', '.join('?' * len(classes))})")
        values += classes
    if process:
        can, ids = _can((process,), tree)
        conditions.append(f"(0 {can})")
        values += ids
    joined = "FROM member m LEFT JOIN member_words w ON w.fund = m.fund AND w.member_id = m.id WHERE "
    where = joined + " AND ".join(conditions)
    count = int(connection.execute(f"SELECT count(*) {where}", values).fetchone()[0])
    ids_found = [
        row[0]
        for row in connection.execute(
            f"SELECT m.id {where} AND m.code > ? ORDER BY m.code LIMIT ?",
            [*values, after, most],
        )
    ]
    members = tuple(one for member_id in ids_found for one in MEMBERS.facts(connection, fund, id=member_id))
    processes = tuple(
        tuple(str(row["process"]) for row in CAPABILITIES.rows(connection, fund, member_id=one.id)) for one in members
    )
    after_this = members[-1].code if len(members) == most else None
    return Found(members=members, processes=processes, count=count, after=after_this)


def _can(named: Sequence[str], tree: ProcessTree) -> tuple[str, list[str]]:
    processes = sorted({one for process in named for one in tree.within(process)})
    if not processes:
        return "", []
    places = ", ".join("?" * len(processes))
    able = "SELECT 1 FROM capability c WHERE c.fund = m.fund AND c.member_id = m.id AND c.process IN"
    return f"OR EXISTS ({able} ({places}))", processes


def _escaped(word: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\%_" else letter for letter in word)

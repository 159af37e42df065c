"""`verify` names the first thing that is not what was written: a link of the chain, the books, facts, words, a file."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
import sqlite_utils
from small_fund import DAY, SECRETARIAT, Clock, SmallFund

from fundapp.basis.refusal import Problem
from fundapp.committee.standing import ComputedLevel
from fundapp.desk import FUND, Desk
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.events import Event
from fundapp.store import log
from fundapp.store.checking import Verified
from fundapp.store.database import NAME
from fundapp.store.events import to_new

PAPER = "paper"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a meeting whose only item is frozen and discussed. Copied, never changed."""
    folder = tmp_path_factory.mktemp("written") / "data"
    clock = Clock()
    fund = SmallFund(Desk(folder, clock=clock), clock)
    fund.found()
    fund.proposal("PR-1")
    fund.meeting(1, "PR-1")
    fund.do(c.FreezeFacts(item_id="m1-PR-1"), SECRETARIAT)
    fund.do(c.NoteDiscussion(item_id="m1-PR-1", speaker="x", gist="who makes it?"), SECRETARIAT)
    fund.desk.database.close()
    return folder


@pytest.fixture
def data(written: Path, tmp_path: Path) -> Path:
    return copytree(written, tmp_path / "data")


def verified(folder: Path) -> Verified | Problem:
    desk = Desk(folder, clock=Clock())
    try:
        return desk.verify()
    finally:
        desk.database.close()


def last(folder: Path) -> int:
    return int(sqlite_utils.Database(folder / NAME).execute("SELECT seq FROM head").fetchone()[0])


def behind_the_desk(folder: Path, *statements: str) -> None:
    """Change the file as another program could, which is stopped by no trigger."""
    raw = sqlite_utils.Database(sqlite3.connect(folder / NAME))
    for trigger in raw.triggers:
        raw.execute(f"DROP TRIGGER {trigger.name}")
    for sql in statements:
        assert raw.execute(sql).rowcount > 0, sql
    raw.conn.commit()
    raw.close()


def at(seq: int, code: str) -> Problem:
    return Problem.of(code, str(seq), seq=seq)


CHAIN: dict[str, tuple[str, int]] = {
    "record_missing": ("DELETE FROM event WHERE seq = 3", 3),
    "record_prev": (f"UPDATE event SET prev = '{'1' * 64}' WHERE seq = 3", 3),
    "record_hash": ("UPDATE event SET actor = 'somebody' WHERE seq = 3", 3),
    # NFC and NFD hash alike, so that the hash alone would not tell the two spellings apart.
    "record_text": ("UPDATE event SET actor = 'か' || char(12441) WHERE seq = 3", 3),
    "record_head": (f"UPDATE head SET hash = '{'1' * 64}'", 0),
    "record_beyond_head": ("UPDATE head SET seq = seq - 1", 0),
}


@pytest.mark.parametrize("code", CHAIN)
def test_a_broken_chain_names_the_entry(data: Path, code: str) -> None:
    sql, seq = CHAIN[code]
    seq = seq or last(data)
    behind_the_desk(data, sql)
    assert verified(data) == at(seq, code)


def test_another_spelling_of_the_same_content_is_found_although_its_hash_agrees(data: Path) -> None:
    seq = last(data)
    desk = Desk(data, clock=Clock())
    with desk.database.read() as connection:
        [event] = log.events_after(connection, FUND, seq - 1)
    desk.database.close()
    spelled = event.model_copy(update={"body": event.body.replace("{", "{ ")})
    hashed = log.link(spelled)
    behind_the_desk(
        data,
        f"UPDATE event SET body = '{spelled.body}', hash = '{hashed}' WHERE seq = {seq}",
        f"UPDATE head SET hash = '{hashed}'",
    )
    assert verified(data) == at(seq, "record_body")


def forged(folder: Path, make: Callable[[Desk], Event]) -> int:
    """An entry that no decision gave, linked as if the desk had written it."""
    desk = Desk(folder, clock=Clock())
    event = make(desk)
    with desk.database.write() as connection:
        log.append(
            connection, fund=FUND, command_id="forged", actor="x", at=Clock().now.isoformat(), events=[to_new(event)]
        )
    desk.database.close()
    return last(folder)


def _too_much(_desk: Desk) -> Event:
    return e.FundsReserved(
        reservation_id="r", item_id="m1-PR-1", proposal_id="id-PR-1", company_id="company-PR-1", sector="sector",
        early_stage=False, amount_yen=450_000_000, follow_on_yen=0, expires_on=DAY, on=DAY,
    )  # fmt: skip


def _other_levels(desk: Desk) -> Event:
    item = desk.book(SECRETARIAT).items["m1-PR-1"]
    assert item.frozen is not None
    levels = (ComputedLevel(criterion_id="N1", level=5),)
    return e.FactsFrozen.model_validate(item.frozen.model_dump() | {"item_id": item.id, "firm": levels})


def _of_no_meeting(_desk: Desk) -> Event:
    return e.MeetingClosed(meeting_id="none")


def test_an_entry_that_rests_on_nothing_is_told_although_it_is_linked_well(data: Path) -> None:
    """As when the entry before it was taken out and the chain rewritten to its end."""
    seq = forged(data, _of_no_meeting)
    assert verified(data) == at(seq, "record_unfounded")


def test_books_that_do_not_hold_are_named_with_the_rule(data: Path) -> None:
    seq = forged(data, _too_much)
    broken = Problem.of("invariant_broken", str(seq), seq=seq, name="no_asset_below_zero")
    assert verified(data) == broken


def test_levels_that_the_frozen_facts_do_not_give_are_found(data: Path) -> None:
    seq = forged(data, _other_levels)
    assert verified(data) == at(seq, "frozen_facts_differ")


def test_words_and_files_that_were_changed_are_found(data: Path) -> None:
    database = sqlite_utils.Database(data / NAME)
    digest, sha256 = (
        database.execute(f"SELECT {column} FROM {table}").fetchone()[0]
        for column, table in (("digest", "word"), ("file_sha256", "evidence"))
    )
    kept = data / "files" / sha256[:2] / sha256[2:]
    paper = kept.read_bytes()
    kept.chmod(0o600)
    kept.write_bytes(b"another paper")
    assert verified(data) == Problem.of("file_changed", sha256[:12])
    kept.write_bytes(paper)
    assert isinstance(verified(data), Verified)
    behind_the_desk(data, f"UPDATE word SET text = 'nobody asked' WHERE digest = '{digest}'")
    assert verified(data) == Problem.of("words_changed", digest[:12])

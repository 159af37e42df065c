"""The directory at 100,000 members: taking a list in, and finding members, against the same with 290."""

import csv
import io
import tempfile
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

from figure import Figure, timed_ms
from serving import OURS, cookie_of, served
from session import Session
from small_fund import SECRETARIAT

from fundapp.basis.refusal import Refusal
from fundapp.demo import office
from fundapp.demo.clerk import Clerk
from fundapp.demo_mark import DemoMark, write_mark
from fundapp.desk import Desk
from fundapp.intake.limits import LONG_LISTS
from fundapp.intake.table import read_table
from fundapp.network.member_table import read_members, suggest_member_mapping
from fundapp.network.process import ProcessTree
from fundapp.places import rubrics_folder
from fundapp.record.directory_commands import TakeMembersIn
from fundapp.store.process_files import load_process_tree
from fundapp.uncollected import uncollected

FEW, MANY, AT_ONCE = 290, 100_000, 2_000
HEAD = (
    "コード",
    "会員名",
    "英語名",
    "法人番号",
    "区分",
    "資本金",
    "従業員数",
    "担当者",
    "メール",
    "電話",
    "郵便番号",
    "所在地",
    "加工",
)
PLACES, TRADES = ("稜北", "東稜", "八稜", "湖南"), ("精機", "工業", "製作所", "電子")
ROUNDS = 20
QUERIES = (
    "精機",
    "曲げ",
    "ryohoku 12",
    "稜北市",
    "旋盤 3",
    "電子 旋盤",
    "精機 工業",
    "めっき",
    "青柳",
    "12345",
    "99 98",
    "a",
)
"""Words that many, some and none of them hold, in one letter to five, alone and together, and processes."""


def tree() -> ProcessTree:
    found = load_process_tree(rubrics_folder())
    assert isinstance(found, ProcessTree)
    return found


def table(count: int) -> bytes:
    """A list of members as an association keeps it; names, places and processes with a fixed seed."""
    chance, known = Random(1), tree()
    names = [one.name.ja for one in known.processes]
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(HEAD)
    for n in range(count):
        place, trade = chance.choice(PLACES), chance.choice(TRADES)
        rows.writerow(
            (
                f"M-{n + 1:06}", f"{place}{trade}{n}",
                f"Ryohoku Works {n}", "", "会社", f"{chance.randint(1, 90)}百万円", chance.randint(3, 400), f"担当 {n}",
                f"office{n}@works.example", f"03-{n:08}", "376-0001", f"稜北市{chance.randint(1, 99)}-{n}",
                "、".join(chance.sample(names, chance.randint(1, 3))),
            )
        )  # fmt: skip
    return out.getvalue().encode()


def take_in(desk: Desk, content: bytes) -> int:
    """The way of the page: read the file, read its rows, record them in parts."""
    grid = read_table("members.csv", content, limits=LONG_LISTS)
    assert not isinstance(grid, Refusal), grid
    mapping = suggest_member_mapping(grid)
    with uncollected():
        reading = read_members(
            grid,
            mapping,
            tree(),
            registered=desk.members(),
            capable=desk.processes_of_members(SECRETARIAT),
            on=desk.today(),
            batch="bench",
        )
    rows, done = iter(reading.rows), 0
    while part := tuple(islice(rows, AT_ONCE)):
        command = TakeMembersIn(
            members=tuple(one.member for one in part),
            contacts=tuple(one.contact for one in part if one.contact),
            sites=tuple(one.site for one in part if one.site),
            capabilities=tuple(able for one in part for able in one.capabilities),
        )
        answer = desk.submit(command, SECRETARIAT, f"bench-{done}")
        assert not isinstance(answer, Refusal), answer
        done += len(part)
    return done


def office_of(count: int, taken: Figure | None = None) -> Path:
    """A data folder with the demo's people and so many members."""
    folder, today = Path(tempfile.mkdtemp()), datetime.now(UTC).date()
    clerk = Clerk(folder, today)
    office.enter(clerk)
    clerk.live_through()
    write_mark(folder, DemoMark(built_on=today, scenario="open", sign_ins=office.sign_ins(), links=()))
    content = table(count)
    if taken is None:
        take_in(clerk.desk, content)
    else:
        taken.add(timed_ms(lambda: take_in(clerk.desk, content)), 60_000)
    clerk.desk.database.close()
    return folder


def directory() -> list[Figure]:
    """The import against its time; the page with many members against the page with few, and a search of any word."""
    known = tree()
    taken = Figure(f"{MANY:,} members taken in from a CSV", "60 s", at_most=1.0)
    page = Figure(f"rerun of the directory, {MANY:,} members", f"the same with {FEW}", at_most=2.0)
    folder, small = office_of(MANY, taken), office_of(FEW)
    with served(OURS, folder) as ours, served(OURS, small) as floor:
        large_page, small_page = (
            Session(one.socket_url, cookie_of(one.url, "secretariat"), "directory") for one in (ours, floor)
        )
        with large_page, small_page:
            large_page.rerun_ms(), small_page.rerun_ms()
            for _ in range(ROUNDS):
                page.add(large_page.rerun_ms(), small_page.rerun_ms())
    searches, many = [], Desk(folder)
    for query in QUERIES:
        found = Figure(f"search for “{query}” among {MANY:,}", "the page with few", at_most=1.0)
        for page_ms in page.floor_ms:
            found.add(timed_ms(partial(many.find_members, SECRETARIAT, query, known)), page_ms)
        searches.append(found)
    many.database.close()
    return [taken, page, *searches]

"""Matching 10,000 lines with 100,000 members: against one comparison of every capability for each kind of line."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

import numpy as np
from figure import Figure, in_turn

from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.capability import MATERIALS, Capability
from fundapp.network.matching import Directory
from fundapp.network.requirement import requirements
from fundapp.places import rubrics_folder
from fundapp.store.process_files import load_process_tree

DAY = date(2026, 4, 1)
MEMBERS, ROWS, LINES = 100_000, 270_000, 10_000
PARTS = (
    *(("リンクピン φ{}", "SCM435"), ("軸受箱 {}mm", "FCD450"), ("カバー L={}", "SPCC"), ("取付フランジ φ{}", "SUS304")),
    *(("歯車 φ{} h7", "S45C"), ("翼カバー {}mm", "GFRP"), ("架台の塗装 {}mm", "SS400"), ("ピッチ軸の窒化", "SCM440")),
)


def match() -> list[Figure]:
    """The whole way from a bill's words to at most fifty members a line."""
    chance = Random(1)
    tree = load_process_tree(rubrics_folder())
    processes = [one.id for one in tree.processes]
    directory = Directory(
        [
            Capability(
                id=f"C{n}",
                member_id=f"M{chance.randrange(MEMBERS)}",
                process=chance.choice(processes),
                materials=tuple(chance.sample(MATERIALS, chance.randint(0, 3))),
                largest_mm=chance.choice([None, 300, 1000, 3000]),
                tolerance_grade=chance.choice([None, 6, 8, 10]),
                lot_min=chance.choice([None, 1, 10]),
                lot_max=chance.choice([None, 100, 10_000]),
                free_hours_per_month=chance.randint(0, 200),
                confirmed_on=DAY - timedelta(days=chance.randint(0, 1500)),
            )
            for n in range(ROWS)
        ],
        DAY,
    )
    lines = tuple(
        Line(
            id=f"L{n}",
            row=n,
            description=PARTS[n % len(PARTS)][0].format(chance.randint(20, 2000)),
            material=PARTS[n % len(PARTS)][1],
            quantity=Fraction(1),
            kind=LineKind.MADE_TO_DRAWING,
        )
        for n in range(LINES)
    )
    bill = Bill(proposal_id="p", revision="A", lot=20, plan_days=84, lines=lines)
    sizes = np.array([one.largest_mm or 10**6 for one in directory.capabilities])

    def ours() -> None:
        for need in requirements(bill, tree):
            directory.members_for(need, tree)

    def floor() -> None:
        for bound in range(0, LINES, 10):
            np.flatnonzero(sizes >= bound)

    what = f"{LINES} lines, {MEMBERS} members, {ROWS} capabilities"
    compared = in_turn(what, "1,000 comparisons of all capabilities", ours, floor, times=3)
    return [compared, Figure(what, "2 s", compared.ours_ms, [2_000.0] * len(compared.ours_ms), at_most=1.0)]

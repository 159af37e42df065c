"""Twenty approvals at once by real processes: never a yen above what the fund holds."""

import multiprocessing
from datetime import UTC, datetime
from pathlib import Path

from small_fund import MANAGER, MEMBERS, SECRETARIAT, Clock, SmallFund

from fundapp.basis.refusal import Refusal
from fundapp.committee.proposal import Terms
from fundapp.desk import Desk
from fundapp.fund.figures import figures, invariants
from fundapp.record import commands as c

CODES = [f"PR-{n:02d}" for n in range(20)]
ASK_YEN = 45_000_000
"""Twenty times this is 900 million; eight times is 360 of the 400 million that are investable."""


def declare(folder: Path, code: str, start: multiprocessing.Barrier, answers: multiprocessing.Queue) -> None:
    desk = Desk(folder)
    start.wait(60)
    command = c.DeclareResult(item_id=f"m1-{code}", number=1, reservation_id=f"r-{code}")
    answer = desk.submit(command, MEMBERS["association"])
    answers.put(answer.code if isinstance(answer, Refusal) else "done")


def test_twenty_approvals_at_once_never_exceed_the_fund(tmp_path: Path) -> None:
    fund = SmallFund(Desk(tmp_path), Clock(datetime.now(UTC)))
    fund.found()
    for code in CODES:
        fund.proposal(code, ask_yen=ASK_YEN, sector=code)
    fund.meeting(1, *CODES)
    terms = Terms(amount_yen=ASK_YEN, instrument="common_shares")
    for code in CODES:
        fund.revealed(f"m1-{code}")
        motion = c.PutMotion(item_id=f"m1-{code}", resolution="approve", terms=terms)
        fund.do(motion, MEMBERS["association"])
        fund.voted(f"m1-{code}")
    # Each is a process of its own, born of one that has loaded what they need: no thread, no database.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["fundapp.desk", "small_fund"])
    start, answers = context.Barrier(len(CODES)), context.Queue()
    crowd = [context.Process(target=declare, args=(tmp_path, code, start, answers)) for code in CODES]
    for one in crowd:
        one.start()
    got = sorted(answers.get(timeout=120) for _ in crowd)
    for one in crowd:
        one.join(60)
    assert got == ["above_investable"] * 12 + ["done"] * 8
    book = fund.desk.book(MANAGER)
    now = figures(book.terms, book.balances)
    assert (now.reserved_yen, now.investable_yen) == (360_000_000, 40_000_000)
    assert invariants(book.balances, book.terms) == ()
    assert fund.desk.verify().records == fund.desk.book(SECRETARIAT).seq

"""A new revision: parts keep their identity, and what was said of a part goes with it to its new row."""

from fractions import Fraction
from pathlib import Path

import pytest
from asked_fund import PROPOSAL, asking_fund
from small_fund import DAY, SECRETARIAT, SmallFund

from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.capability import LineProcess
from fundapp.network.need import Countermeasure
from fundapp.network.task import SupportTask
from fundapp.record import commands as c
from fundapp.store.capabilities import line_processes
from fundapp.store.tables import TASKS


@pytest.fixture
def fund(tmp_path: Path) -> SmallFund:
    """The shaft (L2) and the board (L3) each have a process, an action and a task."""
    made, _asked = asking_fund(tmp_path / "data")
    for line_id, process in (("L2", "turning"), ("L3", "milling")):
        made.do(
            c.SetLineProcess(set_for=LineProcess(proposal_id=PROPOSAL, line_id=line_id, process=process)), SECRETARIAT
        )
        action = Countermeasure(id=f"act-{line_id}", proposal_id=PROPOSAL, against="cost", line_id=line_id, text="ask")
        made.do(c.RecordCountermeasures(countermeasures=(action,)), SECRETARIAT)
        task = SupportTask(
            id=f"task-{line_id}", proposal_id=PROPOSAL, step="offer", row=line_id, owner=SECRETARIAT.person, due=DAY
        )
        made.do(c.RecordTasks(tasks=(task,)), SECRETARIAT)
    return made


def line(line_id: str, part: str, name: str) -> Line:
    return Line(
        id=line_id, row=1, part_number=part, description=name, quantity=Fraction(1), kind=LineKind.MADE_TO_DRAWING
    )


def records(fund: SmallFund, revision: str, *lines: Line) -> None:
    bill = Bill(proposal_id=PROPOSAL, revision=revision, lot=10, plan_days=90, lines=lines)
    fund.do(c.RecordBill(bill=bill), SECRETARIAT)


def said(fund: SmallFund) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Line -> process; action -> line; task -> line."""
    with fund.desk.database.read() as connection:
        processes = {one.line_id: one.process for one in line_processes(connection, "main", PROPOSAL)}
        tasks = {one.id: one.row for one in TASKS.facts(connection, "main")}
    register = fund.desk.support(SECRETARIAT, PROPOSAL)
    return processes, {one.id: one.line_id for one in register.countermeasures}, tasks


def test_what_was_said_of_a_part_follows_it_to_another_row(fund) -> None:
    records(fund, "B", line("L2", "N-1", "nut"), line("L3", "P-2", "shaft"), line("L4", "P-3", "board"))
    assert said(fund) == (
        {"L3": "turning", "L4": "milling"},
        {"act-L2": "L3", "act-L3": "L4"},
        {"task-L2": "L3", "task-L3": "L4"},
    )


def test_of_a_part_that_is_gone_no_process_is_said_of_another(fund) -> None:
    records(fund, "B", line("L2", "N-1", "nut"), line("L9", "P-3", "board"))
    processes, actions, tasks = said(fund)
    assert processes == {"L9": "milling"}
    assert (actions["act-L3"], tasks["task-L3"]) == ("L9", "L9")


def test_every_line_has_an_identity_that_the_next_revision_keeps(fund) -> None:
    first = {one.part_number: one.identity for one in fund.desk.bills(SECRETARIAT, PROPOSAL)[0].lines}
    records(fund, "B", line("L1", "P-3", "board"), line("L2", "N-1", "nut"))
    second = {one.part_number: one.identity for one in fund.desk.bills(SECRETARIAT, PROPOSAL)[1].lines}
    assert second["P-3"] == first["P-3"]
    assert second["N-1"] not in first.values()
    fund.do(
        c.MarkLine(proposal_id=PROPOSAL, line_id="L2", critical=True, target_unit_cost_yen=5, reason="r"), SECRETARIAT
    )
    assert {one.part_number: one.identity for one in fund.desk.bills(SECRETARIAT, PROPOSAL)[1].lines} == second


def test_an_earlier_revision_that_is_corrected_moves_nothing(fund) -> None:
    records(fund, "B", line("L3", "P-2", "shaft"), line("L4", "P-3", "board"))
    before = said(fund)
    standing = fund.desk.bills(SECRETARIAT, PROPOSAL)[0]
    fund.do(c.RecordBill(bill=standing.model_copy(update={"lot": 20})), SECRETARIAT)
    assert said(fund) == before


def test_the_facts_name_the_part_by_its_identity(fund) -> None:
    rows = fund.desk.support_facts(SECRETARIAT, PROPOSAL).lines
    lines = fund.desk.bills(SECRETARIAT, PROPOSAL)[0].lines
    assert [(one.id, one.identity) for one in rows] == [(one.id, one.identity) for one in lines]

"""What became of the part that a condition names, on the deal's page."""

from fractions import Fraction
from types import SimpleNamespace

import pytest

from fundapp.committee.proposal import ConditionPrecedent
from fundapp.network.bill import Bill, Line
from fundapp.record import commands as c
from fundapp.text.catalogue import use
from fundapp.ui import gate
from fundapp.ui.fund.deal_seen import SeenDeal, part_told
from fundapp.ui.home.offer_tasks import offer_tasks
from tests.pages.small_fund import ACTORS, TODAY, SmallFund, lines, small_fund

ITEM = "item-14-PR-01"


@pytest.fixture
def fund(tmp_path, monkeypatch) -> SmallFund:
    made = small_fund(tmp_path)
    monkeypatch.setattr(gate, "desk", lambda: made.desk)
    use("en")
    yield made
    use("ja")


def seen(fund: SmallFund) -> SeenDeal:
    """The deal of an approval of PR-01, which was judged on revision A."""
    actor = ACTORS["secretariat"]
    deal = SimpleNamespace(reservation=SimpleNamespace(item_id=ITEM))
    return SeenDeal(book=fund.desk.book(actor), actor=actor, deal=deal, today=TODAY)


def revises(fund: SmallFund, *parts: Line) -> None:
    bill = Bill(proposal_id="proposal-1", revision="B", lot=20, plan_days=84, lines=parts)
    fund.does("secretariat", c.RecordBill(bill=bill))


def shifted() -> tuple[Line, ...]:
    """All parts one row further down, behind a new one that takes the first id."""
    new = lines()[0].model_copy(update={"part_number": "NEW", "description": "新部品"})
    return (new, *(one.model_copy(update={"id": f"L{n}"}) for n, one in enumerate(lines(), 2)))


def test_the_part_is_unchanged(fund):
    assert part_told(seen(fund), "L9") == "Part: HG-09 部品9, unchanged in revision A"


def test_the_part_went_to_another_row_and_its_quantity_changed(fund):
    revises(fund, *(one.model_copy(update={"quantity": Fraction(2)}) for one in shifted()))
    assert part_told(seen(fund), "L9") == "Part: HG-09 部品9, changed in revision B: Quantity"


def test_the_part_is_gone_although_its_id_stands_there_again(fund):
    revises(fund, *(one for one in shifted() if one.part_number != "HG-09"))
    told = "The part 部品9 is no longer in the bill since revision B: look at the condition again."
    assert part_told(seen(fund), "L9") == told
    use("ja")
    assert part_told(seen(fund), "L9") == "部品 部品9 は、改訂 B から部品表にありません。条件を見直してください。"


def test_a_condition_on_no_part_says_nothing(fund):
    assert part_told(seen(fund), "") == part_told(seen(fund), "need-1") == ""


def test_a_lost_offer_is_told_of_the_part_and_not_of_whoever_has_its_id(fund):
    """After the revision L9 is what L8 was; its offer ends, and the condition names the part that is L10 now."""
    revises(fund, *shifted())
    actor = ACTORS["secretariat"]
    book = fund.desk.book(actor)
    item = book.items[ITEM]
    held = next(iter(book.reservations.values()))
    condition = ConditionPrecedent(row="L9", text="A quote", owner="secretariat", due=TODAY)
    resolved = next(one.resolved for one in book.items.values() if one.resolved is not None)
    book.items[ITEM] = item.model_copy(update={"resolved": resolved.model_copy(update={"conditions": (condition,)})})
    book.reservations[held.id] = held.model_copy(update={"item_id": ITEM, "proposal_id": "proposal-1"})
    (proposal,) = [one for one in fund.desk.proposals(actor) if one.id == "proposal-1"]
    identity = {line.id: line.identity for line in fund.desk.bills(actor, "proposal-1")[-1].lines}

    def kinds(line_id: str) -> list[str]:
        (_one, lost), *_rest = fund.desk.offers_lost(actor) or ((proposal, None),)
        ended = lost.model_copy(update={"line_ids": (line_id,), "identities": (identity[line_id],)})
        return [one.kind for one in offer_tasks(book, [(proposal, ended)])]

    assert "condition_lost" not in kinds("L9")
    assert "condition_lost" in kinds("L10")

"""Old records are read for ever: the golden logs fold, their hashes hold, and no shape changes without a step."""

import json
from pathlib import Path

import pytest
from shapes import shapes

from fundapp.basis.refusal import Refusal
from fundapp.fund.figures import figures
from fundapp.record.book import Book
from fundapp.record.events import EVENTS
from fundapp.record.fold import fold
from fundapp.record.upcast import UPCASTERS, lifted
from fundapp.store.connection import StoreRefusal
from fundapp.store.events import to_recorded
from fundapp.store.log import GENESIS, StoredEvent, is_canonical, link

GOLDEN = Path(__file__).parent / "golden"
LOGS = sorted(GOLDEN.glob("*.jsonl"))
HOW = "before the release: run tests/record/golden/make.py; after it: raise schema_number and add a step to UPCASTERS"


def golden(path: Path) -> list[StoredEvent]:
    return [StoredEvent.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines()]


def folded(path: Path) -> Book:
    return fold(Book(), map(to_recorded, golden(path)))


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_the_hashes_of_a_released_log_hold(path: Path) -> None:
    events = golden(path)
    assert [one.prev for one in events] == [GENESIS, *(one.hash for one in events[:-1])]
    assert [one.seq for one in events if link(one) != one.hash or not is_canonical(one.body)] == []


def test_the_log_of_0_1_0_folds_to_what_it_told() -> None:
    book = folded(GOLDEN / "0.1.0.jsonl")
    assert book.terms is not None
    now = figures(book.terms, book.balances)
    assert (now.committed_yen, now.drawn_yen, now.reserved_yen) == (13_000_000, 13_000_000, 0)
    assert (now.investable_yen, now.fees_spent_yen, now.cash_yen) == (393_000_000, 900_000, 45_100_000)
    assert {item.id: item.resolved and item.resolved.resolution for item in book.items.values()} == {
        "m1-PR-1": "approve",
        "m1-PR-2": "decline",
        "m1-PR-3": "approve_with_conditions",
        "m3-PR-5": "defer",
        "m2-PR-4": None,
    }
    assert {one.id: one.state for one in book.reservations.values()} == {"r-m1-PR-1": "signed", "r-m1-PR-3": "expired"}
    assert {item.id: len(item.scorecards) for item in book.items.values()} == {
        "m1-PR-1": 3,
        "m1-PR-2": 3,
        "m1-PR-3": 3,
        "m3-PR-5": 0,
        "m2-PR-4": 2,
    }


def test_every_kind_of_event_is_in_a_golden_log() -> None:
    found = {one.kind for path in LOGS for one in golden(path)}
    assert EVENTS.keys() - found == set(), HOW


def test_no_shape_changes_without_a_new_schema_number() -> None:
    pinned = json.loads((GOLDEN / "shapes.json").read_text(encoding="utf-8"))
    changed = [name for name, shape in shapes().items() if not shape.items() <= pinned.get(name, {}).items()]
    assert changed == [], HOW


def test_every_older_schema_number_has_its_step() -> None:
    wanted = {(name, number) for name, kind in EVENTS.items() for number in range(1, kind.schema_number)}
    assert UPCASTERS.keys() == wanted


def test_a_body_is_lifted_step_by_step_and_left_as_it_was() -> None:
    steps = {
        ("Paid", 1): lambda body: {"amount_yen": body["amount"] * 1000},
        ("Paid", 2): lambda body: {**body, "on": "2026-04-01"},
    }
    old = {"amount": 5}
    assert lifted("Paid", 1, 3, old, steps) == {"amount_yen": 5000, "on": "2026-04-01"}
    assert lifted("Paid", 3, 3, old, steps) == old == {"amount": 5}


@pytest.mark.parametrize("change", [{"kind": "MoonBought"}, {"schema_number": 99}])
def test_what_a_newer_version_wrote_is_refused_by_its_number(change: dict[str, object]) -> None:
    newer = golden(GOLDEN / "0.1.0.jsonl")[6].model_copy(update=change)
    with pytest.raises(StoreRefusal) as refused:
        to_recorded(newer)
    assert refused.value.refusal == Refusal.of("record_newer", seq=7)

"""Two runs of one tab at once: the framework begins the next before the one before it has ended."""

import json
import threading
from collections.abc import Callable

import pytest
from small_fund import MEMBERS

from fundapp.store.drafts import Draft, DraftChanged
from fundapp.ui import drafting, gate
from fundapp.ui.drafting import Seen, Typing

TLO = MEMBERS["tlo"]
BEGUN = Draft(key="card", nonce="n", version=1, data="{}", saved_at="2026-04-01T01:00:00Z")


class Desk:
    """A desk with one draft, that does something of somebody's while it saves."""

    def __init__(self) -> None:
        self.held = BEGUN
        self.meanwhile: list[Callable[[], object]] = []

    def save_draft(self, actor: object, key: str, *, expected: int, nonce: str, data: str) -> Draft | DraftChanged:
        while self.meanwhile:
            self.meanwhile.pop()()
        if expected != self.held.version:
            return DraftChanged(current=self.held)
        self.held = self.held.model_copy(update={"version": expected + 1, "data": data})
        return self.held


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk()
    monkeypatch.setattr(gate, "desk", lambda: made)
    monkeypatch.setattr(drafting.st, "query_params", {})
    return made


def run_of(seen: Seen, number: int) -> Typing:
    """A run that read the draft before anything was saved."""
    return Typing(actor=TLO, draft=BEGUN, seen=seen, generation=0, run=number, values={})


def test_a_tap_that_waits_for_the_one_before_it_is_saved_on_top(desk: Desk):
    seen, kept = Seen("n", 1, 0), []
    second = threading.Thread(target=lambda: kept.append(drafting.keep(run_of(seen, 2), {"B1": 4, "B2": 3})))
    desk.meanwhile.append(second.start)
    assert drafting.keep(run_of(seen, 1), {"B1": 4})
    second.join()
    assert kept == [True]
    assert (json.loads(desk.held.data), desk.held.version, seen.version) == ({"B1": 4, "B2": 3}, 3, 3)


def test_an_earlier_tap_does_not_undo_a_later_one(desk: Desk):
    seen = Seen("n", 1, 0)
    assert drafting.keep(run_of(seen, 2), {"B1": 4, "B2": 3})
    assert not drafting.keep(run_of(seen, 1), {"B1": 4})
    assert (json.loads(desk.held.data), desk.held.version) == ({"B1": 4, "B2": 3}, 2)


def test_a_run_that_changes_nothing_forgets_no_version(desk: Desk):
    seen = Seen("n", 1, 0)
    assert drafting.keep(run_of(seen, 1), {"B1": 4})
    assert drafting.keep(run_of(seen, 2), {})
    assert seen.version == 2


def test_what_another_tab_saved_is_still_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    asked = []
    monkeypatch.setattr(drafting, "_choose", lambda _typing, current, _data: asked.append(current))
    desk.held = BEGUN.model_copy(update={"version": 2, "data": '{"B1": 1}'})
    assert not drafting.keep(run_of(Seen("n", 1, 0), 1), {"B1": 4})
    assert asked == [desk.held]

"""Both scenarios of the demo, built once, and what the specification says of them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from fundapp.basis.roles import Actor
from fundapp.committee.standing import Standing
from fundapp.demo.build import DemoBuilt, build_demo
from fundapp.demo.clerk import id_of, person_of
from fundapp.demo.content import cast
from fundapp.desk import Desk
from fundapp.record.book import Book, Item
from fundapp.record.judging import standing_of

TODAY = date(2026, 7, 1)
NOON = datetime(2026, 7, 1, 3, tzinfo=UTC)


@dataclass(frozen=True)
class Demo:
    """A demo that was built, as the secretariat sees it, or as another of its people."""

    built: DemoBuilt
    desk: Desk

    def actor(self, key: str) -> Actor:
        return Actor(person=person_of(key), roles=cast()[key].roles)

    def book(self, key: str = "secretariat") -> Book:
        return self.desk.book(self.actor(key))

    def item(self, meeting: int, code: str) -> Item:
        return self.book().items[id_of("item", f"{meeting}/{code}")]

    def last_item(self, code: str) -> Item:
        """The item on a proposal in the latest meeting that had it."""
        book = self.book()
        items = [item for item in book.items.values() if item.proposal_code == code]
        return max(items, key=lambda item: book.meetings[item.meeting_id].number)

    def standing(self, code: str) -> Standing:
        return standing_of(self.book(), self.last_item(code))


def _demo(folder: Path, scenario: str) -> Demo:
    built = build_demo(folder, scenario, TODAY)
    return Demo(built=built, desk=Desk(folder, clock=lambda: NOON))


@pytest.fixture(scope="session")
def spec() -> dict[str, Any]:
    return yaml.safe_load((Path(__file__).parent / "demo_spec.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def under_way(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Scenario "open"."""
    return _demo(tmp_path_factory.mktemp("open"), "open")


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Scenario "finished"."""
    return _demo(tmp_path_factory.mktemp("finished"), "finished")

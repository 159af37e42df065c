"""Fixtures of the small fund (tests/small_fund.py)."""

from pathlib import Path

import pytest
from small_fund import Clock, SmallFund

from fundapp.desk import Desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def empty(tmp_path: Path, clock: Clock) -> SmallFund:
    return SmallFund(Desk(tmp_path, clock=clock), clock)


@pytest.fixture
def fund(empty: SmallFund) -> SmallFund:
    empty.found()
    return empty


@pytest.fixture
def item(fund: SmallFund) -> str:
    """The id of a meeting's only item, not frozen yet."""
    fund.proposal("PR-1")
    fund.meeting(1, "PR-1")
    return "m1-PR-1"

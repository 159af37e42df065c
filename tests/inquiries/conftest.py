from pathlib import Path

import pytest
from asked import Asked
from asked_fund import asking_fund
from small_fund import SmallFund


@pytest.fixture
def both_of(tmp_path: Path) -> tuple[SmallFund, Asked]:
    return asking_fund(tmp_path / "data")


@pytest.fixture
def fund(both_of: tuple[SmallFund, Asked]) -> SmallFund:
    return both_of[0]


@pytest.fixture
def asked(both_of: tuple[SmallFund, Asked]) -> Asked:
    return both_of[1]

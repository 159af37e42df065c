"""Each test begins in Japanese, whatever the one before it spoke."""

import pytest

from fundapp.text.catalogue import use


@pytest.fixture(autouse=True)
def speaks_japanese() -> None:
    use("ja")

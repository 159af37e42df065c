from collections.abc import Iterator
from fractions import Fraction

import pytest

from fundapp.charts.two_axis import MapPoint
from fundapp.text.catalogue import language, use


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The charts speak English unless a test says otherwise."""
    before = language()
    use("en")
    yield
    use(before)


@pytest.fixture
def proposals() -> tuple[MapPoint, ...]:
    """The twelve proposals of the demo fund, eight of them close together."""
    places = (
        ("IV-1", "3.9", "4.0", "Q1"),
        ("IV-2", "3.65", "3.6", "Q1"),
        ("IV-3", "3.6", "3.75", "Q1"),
        ("IV-4", "4.2", "4.25", "Q1"),
        ("IV-5", "3.3", "3.6", "Q1"),
        ("PR-06", "3.65", "3.6", "Q1"),
        ("PR-07", "4.45", "1.5", "Q2"),
        ("PR-08", "2.35", "4.5", "Q3"),
        ("PR-09", "3.8", "3.75", "Q1"),
        ("PR-10", "3.8", "3.9", "Q1"),
        ("PR-11", "3.6", "2.55", "Q2"),
        ("PR-12", "2.15", "2.35", "Q4"),
    )
    return tuple(
        MapPoint(
            code=code,
            name=f"Proposal {code}",
            axis1=Fraction(axis1),
            axis2=Fraction(axis2),
            quadrant=quadrant,
            gate_failed=code == "PR-07",
            note="G4" if code == "PR-07" else "",
            current=code == "PR-06",
        )
        for code, axis1, axis2, quadrant in places
    )

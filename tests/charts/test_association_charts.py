"""Charts of the association: the income by kind, and the members against their target."""

from datetime import date

import pytest

from fundapp.charts.growth import growth_chart, growth_rows, growth_title
from fundapp.charts.income import income_chart, income_rows, income_title
from fundapp.network.growth import Growth, GrowthTarget, MembersOn
from fundapp.network.income import IncomeMix
from fundapp.text.catalogue import use

MIX = IncomeMix(year=2026, fees_yen=30, commissions_yen=30, subsidies_yen=40, costs_yen=110)
TARGET = GrowthTarget(since=date(2026, 4, 1), until=date(2031, 4, 1), wanted=500)


def grown(count: int) -> Growth:
    counted = (MembersOn(on=date(2026, 4, 1), count=290), MembersOn(on=date(2026, 10, 1), count=count))
    return Growth(target=TARGET, counted=counted, at_first=290, undated=0)


def test_the_income_s_finding_is_its_shares_and_the_columns_stand_on_each_other() -> None:
    use("en")
    assert income_title((MIX,)) == "2026: fees 30%, commissions 30%, subsidies 40%"
    assert income_rows((MIX,))[1] == ("2026", 30, 30, 40, 110)
    figure = income_chart((MIX,), dark=False)
    assert figure.layout.barmode == "stack"
    assert [round(1e6 * bar.y[0]) for bar in figure.data] == [30, 30, 40, 110]


@pytest.mark.parametrize(
    ("count", "finding"),
    [
        (290, "290 of 500 corporate members by 1 April 2031: 21 behind the way"),
        (320, "320 of 500 corporate members by 1 April 2031: on the way"),
        (500, "500 of 500 corporate members: the target is reached"),
    ],
)
def test_the_growth_s_finding_says_how_far_behind_it_is(count: int, finding: str) -> None:
    use("en")
    assert growth_title(grown(count)) == finding


def test_the_way_is_dashed_and_the_members_are_stairs() -> None:
    use("en")
    way, stairs = growth_chart(grown(300), dark=True).data
    assert (way.line.dash, list(way.y), stairs.line.shape, list(stairs.y)) == ("dash", [290, 500], "hv", [290, 300])
    assert growth_rows(grown(300))[1:] == (("2026-04-01", 290, "290"), ("2026-10-01", 300, "311"))

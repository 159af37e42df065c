"""The number of corporate members by the directory's days, against the target of 500."""

from datetime import date, timedelta

from fundapp.basis.fact import Bilingual
from fundapp.network.growth import GrowthTarget, MembersOn, growth, target_of
from fundapp.network.member import Member

TARGET = GrowthTarget(since=date(2026, 4, 1), until=date(2031, 4, 1), wanted=500)


def company(at: int, joined_on: date | None = None, left_on: date | None = None, kind: str = "company") -> Member:
    return Member.model_validate(
        {
            "id": f"m{at}",
            "code": f"M-{at}",
            "name": Bilingual(ja="x", en="x"),
            "member_class": kind,
            "joined_on": joined_on,
            "left_on": left_on,
        }
    )


def test_a_member_belongs_from_its_first_day_until_the_day_it_left() -> None:
    one = company(1, date(2026, 4, 1), date(2027, 4, 1))
    days = (date(2026, 3, 31), date(2026, 4, 1), date(2027, 3, 31), date(2027, 4, 1))
    assert [one.belongs(on) for on in days] == [False, True, True, False]


def test_290_companies_are_behind_the_straight_way_to_500() -> None:
    members = [company(at, date(2020, 1, 1)) for at in range(290)] + [company(999, kind="university")]
    found = growth(members, TARGET, date(2026, 10, 1))
    assert (found.at_first, found.now(), found.way_on(date(2026, 10, 1)), found.behind()) == (290, 290, 311, 21)
    assert (found.way_on(date(2031, 4, 1)), found.way_on(date(2026, 3, 31)), found.undated) == (500, None, 0)


def test_the_count_follows_who_joins_and_leaves_quarter_by_quarter() -> None:
    members = [
        company(1),
        company(2, date(2025, 5, 1)),
        company(3, date(2026, 7, 1), date(2026, 9, 1)),
        company(4, date(2026, 9, 30)),
    ]
    found = growth(members, TARGET, date(2026, 9, 30))
    assert found.counted[0] == MembersOn(on=date(2021, 4, 1), count=1)
    assert [(one.on.isoformat(), one.count) for one in found.counted[-4:]] == [
        ("2026-01-01", 2),
        ("2026-04-01", 2),
        ("2026-07-01", 3),
        ("2026-09-30", 3),
    ]
    assert found.undated == 1


def test_after_its_last_day_the_target_is_judged_on_that_day() -> None:
    found = growth([company(1)], TARGET, date(2040, 1, 1))
    assert (found.counted[-1].on, found.behind()) == (TARGET.until, 499)


def test_the_target_that_began_last_holds() -> None:
    later = GrowthTarget(since=date(2027, 4, 1), until=date(2032, 4, 1), wanted=550)
    assert target_of((TARGET, later), date(2027, 3, 31)) == TARGET
    assert target_of((TARGET, later), date(2027, 4, 1)) == later
    assert target_of((TARGET,), TARGET.since - timedelta(days=1)) is None

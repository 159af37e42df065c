"""What became of a collaboration, and of how many of how many."""

from datetime import date
from fractions import Fraction

import pytest

from fundapp.basis.fact import Bilingual
from fundapp.followup.outcome import Collaboration, OutcomeState, Share, courses, tally

BEGAN = date(2020, 1, 1)


def collaboration(number: int, *, deep: bool = False) -> Collaboration:
    return Collaboration(
        id=f"c{number}", code=f"C-{number}", name=Bilingual(ja="名", en="Name"), began_on=BEGAN, deep=deep
    )


def state(number: int, state: str, on: date, *causes: str) -> OutcomeState:
    return OutcomeState.model_validate(
        {
            "id": f"{number}/{state}/{on}",
            "collaboration_id": f"c{number}",
            "state": state,
            "reached_on": on,
            "causes": causes,
        }
    )


def course(*states: OutcomeState):
    return courses([collaboration(1)], states)[0]


def test_without_a_state_a_collaboration_was_formed_and_nothing_more():
    assert (course().now, course().sold_after_years, course().commercialised) == ("S0", None, False)


def test_the_latest_day_says_where_it_is_whatever_the_order_of_entry():
    found = course(state(1, "T2", date(2022, 1, 1), "too_costly"), state(1, "S1", date(2021, 1, 1)))
    assert (found.now, found.causes) == ("T2", ("too_costly",))


def test_what_left_the_valley_has_no_causes_any_more():
    found = course(state(1, "T3", date(2022, 1, 1), "too_large"), state(1, "S2", date(2023, 1, 1)))
    assert (found.now, found.causes) == ("S2", ())


@pytest.mark.parametrize(
    ("states", "years", "commercialised"),
    [
        ([("S3", date(2022, 1, 1))], Fraction(731 * 100, 36525), True),
        ([("S4", date(2024, 1, 1)), ("S3", date(2022, 1, 1))], Fraction(731 * 100, 36525), True),
        ([("S3", date(2022, 1, 1)), ("T4", date(2023, 1, 1))], Fraction(731 * 100, 36525), False),
        ([("S2", date(2022, 1, 1))], None, False),
        ([("T1", date(2022, 1, 1))], None, False),
    ],
)
def test_the_first_sale_counts_from_the_beginning_and_a_stop_afterwards_ends_success(states, years, commercialised):
    found = course(*(state(1, which, on) for which, on in states))
    assert (found.sold_after_years, found.commercialised) == (years, commercialised)


def test_every_share_names_its_whole():
    found = tally(
        courses(
            [collaboration(1, deep=True), collaboration(2, deep=True), collaboration(3), collaboration(4)],
            [
                state(1, "S3", date(2021, 1, 1)),
                state(2, "T2", date(2021, 1, 1), "too_costly", "no_sales_route"),
                state(3, "S5", date(2023, 1, 1)),
            ],
        )
    )
    assert (found.of_all, found.of_deep) == (Share(part=2, whole=4), Share(part=1, whole=2))
    assert [one for one in found.by_state if one[1]] == [("S0", 1), ("S3", 1), ("S5", 1), ("T2", 1)]
    assert [one for one in found.by_cause if one[1]] == [("too_costly", 1), ("no_sales_route", 1)]
    assert found.median_years == Fraction(366 + 1096, 2) / Fraction(36525, 100)


def test_of_nothing_there_is_no_share_and_no_median():
    found = tally(())
    assert (found.of_all.share, found.of_deep.share, found.median_years) == (None, None, None)

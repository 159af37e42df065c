"""Four weeks for the bank's branch sales chiefs, and until when a training qualifies to evaluate."""

from datetime import date

from fundapp.network.training import Training, evaluators

CHIEF = Training(
    id="t1",
    member_id="bank",
    contact_id="chief",
    course="appraisal",
    began_on=date(2025, 6, 2),
    ended_on=date(2025, 6, 27),
    full_time=True,
    evaluator_until=date(2028, 6, 26),
)


def test_from_a_monday_to_a_friday_three_weeks_later_are_four_weeks() -> None:
    assert CHIEF.weeks() == 4
    assert CHIEF.model_copy(update={"ended_on": CHIEF.began_on}).weeks() == 1


def test_one_is_qualified_from_the_end_of_the_training_to_the_last_day() -> None:
    days = (date(2025, 6, 26), date(2025, 6, 27), date(2028, 6, 26), date(2028, 6, 27))
    assert [CHIEF.qualifies(on) for on in days] == [False, True, True, False]
    assert not CHIEF.model_copy(update={"evaluator_until": None}).qualifies(date(2026, 1, 1))


def test_a_person_stands_once_with_the_training_that_lasts_longest() -> None:
    again = CHIEF.model_copy(update={"id": "t2", "evaluator_until": date(2030, 1, 1)})
    other = CHIEF.model_copy(update={"id": "t3", "contact_id": "other"})
    bare = CHIEF.model_copy(update={"id": "t4", "contact_id": "third", "evaluator_until": None})
    assert evaluators((again, CHIEF, other, bare), date(2026, 1, 1)) == (again, other)
    assert evaluators((CHIEF,), date(2029, 1, 1)) == ()

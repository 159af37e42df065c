"""Trainings of people at banks and other bodies, and who is qualified to evaluate a company's technology by them."""

from collections.abc import Iterable
from datetime import date

from fundapp.basis.fact import Fact, Text

DAYS_A_WEEK = 7
EVALUATION = "M17"
"""The kind of support, by its number in the menu, that needs a qualified evaluator."""


class Training(Fact):
    """One person's training. The person is a contact of a member, so that the name stands in one place alone."""

    id: Text
    member_id: Text
    contact_id: Text
    course: Text
    began_on: date
    ended_on: date
    full_time: bool = False
    """Freed from all other work for the time."""
    evaluator_until: date | None = None
    """Qualified as an evaluator up to and with this day; None when it gives no such qualification."""

    def weeks(self) -> int:
        """How long it lasted, in weeks that were begun."""
        return (self.ended_on - self.began_on).days // DAYS_A_WEEK + 1

    def qualifies(self, on: date) -> bool:
        """True when its person may evaluate on a day."""
        return self.evaluator_until is not None and self.ended_on <= on <= self.evaluator_until


def evaluators(trainings: Iterable[Training], on: date) -> tuple[Training, ...]:
    """Who may evaluate on a day, each with the training that lasts longest; the last to run out first."""
    lasting: dict[str, Training] = {}
    for one in sorted((one for one in trainings if one.qualifies(on)), key=_until):
        lasting[one.contact_id] = one
    return tuple(sorted(lasting.values(), key=_until, reverse=True))


def _until(one: Training) -> tuple[date, str]:
    return one.evaluator_until or date.min, one.id

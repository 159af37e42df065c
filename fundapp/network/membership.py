"""Members' fees: a rule with a date, the capital on the day that decides, what was paid."""

from collections.abc import Iterable, Sequence
from datetime import date

from pydantic import Field

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import AmountYen, Yen
from fundapp.network.member import Member

FIRST_MONTH = 4
"""An association's year begins in April, and the capital on its first day decides the fee."""


class FeeRule(Fact):
    """What a company pays a year, from a year on: one amount from a capital up, another below it."""

    from_year: int
    large_capital_yen: AmountYen
    """The least capital of a large company."""
    large_fee_yen: AmountYen
    fee_yen: AmountYen


class CapitalChange(Fact):
    """A member's capital from a day on."""

    member_id: Text
    since: date
    capital_yen: Yen


class FeePayment(Fact):
    """A member's fee of one year, as it came in."""

    member_id: Text
    year: int
    paid_on: date
    amount_yen: AmountYen


class Fee(Fact):
    """A member's fee of one year.

    `due_yen` None: the rule states none for its class, its capital is not known, or it was no member in that year.
    """

    member_id: Text
    year: int
    decided_on: date
    """The day whose capital decides."""
    due_yen: Yen | None = Field(default=None, ge=0)
    paid_yen: Yen = 0

    def is_open(self) -> bool:
        """True while less came in than is due."""
        return self.due_yen is not None and self.paid_yen < self.due_yen


def year_of(day: date) -> int:
    """The association's year that a day is in, by the calendar year in which it began."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def rule_of(year: int, rules: Iterable[FeeRule]) -> FeeRule | None:
    """The rule in force in a year: the latest that began; None before the first."""
    begun = [rule for rule in rules if rule.from_year <= year]
    return max(begun, key=lambda rule: rule.from_year, default=None)


def capital_on(member: Member, changes: Iterable[CapitalChange], day: date) -> int | None:
    """A member's capital on a day: the last change up to it, else what the register says."""
    before = [one for one in changes if one.member_id == member.id and one.since <= day]
    latest = max(before, key=lambda one: one.since, default=None)
    return latest.capital_yen if latest else member.capital_yen


def fee(
    member: Member,
    year: int,
    rules: Sequence[FeeRule],
    changes: Iterable[CapitalChange] = (),
    payments: Iterable[FeePayment] = (),
) -> Fee:
    """A member's fee of a year. Only companies have a stated fee; a capital changed later in the year waits a year."""
    day, rule = date(year, FIRST_MONTH, 1), rule_of(year, rules)
    capital_yen = capital_on(member, changes, day)
    due_yen: int | None = None
    was_member = (member.joined_on is None or year_of(member.joined_on) <= year) and (
        member.left_on is None or member.left_on > day
    )
    if rule is not None and member.member_class == "company" and was_member and capital_yen is not None:
        due_yen = rule.large_fee_yen if capital_yen >= rule.large_capital_yen else rule.fee_yen
    paid_yen = sum(one.amount_yen for one in payments if (one.member_id, one.year) == (member.id, year))
    return Fee(member_id=member.id, year=year, decided_on=day, due_yen=due_yen, paid_yen=paid_yen)

"""How long each company's own cash lasts, and what the fund has still to pay to it. Pure reading of a seen Book."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.basis.yen import Yen
from fundapp.fund.company_cash import CompanyCash, latest, months_between
from fundapp.record.book import Book


class CompanyRunway(Fact):
    """One company that the fund holds or has signed with."""

    proposal_id: Text
    company: Bilingual
    stated: CompanyCash | None
    """What it told last; None when it told nothing."""
    ends_on: date | None
    """When its own cash is used up; None when it told nothing, or uses up nothing."""
    months: Ratio | None
    """From today until then."""
    to_come_yen: Yen
    """What the fund has signed and not paid yet, without what is stopped."""
    months_with_it: Ratio | None
    """With what is to come, paid in time."""
    next_on: date | None
    """The day of the next payment that is not stopped."""

    @property
    def is_short(self) -> bool:
        """True when the cash is used up before the next payment is due."""
        return self.ends_on is not None and self.next_on is not None and self.ends_on < self.next_on


def company_runways(book: Book, stated: Iterable[CompanyCash], today: date) -> tuple[CompanyRunway, ...]:
    """The companies that the fund still holds or has to pay, the first to run out first, those without figures last."""
    told = latest(stated, today)
    found: dict[str, CompanyRunway] = {}
    for one in book.investments.values():
        if not one.committed_yen():
            continue
        # A payment that is stopped is not counted on.
        waiting = [part for part in one.tranches if part.drawn_on is None and not (part.cancelled_on or part.frozen_on)]
        before = found.get(one.proposal_id)
        days = [part.due for part in waiting] + ([before.next_on] if before and before.next_on else [])
        to_come_yen = sum(part.amount_yen for part in waiting) + (before.to_come_yen if before else 0)
        mine = told.get(one.proposal_id)
        found[one.proposal_id] = CompanyRunway(
            proposal_id=one.proposal_id,
            company=one.company,
            stated=mine,
            ends_on=mine.ends_on if mine else None,
            months=_months(today, mine.ends_on if mine else None),
            to_come_yen=to_come_yen,
            months_with_it=_months(today, mine.lasts_until(to_come_yen) if mine else None),
            next_on=min(days, default=None),
        )
    last = date.max
    return tuple(sorted(found.values(), key=lambda one: (one.stated is None, one.ends_on or last, one.company.en)))


def _months(today: date, until: date | None) -> Fraction | None:
    return None if until is None else months_between(today, until)

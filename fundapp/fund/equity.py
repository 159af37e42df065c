"""What is each partner's of the fund's net assets, and how it came about: the schedule of partners' equity.

The profit of each year of the fund falls to the partners by what each has paid in at its end, in whole yen by largest
remainder; what an earlier year gave stays. While nobody has paid in, it falls by the shares of the agreement.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from fundapp.basis.fact import Fact
from fundapp.basis.yen import Yen
from fundapp.fund.journal import DISTRIBUTED, PAID_IN_CAPITAL, RECEIVABLE
from fundapp.fund.partners import apportioned, commitments_yen
from fundapp.fund.statements import income
from fundapp.fund.terms import FundTerms
from fundapp.fund.turnover import Turnover

_PARTS = ("investment_result_yen", "fees_yen", "unrealised_yen")


class PartnerEquity(Fact):
    """One partner's equity from the beginning of a period to its end. `partner` counts from 1 in the terms."""

    partner: int
    commitment_yen: Yen
    called_yen: Yen
    """Called up to the end and not given back."""
    opening_yen: Yen
    paid_yen: Yen
    given_back_yen: Yen
    distributed_yen: Yen
    investment_result_yen: Yen
    fees_yen: Yen
    unrealised_yen: Yen
    paid_in_total_yen: Yen
    """Paid in since the beginning, less what was given back."""
    distributed_total_yen: Yen

    @property
    def unfunded_yen(self) -> int:
        """What can still be called."""
        return self.commitment_yen - self.called_yen

    @property
    def result_yen(self) -> int:
        """The partner's part of the profit of the period."""
        return self.investment_result_yen - self.fees_yen + self.unrealised_yen

    @property
    def closing_yen(self) -> int:
        """The partner's part of the net assets at the end."""
        return self.opening_yen + self.paid_yen - self.given_back_yen - self.distributed_yen + self.result_yen


def year_ends(terms: FundTerms, day: date) -> tuple[date, ...]:
    """The last days of the fund's years that are over before `day`."""
    return tuple(terms.last_day_of(n) for n in range(1, terms.year_of(day)))


def partner_equity(
    turnover: Turnover, terms: FundTerms, until: date, *, after: date | None
) -> tuple[PartnerEquity, ...]:
    """The equity of each partner in the order of the terms. Cuts needed: both days and the fund's years before them."""
    committed = commitments_yen(terms)
    opening = _shares(turnover, terms, after) if after else {}
    closing = _shares(turnover, terms, until)
    paid_before = _paid_in(turnover, after) if after else {}
    paid_in, calls = _paid_in(turnover, until), turnover.by_key(PAID_IN_CAPITAL, until)
    given_back = turnover.by_key(PAID_IN_CAPITAL, until, "capital_refunded", after=after)
    distributed = turnover.by_key(DISTRIBUTED, until)
    distributed_before = turnover.by_key(DISTRIBUTED, after) if after else {}
    found = []
    for number, commitment_yen in enumerate(committed, 1):
        key = str(number)
        parts = {name: closing.get((key, name), 0) - opening.get((key, name), 0) for name in _PARTS}
        kept_yen = sum(_signed(name) * opening.get((key, name), 0) for name in _PARTS)
        given_back_yen = given_back.get(key, 0)
        found.append(
            PartnerEquity(
                partner=number,
                commitment_yen=commitment_yen,
                called_yen=-calls.get(key, 0),
                opening_yen=paid_before.get(key, 0) - distributed_before.get(key, 0) + kept_yen,
                paid_yen=paid_in.get(key, 0) - paid_before.get(key, 0) + given_back_yen,
                given_back_yen=given_back_yen,
                distributed_yen=distributed.get(key, 0) - distributed_before.get(key, 0),
                paid_in_total_yen=paid_in.get(key, 0),
                distributed_total_yen=distributed.get(key, 0),
                **parts,
            )
        )
    return tuple(found)


def _signed(part: str) -> int:
    """Fees are told as what they cost."""
    return -1 if part == "fees_yen" else 1


def _paid_in(turnover: Turnover, day: date) -> dict[str, int]:
    """What each partner has paid in and was not given back."""
    found = Counter[str]()
    for account in (PAID_IN_CAPITAL, RECEIVABLE):
        found.subtract(turnover.by_key(account, day))
    return dict(found)


def _shares(turnover: Turnover, terms: FundTerms, day: date) -> dict[tuple[str, str], int]:
    """(partner, part of the profit) -> yen that have fallen to the partner up to a day, year by year."""
    found = Counter[tuple[str, str]]()
    began: date | None = None
    for end in (*year_ends(terms, day), day):
        year = income(turnover, end, after=began, since=None)
        weights = _weights(terms, _paid_in(turnover, end))
        for name in _PARTS:
            for number, yen in enumerate(_split(getattr(year, name), weights), 1):
                found[str(number), name] += yen
        began = end
    return dict(found)


def _weights(terms: FundTerms, paid_in: dict[str, int]) -> list[Fraction]:
    paid = [Fraction(max(0, paid_in.get(str(n), 0))) for n in range(1, len(terms.partners) + 1)]
    return paid if any(paid) else [partner.share for partner in terms.partners]


def _split(amount_yen: int, weights: Sequence[Fraction]) -> tuple[int, ...]:
    """A profit or a loss: the largest remainder is that of its size."""
    sign = -1 if amount_yen < 0 else 1
    return tuple(sign * part for part in apportioned(abs(amount_yen), weights))

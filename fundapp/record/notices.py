"""What a notice of a call or a distribution tells one partner (ILPA fields). Pure reading."""

from datetime import date
from fractions import Fraction
from typing import Any

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.yen import Yen
from fundapp.fund.journal import balances, distributed, paid_in
from fundapp.fund.partners import apportioned, commitments_yen
from fundapp.fund.terms import FundTerms
from fundapp.record.book import Book


class Standing(Fact):
    """A partner's account with the fund, before a notice and after it."""

    commitment_yen: Yen
    called_before_yen: Yen
    called_after_yen: Yen
    distributed_before_yen: Yen
    distributed_after_yen: Yen

    @property
    def unfunded_yen(self) -> int:
        """What can still be called from the partner."""
        return self.commitment_yen - self.called_after_yen


class Notice(Fact):
    """What every notice names."""

    fund: Bilingual
    general_partner: Bilingual
    partner: Text
    share: Fraction
    number: int
    recorded_seq: int
    """Place in the record of the event that the notice tells of."""
    on: date
    total_yen: Yen
    own_yen: Yen
    standing: Standing


class CallNotice(Notice):
    """A capital call to one partner. The two purposes add up to the partner's part."""

    due: date
    pay_to: Text
    for_investments_yen: Yen
    for_fees_yen: Yen
    own_for_investments_yen: Yen
    own_for_fees_yen: Yen


class DistributionNotice(Notice):
    """A distribution to one partner. Capital and gain add up to the partner's part."""

    what: Text
    capital_yen: Yen
    gain_yen: Yen
    own_capital_yen: Yen
    own_gain_yen: Yen


def entered_at(book: Book, of: str) -> int | None:
    """Place in the record of a call or a distribution; None when it is not there. A notice is read off that Book."""
    causes = ("capital_called", "distributed")
    return next((one.recorded_seq for one in book.entries if one.memo_ref == of and one.cause in causes), None)


def call_notice(book: Book, call_id: str, partner: int) -> CallNotice | None:
    """The notice of a call to a partner, counted from 1; None when there is none, or nothing was called from it.

    `book` stands at the call (`entered_at`).
    """
    call = book.calls.get(call_id)
    part = call.part(partner) if call else None
    if call is None or part is None or book.terms is None:
        return None
    own_fees_yen = apportioned(call.for_fees_yen, [Fraction(one.amount_yen) for one in call.parts])
    fees_yen = own_fees_yen[[one.partner for one in call.parts].index(partner)]
    return CallNotice(
        **_shared(book, book.terms, partner, book.seq),
        number=call.number,
        on=call.called_on,
        total_yen=call.amount_yen,
        own_yen=part.amount_yen,
        due=call.due,
        pay_to=call.pay_to,
        for_investments_yen=call.amount_yen - call.for_fees_yen,
        for_fees_yen=call.for_fees_yen,
        own_for_investments_yen=part.amount_yen - fees_yen,
        own_for_fees_yen=fees_yen,
    )


def distribution_notice(book: Book, distribution_id: str, partner: int) -> DistributionNotice | None:
    """The notice of a distribution to a partner; None when there is none, or the partner received nothing."""
    paid = book.distributions.get(distribution_id)
    if paid is None or book.terms is None:
        return None
    parts = {one.partner: one.amount_yen for one in paid.parts}
    if partner not in parts:
        return None
    capital_yen = dict(
        zip(parts, apportioned(paid.of_capital_yen, [Fraction(one) for one in parts.values()]), strict=True)
    )
    return DistributionNotice(
        **_shared(book, book.terms, partner, book.seq),
        number=paid.number,
        on=paid.on,
        total_yen=paid.amount_yen,
        own_yen=parts[partner],
        what=paid.what,
        capital_yen=paid.of_capital_yen,
        gain_yen=paid.amount_yen - paid.of_capital_yen,
        own_capital_yen=capital_yen[partner],
        own_gain_yen=parts[partner] - capital_yen[partner],
    )


def _shared(book: Book, terms: FundTerms, partner: int, seq: int) -> dict[str, Any]:
    """The partner's account before the event and right after it; the Book stands at the event."""
    before = balances(one for one in book.entries if one.recorded_seq < seq)
    after = book.balances
    own = terms.partners[partner - 1]
    return {
        "fund": terms.name,
        "general_partner": terms.general_partner,
        "partner": own.name,
        "share": own.share,
        "recorded_seq": seq,
        "standing": Standing(
            commitment_yen=commitments_yen(terms)[partner - 1],
            called_before_yen=-before.get(paid_in(partner), 0),
            called_after_yen=-after.get(paid_in(partner), 0),
            distributed_before_yen=before.get(distributed(partner), 0),
            distributed_after_yen=after.get(distributed(partner), 0),
        ),
    }

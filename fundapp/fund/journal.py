"""The journal: entries in three books, their accounts, and the balances that follow from them.

CAP is the fund's capital from commitment to deployment, LIM the use of the limits, GL the cash and the legal accounts.
An account's name begins with its book, so balances of all books share one mapping.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen

Book = Literal["CAP", "LIM", "GL"]
LimitKind = Literal["company", "sector", "early_stage", "year", "recycling"]
Balances = Mapping[str, int]
"""Account -> yen, debit positive. An account at zero is absent, so equal positions are equal mappings."""

LP_COMMITMENT = "CAP:LPCommitment"
INVESTABLE = "CAP:Investable"
FEE_RESERVE = "CAP:FeeReserve"
FEE_SPENT = "CAP:FeeSpent"
FOLLOW_ON = "CAP:FollowOn"
RESERVED = "CAP:Reserved"
COMMITTED = "CAP:Committed"
DEPLOYED = "CAP:Deployed"
RETURNED = "CAP:Returned"
PAID_OUT = "CAP:PaidOut"
LOST = "CAP:Lost"
BANK = "GL:Bank"
RECEIVABLE = "GL:Receivable"
PAID_IN_CAPITAL = "GL:PaidInCapital"
DISTRIBUTED = "GL:Distributed"
FEES = "GL:Fees"
INVESTMENT = "GL:Investment"
UNREALISED = "GL:Unrealised"
UNREALISED_RESULT = "GL:UnrealisedResult"
REALISED_RESULT = "GL:RealisedResult"
WRITTEN_OFF = "GL:WrittenOff"


def follow_on(company_id: str = "") -> str:
    """Follow-on reserve of one company; without a company, the part that is not yet meant for one."""
    return f"{FOLLOW_ON}:{company_id}"


def reserved(deal_id: str) -> str:
    """Capital that a resolution has reserved for a deal."""
    return f"{RESERVED}:{deal_id}"


def committed(deal_id: str, tranche: int) -> str:
    """Capital promised to a company by agreement in one tranche and not yet paid."""
    return f"{COMMITTED}:{deal_id}:{tranche}"


def deployed(deal_id: str, tranche: int) -> str:
    """Capital paid to a company in one tranche."""
    return f"{DEPLOYED}:{deal_id}:{tranche}"


def used(kind: LimitKind, key: str = "") -> str:
    """Use of one limit: of a company, a sector, a year of the fund, or (without a key) early stage or recycling."""
    return f"LIM:Used:{kind}:{key}"


def room(kind: LimitKind, key: str = "") -> str:
    """Counterpart of `used`: what has been taken out of the limit's room."""
    return f"LIM:Room:{kind}:{key}"


def lost(deal_id: str) -> str:
    """Capital of one deal that was written off."""
    return f"{LOST}:{deal_id}"


def investment(deal_id: str) -> str:
    """Investment of one deal at cost."""
    return f"{INVESTMENT}:{deal_id}"


def unrealised(deal_id: str) -> str:
    """What the fair value of one deal is above its cost; negative when it is below."""
    return f"{UNREALISED}:{deal_id}"


def unrealised_result(deal_id: str) -> str:
    """The unrealised gain (credit) or loss (debit) of one deal, in a line of its own."""
    return f"{UNREALISED_RESULT}:{deal_id}"


def realised_result(deal_id: str) -> str:
    """The gain (credit) or loss (debit) of what was sold of one deal."""
    return f"{REALISED_RESULT}:{deal_id}"


def written_off(deal_id: str) -> str:
    """The loss of what was written off of one deal."""
    return f"{WRITTEN_OFF}:{deal_id}"


def receivable(partner: int) -> str:
    """Called from a partner, counted from 1 in the terms, and not yet paid in."""
    return f"{RECEIVABLE}:{partner}"


def paid_in(partner: int) -> str:
    """Capital of a partner: called, paid or not, and not given back."""
    return f"{PAID_IN_CAPITAL}:{partner}"


def distributed(partner: int) -> str:
    """What a partner has received in distributions."""
    return f"{DISTRIBUTED}:{partner}"


class Posting(Fact):
    """One leg of an entry: debit positive, credit negative."""

    account: Text
    amount_yen: Yen


class Recorded(Fact):
    """Where an entry stands: the day on which it takes effect, the event that recorded it, the paper behind it."""

    effective: date
    recorded_seq: int
    memo_ref: Text = ""


class JournalEntry(Fact):
    """One entry of one book; its legs sum to zero. ValidationError when they do not, or when a leg is of another."""

    book: Book
    cause: Text
    effective: date
    recorded_seq: int
    memo_ref: Text
    postings: tuple[Posting, ...]

    @model_validator(mode="after")
    def _in_balance(self) -> Self:
        if sum(posting.amount_yen for posting in self.postings) != 0:
            raise ValueError("the legs of an entry sum to zero")
        if any(not posting.account.startswith(f"{self.book}:") for posting in self.postings):
            raise ValueError("the legs of an entry are of one book")
        return self


def reverse(entry: JournalEntry, *, at: Recorded) -> JournalEntry:
    """The exact negation of `entry`, recorded by an event of its own."""
    negated = tuple(Posting(account=leg.account, amount_yen=-leg.amount_yen) for leg in entry.postings)
    return JournalEntry(book=entry.book, cause="reversal", postings=negated, **dict(at))


def post(balances: dict[str, int], entries: Iterable[JournalEntry]) -> None:
    """Carry `entries` into `balances`."""
    for entry in entries:
        for posting in entry.postings:
            total = balances.get(posting.account, 0) + posting.amount_yen
            if total:
                balances[posting.account] = total
            else:
                balances.pop(posting.account, None)


def balances(entries: Iterable[JournalEntry]) -> dict[str, int]:
    """The balances after `entries`, in whatever order they come."""
    totals: dict[str, int] = {}
    post(totals, entries)
    return totals


def balance_on(entries: Iterable[JournalEntry], account: str, day: date) -> int:
    """The balance of an account at the end of a day in yen, by effective dates."""
    return sum(
        leg.amount_yen
        for entry in entries
        if entry.effective <= day
        for leg in entry.postings
        if leg.account == account
    )


def below(balances: Balances, parent: str) -> dict[str, int]:
    """Balances of the accounts under `parent`, by the rest of their names."""
    prefix = f"{parent}:"
    return {account[len(prefix) :]: yen for account, yen in balances.items() if account.startswith(prefix)}


def total(balances: Balances, parent: str) -> int:
    """Sum in yen of the accounts under `parent`."""
    return sum(below(balances, parent).values())

"""What a command would do to the fund's money, before it is sent: the entries, and the figures after them. Pure."""

from datetime import datetime

from fundapp.basis.days import day_of
from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.fund.figures import FundFigures, figures
from fundapp.fund.terms import FundTerms
from fundapp.record.book import Book, Item
from fundapp.record.brought import Brought
from fundapp.record.commands import Command
from fundapp.record.decide import decide
from fundapp.record.event import Event, Recorded
from fundapp.record.fold import fold
from fundapp.record.fund_events import FundEstablished
from fundapp.record.ledger import LedgerRow, ledger_rows
from fundapp.record.reserving import reserved_for
from fundapp.record.timing import due


class Foreseen(Fact):
    """The journal's postings that a command would make, and the fund's figures without and with them."""

    postings: tuple[LedgerRow, ...]
    before: FundFigures
    after: FundFigures


def foresee(book: Book, command: Command, actor: Actor, now: datetime) -> Foreseen | Refusal:
    """The command carried out on a copy of the Book as its reader sees it; the desk decides again when it is sent."""
    book = _folded(book, due(book, now), now)
    decision = decide(book, command, actor, now, Brought(seal=lambda text: text))
    return decision if isinstance(decision, Refusal) else _foreseen(book, decision, now)


def foresee_approval(book: Book, item: Item, amount_yen: int, now: datetime) -> Foreseen:
    """What approving a frozen item with this amount would enter, whether it fits or not."""
    return _foreseen(book, (reserved_for(book, item, amount_yen, f"r-{item.id}", day_of(now)),), now)


def foresee_fund(terms: FundTerms, now: datetime) -> tuple[LedgerRow, ...]:
    """The first postings of a fund with these terms."""
    book = _folded(Book(), (FundEstablished(terms=terms, on=day_of(now)),), now)
    return ledger_rows(book, book.entries)


def _foreseen(book: Book, events: tuple[Event, ...], now: datetime) -> Foreseen:
    after = _folded(book, events, now)
    assert book.terms is not None, "there is money to foresee once the fund is established"
    assert after.terms is not None, "a fund that is established stays so"
    return Foreseen(
        postings=ledger_rows(after, after.entries[len(book.entries) :]),
        before=figures(book.terms, book.balances),
        # A commitment that is added makes the fund itself larger.
        after=figures(after.terms, after.balances),
    )


def _folded(book: Book, events: tuple[Event, ...], now: datetime) -> Book:
    places = range(book.seq + 1, book.seq + 1 + len(events))
    return fold(
        book, (Recorded(seq=n, at=now, actor="", hash="", event=one) for n, one in zip(places, events, strict=True))
    )

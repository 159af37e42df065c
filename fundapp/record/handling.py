"""What the handlers of fold share."""

from collections.abc import Callable
from typing import Any, TypeVar

from fundapp.basis.fact import Fact
from fundapp.record.book import Book, Investment

Handler = Callable[[Book, Any, Any], None]
F = TypeVar("F", bound=Fact)


def changed(fact: F, **change: Any) -> F:
    """The fact with some fields changed. The values come from events, which were validated when they were made."""
    return fact.model_copy(update=change)


def change_tranche(book: Book, investment_id: str, number: int, **change: Any) -> Investment:
    """Change one tranche of an investment; the investment as it was."""
    investment = book.investments[investment_id]
    tranches = tuple(changed(one, **change) if one.number == number else one for one in investment.tranches)
    book.investments[investment.id] = changed(investment, tranches=tranches)
    return investment

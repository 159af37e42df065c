"""What the handlers of fold share."""

from collections.abc import Callable
from typing import Any, TypeVar

from fundapp.basis.fact import Fact
from fundapp.record.book import Book

Handler = Callable[[Book, Any, Any], None]
F = TypeVar("F", bound=Fact)


def changed(fact: F, **change: Any) -> F:
    """The fact with some fields changed. The values come from events, which were validated when they were made."""
    return fact.model_copy(update=change)

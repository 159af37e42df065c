"""Lifting old events to today's shape, one pure step per schema number."""

from collections.abc import Callable, Mapping
from typing import Any

Body = dict[str, Any]
UPCASTERS: Mapping[tuple[str, int], Callable[[Body], Body]] = {}
"""(kind, schema number) -> the step to the next number. A released shape never changes without a step here."""


def lifted(kind: str, schema_number: int, today: int, body: Body) -> Body:
    """The body of an event as today's version reads it. KeyError for a shape from a newer version."""
    while schema_number != today:
        body = UPCASTERS[kind, schema_number](body)
        schema_number += 1
    return body

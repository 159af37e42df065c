"""Lifting old events to today's shape, one pure step per schema number."""

from collections.abc import Callable, Mapping
from typing import Any

Body = dict[str, Any]
Step = Callable[[Body], Body]
UPCASTERS: Mapping[tuple[str, int], Step] = {}
"""(kind, schema number) -> the step to the next number. A released shape never changes without a step here."""


def lifted(
    kind: str, schema_number: int, today: int, body: Body, steps: Mapping[tuple[str, int], Step] = UPCASTERS
) -> Body:
    """The body of an event as today's version reads it: one step after the other from its own number to `today`.

    The given body stays as it was. KeyError when a step is missing, which a test rules out for every kind.
    """
    assert schema_number <= today, "a newer shape cannot be read by an older version"
    for number in range(schema_number, today):
        body = steps[kind, number](body)
    return body

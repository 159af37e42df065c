"""How fast requests may come: so many in a while from one source, in this process."""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from time import monotonic

MOST_SOURCES = 10_000
"""Sources remembered; the one heard of longest ago is forgotten first."""


class Pace:
    """At most `most` calls within `seconds` for each source."""

    def __init__(self, most: int, seconds: float, *, clock: Callable[[], float] = monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._guard = threading.Lock()
        self._heard: OrderedDict[str, deque[float]] = OrderedDict()

    def allows(self, source: str) -> bool:
        """True when the source may still; the call is counted."""
        return self._look(source, count=True)

    def is_spent(self, source: str) -> bool:
        """True when the source may not any more; nothing is counted."""
        return not self._look(source, count=False)

    def _look(self, source: str, *, count: bool) -> bool:
        now = self._clock()
        with self._guard:
            times = self._heard.pop(source, None) or deque()
            while times and times[0] <= now - self._seconds:
                times.popleft()
            allowed = len(times) < self._most
            if allowed and count:
                times.append(now)
            if times:
                self._heard[source] = times
            while len(self._heard) > MOST_SOURCES:
                self._heard.popitem(last=False)
            return allowed

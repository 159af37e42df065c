"""Indexes that were taken in, to compare the fund's flows with."""

from fundapp.basis.fact import Fact, Text
from fundapp.fund.returns import IndexLevel


class MarketIndex(Fact):
    """An index by its name, with its levels by day. Taken in again under the same name it takes the old one's place."""

    name: Text
    source: Text
    """Where the levels are from, and whether dividends are in them."""
    levels: tuple[IndexLevel, ...]

    def __hash__(self) -> int:
        """Without the levels: thousands of them would be walked at every look-up. Equality compares them all."""
        return hash((self.name, self.source, len(self.levels)))

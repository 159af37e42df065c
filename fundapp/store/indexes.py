"""Reading the indexes that were taken in: thousands of levels, made into facts once for each content."""

from functools import lru_cache

from fundapp.fund.market_index import MarketIndex
from fundapp.store.connection import Connection
from fundapp.store.history import Value
from fundapp.store.tables import INDEXES

MOST = 16
"""Indexes that are kept made; a fund compares itself with few."""


def read_indexes(connection: Connection, fund: str) -> tuple[MarketIndex, ...]:
    """The indexes of a fund, by name."""
    return tuple(_made(tuple(row.values())) for row in INDEXES.rows(connection, fund))


@lru_cache(MOST)
def _made(cells: tuple[Value, ...]) -> MarketIndex:
    return INDEXES.fact(dict(zip(INDEXES.names, cells, strict=True)))

"""Orders that take in figures from outside: what companies tell of their cash, and the levels of an index."""

from fundapp.fund.company_cash import CompanyCash
from fundapp.fund.market_index import MarketIndex
from fundapp.record.command import RegisterCommand


class RecordCompanyCash(RegisterCommand):
    """What companies held on a day and use up in a month. Earlier statements stay."""

    stated: tuple[CompanyCash, ...]


class ImportIndex(RegisterCommand):
    """The levels of an index, in the place of those under the same name."""

    index: MarketIndex

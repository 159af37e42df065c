"""Where each deal stands: reserved, promised in tranches, paid."""

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen
from fundapp.fund.journal import COMMITTED, DEPLOYED, RESERVED, Balances, below


class TranchePosition(Fact):
    """One tranche of a deal: what is promised and not yet paid, and what is paid."""

    number: int
    undrawn_yen: Yen
    drawn_yen: Yen


class DealPosition(Fact):
    """One deal of the fund. A tranche that was cancelled unpaid no longer appears."""

    deal_id: Text
    reserved_yen: Yen
    tranches: tuple[TranchePosition, ...]

    @property
    def drawn_yen(self) -> int:
        """What has been paid to the company."""
        return sum(tranche.drawn_yen for tranche in self.tranches)

    @property
    def undrawn_yen(self) -> int:
        """What the agreement promises and the fund has not paid yet."""
        return sum(tranche.undrawn_yen for tranche in self.tranches)

    @property
    def committed_yen(self) -> int:
        """The investment commitment in force: drawn and undrawn."""
        return self.drawn_yen + self.undrawn_yen


def _by_tranche(balances: Balances, parent: str) -> dict[tuple[str, int], int]:
    found: dict[tuple[str, int], int] = {}
    for name, amount_yen in below(balances, parent).items():
        deal_id, _colon, number = name.rpartition(":")
        found[deal_id, int(number)] = amount_yen
    return found


def positions(balances: Balances) -> tuple[DealPosition, ...]:
    """All deals that hold the fund's capital, by id."""
    reservations = below(balances, RESERVED)
    undrawn = _by_tranche(balances, COMMITTED)
    drawn = _by_tranche(balances, DEPLOYED)
    tranches = sorted(undrawn.keys() | drawn.keys())
    return tuple(
        DealPosition(
            deal_id=deal,
            reserved_yen=reservations.get(deal, 0),
            tranches=tuple(
                TranchePosition(number=key[1], undrawn_yen=undrawn.get(key, 0), drawn_yen=drawn.get(key, 0))
                for key in tranches
                if key[0] == deal
            ),
        )
        for deal in sorted(reservations.keys() | {deal_id for deal_id, _number in tranches})
    )

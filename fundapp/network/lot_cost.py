"""What an offer costs for a number of pieces: the price of its tier, its least order, and its tools."""

from fractions import Fraction

from fundapp.network.offer import Offer


def lot_cost_yen(offer: Offer, pieces: Fraction) -> Fraction | None:
    """The whole lot's cost in yen, exactly; None without a price. What is ordered for the least order is paid for."""
    ordered = max(pieces, Fraction(offer.least_order or 0))
    reached = [tier for tier in offer.tiers if tier.pieces <= ordered]
    price = max(reached, key=lambda tier: tier.pieces).unit_price_yen if reached else offer.unit_price_yen
    return None if price is None else price * ordered + (offer.set_up_yen or 0)

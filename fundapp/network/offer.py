"""Offers: dated statements by providers. A newer offer replaces an older one; nothing is edited."""

from datetime import date
from typing import Literal

from pydantic import Field

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import AmountYen, Yen

Rung = int
"""The commitment ladder: 0 none, 1 candidate, 2 contacted, 3 hand raised, 4 written offer, 5 contract or capacity."""

HAND_RAISED, WRITTEN, CONTRACTED = 3, 4, 5


class PriceTier(Fact):
    """From this many pieces on, one piece costs so much."""

    pieces: int = Field(gt=0)
    unit_price_yen: AmountYen


class Offer(Fact):
    """One provider's statement on one line. Rung 3 is a raised hand and may lack a price and a lead time.

    One that answers an inquiry names it and the member; on rung 0 the member cannot supply the line.
    """

    id: Text
    proposal_id: Text
    bill_revision: Text
    line_id: Text
    provider: Text
    person: Text = ""
    rung: int = Field(ge=0, le=5)
    dated: date
    expires: date | None = None
    unit_price_yen: Yen | None = None
    lot: int | None = None
    lead_time_days: int | None = Field(default=None, ge=0)
    nda_signed: bool = False
    received_by: Literal["form", "table", "phone", "fax", "paper", "link"] = "table"
    withdrawn_on: date | None = None
    inquiry_id: Text = ""
    member_id: Text = ""
    answered_at: Instant | None = None
    """When the member answered the inquiry: of several answers to one line the last one counts."""
    on_conditions: bool = False
    condition: Text = ""
    """The conditions in the member's words, if it gave any."""
    least_order: int | None = None
    """Pieces below which the provider does not begin."""
    set_up_yen: Yen | None = None
    """Tools and preparation, once, besides the price a piece."""
    hours: int | None = None
    """Working hours that the whole lot takes of the provider."""
    tiers: tuple[PriceTier, ...] = ()

"""Offers: dated statements by providers. A newer offer replaces an older one; nothing is edited."""

from datetime import date
from typing import Literal

from pydantic import Field

from fundapp.basis.fact import Fact, Text
from fundapp.basis.yen import Yen

Rung = int
"""The commitment ladder: 0 none, 1 candidate, 2 contacted, 3 hand raised, 4 written offer, 5 contract or capacity."""

HAND_RAISED, WRITTEN, CONTRACTED = 3, 4, 5


class Offer(Fact):
    """One provider's statement on one line. Rung 3 is a raised hand and may lack a price and a lead time."""

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
    received_by: Literal["form", "table", "phone", "fax", "paper"] = "table"
    withdrawn_on: date | None = None

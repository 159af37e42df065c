"""How each offer counts, and if not, why: what a person asks first who has recorded a quote and sees no change."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from fundapp.network.bill import Bill
from fundapp.network.offer import HAND_RAISED, WRITTEN, Offer
from fundapp.network.sourcing import last_answers, latest_said, needs_nda, provider_key

OfferStanding = Literal[
    "source",
    "hand",
    "no_lot",
    "no_nda",
    "withdrawn",
    "expired",
    "lot_too_small",
    "replaced",
    "low_rung",
    "cannot",
    "not_yet",
    "other_revision",
    "line_gone",
]

SOURCE: OfferStanding = "source"
AS_HANDS: frozenset[OfferStanding] = frozenset({"hand", "no_lot", "no_nda"})
"""A written offer without its lot or without the NDA that its line needs counts as a raised hand."""


def offer_standings(bill: Bill, offers: Sequence[Offer], as_of: date) -> dict[str, OfferStanding]:
    """How each offer counts on a day, by its id: as `sourcing` counts it, with the first reason where it does not."""
    lines = {line.id: line for line in bill.sourcing_lines()}
    standings: dict[str, OfferStanding] = {}
    said = []
    unchanged = {offer.id for offer in last_answers(offers)}
    for offer in offers:
        if offer.bill_revision != bill.revision:
            standings[offer.id] = "other_revision"
        elif offer.line_id not in lines:
            standings[offer.id] = "line_gone"
        elif offer.dated > as_of:
            standings[offer.id] = "not_yet"
        elif offer.id not in unchanged:
            standings[offer.id] = "replaced"
        elif offer.answered_at is not None and offer.rung == 0:
            standings[offer.id] = "cannot"
        elif offer.rung < HAND_RAISED or not provider_key(offer.provider):
            standings[offer.id] = "low_rung"
        else:
            said.append(offer)
    latest = {offer.id for offer in latest_said(said)}
    for offer in said:
        nda_missing = needs_nda(lines[offer.line_id]) and not offer.nda_signed
        standings[offer.id] = _standing(
            offer, bill.lot, as_of, replaced=offer.id not in latest, nda_missing=nda_missing
        )
    return standings


def _standing(offer: Offer, lot: int, as_of: date, *, replaced: bool, nda_missing: bool) -> OfferStanding:
    if offer.withdrawn_on is not None and offer.withdrawn_on <= as_of:
        return "withdrawn"
    if replaced:
        return "replaced"
    if offer.expires is not None and offer.expires < as_of:
        return "expired"
    if offer.lot is not None and offer.lot < lot:
        return "lot_too_small"
    if offer.rung < WRITTEN:
        return "hand"
    if offer.lot is None:
        return "no_lot"
    return "no_nda" if nda_missing else SOURCE

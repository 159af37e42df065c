"""Offers on which a proposal relied and which hold no more: run out, withdrawn, or made for an earlier bill."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from fundapp.basis.fact import Fact, Text
from fundapp.network.bill import Bill
from fundapp.network.offer import HAND_RAISED, WRITTEN, Offer
from fundapp.network.offer_standing import AS_HANDS, SOURCE, OfferStanding, offer_standings
from fundapp.network.sourcing import last_answers, latest_said, provider_key

NEWS = timedelta(days=14)
"""So long the end of an offer is told although others stand behind its line."""


class OffersLost(Fact):
    """What a proposal has lost. It is empty again once others, or the same providers anew, stand behind its lines."""

    expired: int = 0
    expired_since: date | None = None
    """The last day of the first of them."""
    withdrawn: int = 0
    withdrawn_since: date | None = None
    outdated: int = 0
    """Offers for an earlier revision, by providers who have not spoken of the one in force, while lines are open."""
    revision: Text = ""
    line_ids: tuple[Text, ...] = ()
    """Lines whose offer ran out or was withdrawn, in the order of the bill."""
    identities: tuple[Text, ...] = ()
    """The same parts by their identity over the revisions, where it is known."""

    def anything(self) -> bool:
        """True when there is something to tell."""
        return bool(self.expired or self.withdrawn or self.outdated)


def offers_lost(bill: Bill, offers: Sequence[Offer], as_of: date, chosen: Collection[str] = ()) -> OffersLost:
    """What was lost by this day. `chosen` are the ids of the offers that the plan in force rests on."""
    standings = offer_standings(bill, offers, as_of)
    ended = tuple(_ended(offers, standings, as_of, frozenset(chosen)))
    expired = [(offer, on) for offer, on in ended if standings[offer.id] == "expired"]
    withdrawn = [(offer, on) for offer, on in ended if standings[offer.id] == "withdrawn"]
    ids = {offer.line_id for offer, _on in ended}
    lines = [line for line in bill.sourcing_lines() if line.id in ids]
    return OffersLost(
        expired=len(expired),
        expired_since=min((on for _offer, on in expired), default=None),
        withdrawn=len(withdrawn),
        withdrawn_since=min((on for _offer, on in withdrawn), default=None),
        outdated=_outdated(bill, offers, standings, as_of),
        revision=bill.revision,
        line_ids=tuple(line.id for line in lines),
        identities=tuple(line.identity for line in lines if line.identity),
    )


def _ended(
    offers: Sequence[Offer], standings: dict[str, OfferStanding], as_of: date, chosen: frozenset[str]
) -> Iterator[tuple[Offer, date]]:
    """The offers and hands that ended and are missed, each with its day."""
    written = {(one.line_id, provider_key(one.provider)) for one in offers if standings[one.id] == SOURCE}
    backed = written | {(one.line_id, provider_key(one.provider)) for one in offers if standings[one.id] in AS_HANDS}
    lines_of = {True: {line for line, _provider in written}, False: {line for line, _provider in backed}}
    # Several prices of one provider for one line are one offer that ends.
    told: set[tuple[str, str]] = set()
    for offer in sorted(offers, key=lambda one: (one.withdrawn_on or one.expires or date.max, one.id)):
        on = {"expired": offer.expires, "withdrawn": offer.withdrawn_on}.get(standings[offer.id])
        if on is None or offer.rung < HAND_RAISED:
            continue
        firm, own = offer.rung >= WRITTEN, (offer.line_id, provider_key(offer.provider))
        missed = offer.line_id not in lines_of[firm]
        if (
            own not in told
            and own not in (written if firm else backed)
            and (missed or offer.id in chosen or as_of - on <= NEWS)
        ):
            told.add(own)
            yield offer, on


def _outdated(bill: Bill, offers: Sequence[Offer], standings: dict[str, OfferStanding], as_of: date) -> int:
    """Offers that would still hold for an earlier revision; 0 when every line of this one has a valid offer."""
    covered = {one.line_id for one in offers if standings[one.id] == SOURCE}
    if all(line.id in covered for line in bill.sourcing_lines()):
        return 0
    spoke = {provider_key(one.provider) for one in offers if one.bill_revision == bill.revision}
    earlier = [one for one in offers if one.bill_revision != bill.revision and one.rung >= HAND_RAISED]
    return sum(
        provider_key(one.provider) not in spoke
        and (one.expires is None or one.expires >= as_of)
        and one.withdrawn_on is None
        for one in latest_said(last_answers(earlier))
    )

"""Which offers stand behind which line: valid sources, raised hands, and the offer that the figures rest on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.columns import plain
from fundapp.network.lot_cost import lot_cost_yen
from fundapp.network.offer import HAND_RAISED, WRITTEN, Offer


class SourcingRules(Fact):
    """What the rubric says of lines without an offer and of providers without a record of lateness."""

    uncovered_cost_factor: Ratio
    imputed_lateness_factor: Ratio
    imputed_lead_time_days: tuple[tuple[Text, int], ...]
    """(kind of line, days) for a line without a valid offer. All kinds are there: the rubric is refused otherwise."""

    def imputed_days(self, kind: LineKind) -> int:
        """Days that a line of this kind takes as long as nobody has said. KeyError when the rubric leaves it out."""
        return dict(self.imputed_lead_time_days)[kind]

    def latest_days(self, bill: Bill, line: Line) -> int:
        """The longest stated lead time with which the line is there in time for its assembly and the final one."""
        return int((bill.plan_days - days_after(bill, line)) // self.imputed_lateness_factor)


@dataclass(frozen=True, slots=True)
class LineSourcing:
    """How one line stands. A source is a provider with a valid offer; a hand is a provider who has only raised one."""

    line: Line
    sources: frozenset[str]
    hands: frozenset[str]
    selected: Offer | None
    lead_time_days: Fraction
    imputed: bool
    """The lead time follows from the kind of line: no selected offer states one."""
    finish_days: Fraction
    """Lead time, then its assembly, then the final assembly: when a product that waits for this line is there."""
    target_yen: Fraction | None
    """Target cost of the line for the whole lot, exactly; None when no target was set."""
    selected_yen: Fraction | None
    """The selected offer's price for the whole lot, exactly; None without a priced offer."""

    def backers(self, *, with_hands: bool) -> frozenset[str]:
        """The providers that count as sources in one of the two ways of counting."""
        return self.sources | self.hands if with_hands else self.sources


@lru_cache(maxsize=10_000)
def provider_key(name: str) -> str:
    """One company has one key, however its name is spaced or which width it is typed in; empty when nobody is named."""
    return plain(name).replace(" ", "")


def _stands(offer: Offer, bill: Bill, as_of: date) -> bool:
    """Neither expired nor withdrawn on the day, and not for a smaller lot."""
    return (
        (offer.expires is None or offer.expires >= as_of)
        and (offer.withdrawn_on is None or offer.withdrawn_on > as_of)
        and (offer.lot is None or offer.lot >= bill.lot)
    )


def needs_nda(line: Line) -> bool:
    """True when an offer says nothing before the drawings are out, which they are only under an NDA."""
    return line.kind is LineKind.MADE_TO_DRAWING


def _is_source(offer: Offer, line: Line) -> bool:
    """In writing, for a stated lot, and under an NDA where the line needs one."""
    return offer.rung >= WRITTEN and offer.lot is not None and (offer.nda_signed or not needs_nda(line))


def last_answers(offers: Iterable[Offer]) -> list[Offer]:
    """Without the answers to an inquiry that the same member has changed since: the last one on a line counts.

    It counts also when it takes back what was offered before, a price or a hand.
    """
    given = list(offers)
    last: dict[tuple[str, str, str], tuple[datetime, str]] = {}
    for offer in given:
        if offer.answered_at is not None:
            key = (offer.inquiry_id, offer.line_id, offer.member_id)
            last[key] = max(last.get(key, (offer.answered_at, offer.id)), (offer.answered_at, offer.id))
    return [
        offer
        for offer in given
        if offer.answered_at is None
        or last[offer.inquiry_id, offer.line_id, offer.member_id] == (offer.answered_at, offer.id)
    ]


def latest_said(offers: Iterable[Offer]) -> list[Offer]:
    """Without the offers that a newer one of the same provider on the same line has replaced, valid or not.

    A raised hand never replaces a written offer. Offers of the same day stand side by side: they are prices for lots.
    """
    newest: dict[tuple[str, str, bool], date] = {}
    for offer in offers:
        for written in {offer.rung >= WRITTEN, False}:
            key = (offer.line_id, provider_key(offer.provider), written)
            newest[key] = max(newest.get(key, date.min), offer.dated)
    return [
        offer
        for offer in offers
        if offer.dated == newest[offer.line_id, provider_key(offer.provider), offer.rung >= WRITTEN]
    ]


def _preference(
    offer: Offer, latest_days: int, pieces: Fraction
) -> tuple[int, Fraction | int, Fraction | int, str, str]:
    """Sort key of the selection: the cheapest that is in time, else the earliest; a stated price before none.

    `latest_days` is the longest stated lead time that still meets the line's need date; the lot has so many `pieces`.
    """
    price, lead = lot_cost_yen(offer, pieces), offer.lead_time_days
    tie = (provider_key(offer.provider), offer.id)
    if price is None:
        return (4, 0, 0, *tie) if lead is None else (3, lead, 0, *tie)
    if lead is None:
        return (2, price, 0, *tie)
    return (0, price, lead, *tie) if lead <= latest_days else (1, lead, price, *tie)


def days_after(bill: Bill, line: Line) -> int:
    """Days of work once the line is there: its assembly, then the final assembly."""
    return next((one.days for one in bill.assemblies if one.name == line.assembly), 0) + bill.final_assembly_days


def valid_offers(bill: Bill, offers: Iterable[Offer], as_of: date) -> dict[str, list[Offer]]:
    """The offers of each line that are sources on a day."""
    standing = _standing(bill, offers, as_of)
    return {line.id: [one for one in standing[line.id] if _is_source(one, line)] for line in bill.sourcing_lines()}


def sourcing(
    bill: Bill,
    offers: Iterable[Offer],
    as_of: date,
    rules: SourcingRules,
    chosen: Mapping[str, str] = MappingProxyType({}),
) -> tuple[LineSourcing, ...]:
    """Every line that comes from outside with its sources, hands and selected offer, in the order of the bill.

    `chosen` are the offers of the plan in force, by line. Where such an offer no longer counts, the rule selects.
    """
    standing = _standing(bill, offers, as_of)
    return tuple(
        _sourced(line, standing[line.id], bill, rules, chosen.get(line.id, "")) for line in bill.sourcing_lines()
    )


def _standing(bill: Bill, offers: Iterable[Offer], as_of: date) -> defaultdict[str, list[Offer]]:
    """What providers say now of each line: written offers and raised hands."""
    said = [
        offer
        for offer in offers
        if offer.bill_revision == bill.revision and offer.dated <= as_of and provider_key(offer.provider)
    ]
    standing: defaultdict[str, list[Offer]] = defaultdict(list)
    for offer in latest_said([offer for offer in last_answers(said) if offer.rung >= HAND_RAISED]):
        if _stands(offer, bill, as_of):
            standing[offer.line_id].append(offer)
    return standing


def _sourced(line: Line, standing: list[Offer], bill: Bill, rules: SourcingRules, chosen: str) -> LineSourcing:
    valid = [offer for offer in standing if _is_source(offer, line)]
    sources = frozenset(provider_key(offer.provider) for offer in valid)
    latest_days = rules.latest_days(bill, line)
    by_plan = next((offer for offer in valid if offer.id == chosen), None)
    pieces = line.quantity * bill.lot
    selected = by_plan or min(valid, key=lambda offer: _preference(offer, latest_days, pieces), default=None)
    stated = selected.lead_time_days if selected else None
    lead = Fraction(rules.imputed_days(line.kind)) if stated is None else stated * rules.imputed_lateness_factor
    target = line.target_unit_cost_yen
    return LineSourcing(
        line=line,
        sources=sources,
        hands=frozenset(provider_key(offer.provider) for offer in standing) - sources,
        selected=selected,
        lead_time_days=lead,
        imputed=stated is None,
        finish_days=lead + days_after(bill, line),
        target_yen=None if target is None else target * pieces,
        selected_yen=lot_cost_yen(selected, pieces) if selected else None,
    )

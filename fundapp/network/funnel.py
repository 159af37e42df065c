"""How far an inquiry came: told, able, hands, quotes, chosen; and how reliably each member answers."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from fundapp.basis.fact import Fact, Ratio
from fundapp.network.inquiry import Inquiry, Outcome, Recipient
from fundapp.network.offer import HAND_RAISED, WRITTEN, Offer
from fundapp.network.sourcing import last_answers


class Funnel(Fact):
    """Members at each step of an inquiry. A later step counts some of those of the step before."""

    notified: int
    capable: int
    hands: int
    quotes: int
    selected: int


def funnel(recipients: Iterable[Recipient], offers: Iterable[Offer], selected: frozenset[str]) -> Funnel:
    """The funnel of one inquiry. `offers` are the answers to it; `selected` are the ids of chosen offers."""
    told = tuple(recipients)
    standing = last_answers(offers)
    hands = {offer.member_id for offer in standing if offer.rung >= HAND_RAISED}
    quotes = {offer.member_id for offer in standing if offer.rung >= WRITTEN}
    return Funnel(
        notified=len(told),
        # Who raised a hand has shown to be able, whatever the directory knew before.
        capable=len({one.member_id for one in told if one.matched} | hands),
        hands=len(hands),
        quotes=len(quotes),
        selected=len({offer.member_id for offer in standing if offer.id in selected}),
    )


class Answering(Fact):
    """How one member has answered so far: inquiries it was asked in, answered (all in time: later ones are not taken),
    answered without a reminder, quoted in, and was chosen in.
    """

    member_id: str
    asked: int
    answered: int
    unreminded: int
    quoted: int
    chosen: int

    def rate(self) -> Ratio | None:
        """Answered of asked; None when never asked."""
        return Fraction(self.answered, self.asked) if self.asked else None


def answering(
    inquiries: Iterable[Inquiry], recipients: Iterable[Recipient], offers: Iterable[Offer], outcomes: Iterable[Outcome]
) -> dict[str, Answering]:
    """The record of every member that was asked, over these inquiries, whose answers are open."""
    counted = {one.id for one in inquiries}
    asked: defaultdict[str, set[str]] = defaultdict(set)
    answered: defaultdict[str, set[str]] = defaultdict(set)
    quoted: defaultdict[str, set[str]] = defaultdict(set)
    chosen: defaultdict[str, set[str]] = defaultdict(set)
    reminded = set[tuple[str, str]]()
    for one in recipients:
        if one.inquiry_id in counted:
            asked[one.member_id].add(one.inquiry_id)
            if one.reminders:
                reminded.add((one.member_id, one.inquiry_id))
    for offer in offers:
        if offer.inquiry_id in counted:
            answered[offer.member_id].add(offer.inquiry_id)
            if offer.rung >= WRITTEN:
                quoted[offer.member_id].add(offer.inquiry_id)
    for outcome in outcomes:
        if outcome.inquiry_id in counted and outcome.reason == "chosen":
            chosen[outcome.member_id].add(outcome.inquiry_id)
    return {
        member: Answering(
            member_id=member,
            asked=len(asked[member]),
            answered=len(answered[member]),
            unreminded=sum((member, one) not in reminded for one in answered[member]),
            quoted=len(quoted[member]),
            chosen=len(chosen[member]),
        )
        for member in asked
    }

"""From what a member says to dated offers, and back: what stands, and what became of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from fundapp.basis.days import day_of
from fundapp.network.bill import Bill, Line
from fundapp.network.inquiry import Inquiry, LineAnswer, Outcome, Reason, Recipient, Verdict
from fundapp.network.member import Member
from fundapp.network.offer import HAND_RAISED, WRITTEN, Offer
from fundapp.network.offer_standing import SOURCE, OfferStanding
from fundapp.network.sourcing import last_answers, needs_nda

CANNOT = 0
_STEP = timedelta(microseconds=1)


def verdict_of(offer: Offer) -> Verdict:
    """Can, on conditions or cannot, as the member said it."""
    if offer.rung < HAND_RAISED:
        return "cannot"
    return "on_conditions" if offer.on_conditions else "can"


def answer_of(offer: Offer) -> LineAnswer:
    """What the form shows of a standing answer."""
    return LineAnswer(
        line_id=offer.line_id,
        verdict=verdict_of(offer),
        condition=offer.condition,
        unit_price_yen=offer.unit_price_yen,
        tiers=offer.tiers,
        least_order=offer.least_order,
        set_up_yen=offer.set_up_yen,
        lead_time_days=offer.lead_time_days,
        hours=offer.hours,
        expires=offer.expires,
    )


def standing_answers(offers: Iterable[Offer]) -> dict[str, Offer]:
    """The last answer of one member to each line of one inquiry, by line."""
    return {offer.line_id: offer for offer in last_answers(offers)}


def rung_of(answer: LineAnswer, person: str) -> int:
    """Written with a price and a named person; a price on conditions, or one nobody stands for, is a raised hand."""
    if answer.verdict == "cannot":
        return CANNOT
    written = answer.verdict == "can" and answer.unit_price_yen is not None and person.strip()
    return WRITTEN if written else HAND_RAISED


def new_offers(
    inquiry: Inquiry,
    member: Member,
    recipient: Recipient,
    answers: Iterable[LineAnswer],
    *,
    before: Mapping[str, Offer],
    person: str,
    received_by: str,
    at: datetime,
    batch: str,
) -> tuple[Offer, ...]:
    """The offers that these answers make. An answer that says what stands already makes none.

    `before` are the member's standing answers by line. A clock that went back never makes the newer answer the older.
    """
    at = max([at, *(offer.answered_at + _STEP for offer in before.values() if offer.answered_at)])
    made = []
    for number, answer in enumerate(answers):
        rung = rung_of(answer, person)
        offer = Offer.model_validate(
            {
                **answer.model_dump(exclude={"verdict", "condition"}),
                "id": f"{batch}-{number}",
                "proposal_id": inquiry.proposal_id,
                "bill_revision": inquiry.bill_revision,
                "provider": member.name.ja,
                "person": person.strip() if rung else "",
                "rung": rung,
                "dated": day_of(at),
                "lot": inquiry.lot if rung >= WRITTEN else None,
                "nda_signed": recipient.nda_at is not None,
                "received_by": received_by,
                "inquiry_id": inquiry.id,
                "member_id": member.id,
                "answered_at": at,
                "on_conditions": answer.verdict == "on_conditions",
                "condition": answer.condition.strip() if answer.verdict == "on_conditions" else "",
            }
        )
        if not _says_the_same(before.get(offer.line_id), offer):
            made.append(offer)
    return tuple(made)


_STATED = frozenset({"id", "dated", "answered_at", "received_by"})


def _says_the_same(standing: Offer | None, offer: Offer) -> bool:
    return standing is not None and standing.model_dump(exclude=set(_STATED)) == offer.model_dump(exclude=set(_STATED))


def under_nda(bill: Bill, before: Mapping[str, Offer], *, at: datetime, batch: str) -> tuple[Offer, ...]:
    """The standing answers to lines made to drawing, said again now that the NDA is accepted."""
    lines = {line.id: line for line in bill.lines}
    at = max([at, *(offer.answered_at + _STEP for offer in before.values() if offer.answered_at)])
    due = [
        offer
        for offer in before.values()
        if offer.rung >= HAND_RAISED and not offer.nda_signed and needs_nda(lines[offer.line_id])
    ]
    return tuple(
        offer.model_copy(update={"id": f"{batch}-{number}", "nda_signed": True, "answered_at": at, "dated": day_of(at)})
        for number, offer in enumerate(due)
    )


def open_lines(lines: Iterable[Line], offers: Iterable[Offer]) -> tuple[Line, ...]:
    """The asked lines for which nobody has raised a hand yet."""
    raised = {offer.line_id for offer in last_answers(offers) if offer.rung >= HAND_RAISED}
    return tuple(line for line in lines if line.id not in raised)


_REASONS: dict[OfferStanding, Reason] = {
    "no_lot": "lot",
    "no_nda": "no_nda",
    "withdrawn": "withdrawn",
    "expired": "expired",
    "lot_too_small": "lot",
    "other_revision": "revision",
    "line_gone": "revision",
    "cannot": "cannot",
    "low_rung": "no_price",
}


def reason_for(offer: Offer, standing: OfferStanding, chosen: Offer | None) -> Reason:
    """Why an answer was chosen, or the first reason why not."""
    if chosen is not None and chosen.id == offer.id:
        return "chosen"
    if standing != SOURCE:
        if standing == "hand":
            return "on_conditions" if offer.on_conditions else "no_price"
        return _REASONS.get(standing, "other_plan")
    if offer.unit_price_yen is None:
        return "no_price"
    if chosen is None or chosen.unit_price_yen is None:
        return "other_plan"
    if offer.unit_price_yen > chosen.unit_price_yen:
        return "price"
    if (offer.lead_time_days or 0) > (chosen.lead_time_days or 0):
        return "lead_time"
    return "other_plan"


def outcomes_of(
    inquiry: Inquiry,
    offers: Iterable[Offer],
    standings: Mapping[str, OfferStanding],
    chosen: Mapping[str, Offer],
) -> tuple[Outcome, ...]:
    """What became of every member's last answer to every line. `chosen` is the selected offer of each line."""
    mine = [offer for offer in last_answers(offers) if offer.inquiry_id == inquiry.id]
    return tuple(
        Outcome(
            proposal_id=inquiry.proposal_id,
            inquiry_id=inquiry.id,
            member_id=offer.member_id,
            line_id=offer.line_id,
            reason=reason_for(offer, standings[offer.id], chosen.get(offer.line_id)),
        )
        for offer in mine
    )

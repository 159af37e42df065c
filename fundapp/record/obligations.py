"""The promises of approved proposals as the record holds them: what was frozen at the approval, and what was given."""

from fundapp.followup.obligation import Obligation, Promise
from fundapp.network.need import SupportCase
from fundapp.network.register import SupportRegister
from fundapp.network.support_facts import SupportFacts
from fundapp.record.book import Book, Investment

ENDED = ("void", "expired")


def promises(support: SupportFacts) -> tuple[Promise, ...]:
    """The complete menu items among the frozen needs. What had no provider or day was nobody's promise."""
    return tuple(
        Promise(
            need_id=need.id,
            name=need.name,
            kind=need.item,
            provider=need.provider,
            deliverable=need.deliverable,
            due=need.due,
            ends_when=need.ends_when,
            handed_to=need.handed_to,
        )
        for need in support.needs
        if need.complete and need.due is not None
    )


def promised_ids(book: Book, investment: Investment) -> frozenset[str]:
    """The needs whose support was promised to this investment: by the approval, or as what a payment waits for."""
    by_approval = {one.need_id for one in book.promised.get(investment.reservation_id, ())}
    return frozenset(by_approval | {one.need_id for tranche in investment.tranches for one in tranche.support})


def obligations(book: Book) -> tuple[Obligation, ...]:
    """Every promise of an approval that still holds. An approval that was given up or expired promises nothing."""
    signed = {one.reservation_id: one for one in book.investments.values()}
    found = []
    for deal_id, made in book.promised.items():
        reservation, investment = book.reservations[deal_id], signed.get(deal_id)
        if reservation.state in ENDED:
            continue
        given = {one.need_id: one for one in investment.support_given} if investment else {}
        found += [
            Obligation(
                deal_id=deal_id,
                investment_id=investment.id if investment else "",
                company=reservation.company,
                promise=promise,
                given=given.get(promise.need_id),
            )
            for promise in made
        ]
    return tuple(found)


def with_promises(register: SupportRegister, book: Book) -> SupportRegister:
    """The rows of a proposal's support with what the record knows of promises to its company (N7's on-time rate)."""
    return register.model_copy(update={"cases": (*register.cases, *_cases(book, register.proposal_id))})


def _cases(book: Book, proposal_id: str) -> tuple[SupportCase, ...]:
    return tuple(
        SupportCase(
            id=f"promise/{one.promise.need_id}", due=one.promise.due, delivered=one.given.on if one.given else None
        )
        for one in obligations(book)
        if book.reservations[one.deal_id].proposal_id == proposal_id
    )

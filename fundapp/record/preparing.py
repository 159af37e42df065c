"""Before a meeting: who will probably be out on which item, which alternate is needed, what is not ready yet.

A forecast is no decision: it only counts what is on record (earlier recusals on the proposal or its company) and what
the registers say (the seat's own organisation offers or provides support). Pure reading of a seen Book.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.committee.gates import intake_gate
from fundapp.committee.item import Seat
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import Rubric
from fundapp.network.register import SupportRegister
from fundapp.record.book import Book

Because = Literal["recused_before", "recused_for_company", "organisation_provides"]
SOON = timedelta(days=30)
MOST_ORDERED = 12
"""With more items on an agenda the order is left as it is: every order of them is compared."""


class LikelyOut(Fact):
    """A seat whose holder will probably take no part, why, and who could sit instead, the own alternates first."""

    seat_id: Text
    person: Text
    because: Because
    organisation: bool
    alternates: tuple[Text, ...]


class Forecast(Fact):
    """One item to come: who will probably be out, and whether enough are left to decide."""

    proposal_id: Text
    out: tuple[LikelyOut, ...]
    eligible: int
    """Voters without any alternate seated."""
    least: int

    def needs_alternate(self) -> bool:
        """True when a seat will be empty that somebody on the lists could fill."""
        return any(one.alternates for one in self.out)


def may_be_taken(book: Book, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals that a meeting or a written resolution may still take: the fund has not invested on them yet."""
    invested = {one.proposal_id for one in book.investments.values()}
    return tuple(one for one in proposals if one.id not in invested)


def forecast(book: Book, proposal: Proposal, providers: Collection[str]) -> Forecast:
    """Who will probably be out on a proposal. `providers`: the names of those who bid or provide, as registered."""
    out = tuple(found for seat in book.seats_by_rank() if (found := _likely_out(book, seat, proposal, providers)))
    return Forecast(
        proposal_id=proposal.id,
        out=tuple(_with_alternates(book, one, out) for one in out),
        eligible=len(book.seats) - len(out),
        least=book.rubric.decision.voting.least_eligible,
    )


def paid_providers(register: SupportRegister) -> frozenset[str]:
    """Who bids for or is paid for support of a proposal; a standing, free menu item is disclosed, not recusing."""
    bidders = {one.provider for one in register.offers if one.withdrawn_on is None}
    paid = {one.item.provider for one in register.needs if one.item and one.item.cost_yen}
    return frozenset(bidders | paid) - {""}


def _likely_out(book: Book, seat: Seat, proposal: Proposal, providers: Collection[str]) -> LikelyOut | None:
    found: list[tuple[Because, bool]] = []
    for item in book.items.values():
        if item.frozen is None:
            continue
        for one in item.recusals:
            if one.seat_id != seat.id or not (one.person == seat.holder or one.organisation):
                continue
            if item.proposal_id == proposal.id:
                found.append(("recused_before", one.organisation))
            elif item.frozen.proposal.company.id == proposal.company.id:
                found.append(("recused_for_company", one.organisation))
    if seat.organisation in providers:
        found.append(("organisation_provides", True))
    if not found:
        return None
    return LikelyOut(
        seat_id=seat.id,
        person=seat.holder,
        because=found[0][0],
        organisation=any(organisation for _because, organisation in found),
        alternates=(),
    )


def _with_alternates(book: Book, one: LikelyOut, out: Sequence[LikelyOut]) -> LikelyOut:
    seat = book.seats[one.seat_id]
    barred = {book.seats[other.seat_id].organisation for other in out if other.organisation}
    own = () if one.organisation else seat.alternates
    outside = tuple(person for person, listed in book.outside.items() if listed.organisation not in barred)
    return one.model_copy(update={"alternates": (*own, *outside)})


def calm_order(order: Sequence[str], out: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The items in the order in which the fewest members walk in and out between two of them.

    Exact over all orders (Held and Karp 1962); among equals the given order is kept as far as possible. `out` says who
    is out on which item. The meeting begins and ends with everyone in the room.
    """
    items = tuple(order)
    if len(items) > MOST_ORDERED or not any(out.get(one) for one in items):
        return items
    sets = [out.get(one, frozenset()) for one in items]
    best: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {
        (1 << last, last): (len(sets[last]), (last,)) for last in range(len(items))
    }
    for _size in range(1, len(items)):
        further: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {}
        for (taken, last), (walks, path) in best.items():
            for following in range(len(items)):
                if taken & 1 << following:
                    continue
                candidate = (walks + len(sets[last] ^ sets[following]), (*path, following))
                key = (taken | 1 << following, following)
                if key not in further or candidate < further[key]:
                    further[key] = candidate
        best = further
    _walks, path = min((walks + len(sets[last]), path) for (_taken, last), (walks, path) in best.items())
    return tuple(items[place] for place in path)


class Unready(Fact):
    """One thing that is not ready: its kind, how many, and since or until when."""

    kind: Literal["intake", "no_evidence", "old_offers", "expiring_offers", "no_facts"]
    count: int
    names: tuple[Text, ...] = ()


def unready(rubric: Rubric, proposal: Proposal, register: SupportRegister, on: date) -> tuple[Unready, ...]:
    """What is not ready for a meeting on this day: intake, evidence, facts older than the rubric allows, offers."""
    return tuple(_unready(rubric, proposal, register, on))


def _unready(rubric: Rubric, proposal: Proposal, register: SupportRegister, on: date) -> Iterator[Unready]:
    revision = register.bill.revision if register.bill else ""
    gate = intake_gate(proposal.intake, revision, needs_support=proposal.needs_support)
    if not gate.passed():
        yield Unready(kind="intake", count=len(gate.rows), names=gate.rows)
    attached = {one.criterion_id for one in proposal.evidence}
    bare = tuple(one.id for one in rubric.axis("axis1").criteria if one.id not in attached)
    if bare:
        yield Unready(kind="no_evidence", count=len(bare), names=bare)
    standing = [one for one in register.offers if one.withdrawn_on is None]
    old = [one for one in standing if (on - one.dated).days > rubric.decision.stale_facts_days]
    if old:
        yield Unready(kind="old_offers", count=len(old))
    expiring = [one for one in standing if one.expires is not None and on <= one.expires < on + SOON]
    if expiring:
        yield Unready(kind="expiring_offers", count=len(expiring))
    if proposal.needs_support and not standing and not register.needs:
        yield Unready(kind="no_facts", count=1)

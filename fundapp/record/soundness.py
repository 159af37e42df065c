"""What must always hold of the whole Book, by name: the books, the states beside them, and the order of time."""

from fundapp.committee.ballot import eligible
from fundapp.fund.cash import cash_by_day
from fundapp.fund.figures import figures, invariants
from fundapp.fund.journal import PAID_IN_CAPITAL, RESERVED, balances, below
from fundapp.fund.partners import commitments_yen
from fundapp.record.book import Book
from fundapp.record.circulating import circulates
from fundapp.record.flows import deal_flows, partner_flows


def unsound(book: Book) -> tuple[str, ...]:
    """Names of what must always hold of a fund's whole record and does not; empty when it is sound."""
    if book.terms is None:
        return ()
    holds = {
        "replay_gives_balances": balances(book.entries) == book.balances,
        "pending_resolves_once": _pending(book),
        "states_agree_with_books": _states_agree(book),
        "partners_within_commitment": _partners_within(book),
        "partner_flows_sum_to_books": _partner_flows_agree(book),
        "deal_flows_sum_to_books": _deal_flows_agree(book),
        "cash_of_no_day_below_zero": all(cash_yen >= 0 for _day, cash_yen in cash_by_day(book.entries)),
        "closed_periods_stay_closed": _closed_stay_closed(book),
        "reversed_once_and_exactly": _reversed_exactly(book),
        "resolved_in_writing_by_readers": _resolved_by_readers(book),
    }
    return (*invariants(book.balances, book.terms), *(name for name, held in holds.items() if not held))


def _pending(book: Book) -> bool:
    """A reservation is held whole until it is signed, void or expired, and then not at all."""
    held = below(book.balances, RESERVED)
    waiting = {one.id: one.amount_yen for one in book.reservations.values() if one.state in ("held", "decided")}
    signed = sorted(one.reservation_id for one in book.investments.values())
    ended = sorted(one.id for one in book.reservations.values() if one.state == "signed")
    return held == waiting and signed == ended


def _states_agree(book: Book) -> bool:
    assert book.terms is not None
    now = figures(book.terms, book.balances)
    signed = book.investments.values()
    calls = [part for call in book.calls.values() for part in call.parts]
    return (
        now.committed_yen == sum(one.committed_yen() for one in signed)
        and now.drawn_yen == sum(one.held_yen() for one in signed)
        and now.lost_yen == sum(one.lost_yen() for one in signed)
        and now.paid_in_yen == sum(part.paid_yen - part.refunded_yen for part in calls)
        and now.distributed_yen == sum(one.amount_yen for one in book.distributions.values())
        and now.fees_spent_yen == sum(one.amount_yen - one.refunded_yen for one in book.fees.values())
    )


def _resolved_by_readers(book: Book) -> bool:
    """Everyone on the roll of a motion carried in writing has read the frozen papers, and agreed."""
    for item in book.items.values():
        for motion in item.motions if circulates(book, item) else ():
            agreed = {(one.seat_id, one.person) for one in motion.ballots if one.vote == "for"}
            read = {(one.seat_id, one.person) for one in item.readings}
            voters = {(one.seat_id, one.person) for one in eligible(motion.roll)}
            if motion.tally is not None and motion.tally.carried and not voters <= agreed & read:
                return False
    return True


def _partners_within(book: Book) -> bool:
    """Nobody is called for more than it committed; a yen of rounding is settled by the last call."""
    assert book.terms is not None
    called = below(book.balances, PAID_IN_CAPITAL)
    committed = commitments_yen(book.terms)
    return all(-yen <= committed[int(partner) - 1] + 1 for partner, yen in called.items())


def _partner_flows_agree(book: Book) -> bool:
    assert book.terms is not None
    now = figures(book.terms, book.balances)
    return sum(one.amount_yen for one in partner_flows(book)) == now.distributed_yen - now.paid_in_yen


def _deal_flows_agree(book: Book) -> bool:
    """What companies got and gave is the cost still held or lost, and the result of what was sold."""
    assert book.terms is not None
    now = figures(book.terms, book.balances)
    return sum(one.amount_yen for one in deal_flows(book)) == now.realised_yen - now.drawn_yen


def _closed_stay_closed(book: Book) -> bool:
    return all(
        entry.effective > until for seq, until in book.closed for entry in book.entries if entry.recorded_seq > seq
    )


def _reversed_exactly(book: Book) -> bool:
    """Each reversal negates, leg by leg, what it reverses; nothing is reversed twice, and no reversal."""
    if len(set(book.reversals.values())) < len(book.reversals) or book.reversals.keys() & set(book.reversals.values()):
        return False
    legs: dict[int, list[tuple[str, int]]] = {}
    for entry in book.entries:
        legs.setdefault(entry.recorded_seq, []).extend((leg.account, leg.amount_yen) for leg in entry.postings)
    return all(
        [(account, -yen) for account, yen in legs.get(of, [])] == legs.get(by, []) for of, by in book.reversals.items()
    )

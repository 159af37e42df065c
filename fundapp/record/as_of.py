"""The fund's money as it stood at the end of an earlier day. Pure reading of the whole Book, before `sight`.

Which record a report of a day rests on: once a period with the day in it is closed, the record as it stood at that
closing, since nothing is dated in a closed period afterwards, and what is reversed later is reversed on its own day.
Until then the record of today; only what is dated up to the day counts, so later days change nothing.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from operator import itemgetter

from fundapp.fund.journal import (
    DEPLOYED,
    DISTRIBUTED,
    INVESTMENT,
    PAID_IN_CAPITAL,
    RECEIVABLE,
    JournalEntry,
    balances,
    below,
)
from fundapp.fund.partners import with_commitment
from fundapp.fund.terms import FundTerms
from fundapp.record import events as e
from fundapp.record.book import Book
from fundapp.record.handling import changed
from fundapp.record.money import CallPart, CapitalCall, Fee, Investment, Tranche
from fundapp.record.restoring import restored

_LEAVES = {"exited": "sold_yen", "written_off": "lost_yen", "tranche_refunded": "refunded_yen"}
_PART = {"capital_paid": "paid_yen", "call_short": "short_yen", "capital_refunded": "refunded_yen"}
_PAID = tuple(f"{kind}:" for kind in (PAID_IN_CAPITAL, RECEIVABLE, DISTRIBUTED))
Moves = Counter[tuple[str, str, str]]
"""(what it belongs to, part of it, field) -> yen that moved later."""


def closing_of(book: Book, day: date) -> int | None:
    """Place in the record of the first closing of a period with this day in it; None while the day is open."""
    return next((seq for seq, until in book.closed if day <= until), None)


def on_day(book: Book, day: date) -> Book:
    """The Book with the money of what had taken effect at the end of `day`; committee and registers as they are.

    A slip that was reversed while its day was still open never was in any report, and is left out with its reversal.
    Whether a payment is stopped is told as of now: the record keeps no history of stops beside the events.
    """
    counted, later = _parted(book, day)
    seqs = {entry.recorded_seq for entry in counted} | _told_without_entries(book, day)
    pairs = {of: by for of, by in book.reversals.items() if of in seqs and by in seqs}
    book = restored(book, (of for of, by in book.reversals.items() if of in seqs and by not in seqs))
    causes = {entry.recorded_seq: entry.cause for entry in book.entries}
    lives = _Lives(book)
    moves = _moved(later, causes, {by: of for of, by in book.reversals.items()}, lives)
    paid = below(balances(counted), INVESTMENT)
    signed = (one for one in book.investments.values() if one.signed_on <= day or one.reservation_id in paid)
    reserved = {
        key: changed(one, met=tuple(done for done in one.met if done.on <= day))
        for key, one in book.reservations.items()
        if one.reserved_on <= day or key in paid
    }
    return replace(
        book,
        terms=book.terms and _with_those_paid(_terms(book, book.terms, seqs), book.terms, counted),
        reservations=reserved,
        promised={key: one for key, one in book.promised.items() if key in reserved},
        investments={one.id: _investment(one, day, moves) for one in signed},
        calls={
            key: _call(one, moves, lives.under(key, one.id)) for key, one in book.calls.items() if one.called_on <= day
        },
        distributions={key: one for key, one in book.distributions.items() if one.on <= day},
        fees={key: _fee(one, moves, lives.under(key, one.id)) for key, one in book.fees.items() if one.on <= day},
        fee_schedule=(),
        closed=tuple((seq, until) for seq, until in book.closed if until <= day),
        entries=list(counted),
        balances=balances(counted),
        reversals=pairs,
        posted={seq: event for seq, event in book.posted.items() if seq in seqs},
    )


def _parted(book: Book, day: date) -> tuple[tuple[JournalEntry, ...], tuple[JournalEntry, ...]]:
    """The entries that count on a day, and those that moved something after it. A slip never reported is in neither."""
    day_of = _steps(book) | {entry.recorded_seq: entry.effective for entry in book.entries}
    silent = _silent(book, day_of)
    told = [entry for entry in book.entries if entry.recorded_seq not in silent]
    return tuple(one for one in told if one.effective <= day), tuple(one for one in told if one.effective > day)


def _told_without_entries(book: Book, day: date) -> set[int]:
    """The steps up to a day that moved no money, and their reversals. A slip never reported is not among them."""
    steps = _steps(book)
    days = steps | {by: book.reversed_on[by] for of, by in book.reversals.items() if of in steps}
    return {seq for seq, on in days.items() if on <= day} - _silent(book, steps)


def _steps(book: Book) -> dict[int, date]:
    """The days of what moves no money and is reversed all the same."""
    return {
        seq: event.on
        for seq, event in book.posted.items()
        if isinstance(event, e.GpDecisionMade | e.ConditionMet | e.SupportGiven)
    }


def _silent(book: Book, day_of: dict[int, date]) -> set[int]:
    """What was reversed while its day was still open, with its reversals."""
    silent: set[int] = set()
    for of, by in book.reversals.items():
        closing = closing_of(book, day_of.get(of, date.min))
        if closing is None or closing > by:
            silent |= {of, by}
    return silent


class _Lives:
    """Tells a call or fee from what is entered under the same name once it was reversed: each has a life of its own."""

    def __init__(self, book: Book) -> None:
        self._reversals = book.reversals
        self._ends: dict[str, list[int]] = {}
        for seq, by in sorted(book.reversals.items(), key=itemgetter(1)):
            for gone in book.withdrawn.get(seq, ()):
                if isinstance(gone, CapitalCall | Fee):
                    self._ends.setdefault(gone.id, []).append(by)

    def at(self, name: str, seq: int) -> str:
        """The life that an entry of the record at `seq` belongs to."""
        return f"{name}/{bisect_left(self._ends.get(name, []), seq)}"

    def under(self, key: str, name: str) -> str:
        """The life of what stands under a key of the Book: what was put back has its place in the record in it."""
        if key == name:
            return f"{name}/{len(self._ends.get(name, []))}"
        return self.at(name, self._reversals[int(key.removeprefix(f"{name}/"))])


def _moved(later: Iterable[JournalEntry], causes: dict[int, str], reverses: dict[int, int], lives: _Lives) -> Moves:
    """What the later entries did to tranches, to parts of calls and to fees."""
    moves: Moves = Counter()
    for entry in later:
        cause = causes.get(reverses.get(entry.recorded_seq, 0), entry.cause)
        for leg in entry.postings:
            book, kind, *rest = leg.account.split(":")
            if cause in _LEAVES and f"{book}:{kind}" == DEPLOYED:
                moves[rest[0], rest[1], _LEAVES[cause]] -= leg.amount_yen
            elif cause in ("capital_paid", "call_short") and kind == "Receivable":
                moves[lives.at(entry.memo_ref, entry.recorded_seq), rest[0], _PART[cause]] -= leg.amount_yen
            elif cause == "capital_refunded" and kind == "PaidInCapital":
                moves[lives.at(entry.memo_ref, entry.recorded_seq), rest[0], _PART[cause]] += leg.amount_yen
            elif cause == "fee_refunded" and kind == "Fees":
                moves[lives.at(entry.memo_ref, entry.recorded_seq), "", "refunded_yen"] -= leg.amount_yen
    return moves


def _terms(book: Book, terms: FundTerms, seqs: set[int]) -> FundTerms:
    """The terms with the commitments that count on the day alone."""
    for seq, event in sorted(book.posted.items(), reverse=True):
        if not isinstance(event, e.CommitmentAdded):
            continue
        counts = seq in seqs and book.reversals.get(seq) not in seqs
        stands = seq not in book.reversals
        if counts != stands:
            terms = with_commitment(terms, event.partner, event.amount_yen if counts else -event.amount_yen)
    return terms


def _with_those_paid(terms: FundTerms, now: FundTerms, counted: Iterable[JournalEntry]) -> FundTerms:
    """With who joined later and was yet paid something on an earlier day: with nothing committed."""
    numbers = (leg.account.split(":")[2] for one in counted for leg in one.postings if leg.account.startswith(_PAID))
    missing = now.partners[len(terms.partners) : max(map(int, numbers), default=0)]
    return terms.model_copy(
        update={"partners": (*terms.partners, *(one.model_copy(update={"share": Fraction(0)}) for one in missing))}
    )


def _investment(one: Investment, day: date, moves: Moves) -> Investment:
    return changed(
        one,
        tranches=tuple(_tranche(tranche, one.reservation_id, day, moves) for tranche in one.tranches),
        support_given=tuple(given for given in one.support_given if given.on <= day),
        valuations=tuple(valued for valued in one.valuations if valued.as_of <= day),
        proposed=None,
        exits=tuple(sold for sold in one.exits if sold.on <= day),
    )


def _tranche(one: Tranche, deal_id: str, day: date, moves: Moves) -> Tranche:
    amounts = {field: getattr(one, field) - moves[deal_id, str(one.number), field] for field in _LEAVES.values()}
    return changed(one, drawn_on=_by(one.drawn_on, day), cancelled_on=_by(one.cancelled_on, day), **amounts)


def _by(when: date | None, day: date) -> date | None:
    return when if when is not None and when <= day else None


def _call(one: CapitalCall, moves: Moves, life: str) -> CapitalCall:
    return changed(one, parts=tuple(_part(part, life, moves) for part in one.parts))


def _part(part: CallPart, life: str, moves: Moves) -> CallPart:
    return changed(
        part, **{field: getattr(part, field) - moves[life, str(part.partner), field] for field in _PART.values()}
    )


def _fee(one: Fee, moves: Moves, life: str) -> Fee:
    return changed(one, refunded_yen=one.refunded_yen - moves[life, "", "refunded_yen"])

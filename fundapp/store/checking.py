"""`verify`: is the record what was written? Chain, invariants, frozen facts, words and files, in this order."""

from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Problem
from fundapp.fund.figures import invariants
from fundapp.record.book import Book
from fundapp.record.events import FactsFrozen, OpeningProposed, Recorded, ScorecardSubmitted
from fundapp.record.fold import fold
from fundapp.record.judging import computed_levels
from fundapp.record.soundness import unsound
from fundapp.record.words_in import words_in
from fundapp.store import log, words
from fundapp.store.chain import verify_chain
from fundapp.store.database import Database
from fundapp.store.events import to_recorded
from fundapp.store.files import Files

_UNFOUNDED = (LookupError, AssertionError, StopIteration, ValueError)
"""What replaying an entry raises that is linked well, and rests on what no entry before it tells."""


class Verified(Fact):
    """The record is unchanged: how many records, and the hash of the last."""

    records: int
    tip: str


def verify(database: Database, files: Files, fund: str, word_key: bytes) -> Verified | Problem:
    """The whole check of one fund's record; the first fault names its record. `word_key` signs the tombstones."""
    with database.read() as connection:
        fault = verify_chain(connection, fund)
        if fault is not None:
            return Problem.of(f"record_{fault.what}", str(fault.seq), seq=fault.seq)
        book, named, spoken = Book(), set[str](), dict[str, int]()
        while page := log.events_after(connection, fund, book.seq):
            for stored in page:
                try:
                    one = to_recorded(stored)
                    book = fold(book, [one])
                except _UNFOUNDED:
                    return Problem.of("record_unfounded", str(stored.seq), seq=stored.seq)
                problem = _event_fault(book, one)
                if problem is not None:
                    return problem
                if isinstance(one.event, FactsFrozen):
                    named |= {sha256 for _title, sha256 in one.event.proposal.papers()}
                if isinstance(one.event, ScorecardSubmitted) and one.event.card.scan_sha256:
                    named.add(one.event.card.scan_sha256)
                if isinstance(one.event, OpeningProposed):
                    named |= {source.file_sha256 for source in one.event.opening.sources}
                spoken |= {word.digest: one.seq for word in words_in(one)}
        broken = unsound(book)
        if broken:
            return Problem.of("invariant_broken", str(book.seq), seq=book.seq, name=broken[0])
        bad_words = words.check(connection, fund, key=word_key)
        missing = spoken.keys() - words.kept(connection, fund)
    if bad_words:
        return Problem.of("words_changed", bad_words[0].digest[:12])
    if missing:
        first = min(spoken[digest] for digest in missing)
        return Problem.of("words_missing", str(first), seq=first)
    damaged = set(files.verify())
    for sha256 in sorted(named):
        if sha256 in damaged or not files.holds(sha256):
            return Problem.of("file_changed", sha256[:12])
    return Verified(records=book.seq, tip=book.tip)


def _event_fault(book: Book, one: Recorded) -> Problem | None:
    """What is wrong after this event: an invariant of the fund broken, or levels that its frozen facts do not give."""
    if book.terms is not None:
        broken = invariants(book.balances, book.terms)
        if broken:
            return Problem.of("invariant_broken", str(one.seq), seq=one.seq, name=broken[0])
    if isinstance(one.event, FactsFrozen):
        rubric = book.rubrics.get(one.event.rubric_digest)
        if rubric is None or rubric.digest() != one.event.rubric_digest:
            return Problem.of("frozen_facts_differ", str(one.seq), seq=one.seq)
        given = (one.event.firm, one.event.with_hands)
        found = tuple(computed_levels(rubric, one.event.support, counting) for counting in ("firm", "with_hands"))
        if given != found:
            return Problem.of("frozen_facts_differ", str(one.seq), seq=one.seq)
    return None

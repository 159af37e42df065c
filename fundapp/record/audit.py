"""What an auditor is handed of the record: its entries as they were hashed, and the evidence they name. Pure."""

from collections.abc import Iterable
from typing import Literal

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.record import events as e
from fundapp.record.book import Book, Item
from fundapp.record.words_in import NAME, words_in

Withheld = Literal["", "before_reveal", "recused"]
EvidenceKind = Literal["words", "paper", "scan", "minutes"]


class AuditEntry(Fact):
    """An entry of the record: `prev` and `record` give `hash`. Of what is withheld the hash stands there alone."""

    seq: int
    at: Instant
    actor: Text
    kind: Text
    stream: Text
    prev: Text
    hash: Text
    record: Text
    """The entry as it was hashed; empty when it is withheld."""
    withheld: Withheld = ""


class Evidence(Fact):
    """Words or a file that an entry names by digest."""

    seq: int
    event: Text
    kind: EvidenceKind
    digest: Text
    text: Text
    """The words, or the title of the file; empty when the words were erased."""
    kept: bool
    """The words or the file are there."""


def withheld(seen: Book, whole: Book, one: e.Recorded, body: str) -> Withheld:
    """Why a reader is not handed an entry: a score before its reveal, or an item that the reader took no part in."""
    if isinstance(one.event, e.ScorecardSubmitted):
        item = whole.items.get(one.event.item_id)
        if item is not None and item.revealed_at is None:
            return "before_reveal"
    hidden = [whole.items[key] for key, item in seen.items.items() if item.hidden]
    return "recused" if any(f'"{name}"' in body for item in hidden for name in _names(whole, item)) else ""


def _names(whole: Book, item: Item) -> Iterable[str]:
    """By what entries know an item: its own id, its proposal's, and those of what its approval led to."""
    deals = {one.id for one in whole.reservations.values() if one.item_id == item.id}
    yield item.id
    yield from (name for name in (item.proposal_id, item.proposal_code) if name)
    yield from deals
    yield from (one.id for one in whole.investments.values() if one.reservation_id in deals)


def evidence(one: e.Recorded) -> Iterable[tuple[EvidenceKind, str, str]]:
    """(kind, digest, title) of everything that an entry rests on; the names of persons are no evidence."""
    event = one.event
    for word in words_in(one):
        if word.author != NAME:
            yield "words", word.digest, ""
    if isinstance(event, e.FactsFrozen):
        yield from (("paper", sha256, title) for title, sha256 in event.proposal.papers())
    if isinstance(event, e.ScorecardSubmitted) and event.card.scan_sha256:
        yield "scan", event.card.scan_sha256, f"{event.card.seat_id}-{event.card.round}"
    if isinstance(event, e.MinutesSettled):
        yield from (("minutes", copy.sha256, "") for copy in event.copies)

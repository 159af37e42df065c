"""Proving offline that a copy of the minutes is unchanged and belongs to a record. Nothing but the file is needed.

A copy carries the entries of the record that vouch for it, as they were hashed. The text's digest stands in the entry
that settled it; the entry that locked it names the settling one and every confirmation. Whoever knows the hash of the
last of them, from paper or from the fund, knows that nothing before it was changed.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Callable
from typing import Any, Literal

from pydantic import ValidationError

from fundapp.basis.days import instant_text
from fundapp.basis.fact import Fact, Language
from fundapp.basis.refusal import Problem
from fundapp.committee.minutes import MinutesContent
from fundapp.committee.minutes_after import Link
from fundapp.committee.minutes_life import State
from fundapp.documents.minutes_closing import issued_at
from fundapp.documents.minutes_json import SCHEMA, minutes_json, text_digest
from fundapp.documents.minutes_pdf import minutes_pdf

MOST_BYTES = 50_000_000
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
LANGUAGES: tuple[Language, ...] = ("ja", "en")


class Proved(Fact):
    """A copy that is what its record vouches for; a draft has only the entry that closed the meeting."""

    content: MinutesContent
    kind: Literal["json", "pdf"]

    @property
    def state(self) -> State:
        """Whether the text is a draft, settled, or confirmed by every signatory."""
        return self.content.life.state

    @property
    def last(self) -> Link:
        """The entry of the record that vouches for the most."""
        return self.content.proof[-1]


def prove(data: bytes, only_signed: Callable[[bytes, bytes], bool] | None = None) -> Proved | Problem:
    """Whether a file of minutes (JSON, or the PDF that carries it) is whole; else the first fault.

    A PDF that somebody signed has the signature behind our own pages. `only_signed` says of such a file, and of the
    pages before it, whether nothing but signatures was added.
    """
    if len(data) > MOST_BYTES:
        return Problem.of("minutes_unreadable")
    kind: Literal["json", "pdf"] = "pdf" if data.startswith(b"%PDF-") else "json"
    content = _attached(data) if kind == "pdf" else _read(data)
    if content is None:
        return Problem.of("minutes_unreadable")
    fault = _links_fault(content)
    if fault is not None:
        return fault
    if kind == "pdf" and (fault := _pages_fault(data, content, only_signed)):
        return fault
    return Proved(content=content, kind=kind)


def _pages_fault(
    data: bytes, content: MinutesContent, only_signed: Callable[[bytes, bytes], bool] | None
) -> Problem | None:
    pages = next((one for one in (_pdf(content, each) for each in LANGUAGES) if data.startswith(one)), None)
    if pages is None:
        return Problem.of("minutes_pages_differ")
    if data == pages:
        return None
    if only_signed is None:
        return Problem.of("minutes_pdf_signature_unchecked")
    return None if only_signed(data, pages) else Problem.of("minutes_pages_differ")


def _pdf(content: MinutesContent, language: Language) -> bytes:
    return minutes_pdf(content, language=language, issued_at=issued_at(content))


def _read(data: bytes) -> MinutesContent | None:
    """The content of a copy, when it is one in its one spelling."""
    try:
        found = json.loads(data)
        if not isinstance(found, dict) or found.pop("schema", None) != SCHEMA:
            return None
        content = MinutesContent.model_validate(found)
    except (ValueError, ValidationError, RecursionError):
        return None
    return content if minutes_json(content) == data.strip() else None


def _attached(pdf: bytes) -> MinutesContent | None:
    """The content that our PDF carries as minutes.json. Only our own files are read: the pages are compared after."""
    for stream in _STREAM.finditer(pdf):
        try:
            data = zlib.decompressobj().decompress(stream[1], MOST_BYTES)
        except zlib.error:
            data = stream[1]
        if data.startswith(b"{") and (content := _read(data)):
            return content
    return None


def _links_fault(content: MinutesContent) -> Problem | None:
    """The first thing in which the copy is not what its entries of the record say."""
    wanted = {"draft": 1, "settled": 2, "confirmed": 3}[content.life.state]
    # Signatures and timestamps are over the entry that locked the text.
    if len(content.proof) != wanted or (content.life.attested and content.life.state != "confirmed"):
        return Problem.of("minutes_without_proof")
    for link in content.proof:
        if hashlib.sha256(link.prev.encode() + link.record.encode()).hexdigest() != link.hash:
            return Problem.of("minutes_entry_changed", seq=link.seq)
    closing = content.proof[0]
    if (closing.hash, closing.seq) != (content.record_hash, content.record_seq) or _kind(closing) != "MeetingClosed":
        return Problem.of("minutes_of_another_record")
    return _settled_fault(content) if wanted > 1 else None


def _settled_fault(content: MinutesContent) -> Problem | None:
    settling = content.proof[1]
    body = _body(settling)
    if _kind(settling) != "MinutesSettled" or body["meeting_id"] != _body(content.proof[0])["meeting_id"]:
        return Problem.of("minutes_of_another_record")
    if text_digest(content) not in {one["sha256"] for one in body["copies"]}:
        return Problem.of("minutes_text_changed")
    if body["version"] != content.life.version:
        return Problem.of("minutes_text_changed")
    return _locked_fault(content) if content.life.state == "confirmed" else None


def _locked_fault(content: MinutesContent) -> Problem | None:
    settling, locking = content.proof[1:]
    body = _body(locking)
    if _kind(locking) != "MinutesLocked" or body["settled_hash"] != settling.hash:
        return Problem.of("minutes_of_another_record")
    told = [one.confirmed_at and instant_text(one.confirmed_at) for one in content.life.signed]
    names = tuple(one.name for one in content.life.signed)
    same = (
        told == [one["at"] for one in body["signed"]]
        and names == content.signatories
        and body["decision_number"] == content.life.decision_number
    )
    return None if same else Problem.of("minutes_signatures_changed")


def _kind(link: Link) -> str:
    return str(json.loads(link.record)["kind"])


def _body(link: Link) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(json.loads(link.record)["body"])
    return body

"""Minutes as canonical JSON: the copy that is hashed, attached to the PDF and read by other programs."""

import hashlib

from fundapp.basis.canonical import canonical_json
from fundapp.committee.minutes import MinutesContent

SCHEMA = "fundapp/minutes/1"


def minutes_json(content: MinutesContent) -> bytes:
    """RFC 8785 bytes of the content with the id of its schema. Ratios are strings such as "24/25"."""
    return canonical_json({"schema": SCHEMA} | content.model_dump(mode="json"))


def minutes_digest(content: MinutesContent) -> str:
    """SHA-256 in hex of `minutes_json`."""
    return hashlib.sha256(minutes_json(content)).hexdigest()


def text_digest(content: MinutesContent) -> str:
    """SHA-256 in hex of the text alone: what the signatories confirm, and what the record vouches for."""
    return minutes_digest(content.text())

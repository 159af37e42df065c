"""Words: remarks, reasons and notes, which the record names by a salted digest so that a text can be erased.

An erased text leaves a tombstone with its digest, signed with the installation's key. The salt goes with the text:
with it a short text could be guessed from its digest.
"""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Iterable
from typing import Literal

from fundapp.basis.canonical import canonical_json
from fundapp.basis.fact import Fact
from fundapp.store.connection import Connection, refuse

SALT_BYTES = 16


class WordFault(Fact):
    """A row of words that is not what was written: text and digest disagree, or the tombstone was not signed here."""

    digest: str
    what: Literal["text", "tombstone"]


def new_salt() -> str:
    """A fresh salt in hex, one for each text."""
    return secrets.token_hex(SALT_BYTES)


def seal(salt: str, text: str) -> str:
    """The digest that stands for `text`: SHA-256 in hex of the salt's bytes followed by the text in NFC, in UTF-8."""
    raw = bytes.fromhex(salt)
    assert len(raw) == SALT_BYTES, "a salt of another length would let two texts share a digest"
    return hashlib.sha256(raw + unicodedata.normalize("NFC", text).encode()).hexdigest()


def put(connection: Connection, fund: str, digest: str, salt: str, text: str) -> None:
    """Keep `text` under its `digest`. Putting it again changes nothing, and does not bring back what was erased."""
    if "\0" in text:
        refuse("text_holds_nul")
    assert digest == seal(salt, text), "the digest is not of this text"
    connection.execute(
        "INSERT INTO word (fund, digest, salt, text) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [fund, digest, salt, unicodedata.normalize("NFC", text)],
    )


def read(connection: Connection, fund: str, digests: Iterable[str]) -> dict[str, str]:
    """The texts by digest; a text that was erased or never kept is left out."""
    texts: dict[str, str] = {}
    for digest in digests:
        row = connection.execute("SELECT text FROM word WHERE fund = ? AND digest = ?", [fund, digest]).fetchone()
        if row and row[0] is not None:
            texts[digest] = row[0]
    return texts


def kept(connection: Connection, fund: str) -> frozenset[str]:
    """The digests of all texts, the erased ones among them."""
    return frozenset(row[0] for row in connection.execute("SELECT digest FROM word WHERE fund = ?", [fund]))


def _signature(key: bytes, *signed: str) -> str:
    return hmac.new(key, canonical_json(["tombstone", *signed]), hashlib.sha256).hexdigest()


def erase(connection: Connection, fund: str, digest: str, *, at: str, by: str, key: bytes) -> None:
    """Put a tombstone signed with `key` in the place of a text. An erased text stays erased as it was."""
    connection.execute(
        "UPDATE word SET salt = NULL, text = NULL, erased_at = ?, erased_by = ?, signature = ?"
        " WHERE fund = ? AND digest = ? AND text IS NOT NULL",
        [at, by, _signature(key, fund, digest, at, by), fund, digest],
    )


def check(connection: Connection, fund: str, *, key: bytes) -> tuple[WordFault, ...]:
    """The rows of words of `fund` that are not what was written."""
    rows = connection.execute(
        "SELECT digest, salt, text, erased_at, erased_by, signature FROM word WHERE fund = ? ORDER BY digest", [fund]
    )
    faults: list[WordFault] = []
    for digest, salt, text, erased_at, erased_by, signature in rows:
        if text is not None and seal(salt, text) != digest:
            faults.append(WordFault(digest=digest, what="text"))
        if text is None and not hmac.compare_digest(signature, _signature(key, fund, digest, erased_at, erased_by)):
            faults.append(WordFault(digest=digest, what="tombstone"))
    return tuple(faults)


def sealed_in(kept: dict[str, tuple[str, str]], text: str) -> str:
    """The digest that an event carries for `text`; the text and its salt are added to `kept`. Nothing for no text."""
    if not text:
        return ""
    salt = new_salt()
    digest = seal(salt, text)
    kept[digest] = (salt, text)
    return digest

"""Canonical JSON (RFC 8785) of facts, with text in NFC: equal facts have equal bytes and equal digests."""

import hashlib
import unicodedata
from typing import Any

import rfc8785
from pydantic import BaseModel


def _nfc(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_nfc(key): _nfc(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_nfc(item) for item in value]
    if isinstance(value, float):
        raise TypeError("a float has no place in the record: use int yen or an exact ratio")
    return value


def canonical_json(value: BaseModel | Any) -> bytes:
    """RFC 8785 bytes of a fact or of plain JSON data. Raises TypeError on a float."""
    data = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return rfc8785.dumps(_nfc(data))


def digest(value: BaseModel | Any) -> str:
    """SHA-256 in hex of the canonical JSON."""
    return hashlib.sha256(canonical_json(value)).hexdigest()

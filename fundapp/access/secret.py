"""The installation's secret: 32 random bytes in a file that its owner alone can read."""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from fundapp.store.connection import refuse, refusing

NAME = "secret"
SECRET_BYTES = 32


def server_secret(folder: Path) -> bytes:
    """The secret of the data folder, made at the first call. Raises StoreRefusal secret_damaged."""
    path = folder / NAME
    with refusing():
        if not path.exists():
            _make(path)
        secret = path.read_bytes()
    if len(secret) != SECRET_BYTES:
        refuse("secret_damaged")
    return secret


def key_for(secret: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose, so that what is signed for one is worthless for another."""
    return hmac.new(secret, purpose.encode(), hashlib.sha256).digest()


def _make(path: Path) -> None:
    # Written whole under another name and then linked: of several processes that start at once, one wins,
    # and none reads half a secret.
    half = path.with_name(f"{NAME}.{secrets.token_hex(8)}.half")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(secrets.token_bytes(SECRET_BYTES))
            written.flush()
            os.fsync(written.fileno())
        with suppress(FileExistsError):
            os.link(half, path)
    finally:
        half.unlink()

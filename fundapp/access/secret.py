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
            write_private(path, secrets.token_bytes(SECRET_BYTES))
        secret = path.read_bytes()
    if len(secret) != SECRET_BYTES:
        refuse("secret_damaged")
    return secret


def key_for(secret: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose, so that what is signed for one is worthless for another."""
    return hmac.new(secret, purpose.encode(), hashlib.sha256).digest()


def write_private(path: Path, content: bytes) -> None:
    """A new file that its owner alone can read. One that is there already stays as it is."""
    # Written whole under another name and then linked: of several processes that start at once, one wins,
    # and none reads half a secret.
    half = path.with_name(f"{path.name}.{secrets.token_hex(8)}.half")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        with suppress(FileExistsError):
            os.link(half, path)
    finally:
        half.unlink()

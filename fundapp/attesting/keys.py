"""The fund's own key: Ed25519, in a file that its owner alone can read, outside the data folder and its backups."""

import base64
import binascii
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from fundapp.basis.refusal import Refusal
from fundapp.committee.minutes_life import Attestation

PUBLIC = ".pub"


def new_key(path: Path, data: Path) -> str | Refusal:
    """Write a new private key to `path` and its public half beside it; the public key in hex.

    Refuses a place in the data folder `data`: whoever copies that would have the key with the record it vouches for.
    """
    if path.resolve().is_relative_to(data.resolve()):
        return Refusal.of("signing_key_in_data", folder=str(data))
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as written:
            written.write(private)
            written.flush()
            os.fsync(written.fileno())
        path.with_name(path.name + PUBLIC).write_bytes(public)
    except FileExistsError:
        return Refusal.of("signing_key_exists", file=str(path))
    except OSError as fault:
        return Refusal.of("signing_key_unwritable", file=str(path), reason=fault.strerror or "")
    return _hex(key.public_key())


def signature(statement: bytes, path: Path) -> Attestation | Refusal:
    """The signature over a statement by the private key of this file."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        return Refusal.of("signing_key_unreadable", file=str(path))
    if not isinstance(key, Ed25519PrivateKey):
        return Refusal.of("signing_key_unreadable", file=str(path))
    value = base64.b64encode(key.sign(statement)).decode()
    return Attestation(kind="signature", by=_hex(key.public_key()), value=value)


def public_key(path: Path) -> str | Refusal:
    """The public key of this file, in hex: of the public half, or of the private key itself."""
    try:
        data = path.read_bytes()
        if b"PRIVATE" in data:
            private = serialization.load_pem_private_key(data, password=None)
            key = private.public_key()
        else:
            key = serialization.load_pem_public_key(data)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        return Refusal.of("public_key_unreadable", file=str(path))
    return _hex(key) if isinstance(key, Ed25519PublicKey) else Refusal.of("public_key_unreadable", file=str(path))


def is_by(given: Attestation, statement: bytes) -> bool:
    """True when the signature is over this statement, by the key that it names."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(given.by))
        key.verify(base64.b64decode(given.value, validate=True), statement)
    except (ValueError, binascii.Error, InvalidSignature):
        return False
    return True


def _hex(key: Ed25519PublicKey) -> str:
    return key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw).hex()

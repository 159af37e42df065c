"""The fund's own key: where it may lie, what it signs, and what it does not."""

import stat
from pathlib import Path

import pytest

from fundapp.attesting.keys import is_by, new_key, public_key, signature
from fundapp.basis.refusal import Refusal
from fundapp.committee.minutes_life import Attestation

SAID = b"entry 7"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "fund.key"
    assert isinstance(new_key(path, tmp_path / "data"), str)
    return path


def test_a_new_key_can_be_read_by_its_owner_alone_and_has_its_public_half_beside_it(key: Path):
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    public = public_key(key.with_name("fund.key.pub"))
    assert public == public_key(key)
    assert isinstance(public, str)
    assert len(bytes.fromhex(public)) == 32


def test_a_key_is_never_overwritten_nor_put_beside_the_record(key: Path, tmp_path: Path):
    before = key.read_bytes()
    assert new_key(key, tmp_path / "data") == Refusal.of("signing_key_exists", file=str(key))
    assert key.read_bytes() == before
    data = tmp_path / "data"
    inside = data / "sub" / ".." / "fund.key"
    assert new_key(inside, data) == Refusal.of("signing_key_in_data", folder=str(data))
    missing = tmp_path / "none" / "key"
    refused = Refusal.of("signing_key_unwritable", file=str(missing), reason="No such file or directory")
    assert new_key(missing, data) == refused


def test_a_signature_fits_its_statement_and_its_key_alone(key: Path, tmp_path: Path):
    made = signature(SAID, key)
    assert isinstance(made, Attestation)
    assert (made.kind, made.by, made.stated_at) == ("signature", public_key(key), None)
    # Ed25519 gives the same signature for the same words, so the same record gives the same copy.
    assert made == signature(SAID, key)
    assert is_by(made, SAID)
    other = tmp_path / "other.key"
    new_key(other, tmp_path / "data")
    for wrong in (
        made.model_copy(update={"by": public_key(other)}),
        made.model_copy(update={"by": "no hex"}),
        made.model_copy(update={"by": "00"}),
        made.model_copy(update={"value": "no base64!"}),
        made.model_copy(update={"value": ""}),
        signature(SAID + b" ", key),
    ):
        assert isinstance(wrong, Attestation)
        assert not is_by(wrong, SAID)


@pytest.mark.parametrize(
    "content", [None, b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", b"\xff"]
)
def test_what_is_no_key_is_refused(tmp_path: Path, content: bytes | None):
    path = tmp_path / "key"
    if content is not None:
        path.write_bytes(content)
    assert signature(SAID, path) == Refusal.of("signing_key_unreadable", file=str(path))
    assert public_key(path) == Refusal.of("public_key_unreadable", file=str(path))


def test_a_key_of_another_kind_is_refused(tmp_path: Path, person):
    from cryptography.hazmat.primitives import serialization as s

    path = tmp_path / "rsa"
    path.write_bytes(person.key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()))
    assert signature(SAID, path) == Refusal.of("signing_key_unreadable", file=str(path))
    assert public_key(path) == Refusal.of("public_key_unreadable", file=str(path))

"""RFC 3161 against an authority on this machine: what is asked, what is believed, and every way to be lied to."""

import base64
from pathlib import Path

import pytest
from asn1crypto import tsp
from attesting.conftest import STATED_AT

from fundapp.attesting.timestamps import Judged, certificates, judge, timestamp
from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.minutes_life import Attestation

SAID = b"entry 7"
HOST = "127.0.0.1"


def unfit(code: str) -> Refusal:
    return Refusal.of("timestamp_unfit", Problem.of(code), authority=HOST)


def stamped(authority, roots=()) -> Attestation:
    made = timestamp(SAID, authority.address, roots)
    assert isinstance(made, Attestation), made
    return made


def test_a_timestamp_states_the_time_and_who_states_it(authority, tmp_path: Path):
    roots = certificates(authority.owner.file(tmp_path))
    assert not isinstance(roots, Refusal)
    made = stamped(authority, roots)
    assert (made.kind, made.by, made.stated_at) == ("timestamp", "Stamping office", STATED_AT)
    token = base64.b64decode(made.value)
    believed = Judged(authority=made.by, stated_at=STATED_AT, trusted=True)
    assert judge(token, SAID, roots) == believed
    assert judge(token, SAID) == believed.model_copy(update={"trusted": False})
    assert judge(token, b"entry 8", roots) == Problem.of("timestamp_of_something_else")


def test_nothing_but_a_digest_and_a_number_leaves_the_house(authority):
    seen = []

    def look(request: tsp.TimeStampReq) -> tsp.TimeStampReq:
        seen.append(request)
        return request

    authority.meddle = look
    stamped(authority)
    stamped(authority)
    first, second = seen
    assert SAID not in first.dump()
    assert set(first.native) - {k for k, v in first.native.items() if v is None} == {
        *("version", "message_imprint", "nonce", "cert_req")
    } | {k for k, v in first.native.items() if v in ([], False)}
    assert first["nonce"].native != second["nonce"].native


def test_an_answer_to_another_question_is_thrown_away(authority):
    def other_nonce(request: tsp.TimeStampReq) -> tsp.TimeStampReq:
        return tsp.TimeStampReq({**request.native, "nonce": request["nonce"].native + 1, "extensions": None})

    def no_nonce(request: tsp.TimeStampReq) -> tsp.TimeStampReq:
        return tsp.TimeStampReq({"version": 1, "message_imprint": request["message_imprint"], "cert_req": True})

    for meddle in (other_nonce, no_nonce):
        authority.meddle = meddle
        assert timestamp(SAID, authority.address) == unfit("timestamp_to_another_question")


def test_a_timestamp_of_something_else_is_thrown_away(authority):
    def other_imprint(request: tsp.TimeStampReq) -> tsp.TimeStampReq:
        request["message_imprint"]["hashed_message"] = b"\0" * 32
        return request

    authority.meddle = other_imprint
    assert timestamp(SAID, authority.address) == unfit("timestamp_of_something_else")


def test_a_changed_token_is_found(authority):
    token = bytearray(base64.b64decode(stamped(authority).value))
    token[-1] ^= 1
    assert judge(bytes(token), SAID) == Problem.of("timestamp_signature_wrong")
    assert judge(b"", SAID) == Problem.of("timestamp_unreadable")
    assert judge(bytes(token[:-9]), SAID) == Problem.of("timestamp_unreadable")


def test_an_authority_must_go_back_to_the_certificate_that_was_named(authority, stranger, tmp_path: Path):
    roots = certificates(stranger.file(tmp_path))
    assert not isinstance(roots, Refusal)
    assert timestamp(SAID, authority.address, roots) == unfit("timestamp_of_a_stranger")


def test_whose_certificate_is_not_for_stamping_is_no_authority(authority, person):
    authority.owner = person
    assert timestamp(SAID, authority.address) == unfit("timestamp_signature_wrong")


def test_an_authority_that_declines_is_heard(authority):
    # SEQUENCE { SEQUENCE { INTEGER 2 (rejection), SEQUENCE { UTF8String "no credit" } } }: no token follows.
    authority.instead = bytes.fromhex("3012 3010 0201 02 300b 0c09") + b"no credit"
    told = Refusal.of("timestamp_declined", authority=HOST, reason="rejection; no credit")
    assert timestamp(SAID, authority.address) == told


@pytest.mark.parametrize(
    "answer", [b"", b"<html>", b"\x30\x80", b"\x30" * 300_000], ids=["empty", "html", "cut", "huge"]
)
def test_what_is_no_timestamp_is_thrown_away(authority, answer: bytes):
    authority.instead = answer
    assert timestamp(SAID, authority.address) == unfit("timestamp_unreadable")


def test_an_authority_that_is_away_is_told(authority):
    authority.status = 503
    told = Refusal.of("timestamp_unreachable", authority=HOST, reason="HTTP 503")
    assert timestamp(SAID, authority.address) == told
    for address in ("http://user:secret@127.0.0.1:1/", "nonsense", "file:///etc/passwd", "http://[::1"):
        refused = timestamp(SAID, address)
        assert isinstance(refused, Refusal)
        assert refused.code == "timestamp_unreachable"
        assert "secret" not in str(refused)


def test_what_is_no_certificate_is_refused(tmp_path: Path, person):
    path = tmp_path / "certificate"
    refused = Refusal.of("certificate_unreadable", file=str(path))
    assert certificates(path) == refused
    for content in (b"", b"\x30\x03\x02\x01\x00", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"):
        path.write_bytes(content)
        assert certificates(path) == refused

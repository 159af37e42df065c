"""Timestamps of RFC 3161: asking an authority that the user names, and judging what it answered.

Nothing is asked of anybody unless an address is named. Only a digest leaves the house.
"""

import asyncio
import base64
import hashlib
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

import httpx
from asn1crypto import cms, core, pem, tsp, x509
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.minutes_life import Attestation

TIMEOUT_S = 20
MOST_BYTES = 200_000
ASKED, ANSWERED = "application/timestamp-query", "application/timestamp-reply"
DIGEST = "sha256"

_UNFIT = (ValueError, TypeError, KeyError, AttributeError, OverflowError, SignatureValidationError)
"""What the library raises on bytes that are no token, or one that contradicts itself."""


class _Response(core.Sequence):  # type: ignore[misc]
    """An answer as RFC 3161 has it: the library's own insists on a token, also where the authority declines."""

    _fields: ClassVar = [("status", tsp.PKIStatusInfo), ("time_stamp_token", cms.ContentInfo, {"optional": True})]


class Judged(Fact):
    """A token that is sound: who states which time, and whether the authority goes back to a certificate one trusts."""

    authority: Text
    stated_at: Instant
    trusted: bool


def timestamp(statement: bytes, address: str, roots: Sequence[x509.Certificate] = ()) -> Attestation | Refusal:
    """A timestamp over the statement by the authority at this address; with `roots` it must go back to one of them."""
    token = ask(hashlib.sha256(statement).digest(), address)
    if isinstance(token, Refusal):
        return token
    found = judge(token, statement, roots)
    if isinstance(found, Problem):
        return Refusal.of("timestamp_unfit", found, authority=host_of(address))
    if roots and not found.trusted:
        return _unfit(address, "timestamp_of_a_stranger")
    value = base64.b64encode(token).decode()
    return Attestation(kind="timestamp", by=found.authority, value=value, stated_at=found.stated_at)


def ask(digest: bytes, address: str) -> bytes | Refusal:
    """The token with which the authority answers for a SHA-256 digest."""
    nonce = secrets.randbits(63)
    imprint = {"hash_algorithm": {"algorithm": DIGEST}, "hashed_message": digest}
    request = tsp.TimeStampReq({"version": 1, "message_imprint": imprint, "nonce": nonce, "cert_req": True})
    answer = _answer(address, request.dump())
    return answer if isinstance(answer, Refusal) else _token(answer, nonce, address)


def host_of(address: str) -> str:
    """Whom the address names, without what may be secret in it."""
    try:
        named = urlsplit(address).hostname
    except ValueError:
        named = None
    return named or address.rpartition("@")[2]


def _answer(address: str, request: bytes) -> bytes | Refusal:
    headers = {"content-type": ASKED, "accept": ANSWERED}
    try:
        with (
            httpx.Client(timeout=TIMEOUT_S) as client,
            client.stream("POST", address, content=request, headers=headers) as told,
        ):
            if told.status_code != httpx.codes.OK:
                return Refusal.of(
                    "timestamp_unreachable", authority=host_of(address), reason=f"HTTP {told.status_code}"
                )
            answer = b""
            for piece in told.iter_bytes():
                answer += piece
                if len(answer) > MOST_BYTES:
                    return _unfit(address, "timestamp_unreadable")
    except (httpx.HTTPError, httpx.InvalidURL) as fault:
        return Refusal.of(
            "timestamp_unreachable", authority=host_of(address), reason=str(fault) or type(fault).__name__
        )
    return answer


def _token(answer: bytes, nonce: int, address: str) -> bytes | Refusal:
    """The token of an answer to the request with this nonce."""
    try:
        told = _Response.load(answer, strict=True)
        status = told["status"]["status"].native
        if status not in ("granted", "granted_with_mods"):
            said = "; ".join([status, *(told["status"]["status_string"].native or ())])
            return Refusal.of("timestamp_declined", authority=host_of(address), reason=said)
        token = told["time_stamp_token"]
        if _info(token)["nonce"].native != nonce:
            return _unfit(address, "timestamp_to_another_question")
        return bytes(token.dump())
    except _UNFIT:
        return _unfit(address, "timestamp_unreadable")


def judge(token: bytes, statement: bytes, roots: Sequence[x509.Certificate] = ()) -> Judged | Problem:
    """Whether a token is over this statement, and who states which time in it; else the first fault."""
    try:
        content = cms.ContentInfo.load(token, strict=True)
        info = _info(content)
        imprint = info["message_imprint"]
        if imprint["hash_algorithm"]["algorithm"].native != DIGEST:
            return Problem.of("timestamp_of_something_else")
        if imprint["hashed_message"].native != hashlib.sha256(statement).digest():
            return Problem.of("timestamp_of_something_else")
        stated_at = info["gen_time"].native
        status = asyncio.run(_status(content["content"], statement, roots, stated_at))
    except _UNFIT:
        return Problem.of("timestamp_unreadable")
    signer = status.signing_cert
    purposes = signer.extended_key_usage_value
    # RFC 3161, 2.3: the certificate is for stamping and for nothing else.
    if not (status.intact and status.valid) or purposes is None or purposes.native != ["time_stamping"]:
        return Problem.of("timestamp_signature_wrong")
    return Judged(authority=name_in(signer), stated_at=stated_at, trusted=bool(roots) and status.trusted)


async def _status(
    signed: cms.SignedData, statement: bytes, roots: Sequence[x509.Certificate], at: Instant
) -> TimestampSignatureStatus:
    # As of the stated time, by what is at hand: nobody else is asked, and a certificate may lapse later.
    context = ValidationContext(trust_roots=list(roots), allow_fetching=False, moment=at, best_signature_time=at)
    found = await validate_tst_signed_data(
        signed, context, expected_tst_imprint=lambda name: hashlib.new(name, statement).digest()
    )
    return TimestampSignatureStatus(**found)


def name_in(certificate: x509.Certificate) -> str:
    """Whose certificate it is: the name and the organisation in it."""
    said = certificate.subject.native
    names = [said[part] for part in ("common_name", "organization_name") if isinstance(said.get(part), str)]
    return ", ".join(dict.fromkeys(names)) or str(certificate.subject.human_friendly)


def certificates(path: Path) -> tuple[x509.Certificate, ...] | Refusal:
    """The certificates of a file, PEM or DER."""
    try:
        data = path.read_bytes()
        if pem.detect(data):
            loaded = tuple(x509.Certificate.load(der) for _kind, _headers, der in pem.unarmor(data, multiple=True))
        else:
            loaded = (x509.Certificate.load(data, strict=True),)
        for one in loaded:
            # The library reads lazily: a certificate that is none is found out here.
            _ = one.subject.native, one.public_key.native
    except (OSError, *_UNFIT):
        return Refusal.of("certificate_unreadable", file=str(path))
    return loaded


def _info(content: cms.ContentInfo) -> Any:
    return content["content"]["encap_content_info"]["content"].parsed


def _unfit(address: str, code: str) -> Refusal:
    return Refusal.of("timestamp_unfit", Problem.of(code), authority=host_of(address))

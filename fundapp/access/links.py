"""Signed, expiring links for people without an account. Opening one changes nothing; its form is taken once."""

import hashlib
import secrets
from datetime import datetime, timedelta

from itsdangerous import BadSignature, URLSafeSerializer

from fundapp.access.secret import key_for
from fundapp.basis.days import Instant, instant_text
from fundapp.basis.fact import Fact, Text
from fundapp.basis.refusal import Refusal
from fundapp.store import nonces
from fundapp.store.connection import Connection

LONGEST_TOKEN = 1000
"""Characters; longer ones are not even looked at."""

FORM_OPEN_FOR = timedelta(hours=12)


class Link(Fact):
    """What a link is for: the fund, the purpose (such as "offer"), whom or what it concerns, and when it ends."""

    fund: Text
    purpose: Text
    subject: Text
    expires: Instant


class _Form(Fact):
    link: Text
    nonce: Text
    expires: Instant


def serializer(secret: bytes, purpose: str) -> URLSafeSerializer:
    """What signs and reads texts for one purpose, so that a text for one is worthless for another."""
    return URLSafeSerializer(
        key_for(secret, purpose), signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"}
    )


def mint(secret: bytes, link: Link) -> str:
    """The token of `link`, signed with the installation's secret."""
    return str(serializer(secret, f"link {link.purpose}").dumps(link.model_dump(mode="json")))


def signed(secret: bytes, token: str, *, purpose: str) -> Link | Refusal:
    """The link of a token, over or not. Refusals: link_not_valid (not ours, altered, for another purpose)."""
    found = _loads(secret, f"link {purpose}", token)
    return Refusal.of("link_not_valid") if found is None else Link.model_validate(found)


def open(secret: bytes, token: str, *, purpose: str, now: datetime) -> Link | Refusal:
    """The link of a token. Refusals: link_not_valid (not ours, altered, for another purpose), link_expired."""
    link = signed(secret, token, purpose=purpose)
    if isinstance(link, Refusal) or now < link.expires:
        return link
    return Refusal.of("link_expired")


def form_nonce(secret: bytes, token: str, now: datetime) -> str:
    """A nonce for one showing of the form behind a link; good for 12 hours, for this link alone, once."""
    form = _Form(link=_name(token), nonce=secrets.token_hex(16), expires=now + FORM_OPEN_FOR)
    return str(serializer(secret, "form").dumps(form.model_dump(mode="json")))


def take_form(
    connection: Connection, secret: bytes, link: Link, token: str, nonce: str, now: datetime
) -> Refusal | None:
    """Take the form's nonce, in the transaction of what the form does. Refusals: form_not_valid, form_taken."""
    found = _loads(secret, "form", nonce)
    if found is None:
        return Refusal.of("form_not_valid")
    form = _Form.model_validate(found)
    if form.link != _name(token) or now >= form.expires:
        return Refusal.of("form_not_valid")
    return None if nonces.spend(connection, link.fund, form.nonce, instant_text(now)) else Refusal.of("form_taken")


def _name(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _loads(secret: bytes, purpose: str, token: str) -> object | None:
    if len(token) > LONGEST_TOKEN or not token.isascii():
        return None
    try:
        found: object = serializer(secret, purpose).loads(token)
    except BadSignature:
        return None
    return found

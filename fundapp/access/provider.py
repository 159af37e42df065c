"""Signing in by the organisation's own provider: OpenID Connect, code with PKCE, state and nonce.

Sources: OpenID Connect Core 1.0 (3.1, 3.1.3.7), OpenID Connect Discovery 1.0 (4), RFC 7636, RFC 9700.
"""

import hmac
import ipaddress
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, Self
from urllib.parse import quote, urlsplit

import httpx
from authlib.common.security import generate_token
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core.claims import CodeIDToken
from itsdangerous import BadSignature
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from pydantic import Field, model_validator

from fundapp.access.links import serializer
from fundapp.basis.days import Instant
from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.refusal import Refusal

BACK = "/auth/provider/back"
"""Where the provider sends a browser back to, on our site."""

OPEN_FOR = timedelta(minutes=10)
"""How long a sign-in that was begun may take."""

PATIENCE_S = 10.0
LEEWAY_S = 60
"""How far the provider's clock may be from ours."""

SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
"""By keys that only the provider has: none by a secret that both know, and never none at all."""

_PURPOSE = "provider sign-in"


class Provider(Fact):
    """How this installation signs in by a provider. The file's fields; an `https` address in each."""

    issuer: Text
    client_id: Text = Field(min_length=1)
    client_secret: Text = Field(min_length=1)
    address: Text
    """This installation as browsers reach it, such as https://fund.example; `BACK` under it is told the provider."""
    claim: Text = "email"
    """What of the provider's statement is the sign-in name of an account here."""
    name: Bilingual
    """What people call the provider."""
    passwords: Literal["administrator", "everyone"] = "administrator"
    """Who may still sign in with a password."""

    @model_validator(mode="after")
    def _by_https(self) -> Self:
        if not all(map(_is_safe, (self.issuer, self.address))):
            raise ValueError("issuer and address begin with https://")
        return self

    @property
    def back(self) -> str:
        """The address that the provider sends browsers back to."""
        return self.address.rstrip("/") + BACK


class Begun(Fact):
    """A sign-in under way: where to send the browser, and what the browser keeps until it is back."""

    address: str
    kept: str


class Told(Fact):
    """What the provider said of a person: the name to look for, and the page that was wanted."""

    sign_in_name: str
    wanted: str


class _Way(Fact):
    state: str
    nonce: str
    verifier: str
    wanted: str
    expires: Instant


def begin(provider: Provider, secret: bytes, wanted: str, now: datetime) -> Begun | Refusal:
    """Begin a sign-in that shall lead to the page `wanted`. Refusals: provider_unavailable."""
    way = _Way(
        state=generate_token(43),
        nonce=generate_token(43),
        verifier=generate_token(64),
        wanted=wanted,
        expires=now + OPEN_FOR,
    )
    with _client() as client:
        described = _described(provider, client)
    if isinstance(described, Refusal):
        return described
    address = prepare_grant_uri(
        described["authorization_endpoint"],
        client_id=provider.client_id,
        response_type="code",
        redirect_uri=provider.back,
        scope=["openid", "email", "profile"],
        state=way.state,
        nonce=way.nonce,
        code_challenge=create_s256_code_challenge(way.verifier),
        code_challenge_method="S256",
    )
    return Begun(address=address, kept=str(serializer(secret, _PURPOSE).dumps(way.model_dump(mode="json"))))


def finish(provider: Provider, secret: bytes, kept: str, query: Mapping[str, str], now: datetime) -> Told | Refusal:
    """What the provider says of the person who came back with `query`, after every check.

    Refusals: provider_way_lost (begun elsewhere, too long ago, or never), provider_declined, provider_unavailable,
    provider_not_valid (a statement that is not the provider's, not for us, or not for this sign-in), provider_unnamed.
    """
    way = _way(secret, kept)
    if way is None or now >= way.expires or not hmac.compare_digest(way.state, query.get("state", "")):
        return Refusal.of("provider_way_lost")
    # RFC 9207: a provider that says who it is must be the one that was asked.
    if query.get("iss", provider.issuer) != provider.issuer:
        return Refusal.of("provider_not_valid")
    if not query.get("code"):
        return Refusal.of("provider_declined")
    with _client() as client:
        described = _described(provider, client)
        if isinstance(described, Refusal):
            return described
        found = _fetched(client, "POST", described["token_endpoint"], **_exchange(provider, way, query["code"]))
        keys = _fetched(client, "GET", described["jwks_uri"])
    if isinstance(found, Refusal) or isinstance(keys, Refusal):
        return found if isinstance(found, Refusal) else Refusal.of("provider_unavailable")
    claims = _checked(provider, str(found.get("id_token", "")), keys, way.nonce, now)
    if claims is None:
        return Refusal.of("provider_not_valid")
    name = claims.get(provider.claim)
    # A mail address that its holder never proved would let anybody in who types somebody else's.
    if (
        not isinstance(name, str)
        or not name
        or (provider.claim == "email" and claims.get("email_verified") is not True)
    ):
        return Refusal.of("provider_unnamed")
    return Told(sign_in_name=name, wanted=way.wanted)


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or ""))


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _client() -> httpx.Client:
    # Proxies and certificates by the environment are the operator's; a redirect would move the question elsewhere.
    return httpx.Client(timeout=PATIENCE_S, follow_redirects=False)


def _described(provider: Provider, client: httpx.Client) -> Mapping[str, Any] | Refusal:
    """The provider's description of itself, which must be of the issuer that was named, with safe addresses."""
    address = f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration"
    found = _fetched(client, "GET", address)
    if isinstance(found, Refusal):
        return found
    ends = (found.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"))
    if found.get("issuer") != provider.issuer or not all(isinstance(end, str) and _is_safe(end) for end in ends):
        return Refusal.of("provider_unavailable")
    return found


def _exchange(provider: Provider, way: _Way, code: str) -> dict[str, Any]:
    return {
        "data": {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": provider.back,
            "code_verifier": way.verifier,
        },
        # RFC 6749, 2.3.1: both are form-encoded before they become a user name and a password.
        "auth": (quote(provider.client_id, safe=""), quote(provider.client_secret, safe="")),
    }


def _fetched(client: httpx.Client, method: str, address: str, **more: Any) -> dict[str, Any] | Refusal:
    """The JSON object at an address of the provider's. Refusals: provider_unavailable, provider_not_valid (a 4xx)."""
    try:
        answer = client.request(method, address, **more)
        found = answer.json() if answer.status_code == httpx.codes.OK else None
    except (httpx.HTTPError, httpx.InvalidURL, ValueError):
        return Refusal.of("provider_unavailable")
    if method == "POST" and answer.is_client_error:
        # The code was not one for us, or was used before.
        return Refusal.of("provider_not_valid")
    return found if isinstance(found, dict) else Refusal.of("provider_unavailable")


def _way(secret: bytes, kept: str) -> _Way | None:
    try:
        return _Way.model_validate(serializer(secret, _PURPOSE).loads(kept))
    except BadSignature:
        return None


def _checked(
    provider: Provider, token: str, keys: dict[str, Any], nonce: str, now: datetime
) -> Mapping[str, Any] | None:
    """The claims of an ID token that is signed by the provider, for us, in time, for this sign-in; else None."""
    try:
        read = jwt.decode(token, KeySet.import_key_set(keys), algorithms=list(SIGNATURES))  # type: ignore[arg-type]
        claims = CodeIDToken(
            read.claims,
            read.header,
            {"iss": {"essential": True, "value": provider.issuer}, "aud": {"essential": True}},
            {"nonce": nonce, "client_id": provider.client_id},
        )
        claims.validate(int(now.timestamp()), LEEWAY_S)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    audiences = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    # A token for several must name us as the one it was made for, and a nonce that is missing is a wrong one.
    ours = provider.client_id in audiences and (len(audiences) == 1 or claims.get("azp") == provider.client_id)
    return claims if ours and claims.get("nonce") == nonce else None

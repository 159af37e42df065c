"""Sending e-mail through the server that the installation names; without one, messages are files to be handed over.

FUNDAPP_SMTP=smtp://user:password@mail.example:587?from=office@example.jp names it. `smtps` begins encrypted; `smtp`
turns to encryption as soon as the server offers it, and sends a password only so.
"""

import os
import smtplib
import ssl
from collections.abc import Iterable, Iterator, Mapping
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

from fundapp.basis.fact import Fact, Text

MAIL_VARIABLE = "FUNDAPP_SMTP"
ADDRESS_VARIABLE = "FUNDAPP_URL"
"""The address by which people outside reach this server, for the links in messages: https://fund.example.jp"""
TIMEOUT_S = 20


class MailServer(Fact):
    """Where e-mail leaves the house, and in whose name."""

    host: Text
    port: int
    encrypted: bool
    user: Text = ""
    password: Text = ""
    sender: Text


def mail_server(environment: Mapping[str, str] = os.environ) -> MailServer | None:
    """The server that the environment names; None when it names none, or nothing that makes sense."""
    given = urlsplit(environment.get(MAIL_VARIABLE, ""))
    sender = parse_qs(given.query).get("from", [""])[0]
    if given.scheme not in ("smtp", "smtps") or not given.hostname or "@" not in sender:
        return None
    return MailServer(
        host=given.hostname,
        port=given.port or (465 if given.scheme == "smtps" else 587),
        encrypted=given.scheme == "smtps",
        user=unquote(given.username or ""),
        password=unquote(given.password or ""),
        sender=sender,
    )


def public_address(fallback: str, environment: Mapping[str, str] = os.environ) -> str:
    """Scheme and host for links in messages: as the environment says, else as this visitor reached the server."""
    return environment.get(ADDRESS_VARIABLE, "").rstrip("/") or fallback.rstrip("/")


def send_all(server: MailServer, messages: Iterable[tuple[str, EmailMessage]]) -> Iterator[tuple[str, str]]:
    """Send each message; (its key, what went wrong or nothing) as they leave. One that fails stops no other."""
    try:
        connection = _connect(server)
    except (OSError, smtplib.SMTPException) as error:
        yield from ((key, _reason(error)) for key, _message in messages)
        return
    with connection:
        for key, message in messages:
            # Drafts are marked so that a mail program opens them for sending; what is sent is none.
            del message["X-Unsent"]
            try:
                connection.send_message(message)
            except (OSError, smtplib.SMTPException) as error:
                yield key, _reason(error)
            else:
                yield key, ""


def _connect(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.encrypted:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_S, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)
        connection.ehlo()
        if connection.has_extn("starttls"):
            connection.starttls(context=context)
            connection.ehlo()
        elif server.user:
            connection.close()
            raise smtplib.SMTPException("the server offers no encryption, so the password is not sent")
    if server.user:
        connection.login(server.user, server.password)
    return connection


def _reason(error: Exception) -> str:
    """What the server said, in one line."""
    return " ".join(str(error).split())[:200] or type(error).__name__

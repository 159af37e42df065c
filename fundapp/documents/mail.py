"""E-mail in both languages: every message in Japanese, then in English, with the link after each."""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from fundapp.basis.fact import Fact, Text


class Said(Fact):
    """A message in one language."""

    subject: Text
    paragraphs: tuple[Text, ...]


class Envelope(Fact):
    """Who writes to whom, and which link stands in it. `mark` is the same for a message that is sent again."""

    sender: Text
    person: Text
    email: Text
    """Empty when no address is on file: a person has to fill it in."""
    address: Text
    mark: Text


def message(envelope: Envelope, japanese: Said, english: Said, *, at: datetime) -> EmailMessage:
    """The e-mail, which a mail program opens as a draft to be sent."""
    made = EmailMessage(policy=SMTP)
    name, _at, domain = envelope.sender.rpartition("@")
    made["From"] = (
        Address(addr_spec=envelope.sender) if name and domain else Address("fundapp", addr_spec="fundapp@localhost")
    )
    if envelope.email:
        made["To"] = Address(" ".join(envelope.person.split()), addr_spec=envelope.email)
    made["Subject"] = f"{japanese.subject} / {english.subject}"
    made["Date"] = format_datetime(at)
    # The same message has the same id, so that a mail sent twice shows once.
    mark = hashlib.sha256(envelope.mark.encode()).hexdigest()[:32]
    made["Message-ID"] = f"<{mark}@{domain or 'localhost'}>"
    # A mail program opens such a file as a draft to be sent.
    made["X-Unsent"] = "1"
    parts = (
        "\n\n".join(japanese.paragraphs),
        envelope.address,
        "-" * 40,
        "\n\n".join(english.paragraphs),
        envelope.address,
    )
    made.set_content("\n\n".join(parts) + "\n", cte="base64")
    return made


def eml_zip(messages: Iterable[tuple[str, EmailMessage]]) -> bytes:
    """Every message as an .eml file named after its addressee, in one ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (to, one) in enumerate(messages, start=1):
            safe = "".join(letter if letter.isalnum() else "-" for letter in to)[:40]
            info = zipfile.ZipInfo(f"{number:03}-{safe}.eml", date_time=(2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, bytes(one))
    return out.getvalue()

"""The sign-in cards of a meeting to print and cut out: name, seat, and a QR code."""

from contextvars import copy_context
from datetime import datetime
from io import BytesIO
from typing import Any

import segno

from fundapp.basis.fact import Fact, Language, Text
from fundapp.documents.typst_pdf import printed, typst_pdf
from fundapp.text.catalogue import _, use


class SeatCard(Fact):
    """One person's card. The address is a key to the person's desk while the meeting lasts."""

    name: Text
    seat: Text
    address: Text


def seat_cards_pdf(
    cards: tuple[SeatCard, ...], *, meeting_number: int, fund: str, language: Language, issued_at: datetime
) -> bytes:
    """All cards on A4, six a page. `issued_at` needs a time zone. The caller's language stays as it was."""

    def speak() -> dict[str, Any]:
        use(language)
        title = _("Sign-in cards, meeting no. {number}").format(number=meeting_number)
        document: dict[str, Any]
        document, _lost = printed(
            {
                "language": language,
                "title": title,
                "fund": fund,
                "how": _("Hold the tablet's camera over the code and press “Sign in”. Good until the meeting closes."),
                "keep": _(
                    "Whoever holds this card signs in as the person named on it. Hand it back after the meeting."
                ),
                "cards": [{"name": one.name, "seat": one.seat} for one in cards],
            }
        )
        for told, card in zip(document["cards"], cards, strict=True):
            told["code"] = _svg(card.address)
            told["alt"] = _("QR code to sign in as {name}").format(name=told["name"])
        return document

    return typst_pdf("seat_cards.typ", copy_context().run(speak), standards=("ua-1",), issued_at=issued_at)


def _svg(address: str) -> str:
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False)
    return out.getvalue().decode()

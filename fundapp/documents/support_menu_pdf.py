"""The support menu as PDF/A-3a and PDF/UA-1 through typst: the same facts, language and time give the same bytes."""

from datetime import datetime

from fundapp.basis.fact import Language
from fundapp.documents.providers import Providers
from fundapp.documents.support_menu import Audience, MenuSource, support_menu
from fundapp.documents.typst_pdf import spoken, typst_pdf


def support_menu_pdf(
    source: MenuSource, providers: Providers, audience: Audience, *, language: Language, issued_at: datetime
) -> bytes:
    """The menu to print and to hand over. `issued_at` needs a time zone. The caller's language stays as it was."""
    document = spoken(lambda: support_menu(source, providers, audience), language)
    return typst_pdf("minutes.typ", document, standards=("a-3a", "ua-1"), issued_at=issued_at)

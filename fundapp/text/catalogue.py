"""gettext in two languages. English message ids stand in the code; Japanese in ja.po beside this file.

The .po file is read as it is, so no compiled catalogue can be missing or older than its source.
"""

import gettext as stdlib_gettext
import locale
import os
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import get_args

from fundapp.basis.language import Language

_language: ContextVar[Language] = ContextVar("language", default="ja")


@cache
def _translations(language: Language) -> stdlib_gettext.NullTranslations:
    if language == "en":
        return stdlib_gettext.NullTranslations()
    # A command that speaks English does not wait for what reads the Japanese.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (Path(__file__).parent / "ja.po").open("rb") as source:
        catalogue = read_po(source, locale="ja")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return stdlib_gettext.GNUTranslations(compiled)


def read_catalogues() -> None:
    """Read the catalogues now, which takes half a second, so that the first reader does not wait for it."""
    for language in get_args(Language):
        _translations(language)


def use(language: Language) -> None:
    """Speak `language` in this context (one run of a page, one document)."""
    _language.set(language)


def language() -> Language:
    """The language spoken now."""
    return _language.get()


def language_of(wanted: str | None) -> Language:
    """The house's language for a browser's locale: Japanese unless the reader asks for another tongue."""
    return "ja" if (wanted or "ja").lower().startswith("ja") else "en"


def of_terminal() -> Language:
    """The language of the terminal. Without any setting, and under C, English: such a terminal may lack the letters."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return language_of(next(filter(None, named), None) or locale.getlocale()[0] or "C")


def _(message: str) -> str:
    """`message` in the language spoken now."""
    return _translations(_language.get()).gettext(message)


def pgettext(context: str, message: str) -> str:
    """`message` where the same English word has two meanings."""
    return _translations(_language.get()).pgettext(context, message)


def ngettext(one: str, many: str, n: int, **details: object) -> str:
    """The form for `n`, with `{n}` and what else it names filled in."""
    return _translations(_language.get()).ngettext(one, many, n).format(n=n, **details)


def N_(message: str) -> str:
    """Mark a message that is translated later."""
    return message

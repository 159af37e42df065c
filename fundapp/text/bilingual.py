"""A message of the catalogue in both languages at once, for documents whose language is chosen later."""

from contextvars import copy_context

from fundapp.basis.fact import Bilingual, Language
from fundapp.text.catalogue import _, use


def both(message: str) -> Bilingual:
    """`message` in Japanese and English. The language of the caller's context stays as it was."""
    return Bilingual(ja=_spoken(message, "ja"), en=_spoken(message, "en"))


def _spoken(message: str, language: Language) -> str:
    def speak() -> str:
        use(language)
        return _(message)

    return copy_context().run(speak)

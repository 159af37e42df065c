"""The frame of the pages that the server draws itself: no script, big targets, both languages, light and dark."""

from urllib.parse import urlencode

from starlette.responses import HTMLResponse

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.text.catalogue import _, use
from fundapp.text.refusal_text import refusal_text
from fundapp.web.headers import PLAIN_PAGE_POLICY
from fundapp.web.languages import PARAMETER
from fundapp.web.markup import Markup, join, tag

LANGUAGE_NAMES: dict[Language, str] = {"ja": "日本語", "en": "English"}


def page(
    title: str, *content: Markup, language: Language, address: str = "", query: tuple[tuple[str, str], ...] = ()
) -> HTMLResponse:
    """A whole page. `address` and `query` are where the language switch leads back to."""
    body = join(_house(), tag("main", languages(language, address, query), *content))
    document = tag("html", head(title), tag("body", body), lang=language)
    headers = {"content-security-policy": PLAIN_PAGE_POLICY, "cache-control": "no-store"}
    return HTMLResponse(f"<!doctype html>{document}", headers=headers)


def refusal_page(refusal: Refusal, language: Language, *, status: int) -> HTMLResponse:
    """A page that says why something was not done."""
    use(language)
    home = tag("p", tag("a", _("Back to the desk"), href="/", class_="button"))
    title = _("This was not possible")
    answer = page(title, tag("h1", title), refusal_box(refusal), home, language=language)
    answer.status_code = status
    return answer


def refusal_box(refusal: Refusal) -> Markup:
    """What happened and what to do next, in the language spoken now."""
    text = refusal_text(refusal)
    return tag("div", tag("p", tag("strong", text.what)), tag("p", text.next_), class_="refusal", role="alert")


def head(title: str, *styles: str) -> Markup:
    """The head of a page, with more style sheets than the house's own where it needs them."""
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{title} - fundapp"),
        tag("link", rel="icon", href="/assets/mark.svg", type="image/svg+xml"),
        tag("link", rel="stylesheet", href="/assets/plain.css"),
        *(tag("link", rel="stylesheet", href=one) for one in styles),
    )


def _house() -> Markup:
    return tag(
        "header",
        tag("p", tag("img", src="/assets/mark.svg", alt="", width="40", height="40"), "fundapp", class_="name"),
        tag("p", tag("span", _("Can it grow?")), " ", tag("span", _("Can we support it?")), class_="question"),
        tag("p", _("Two axes, never summed. One record that nobody can quietly change."), class_="promise"),
        tag("img", src="/assets/two-axes.svg", alt="", class_="picture"),
        class_="house",
    )


def languages(language: Language, address: str, query: tuple[tuple[str, str], ...]) -> Markup:
    """The switch between the languages, leading back to `address`."""
    links = (
        tag(
            "a",
            name,
            href=f"{address}?{urlencode([*query, (PARAMETER, code)])}",
            hreflang=code,
            lang=code,
            aria_current="true" if code == language else None,
        )
        for code, name in LANGUAGE_NAMES.items()
    )
    return tag("nav", *links, class_="languages", aria_label=_("Language"))

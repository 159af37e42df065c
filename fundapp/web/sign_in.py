"""Signing in and out: forms without script, in both languages; in a demo a card for every seat and role."""

from urllib.parse import urlencode

from anyio import to_thread
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from fundapp.access import accounts, first_visit, sessions
from fundapp.access.accounts import SignedIn
from fundapp.access.provider import Provider
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.demo_mark import DemoSignIn, read_mark
from fundapp.text.catalogue import N_, _, use
from fundapp.web.form_fields import LONGEST_PASSWORD, sent
from fundapp.web.languages import chosen, language_for, remember
from fundapp.web.markup import Markup, tag
from fundapp.web.plain_page import page, refusal_box
from fundapp.web.process import desk
from fundapp.web.provider_settings import provider
from fundapp.web.provider_sign_in import OUT
from fundapp.web.session_cookie import from_our_own_page, give, is_secure, safe_next, take_back, token_of

NEXT = "next"
CARD = "card"

_GROUPS = (
    (N_("The committee"), frozenset({Role.VOTING})),
    (N_("The fund's office"), frozenset({Role.MANAGER, Role.SECRETARIAT, Role.ADMINISTRATOR})),
    (N_("Those who look on"), frozenset({Role.LP, Role.AUDITOR})),
)


async def show_sign_in(request: Request) -> Response:
    """The sign-in page; who has a session already is led on by the gate of the page asked for."""
    answer = await to_thread.run_sync(_draw, language_for(request), safe_next(request.query_params.get(NEXT, "/")))
    if asked := chosen(request.query_params):
        remember(answer, asked, secure=is_secure(request))
    return answer


async def sign_in(request: Request) -> Response:
    """Check name and password, or a demo's card, and go on to the page that was wanted."""
    if not from_our_own_page(request):
        return PlainTextResponse("This form was not sent from our page.", 403)
    form = await request.form(max_fields=8, max_files=0)
    wanted = safe_next(sent(form, NEXT))
    source = request.client.host if request.client else ""
    result = await to_thread.run_sync(_check, form, source)
    if isinstance(result, Refusal):
        return await to_thread.run_sync(_draw, language_for(request), wanted, result, sent(form, "name"))
    answer = RedirectResponse(wanted, 303)
    give(answer, result.token, secure=is_secure(request))
    return answer


async def sign_out(request: Request) -> Response:
    """End the session in the store, so that the cookie is worth nothing even where it was copied."""
    if not from_our_own_page(request):
        return PlainTextResponse("This form was not sent from our page.", 403)
    await to_thread.run_sync(sessions.sign_out, desk().database, token_of(request))
    answer = RedirectResponse("/auth/sign-in", 303)
    take_back(answer)
    return answer


def _demo_sign_ins() -> tuple[DemoSignIn, ...]:
    mark = read_mark(desk().database.folder)
    return mark.sign_ins if mark else ()


def _check(form: FormData, source: str) -> SignedIn | Refusal:
    name, password = sent(form, "name"), sent(form, "password", LONGEST_PASSWORD)
    if card := sent(form, CARD):
        # A card holds only a name; its password never leaves the server.
        name = card
        password = next((one.password for one in _demo_sign_ins() if one.name == card), "")
    by_provider = provider()
    alone = isinstance(by_provider, Provider) and by_provider.passwords == "administrator"
    return accounts.sign_in(desk().database, name, password, desk().now(), source, administrators_alone=alone)


def _draw(language: Language, wanted: str, refusal: Refusal | None = None, name: str = "") -> HTMLResponse:
    use(language)
    sign_ins = _demo_sign_ins()
    said = (refusal_box(refusal),) if refusal else ()
    if sign_ins:
        fictional = _("This is a demo. People, companies and figures are fictional; try whatever you like.")
        other = tag("summary", _("Sign in with a name and a password"))
        content = (
            tag("h1", _("Whose desk do you want to sit at?")),
            *said,
            tag("p", fictional, class_="lead"),
            *_cards(sign_ins, wanted, language),
            *_link_cards(language),
            tag("details", other, _form(wanted, name), class_="by-password", open=bool(name)),
        )
    elif first_visit.nobody_yet(desk().database):
        content = (tag("h1", _("There is no fund here yet")), _beginnings())
    elif (by_provider := provider()) is not None:
        content = (tag("h1", _("Sign in")), *said, *_provider_first(by_provider, wanted, name, language))
    else:
        content = (tag("h1", _("Sign in")), *said, _form(wanted, name))
    query = ((NEXT, wanted),) if wanted != "/" else ()
    answer = page(_("Sign in"), *content, language=language, address="/auth/sign-in", query=query)
    answer.status_code = 403 if refusal else 200
    return answer


def _provider_first(by_provider: Provider | Refusal, wanted: str, name: str, language: Language) -> tuple[Markup, ...]:
    """The organisation's door before the password's, which stays for the administrator when the other one is shut."""
    if isinstance(by_provider, Refusal):
        return (refusal_box(by_provider), _form(wanted, name))
    way = _("Sign in through {provider}").format(provider=by_provider.name.of(language))
    address = f"{OUT}?{urlencode({NEXT: wanted})}"
    other = tag("summary", _("Sign in with a name and a password"))
    return (
        tag("p", tag("a", way, href=address, class_="button primary")),
        tag("details", other, _form(wanted, name), class_="by-password", open=bool(name)),
    )


def _form(wanted: str, name: str) -> Markup:
    return tag(
        "form",
        tag("input", type="hidden", name=NEXT, value=wanted),
        tag("label", _("Sign-in name"), for_="name"),
        tag("input", id="name", name="name", value=name, autocomplete="username", autocapitalize="none", required=True),
        tag("label", _("Password"), for_="password"),
        tag("input", id="password", name="password", type="password", autocomplete="current-password", required=True),
        tag("button", _("Sign in"), class_="primary"),
        method="post",
        action="/auth/sign-in",
        class_="by-name",
    )


def _cards(sign_ins: tuple[DemoSignIn, ...], wanted: str, language: Language) -> list[Markup]:
    drawn = []
    for title, roles in _GROUPS:
        members = [one for one in sign_ins if one.roles & roles]
        if members:
            cards = (tag("li", _card(one, wanted, language)) for one in members)
            drawn.append(tag("section", tag("h2", _(title)), tag("ul", *cards), class_="cards"))
    return drawn


def _link_cards(language: Language) -> tuple[Markup, ...]:
    """In a demo, the links of people who have no account."""
    mark = read_mark(desk().database.folder)
    if mark is None or not mark.links:
        return ()
    cards = (
        tag(
            "li",
            tag(
                "a",
                tag("span", one.label.of(language), class_="label"),
                tag("span", one.person.of(language), class_="person"),
                href=one.address,
            ),
        )
        for one in mark.links
    )
    return (tag("section", tag("h2", _("Those who answer through a link")), tag("ul", *cards), class_="cards"),)


def _card(one: DemoSignIn, wanted: str, language: Language) -> Markup:
    return tag(
        "form",
        tag("input", type="hidden", name=NEXT, value=wanted),
        tag(
            "button",
            tag("span", one.label.of(language), class_="label"),
            tag("span", one.person.of(language), class_="person"),
            name=CARD,
            value=one.name,
        ),
        method="post",
        action="/auth/sign-in",
    )


def _beginnings() -> Markup:
    return tag(
        "div",
        tag(
            "p",
            _("To set up a fund here, open the set-up link. It stands in the window where “fundapp serve” runs."),
        ),
        tag("p", _("To look around in a fictional fund instead, stop this server and run:")),
        tag("pre", tag("code", "fundapp demo")),
        class_="beginnings",
    )

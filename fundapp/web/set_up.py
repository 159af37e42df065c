"""The first visit: whoever holds the set-up link opens the administrator's account."""

from anyio import to_thread
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from fundapp.access import accounts, first_visit
from fundapp.access.accounts import SignedIn
from fundapp.basis.fact import Bilingual, Language
from fundapp.basis.refusal import Refusal
from fundapp.places import SET_UP
from fundapp.text.catalogue import _, use
from fundapp.web.form_fields import LONGEST_PASSWORD, field, new_password_fields, sent
from fundapp.web.languages import chosen, language_for, remember
from fundapp.web.markup import Markup, tag
from fundapp.web.plain_page import page, refusal_box
from fundapp.web.process import desk
from fundapp.web.session_cookie import from_our_own_page, give, is_secure

TOKEN = "token"  # noqa: S105 - a name
AFTERWARDS = "/setup"
"""The page on which the administrator enters the fund."""

_TYPED = ("name", "latin", "sign-in-name")


async def show_set_up(request: Request) -> Response:
    """The form for the first account, when the link is the right one. Opening it changes nothing."""
    token = request.query_params.get(TOKEN, "")
    answer = await to_thread.run_sync(_draw, language_for(request), token)
    if asked := chosen(request.query_params):
        remember(answer, asked, secure=is_secure(request))
    return answer


async def set_up(request: Request) -> Response:
    """Open the first account, sign its person in, and go on to entering the fund."""
    if not from_our_own_page(request):
        return PlainTextResponse("This form was not sent from our page.", 403)
    form = await request.form(max_fields=8, max_files=0)
    source = request.client.host if request.client else ""
    result = await to_thread.run_sync(_open, form, source)
    if isinstance(result, Refusal):
        typed = {name: sent(form, name) for name in _TYPED}
        return await to_thread.run_sync(_draw, language_for(request), sent(form, TOKEN), typed, result)
    answer = RedirectResponse(AFTERWARDS, 303)
    give(answer, result.token, secure=is_secure(request))
    return answer


def _open(form: FormData, source: str) -> SignedIn | Refusal:
    password = sent(form, "new", LONGEST_PASSWORD)
    if password != sent(form, "again", LONGEST_PASSWORD):
        return Refusal.of("passwords_differ")
    name, sign_in_name = sent(form, "name").strip(), sent(form, "sign-in-name")
    made = first_visit.open_first_account(
        desk().database,
        sent(form, TOKEN),
        person=desk().new_id(),
        sign_in_name=sign_in_name,
        name=Bilingual(ja=name, en=sent(form, "latin").strip() or name),
        password=password,
        now=desk().now(),
    )
    if isinstance(made, Refusal):
        return made
    return accounts.sign_in(desk().database, sign_in_name, password, desk().now(), source)


def _draw(
    language: Language, token: str, typed: dict[str, str] | None = None, refusal: Refusal | None = None
) -> HTMLResponse:
    use(language)
    closed = first_visit.fault_of(desk().database, token)
    if closed:
        content: tuple[Markup, ...] = (tag("h1", _("The set-up is closed")), refusal_box(closed), _to_sign_in())
    else:
        said = (refusal_box(refusal),) if refusal else ()
        content = (
            tag("h1", _("Welcome. Who keeps this fund's accounts?")),
            _what_follows(),
            *said,
            _form(token, typed),
        )
    answer = page(_("Set-up"), *content, language=language, address=SET_UP, query=((TOKEN, token),))
    answer.status_code = 403 if closed or refusal else 200
    return answer


def _to_sign_in() -> Markup:
    return tag("p", tag("a", _("To the sign-in page"), href="/auth/sign-in", class_="button"))


def _what_follows() -> Markup:
    text = _(
        "You open the administrator's account, the first one. "
        "Then you enter the fund, its rubric, its people and its seats."
    )
    return tag("p", text, class_="lead")


def _form(token: str, typed: dict[str, str] | None) -> Markup:
    typed = typed or {}
    return tag(
        "form",
        tag("input", type="hidden", name=TOKEN, value=token),
        field("name", _("Your name"), value=typed.get("name", ""), autocomplete="name"),
        field(
            "latin",
            _("Your name in Latin letters"),
            value=typed.get("latin", ""),
            hint=_("For the English pages. May be left empty."),
            required=False,
        ),
        field(
            "sign-in-name",
            _("Sign-in name"),
            value=typed.get("sign-in-name", ""),
            hint=_("You choose it, such as naito. Small and capital letters are the same."),
            autocomplete="username",
        ),
        new_password_fields(),
        tag("button", _("Open the account"), class_="primary"),
        method="post",
        action=SET_UP,
        class_="by-name",
    )

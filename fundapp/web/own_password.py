"""One's own password: changed by choice, or because somebody else gave the one that was used."""

from anyio import to_thread
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from fundapp.access import accounts, sessions
from fundapp.access.accounts import SignedIn
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.demo_mark import read_mark
from fundapp.store.people import Person
from fundapp.text.catalogue import _, use
from fundapp.web.form_fields import LONGEST_PASSWORD, field, new_password_fields, sent
from fundapp.web.languages import chosen, language_for, remember
from fundapp.web.markup import Markup, tag
from fundapp.web.plain_page import page, refusal_box, refusal_page
from fundapp.web.process import desk
from fundapp.web.session_cookie import from_our_own_page, give, is_secure, safe_next, token_of

OWN_PASSWORD = "/auth/password"  # noqa: S105 - an address
NEXT = "next"


async def show_own_password(request: Request) -> Response:
    """The form; a stranger is led to the sign-in page."""
    person = await to_thread.run_sync(_person, token_of(request))
    if person is None:
        return RedirectResponse("/auth/sign-in", 303)
    wanted = safe_next(request.query_params.get(NEXT, "/"))
    answer = await to_thread.run_sync(_draw, language_for(request), person, wanted)
    if asked := chosen(request.query_params):
        remember(answer, asked, secure=is_secure(request))
    return answer


async def change_own_password(request: Request) -> Response:
    """Take the new password; every other session of the person ends, this one goes on under a new token."""
    if not from_our_own_page(request):
        return PlainTextResponse("This form was not sent from our page.", 403)
    person = await to_thread.run_sync(_person, token_of(request))
    if person is None:
        return RedirectResponse("/auth/sign-in", 303)
    form = await request.form(max_fields=8, max_files=0)
    wanted, language = safe_next(sent(form, NEXT)), language_for(request)
    source = request.client.host if request.client else ""
    result = await to_thread.run_sync(_change, person, form, source)
    if isinstance(result, Refusal):
        return await to_thread.run_sync(_draw, language, person, wanted, result)
    answer = _changed(language, wanted)
    give(answer, result.token, secure=is_secure(request))
    return answer


def _person(token: str) -> Person | None:
    return sessions.person_of(desk().database, token, desk().now())


def _is_demo() -> bool:
    return read_mark(desk().database.folder) is not None


def _change(person: Person, form: FormData, source: str) -> SignedIn | Refusal:
    # The cards of a demo's sign-in page know the passwords of its people.
    if _is_demo():
        return Refusal.of("demo_password_stays")
    new = sent(form, "new", LONGEST_PASSWORD)
    if new != sent(form, "again", LONGEST_PASSWORD):
        return Refusal.of("passwords_differ")
    old = sent(form, "old", LONGEST_PASSWORD)
    return accounts.change_own_password(desk().database, person, old=old, new=new, now=desk().now(), source=source)


def _draw(language: Language, person: Person, wanted: str, refusal: Refusal | None = None) -> HTMLResponse:
    use(language)
    if _is_demo():
        return refusal_page(Refusal.of("demo_password_stays"), language, status=403 if refusal else 200)
    said = (refusal_box(refusal),) if refusal else ()
    if person.must_change_password:
        title = _("Choose a password of your own")
        why = _("The one that you used was given to you by somebody else. From now on only you know it.")
    else:
        title = _("Change your password")
        why = _("Afterwards you stay signed in here; everywhere else you are signed out.")
    lead = tag("p", why, class_="lead")
    back = () if person.must_change_password else (tag("p", tag("a", _("Back to the desk"), href=wanted)),)
    content = (tag("h1", title), lead, *said, _form(person, wanted), *back)
    query = ((NEXT, wanted),) if wanted != "/" else ()
    answer = page(title, *content, language=language, address=OWN_PASSWORD, query=query)
    answer.status_code = 403 if refusal else 200
    return answer


def _form(person: Person, wanted: str) -> Markup:
    old = field("old", _("Password that you have now"), kind="password", autocomplete="current-password")
    return tag(
        "form",
        tag("input", type="hidden", name=NEXT, value=wanted),
        # Not shown, but a password manager files the new password under it.
        tag("input", type="text", name="username", value=person.sign_in_name, autocomplete="username", hidden=True),
        *(() if person.must_change_password else (old,)),
        new_password_fields(),
        tag("button", _("Take this password"), class_="primary"),
        method="post",
        action=OWN_PASSWORD,
        class_="by-name",
    )


def _changed(language: Language, wanted: str) -> HTMLResponse:
    use(language)
    title = _("Your password is changed")
    on = tag("p", tag("a", _("Go on"), href=wanted, class_="button primary"))
    text = tag("p", _("From now on you sign in with the new one."), class_="lead")
    return page(title, tag("h1", title), text, on, language=language)

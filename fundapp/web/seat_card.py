"""Signing in by a card: the code opens a page that says as whom; a press signs in. Opening it changes nothing."""

from collections.abc import Mapping

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from fundapp.access.accounts import SignedIn
from fundapp.access.seat_cards import card_token, person_of_card, sign_in_by_card, sitting
from fundapp.access.secret import server_secret
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.desk import FUND, Desk
from fundapp.documents.seat_cards import SeatCard, seat_cards_pdf
from fundapp.record.book import Book
from fundapp.text.catalogue import _, use
from fundapp.web.document import Document
from fundapp.web.inquiry_letters import BASE
from fundapp.web.languages import language_for
from fundapp.web.link_page import link_page, not_opened
from fundapp.web.markup import tag
from fundapp.web.process import desk
from fundapp.web.session_cookie import from_our_own_page, give, is_secure

SEAT = "/seat"
MEETING = "/meeting"
_DOORKEEPER = Actor(person="door", roles=frozenset({Role.SECRETARIAT}))
"""Who looks up whether a person sits in the meeting; shows nobody anything."""


def _book(of: Desk) -> Book:
    return of.book(_DOORKEEPER)


def _whose(token: str) -> str | Refusal:
    return person_of_card(server_secret(desk().database.folder), token, _book(desk()), desk().now())


async def show_card(request: Request) -> Response:
    """Who will be signed in by this card; or why nobody."""
    return await to_thread.run_sync(_draw, request, request.path_params["token"], language_for(request))


def _draw(request: Request, token: str, language: Language) -> Response:
    use(language)
    address = f"{SEAT}/{token}"
    person = _whose(token)
    if isinstance(person, Refusal):
        return not_opened(request, person, language, address)
    known = desk().people().get(person)
    name = known.name.of(language) if known else ""
    title = _("To the meeting as {name}").format(name=name)
    form = tag("form", tag("button", _("Sign in"), class_="primary"), method="post", action=address)
    told = tag("p", _("If this is not you, hand the card back and press nothing."), class_="lead")
    return link_page(title, tag("h1", title), told, form, language=language, address=address)


async def use_card(request: Request) -> Response:
    """Begin the session of the card's person and go to the meeting."""
    if not from_our_own_page(request):
        return PlainTextResponse("This form was not sent from our page.", 403)
    token, language = request.path_params["token"], language_for(request)
    signed = await to_thread.run_sync(_sign_in, token)
    if isinstance(signed, Refusal):
        return await to_thread.run_sync(not_opened, request, signed, language, f"{SEAT}/{token}")
    answer = RedirectResponse(MEETING, 303)
    give(answer, signed.token, secure=is_secure(request))
    return answer


def _sign_in(token: str) -> SignedIn | Refusal:
    person = _whose(token)
    return person if isinstance(person, Refusal) else sign_in_by_card(desk().database, person, desk().now())


def seat_cards_copy(of: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The cards of the meeting under way, for the secretariat that hands them out."""
    book = of.book(actor)
    meeting = book.open_meeting()
    if not actor.has(Role.SECRETARIAT) or meeting is None or book.terms is None:
        return Refusal.of("document_unknown")
    secret, people, now = server_secret(of.database.folder), of.people(), of.now()
    seats = {one.person: book.seats[one.seat_id].name.of(language) for one in meeting.attendance}
    base = query.get(BASE, "/").rstrip("/")
    cards = tuple(
        SeatCard(
            name=people[person].name.of(language),
            seat=seats.get(person, ""),
            address=f"{base}{SEAT}/{card_token(secret, FUND, meeting, person, now)}",
        )
        for person in sitting(book, meeting)
        if person in people
    )
    content = seat_cards_pdf(
        cards, meeting_number=meeting.number, fund=book.terms.name.of(language), language=language, issued_at=now
    )
    return Document(name=f"seat-cards-{meeting.number}-{language}.pdf", media_type="application/pdf", content=content)

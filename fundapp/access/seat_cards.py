"""Cards by which the members of one meeting sign in: a signed link as a QR code, good for that meeting's hours alone.

Whoever holds a card is let in as its person, so it is handed out in the room like a name plate, and only to a role that
sits on a seat. A card that goes astray is worth nothing once the meeting is closed.
"""

from datetime import datetime, timedelta

from fundapp.access import links, sessions
from fundapp.access.accounts import SignedIn
from fundapp.access.links import Link
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.record.book import Book, Meeting
from fundapp.record.signing import signatories
from fundapp.store import people
from fundapp.store.database import Database

PURPOSE = "seat"
GOOD_FOR = timedelta(hours=12)


def sitting(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """Who sits in a meeting under way, the senior first: whoever fills a seat, and the alternates of its items."""
    attending = signatories(book, meeting)
    seated = [person for item in book.items_of(meeting.id) for _seat, person in item.alternates]
    return tuple(dict.fromkeys((*attending, *seated)))


def card_token(secret: bytes, fund: str, meeting: Meeting, person: str, now: datetime) -> str:
    """The token of one person's card for one meeting."""
    subject = f"{meeting.id}/{person}"
    return links.mint(secret, Link(fund=fund, purpose=PURPOSE, subject=subject, expires=now + GOOD_FOR))


def person_of_card(secret: bytes, token: str, book: Book, now: datetime) -> str | Refusal:
    """Whose card it is, while its meeting is under way and the person sits in it."""
    link = links.open(secret, token, purpose=PURPOSE, now=now)
    if isinstance(link, Refusal):
        return link
    meeting_id, _slash, person = link.subject.partition("/")
    meeting = book.meetings.get(meeting_id)
    if meeting is None or meeting.closed_at is not None:
        return Refusal.of("link_expired")
    return person if person in sitting(book, meeting) else Refusal.of("card_of_nobody_here")


def sign_in_by_card(database: Database, person: str, now: datetime) -> SignedIn | Refusal:
    """Begin a session for a person whose card was shown. Only seats have cards; a closed account has none."""
    with database.write() as connection:
        known = people.person(connection, person)
        if known is None or known.disabled or Role.VOTING not in known.roles or known.must_change_password:
            return Refusal.of("card_of_nobody_here")
        return SignedIn(token=sessions.begin(connection, person, now), person=known)

"""A meeting's minutes as one reader may have them: the record at the close, and what became of the text."""

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.minutes import MinutesContent
from fundapp.desk import Desk
from fundapp.documents.minutes_text import Known, minutes_text

READERS = (Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR)
"""Who has minutes. A limited partner sees what was decided on the fund's pages."""


def minutes_copy(
    desk: Desk, actor: Actor, meeting_id: str, language: Language, version: int | None = None
) -> MinutesContent | Refusal:
    """The copy for this reader, with the persons' names in `language`: the same record gives the same copy for ever.

    Refuses a role without minutes, a meeting that is not there or not closed, and a version that there is not.
    """
    now = desk.book(actor).meetings.get(meeting_id)
    if not actor.has(*READERS) or now is None or now.closed_at is None:
        return Refusal.of("minutes_unknown")
    if version is not None and not 0 <= version <= len(now.versions):
        return Refusal.of("minutes_unknown")
    then = desk.book_as_of(actor, now.closing_seq)
    people = {person: Known(name=one.name, roles=one.roles) for person, one in desk.people().items()}
    content = minutes_text(then, now, people, language, version)
    settled = now.versions[content.life.version - 1] if content.life.version else None
    places = (now.closing_seq, settled.settled_seq if settled else 0, settled.locked_seq if settled else 0)
    return content.model_copy(update={"proof": desk.links(place for place in places if place)})

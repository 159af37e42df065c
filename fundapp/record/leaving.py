"""Who may be erased: nobody who still has a part in the committee's work."""

from collections.abc import Iterator

from fundapp.basis.refusal import Refusal
from fundapp.record.book import Book, Meeting
from fundapp.record.signing import waiting_for


def in_the_way(book: Book, person: str, by: str) -> Refusal | None:
    """Why this person cannot be erased now, or None.

    Somebody on a seat, holder or alternate, is taken off it first. Somebody with a part in a meeting under way stays
    until it is closed, because its minutes are not written yet. Nobody erases oneself: an administrator has to be left.
    """
    if person == by:
        return Refusal.of("erases_oneself")
    for seat in book.seats_by_rank():
        if person in (seat.holder, *seat.alternates):
            return Refusal.of("still_on_a_seat", seat=seat.organisation)
    for closed in book.meetings.values():
        if person in waiting_for(book, closed):
            return Refusal.of("still_signs_minutes", number=closed.number)
    for meeting in book.under_way():
        if person in set(_taking_part(book, meeting)):
            return Refusal.of("in_open_meeting", number=meeting.number)
    return None


def _taking_part(book: Book, meeting: Meeting) -> Iterator[str]:
    yield meeting.recorder
    yield from (one.person for one in meeting.attendance)
    yield from meeting.observers
    for item in book.items_of(meeting.id):
        yield from (person for _seat, person in item.alternates)
        yield from (note.speaker for note in item.notes)

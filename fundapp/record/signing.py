"""Who signs a meeting's minutes, and who may propose corrections to them."""

from fundapp.committee.minutes_life import state_of
from fundapp.record.book import Book, Meeting


def signatories(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """The persons who filled a seat in the meeting, the senior first."""
    attended = {one.seat_id: one.person for one in meeting.attendance if one.mode != "absent"}
    return tuple(attended[seat.id] for seat in book.seats_by_rank() if seat.id in attended)


def took_part(book: Book, meeting: Meeting) -> frozenset[str]:
    """The signatories, and the alternates who sat for one item."""
    seated = {person for item in book.items_of(meeting.id) for _seat, person in item.alternates}
    return frozenset(signatories(book, meeting)) | seated


def waiting_for(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """The signatories whose confirmation of the settled text is missing."""
    if meeting.closed_at is None or state_of(meeting.versions) != "settled":
        return ()
    answered = meeting.versions[-1].answered()
    return tuple(person for person in signatories(book, meeting) if person not in answered)

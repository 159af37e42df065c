"""What time does by itself. The server's clock writes it, or an order that comes first; its actor is the clock."""

from datetime import datetime

from fundapp.basis.days import day_of
from fundapp.record import events as e
from fundapp.record.book import Book
from fundapp.record.circulating import overdue


def due(book: Book, now: datetime) -> tuple[e.Event, ...]:
    """What time has done since the last record: reservations that expired, written resolutions not answered in time."""
    today = day_of(now)
    expired = (
        e.ReservationReleased(reservation_id=one.id, why="expired", on=today)
        for one in book.reservations.values()
        if one.state in ("held", "decided") and one.expires_on < today
    )
    return (*expired, *overdue(book, now))

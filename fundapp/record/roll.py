"""Who sits, who votes, who chairs an item: read off the Book."""

from fundapp.basis.roles import Actor, Role
from fundapp.committee.item import Mode, RollEntry, Seat
from fundapp.record.book import Book, Item


def person_on(book: Book, item: Item, seat: Seat) -> str:
    """The person who fills a seat for this item: a seated alternate, else whoever attends, else the holder."""
    for seat_id, person in item.alternates:
        if seat_id == seat.id:
            return person
    attendance = book.meetings[item.meeting_id].attending(seat.id)
    return attendance.person if attendance else seat.holder


def roll(book: Book, item: Item) -> tuple[RollEntry, ...]:
    """Every seat as it stands on this item, the senior first. Absent: nobody attends on it.

    Once the item is resolved it is the roll of the last vote: who comes or goes later changes nothing.
    """
    if item.resolved is not None and item.motions:
        return item.motions[-1].roll
    entries = []
    meeting, out = book.meetings[item.meeting_id], left_out(book, item)
    for seat in book.seats_by_rank():
        person = person_on(book, item, seat)
        attendance = meeting.attending(seat.id)
        seated = any(seat_id == seat.id for seat_id, _ in item.alternates)
        filled: Mode = "written" if meeting.circulation else "represented"
        mode = filled if seated else attendance.mode if attendance else "absent"
        recused = person in out
        absence = meeting.last_absence(seat.id, person)
        # Who is recused is out of the room anyway, and was there for the quorum of the meeting.
        if absence is not None and absence.returned_at is None and not recused:
            mode = "absent"
        entries.append(
            RollEntry(
                seat_id=seat.id,
                person=person,
                mode=mode,
                recused=recused,
                left_at=absence.left_at if absence else None,
                returned_at=absence.returned_at if absence else None,
            )
        )
    return tuple(entries)


def voters(book: Book, item: Item) -> tuple[RollEntry, ...]:
    """The seats that judge and vote on this item: filled and not recused."""
    return tuple(entry for entry in roll(book, item) if entry.mode != "absent" and not entry.recused)


def chair_of(book: Book, item: Item) -> RollEntry | None:
    """The chair of the item: the senior seat whose own holder judges, else the senior voter. None without voters."""
    sitting = voters(book, item)
    for entry in sitting:
        if entry.person == book.seats[entry.seat_id].holder:
            return entry
    return sitting[0] if sitting else None


def meeting_chair(book: Book, meeting_id: str) -> str | None:
    """The person who chairs the meeting as a whole: the senior seat's attending holder or representative."""
    meeting = book.meetings[meeting_id]
    for seat in book.seats_by_rank():
        attendance = meeting.attending(seat.id)
        if attendance and attendance.mode != "absent":
            return attendance.person
    return None


def presides(book: Book, person: str) -> bool:
    """True for the senior seat's holder, and for who chairs the meeting under way."""
    senior, meeting = next(iter(book.seats_by_rank()), None), book.open_meeting()
    return person in {senior.holder if senior else None, meeting_chair(book, meeting.id) if meeting else None}


def countersigns(book: Book, actor: Actor, reservation_id: str) -> bool:
    """True for whoever may be the second of two persons on a deal: the office, and the chair unless recused from it."""
    if actor.has(Role.MANAGER, Role.SECRETARIAT):
        return True
    item = book.items.get(book.reservations[reservation_id].item_id)
    return presides(book, actor.person) and not (item is not None and is_recused(book, item, actor.person))


def seat_of(book: Book, item: Item, person: str) -> str | None:
    """The seat on which this person judges the item, or None."""
    return next((entry.seat_id for entry in voters(book, item) if entry.person == person), None)


def eligible_alternates(book: Book, item: Item, seat: Seat) -> tuple[str, ...]:
    """Who may fill a seat for this item.

    Never the recused, nobody who sits already, and no one of an organisation that has an interest itself
    (the committee's rules on alternates).
    """
    sitting = {entry.person for entry in roll(book, item)}
    kept_out = left_out(book, item) | sitting | set(item.excused)
    return tuple(dict.fromkeys(person for person in (*seat.alternates, *book.outside) if person not in kept_out))


def unfilled(book: Book, item: Item) -> tuple[Seat, ...]:
    """The seats that stand empty on this item although an eligible alternate could still be seated."""
    empty = [entry.seat_id for entry in roll(book, item) if entry.recused or entry.mode == "absent"]
    return tuple(book.seats[seat_id] for seat_id in empty if eligible_alternates(book, item, book.seats[seat_id]))


def _conflicted(book: Book, item: Item) -> frozenset[str]:
    """The organisations that have an interest in the item themselves: that of whoever was recused for it."""
    return frozenset(
        book.outside[one.person].organisation if one.person in book.outside else book.seats[one.seat_id].organisation
        for one in item.recusals
        if one.organisation
    )


def _of_organisations(book: Book, organisations: frozenset[str]) -> frozenset[str]:
    """Whoever holds or may fill a seat for one of these organisations."""
    if not organisations:
        return frozenset()
    seats = [seat for seat in book.seats.values() if seat.organisation in organisations]
    outside = {one.person for one in book.outside.values() if one.organisation in organisations}
    return frozenset(person for seat in seats for person in (seat.holder, *seat.alternates)) | outside


def left_out(book: Book, item: Item) -> frozenset[str]:
    """Whoever takes no part: the recused, and everyone of an organisation that has an interest itself.

    An alternate of such an organisation gets neither a seat nor the papers, however the seat became empty.
    """
    recused = frozenset(one.person for one in item.recusals)
    return recused | _of_organisations(book, _conflicted(book, item))


def is_recused(book: Book, item: Item, person: str) -> bool:
    """True when this person takes no part in the item on any seat."""
    return bool(item.recusals) and person in left_out(book, item)


def is_shut_out(book: Book, item: Item, actor: Actor) -> bool:
    """True when the item is not open to this actor.

    Whoever keeps the meeting or the fund goes on keeping it, though of an organisation that has an interest: such a
    person is out only when recused in person.
    """
    if actor.has(Role.SECRETARIAT, Role.MANAGER):
        return any(one.person == actor.person for one in item.recusals)
    return is_recused(book, item, actor.person)

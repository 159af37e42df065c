"""From a closed meeting in the Book to the content of its minutes: names resolved, figures exact."""

from fundapp.committee import minutes as m
from fundapp.committee import minutes_after as after
from fundapp.committee.item import Seat
from fundapp.committee.minutes_circulation import Circulated
from fundapp.committee.minutes_life import Correction, Version
from fundapp.fund.figures import figures
from fundapp.record.book import Book, Item, Meeting
from fundapp.record.carried import carried
from fundapp.record.minutes_item import matter_of, resolution_of
from fundapp.record.minutes_writer import Writer
from fundapp.record.roll import meeting_chair
from fundapp.record.signing import signatories


def minutes(
    writer: Writer, meeting: Meeting, corrections: tuple[Correction, ...] = (), life: after.Life | None = None
) -> m.MinutesContent:
    """The content of a closed meeting's minutes, from the Book as its reader may see it.

    `meeting` is as it was closed; the corrections and the life of the text came afterwards.
    """
    book = writer.book
    assert book.terms is not None, "a meeting without a fund"
    assert meeting.closed_at is not None, "minutes are written of a closed meeting"
    chair = meeting_chair(book, meeting.id) or ""
    seats = tuple(_seat(writer, meeting, seat) for seat in book.seats_by_rank())
    content = m.MinutesContent(
        document_number=f"IC-{meeting.number:03d}",
        meeting_number=meeting.number,
        fund=book.terms.name,
        general_partner=book.terms.general_partner,
        opened_at=meeting.opened_at,
        closed_at=meeting.closed_at,
        place=meeting.place,
        two_way_sound_and_picture=meeting.two_way_sound_and_picture,
        seats=seats,
        observers=writer.observers,
        convener=meeting.convener,
        chair=writer.name(chair),
        recorder=writer.name(meeting.recorder),
        items=tuple(_item(writer, meeting, item) for item in book.items_of(meeting.id)),
        circulation=_circulated(writer, meeting),
        # What earlier resolutions wait for is told in a meeting; a written resolution has its one matter.
        followed_up=() if meeting.circulation else carried(book, meeting),
        fund_after=_fund_after(book),
        signatories=tuple(seat.name for seat in seats if seat.mode != "absent"),
        corrections=tuple(_correction(writer, one) for one in corrections),
        record_hash=meeting.closing_hash,
        record_seq=meeting.closing_seq,
        rubric_digest=book.rubric_digest,
        life=life or after.Life(),
    )
    # What the Book hides has no papers here; of its resolution too only the outline is for the reader.
    return m.redact(content, content.withheld())


def _seat(writer: Writer, meeting: Meeting, seat: Seat) -> m.SeatPresent:
    attendance = meeting.attending(seat.id)
    person = attendance.person if attendance else seat.holder
    return m.SeatPresent(
        seat_id=seat.id,
        seat=seat.name,
        organisation=seat.organisation,
        name=writer.name(person),
        mode=attendance.mode if attendance else "absent",
        alternate_for="" if person == seat.holder else writer.name(seat.holder),
        arrived_at=dict(meeting.arrived).get(seat.id),
        absences=tuple(
            m.Absent(name=writer.name(one.person), left_at=one.left_at, returned_at=one.returned_at)
            for one in meeting.absences
            if one.seat_id == seat.id
        ),
    )


def _circulated(writer: Writer, meeting: Meeting) -> Circulated | None:
    if meeting.circulation is None:
        return None
    ended = meeting.circulation.ended
    return Circulated(
        answer_by=meeting.circulation.answer_by,
        urgent_because=writer.words(meeting.circulation.urgent_because),
        ended_by=ended.by if ended else None,
        ended_person=writer.name(ended.person) if ended else "",
        ended_reason=writer.words(ended.reason) if ended else "",
    )


def _correction(writer: Writer, one: Correction) -> after.CorrectionShown:
    return after.CorrectionShown(
        item_number=one.item_number,
        proposer=writer.name(one.person),
        proposed_at=one.proposed_at,
        passage=writer.words(one.passage),
        wanted=writer.words(one.wanted),
        accepted=one.accepted,
        answer=writer.words(one.answer),
        answered_at=one.answered_at,
    )


def life_of(writer: Writer, meeting: Meeting, number: int) -> after.Life:
    """What became of version `number` of the minutes; 0 for the draft that follows the last settled text."""
    earlier = tuple(
        after.EarlierVersion(
            number=one.number,
            settled_at=one.settled_at,
            decision_number=one.decision_number,
            reopened_at=one.reopened_at,
            reopened_because=writer.words(one.reopened_because),
        )
        for one in meeting.versions
        if one.reopened_at is not None and (not number or one.number < number)
    )
    if not number:
        return after.Life(earlier=earlier)
    version = meeting.versions[number - 1]
    return after.Life(
        state="settled" if version.locked_at is None else "confirmed",
        version=number,
        settled_at=version.settled_at,
        signed=tuple(_signature(writer, version, person) for person in signatories(writer.book, meeting)),
        decision_number=version.decision_number,
        locked_at=version.locked_at,
        earlier=earlier,
        attested=version.attested,
    )


def _signature(writer: Writer, version: Version, person: str) -> after.Signature:
    confirmed = next((one.at for one in version.confirmed if one.person == person), None)
    excused = next((one.reason for one in version.excused if one.person == person), "")
    return after.Signature(name=writer.name(person), confirmed_at=confirmed, excused_because=writer.words(excused))


def _fund_after(book: Book) -> m.FundAfter:
    assert book.terms is not None
    now = figures(book.terms, book.balances)
    return m.FundAfter.model_validate({name: getattr(now, name) for name in m.FundAfter.model_fields})


def _item(writer: Writer, meeting: Meeting, item: Item) -> m.MinutesItem:
    matter = None if item.hidden else matter_of(writer, meeting, item)
    return m.MinutesItem(number=item.number, matter=matter, resolution=resolution_of(writer, item))

"""Events of a meeting that its room leaves: who came and went, who could not fill a seat."""

from datetime import date

from fundapp.basis.fact import Fact, Text
from fundapp.committee.item import Attendance
from fundapp.record.event import Event


class MeetingEvent(Event):
    """An event of one meeting."""

    meeting_id: Text

    @property
    def stream(self) -> str:
        return f"meeting/{self.meeting_id}"


class AgendaEntry(Fact):
    """One item of the agenda."""

    item_id: Text
    number: int
    proposal_id: Text
    proposal_code: Text


class MeetingOpened(MeetingEvent):
    """The secretariat opened a meeting."""

    number: int
    held_on: date
    place: Text
    two_way_sound_and_picture: bool
    convener: Text
    recorder: Text


class AttendanceRecorded(MeetingEvent):
    """Who fills a seat in this meeting, and how."""

    attendance: Attendance


class ObserversRecorded(MeetingEvent):
    """Who is present without a vote, in the place of whoever was recorded before."""

    people: tuple[Text, ...]


class MemberLeft(MeetingEvent):
    """The person on a seat left the room; until the return the seat is empty."""

    seat_id: Text
    person: Text


class MemberReturned(MeetingEvent):
    """The person on a seat came back."""

    seat_id: Text
    person: Text


class AgendaOrdered(MeetingEvent):
    """The order in which the items are taken."""

    entries: tuple[AgendaEntry, ...]


class MeetingClosed(MeetingEvent):
    """The meeting was closed. The hash of this event is printed in its minutes."""

"""Events of a written resolution beside those of a meeting item: it went round, was read, ended without a result."""

from datetime import date

from fundapp.basis.fact import Text
from fundapp.committee.circulation import Ended
from fundapp.record.meeting_events import MeetingEvent


class CirculationOpened(MeetingEvent):
    """The meeting opened before this is none in a room: its item goes round in writing until this day."""

    answer_by: date
    urgent_because: Text


class CirculationEnded(MeetingEvent):
    """The circulation ended without a resolution on the matter: the item goes to a meeting."""

    ended: Ended

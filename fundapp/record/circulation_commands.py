"""Orders of a written resolution beside those of a meeting item."""

from datetime import date

from fundapp.basis.fact import Text
from fundapp.committee.item import Entry
from fundapp.record.command import Command, Remark
from fundapp.record.commands import ItemCommand


class OpenCirculation(Command):
    """Send one proposal round in writing: its facts are frozen at this moment."""

    meeting_id: Text
    number: int
    item_id: Text
    proposal_id: Text
    proposal_code: Text
    answer_by: date
    convener: Text
    urgent_because: Remark


class ConfirmReading(ItemCommand):
    """The person on the seat has read these papers and these facts."""

    seat_id: Text
    papers: tuple[Text, ...]
    facts_sha256: Text
    entry: Entry = "self"


class AskForMeeting(ItemCommand):
    """Stop the circulation: the item is to be talked about in a meeting."""

    reason: Remark

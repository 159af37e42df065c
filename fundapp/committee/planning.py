"""What the office prepares before a meeting: the calendar of meetings, and the template its minutes are written in."""

from datetime import date

from pydantic import Field

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text

LONGEST_PLACE = 200
"""Characters of the place where a meeting is held."""
CLOCK_TIME = r"^([01]\d|2[0-3]):[0-5]\d$"


class PlannedMeeting(Fact):
    """A meeting on the calendar, with what is to be on its agenda in this order. Corrected until it is opened."""

    id: Text
    number: int = Field(ge=1)
    day: date
    begins: Text = Field(pattern=CLOCK_TIME)
    """Hour and minute in Tokyo."""
    duration_minutes: int = Field(ge=5, le=24 * 60)
    place: Text
    proposal_ids: tuple[Text, ...] = ()
    revision: int = Field(default=0, ge=0)
    """Counts the corrections, so that a calendar takes the last invitation for the one that counts."""
    cancelled: bool = False

    def summons(self) -> str:
        """What an invitation is about: a plan that was corrected asks everyone anew."""
        return f"{self.id}/{self.revision}"


class Summoned(Fact):
    """Somebody was written to about a meeting on the calendar or a written resolution."""

    about: Text
    person: Text
    at: Instant


class WordTemplate(Fact):
    """The fund's own Word template for one kind of document, by the digest of its bytes."""

    id: Text
    title: Text
    file_sha256: Text


MINUTES = "minutes"
"""The id of the template for minutes."""

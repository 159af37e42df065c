"""What the record of a written resolution holds in the place of room, hours and attendance."""

from datetime import date

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.committee.circulation import EndedBy
from fundapp.committee.item import Entry


class ReadingShown(Fact):
    """Who read all papers of a written resolution, and when."""

    name: Text
    read_at: Instant
    papers: int
    """How many papers; they are the materials of the item."""
    facts_sha256: Text
    entry: Entry = "self"


class Circulated(Fact):
    """How a written resolution went round; with `ended_by` it ended without a result."""

    answer_by: date
    urgent_because: Text = ""
    ended_by: EndedBy | None = None
    ended_person: Text = ""
    ended_reason: Text = ""

"""A written resolution: an item that goes round among the seats instead of being taken in a meeting."""

from datetime import date
from typing import Literal

from fundapp.basis.days import Instant
from fundapp.basis.fact import Fact, Text
from fundapp.committee.item import Entry

EndedBy = Literal["objection", "meeting_asked", "deadline", "too_few"]


class Ended(Fact):
    """Why a circulation ended without a resolution: its item goes to a meeting. `reason` is the digest of the words."""

    by: EndedBy
    person: Text = ""
    """Who objected or asked for a meeting."""
    reason: Text = ""


class Circulation(Fact):
    """What a circulation has that a meeting has not: a last day to answer, and why it could not wait."""

    answer_by: date
    """The last Tokyo day on which an answer counts."""
    urgent_because: Text
    """Digest of the words."""
    ended: Ended | None = None


class Reading(Fact):
    """A seat's person read everything that the committee judges on: the proof in the place of attendance."""

    seat_id: Text
    person: Text
    papers: tuple[Text, ...]
    """The digests of the papers' bytes."""
    facts_sha256: Text
    """Digest of the frozen proposal and its facts, as canonical JSON."""
    at: Instant
    entry: Entry = "self"

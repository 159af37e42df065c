"""The events by which a running fund is taken over from its spreadsheets.

What the movements enter are the same events as in a fund that began here; these say where they come from.
"""

from datetime import date

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.committee.proposal import Terms
from fundapp.fund.opening import Opening, Part
from fundapp.record.event import Event
from fundapp.record.fund_events import InvestmentEvent, TrancheTerms


class SourceRow(Fact):
    """The row of a table that an event was read from."""

    part: Part
    row: int


class OpeningProposed(Event):
    """The manager put a running fund's tables before another person, in the place of those before."""

    opening_id: Text
    opening: Opening
    person: Text
    on: date


class OpeningAccepted(Event):
    """Another person accepted the tables, which balance. The events that follow right after enter them, row by row."""

    opening_id: Text
    began_on: date
    """The fund's first day: what was set aside when it was entered here holds from then on."""
    rows: tuple[SourceRow, ...]
    """The row behind each of the events that follow, in their order."""
    person: Text
    on: date


class InvestmentTakenOver(InvestmentEvent):
    """An agreement that the fund had signed before its books were taken over."""

    company_id: Text
    company: Bilingual
    sector: Text
    early_stage: bool
    terms: Terms
    tranches: tuple[TrancheTerms, ...]
    resolved_on: date
    on: date
    """Day of the agreement."""

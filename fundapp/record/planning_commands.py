"""Orders of the office before a meeting: the calendar, and the template of the minutes."""

from fundapp.basis.fact import Text
from fundapp.committee.planning import PlannedMeeting, WordTemplate
from fundapp.record.commands import RegisterCommand


class PlanMeeting(RegisterCommand):
    """Put a meeting on the calendar, or correct it: day, hour, place, agenda; or call it off."""

    planned: PlannedMeeting


class NoteSummons(RegisterCommand):
    """These persons were written to about a meeting on the calendar or a written resolution."""

    about: Text
    people: tuple[Text, ...]


class AdoptTemplate(RegisterCommand):
    """Write the minutes in this Word template from now on; its bytes were checked and kept among the files."""

    template: WordTemplate


class DropTemplate(RegisterCommand):
    """Go back to the house's own template."""

    template_id: Text

"""Orders about what became of collaborations."""

from fundapp.followup.outcome import Collaboration, OutcomeState
from fundapp.record.command import RegisterCommand


class RecordCollaborations(RegisterCommand):
    """Collaborations that the network formed, new or corrected."""

    collaborations: tuple[Collaboration, ...]


class RecordOutcomes(RegisterCommand):
    """States that collaborations reached. Earlier states stay."""

    states: tuple[OutcomeState, ...]

"""Orders about what became of collaborations."""

from fundapp.followup.continuity import ContinuityCheck
from fundapp.followup.outcome import Collaboration, OutcomeState
from fundapp.record.command import RegisterCommand


class RecordCollaborations(RegisterCommand):
    """Collaborations that the network formed, new or corrected."""

    collaborations: tuple[Collaboration, ...]


class RecordOutcomes(RegisterCommand):
    """States that collaborations reached. Earlier states stay."""

    states: tuple[OutcomeState, ...]


class RecordContinuityChecks(RegisterCommand):
    """What was found at links some months after the support that made them."""

    checks: tuple[ContinuityCheck, ...]

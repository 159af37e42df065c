"""The registers of collaborations and of the states they reached. Works inside the caller's transaction."""

from fundapp.followup.outcome import Collaboration, Course, OutcomeState, courses
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Stamp
from fundapp.store.tables import COLLABORATIONS, OUTCOME_STATES


def put_collaborations(connection: Connection, stamp: Stamp, *collaborations: Collaboration) -> None:
    """Add collaborations or correct them. Raises StoreRefusal row_taken for a code that is used already."""
    COLLABORATIONS.put(connection, stamp, [COLLABORATIONS.row(one) for one in collaborations])


def put_states(connection: Connection, stamp: Stamp, *states: OutcomeState) -> None:
    """Add states or correct them. Raises StoreRefusal row_missing, or outcome_before_beginning for a day too early."""
    began = {one.id: one.began_on for one in COLLABORATIONS.facts(connection, stamp.fund)}
    for state in states:
        first = began.get(state.collaboration_id)
        if first is None:
            refuse("row_missing")
        if state.reached_on < first:
            refuse("outcome_before_beginning", reached_on=state.reached_on.isoformat(), began_on=first.isoformat())
    OUTCOME_STATES.put(connection, stamp, [OUTCOME_STATES.row(one) for one in states])


def read_courses(connection: Connection, fund: str) -> tuple[Course, ...]:
    """Every collaboration with its states, by code."""
    return courses(COLLABORATIONS.facts(connection, fund), OUTCOME_STATES.facts(connection, fund))

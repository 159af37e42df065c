"""From the members' own scores to the common view: the way to the score page, and the chair's reveal."""

import streamlit as st

from fundapp.record import commands as c
from fundapp.text.catalogue import _
from fundapp.ui import ways
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def score(seen: Seen) -> None:
    """The big button to the member's own score: the first one, or after the reveal the second."""
    item = seen.current
    if seen.scored() == 0 and item.revealed_at:
        st.markdown(_("You took the seat after the reveal: you discuss and vote, and give no score."))
    elif seen.scored() == 0:
        st.markdown(_("Score alone. Nobody sees your score before the chair reveals all of them."))
        _to_score_page(_("Score this proposal"), seen, primary=True)
    elif not item.revealed_at:
        done = _("Your score is in. You see all scores after the reveal.")
        st.markdown(f":material/check_circle: {plain(done)}")
    elif seen.scored() == 1 and not item.motions:
        st.markdown(_("If the discussion changed your view, score once more with your reasons."))
        _to_score_page(_("Score once more"), seen, primary=not seen.chairs)


def _to_score_page(label: str, seen: Seen, *, primary: bool) -> None:
    pressed = st.button(
        label,
        type="primary" if primary else "secondary",
        icon=":material/edit_note:",
        width="stretch",
        key=f"to-score-{seen.current.id}",
    )
    if pressed:
        ways.go("committee/score", meeting=str(seen.meeting.number))


def reveal(seen: Seen) -> Order | None:
    """The chair shows all scores at the same time. How many are missing is said by the live line, right below."""
    item = seen.current
    form = f"reveal/{item.id}"
    waits = bool(seen.unscored)
    slot = st.container()
    with slot:
        if seen.to_fill:
            st.markdown(_("A seat is empty. Who takes it before the reveal scores too; afterwards only votes."))
        pressed = st.button(
            _("Reveal all scores"),
            type="secondary" if waits or seen.to_fill else "primary",
            disabled=waits,
            icon=":material/visibility:",
            width="stretch",
            key=key(form, "go"),
        )
    return Order((c.RevealScores(item_id=item.id),), form, slot, _("The scores are revealed.")) if pressed else None

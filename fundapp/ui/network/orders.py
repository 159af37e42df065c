"""What a form orders, and the receipt with what the order did to the facts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import streamlit as st

from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Refusal
from fundapp.network.support_facts import SupportFacts
from fundapp.record.commands import RegisterCommand
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.drafting import Typing
from fundapp.ui.forms import close_form
from fundapp.ui.network import effect
from fundapp.ui.network.seen import Seen

_DONE = "network/done"
_IN_VIEW = timedelta(seconds=90)
"""How long a receipt stays: a second press or a turn to another list must not wipe it away unread."""


@dataclass(frozen=True, slots=True)
class Order:
    """Commands that a press gave, each with its id: pressed twice, each counts once."""

    commands: tuple[tuple[str, RegisterCommand], ...]
    done: str
    """What the receipt says."""
    typing: Typing | None = None
    """The form that is finished with it."""
    forget: tuple[str, ...] = ()
    """What the session no longer needs."""


class Carried(Fact):
    """What the last order did."""

    proposal_id: str
    done: str
    at: datetime
    before: SupportFacts
    after: SupportFacts


def carry_out(order: Order, seen: Seen) -> None:
    """Send what was ordered. A refusal leaves all that was entered; else the page shows what it did to the facts."""
    desk = gate.desk()
    with st.spinner(_("Recording…")):
        for command_id, command in order.commands:
            answer = desk.submit(command, seen.actor, command_id)
            if isinstance(answer, Refusal):
                refusal.show(answer)
                return
        after = desk.support_facts(seen.actor, seen.proposal.id)
    if order.typing:
        drafting.finish(order.typing)
    for key in order.forget:
        st.session_state.pop(key, None)
    if after is not None:
        st.session_state[_DONE] = Carried(
            proposal_id=seen.proposal.id, done=order.done, at=desk.now(), before=seen.facts, after=after
        )
    close_form()
    st.rerun()


def show_done(seen: Seen) -> None:
    """The receipt of the last order on this proposal, with the levels before and after."""
    carried = st.session_state.get(_DONE)
    if not isinstance(carried, Carried) or carried.proposal_id != seen.proposal.id:
        return
    if gate.desk().now() - carried.at > _IN_VIEW:
        del st.session_state[_DONE]
        return
    components.receipt(carried.done)
    effect.show(seen.rubric, carried.before, carried.after)

"""The steps of the set-up: one at a time, back and forth, kept as a draft."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Actor
from fundapp.record.book import Book
from fundapp.text.catalogue import N_, _
from fundapp.text.suggested_seats import SUGGESTED_SEATS
from fundapp.ui import components, drafting, refusal
from fundapp.ui.office.fields import Fields
from fundapp.ui.setup import typed_fund, typed_people
from fundapp.ui.setup.check_step import check_step
from fundapp.ui.setup.entering import Entering
from fundapp.ui.setup.fund_step import fund_step
from fundapp.ui.setup.other_steps import people_step, rubric_step, seats_step
from fundapp.ui.setup.recording import record
from fundapp.ui.turning import turn
from fundapp.ui.words import plain

DRAFT = "office/setup"


@dataclass(frozen=True)
class Step:
    """One step: its name (message id), its fields, and what is wrong with them."""

    name: str
    draw: Callable[[Entering], None]
    problems: Callable[[Entering], tuple[Problem, ...]]


STEPS = (
    Step(N_("Fund"), fund_step, Entering.fund_problems),
    Step(N_("How we judge"), rubric_step, Entering.rubric_problems),
    Step(N_("People"), people_step, Entering.people_problems),
    Step(N_("Seats"), seats_step, Entering.seat_problems),
    Step(N_("Check"), check_step, lambda _entering: ()),
)


def entering_of(actor: Actor, book: Book) -> Entering | None:
    """The set-up as its owner left it, begun when there is none; None (and said so) when that cannot be."""
    typing = drafting.begin(actor, DRAFT)
    return Entering(actor, book, Fields(typing, _start(typing.draft.nonce))) if typing else None


def _start(nonce: str) -> dict[str, object]:
    # Ids of people derived from the draft's nonce, so that a first run drawn twice asks for the same people.
    ids = [f"{nonce}-{number}" for number in range(1, len(SUGGESTED_SEATS) + 3)]
    return {
        **typed_fund.start(),
        "people": typed_people.start_people(ids),
        "seats": typed_people.start_seats(ids),
        "step": 0,
    }


def show(entering: Entering) -> None:
    """The step where the reader is, and the ways on and back."""
    at: int = entering.fields.values["step"]
    step = STEPS[at]
    _way(at)
    components.section(_("Step {n} of {count}: {name}").format(n=at + 1, count=len(STEPS), name=_(step.name)))
    step.draw(entering)
    safe = entering.fields.keep()
    with st.container(horizontal=True, key="step-buttons"):
        if at > 0 and st.button(_("Back"), icon=":material/arrow_back:", key="step-back") and safe:
            _go(entering, at - 1)
        if at + 1 < len(STEPS):
            onward = _("Next: {step}").format(step=_(STEPS[at + 1].name))
            pressed = st.button(onward, type="primary", key="step-next") and safe
        else:
            pressed = st.button(_("Set up the fund"), type="primary", icon=":material/check:", key="set-up") and safe
    if pressed:
        _onward(entering, at)


def _onward(entering: Entering, at: int) -> None:
    """To the next step, or all is recorded; what stands in the way is told below the buttons."""
    if at + 1 == len(STEPS):
        _record(entering)
    elif problems := STEPS[at].problems(entering):
        refusal.show(Refusal.of("setup_incomplete", *problems))
    else:
        _go(entering, at + 1)


def _way(at: int) -> None:
    """All steps in a line, the present one bold, those done ticked."""
    spoken = [plain(_(step.name)) for step in STEPS]
    names = [
        f"**{number + 1} {name}**" if number == at else f"{':material/check:' if number < at else number + 1} {name}"
        for number, name in enumerate(spoken)
    ]
    st.markdown("  ›  ".join(names))


def _go(entering: Entering, step: int) -> None:
    entering.fields.values["step"] = step
    if entering.fields.keep():
        turn()


def _record(entering: Entering) -> None:
    with st.spinner(_("Setting up the fund…")):
        refused = record(entering)
    if refused:
        refusal.show(refused)
        return
    drafting.finish(entering.fields.typing)
    turn()

"""Freezing the facts of an item, and what was frozen."""

import streamlit as st

from fundapp.committee.standing import ComputedLevel
from fundapp.documents.said import NOTHING, said
from fundapp.record import commands as c
from fundapp.record.book import Frozen
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import day, yen
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def freeze(seen: Seen) -> Order | None:
    """The secretariat fixes the proposal and its facts as they are now; again, while nobody has scored."""
    item = seen.current
    again = item.frozen is not None
    form = f"freeze/{item.id}"
    slot = st.container()
    with slot:
        st.markdown(
            _("If something was corrected since, freeze again. This is possible until the first score is in.")
            if again
            else _("The committee judges on the facts as they are at this moment. Later changes do not count.")
        )
        pressed = st.button(
            _("Freeze again") if again else _("Freeze the facts of {name}").format(name=plain(seen.matter_name(item))),
            type="secondary" if again else "primary",
            icon=":material/ac_unit:",
            key=key(form, "go"),
        )
    if not pressed:
        return None
    done = _("The facts of item {number} are frozen.").format(number=item.number)
    return Order((c.FreezeFacts(item_id=item.id),), form, slot, done)


def show_frozen(seen: Seen) -> None:
    """What the committee judges on: the request, the day, the revision, the levels that the facts give."""
    frozen = seen.frozen
    title = _("What was frozen: {day}").format(day=day(frozen.as_of))
    checking = seen.secretariat and not seen.current.scored
    with st.expander(title, expanded=checking, icon=":material/ac_unit:"):
        show_facts(seen, frozen)


def show_facts(seen: Seen, frozen: Frozen) -> None:
    """The frozen request, and the levels of axis 2 that the facts give."""
    st.markdown("  \n".join(plain(line) for line in _lines(frozen)))
    if frozen.support.needs_support:
        st.table(_levels(seen, frozen), border="horizontal", hide_index=True, alt=_("Levels that the facts give"))
    else:
        st.markdown(_("This company needs no support, so axis 2 does not apply."))


def _lines(frozen: Frozen) -> tuple[str, ...]:
    proposal = frozen.proposal
    revision = frozen.support.bill_revision
    return (
        _("Company: {name}").format(name=said(proposal.company.name)),
        _("Request: {amount}").format(amount=yen(proposal.ask_yen, "man")),
        _("Facts as of {day}").format(day=day(frozen.as_of)),
        _("Bill of materials: revision {revision}").format(revision=revision) if revision else _("No parts"),
    )


def _levels(seen: Seen, frozen: Frozen) -> list[dict[str, str]]:
    names = {one.id: said(one.name) for one in seen.rubric.axis("axis2").criteria}
    hands = {one.criterion_id: one for one in frozen.with_hands}
    return [
        {
            _("Criterion"): plain(f"{one.criterion_id} {names[one.criterion_id]}"),
            pgettext("counting", "Firm"): _level(one),
            _("With raised hands"): _level(hands[one.criterion_id]),
        }
        for one in frozen.firm
    ]


def _level(computed: ComputedLevel) -> str:
    return NOTHING if computed.level is None else str(computed.level)

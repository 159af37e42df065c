"""What an approval names: amount and terms, and the conditions of a conditional one."""

from datetime import date
from fractions import Fraction
from typing import get_args

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.committee.proposal import ConditionPrecedent, Instrument, Proposal, Terms
from fundapp.record.judging import OpenCondition, open_conditions
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.meeting.orders import key
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain

INSTRUMENTS: tuple[Instrument, ...] = get_args(Instrument)
_STEP_YEN = 1_000_000


def ask_terms(proposal: Proposal, form: str, amount_yen: int) -> Terms:
    """Amount, instrument, value and shares; `amount_yen` and what the proposal asks stand in the fields."""
    amount_yen = st.number_input(
        _("Amount (yen)"), min_value=1, value=amount_yen, step=_STEP_YEN, key=key(form, "amount")
    )
    st.markdown(plain(_("In words: {amount}").format(amount=yen(amount_yen, "man"))))
    instrument = st.selectbox(
        _("Instrument"),
        INSTRUMENTS,
        index=INSTRUMENTS.index(proposal.instrument),
        format_func=lambda one: term("instrument", one),
        key=key(form, "instrument"),
    )
    pre_money_yen = st.number_input(
        _("Pre-money value (yen), if agreed"),
        min_value=0,
        value=proposal.pre_money_yen,
        step=_STEP_YEN,
        key=key(form, "pre-money"),
    )
    if pre_money_yen:
        st.markdown(plain(_("In words: {amount}").format(amount=yen(pre_money_yen, "man"))))
    ownership = _share(_("Ownership (%), if known"), key(form, "ownership"))
    voting_share = _share(_("Share of votes (%), if known"), key(form, "votes"))
    return Terms(
        amount_yen=amount_yen,
        instrument=instrument,
        pre_money_yen=pre_money_yen,
        ownership=ownership,
        voting_share=voting_share,
    )


def _share(label: str, widget: str) -> Fraction | None:
    """A share typed in percent, as the exact ratio of what was typed."""
    typed = st.number_input(label, min_value=0.0, max_value=100.0, value=None, step=0.1, format="%.2f", key=widget)
    return None if typed is None else Fraction(f"{typed:.2f}") / 100


def ask_conditions(seen: Seen, form: str) -> tuple[ConditionPrecedent | Problem, ...]:
    """One row a condition: the points that are not firm, then what was added. An unfinished row is a problem."""
    points = open_conditions(seen.frozen.support)
    components.section(_("Conditions before the first payment"))
    if points:
        st.markdown(_("Each point that is not firm is a condition. Give each an owner and a date."))
    count_key = f"rows/{form}"
    added: int = st.session_state.get(count_key, 0 if points else 1)
    rows = [_row(seen, point, key(form, f"point-{point.id}")) for point in points]
    rows += [_row(seen, None, key(form, f"added-{number}")) for number in range(added)]
    if st.button(_("Add a condition"), icon=":material/add:", key=key(form, "add")):
        st.session_state[count_key] = added + 1
        st.rerun()
    return tuple(row for row in rows if row)


def _row(seen: Seen, point: OpenCondition | None, widget: str) -> ConditionPrecedent | Problem | None:
    """One condition; a problem while its owner or its date is missing; None for a row without a text."""
    with st.container(border=True):
        text = st.text_input(_("Condition"), value=_wanted(point), key=f"{widget}-text")
        owner = st.text_input(
            _("Owner"), value=seen.book.words_of(point.person) if point else "", key=f"{widget}-owner"
        )
        due = st.date_input(_("By"), value=point.due if point else None, key=f"{widget}-due")
    if not text:
        return None
    if not (owner and isinstance(due, date)):
        return Problem.of("condition_unfinished", text=text)
    return ConditionPrecedent(row=point.id if point else "", text=text, owner=owner, due=due)


def _wanted(point: OpenCondition | None) -> str:
    """What an open point asks for, in a sentence to start from."""
    return _("{name}: confirmed in writing").format(name=point.name) if point else ""

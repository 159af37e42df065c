"""The box that says why something was not done."""

import streamlit as st

from fundapp.basis.refusal import Problem, Refusal
from fundapp.text.catalogue import N_, _
from fundapp.text.refusal_text import problem_text, refusal_text
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from fundapp.ui.ways import may_open
from fundapp.ui.words import plain

_WAYS = {
    "fund/calls": (
        N_("To the calls"),
        ("above_cash", "above_cash_then", "above_uncalled", "commitment_called_already", "recycling_not_agreed"),
    ),
    "fund/fees": (N_("To the fees and reserves"), ("above_cost_reserve", "above_follow_on")),
    "fund/commitments": (N_("To the commitments"), ("above_investable", "above_free", "above_company_limit")),
    "fund/journal": (
        N_("To the journal"),
        (
            "call_has_payments",
            "called_anew_since",
            "later_entry_rests_on_it",
            "payment_was_refunded",
            "reversal_would_break",
            "agreement_in_use",
        ),
    ),
}
"""Page -> what leads there, and the refusals whose remedy is found on it."""
_PAGE_OF = {code: page for page, (_label, codes) in _WAYS.items() for code in codes}


def show(refusal: Refusal) -> None:
    """What happened, that nothing is lost, and what to do next with the way there; the single faults, if any."""
    text = refusal_text(refusal)
    lines = [f"**{plain(text.what)}**", plain(text.next_), plain(text.safe)]
    faults = "\n".join(f"- {plain(problem_text(problem))}" for problem in refusal.problems)
    st.warning("\n\n".join(line for line in (*lines, faults) if line), icon=":material/info:")
    page = _PAGE_OF.get(refusal.code, "")
    if page and page != gate.here() and may_open(gate.actor(), page):
        st.page_link(PAGES[page].file, label=_(_WAYS[page][0]), icon=f":material/{PAGES[page].icon}:")


def show_problems(problems: tuple[Problem, ...]) -> None:
    """Faults in something given, one to a line."""
    st.warning("\n".join(f"- {plain(problem_text(problem))}" for problem in problems), icon=":material/info:")

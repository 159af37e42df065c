"""The box that says why something was not done."""

import streamlit as st

from fundapp.basis.refusal import Problem, Refusal
from fundapp.text.refusal_text import problem_text, refusal_text
from fundapp.ui.words import plain


def show(refusal: Refusal) -> None:
    """What happened, that nothing is lost, and what to do next; the single faults below, if there are any."""
    text = refusal_text(refusal)
    lines = [f"**{plain(text.what)}**", plain(text.next_), plain(text.safe)]
    faults = "\n".join(f"- {plain(problem_text(problem))}" for problem in refusal.problems)
    st.warning("\n\n".join(line for line in (*lines, faults) if line), icon=":material/info:")


def show_problems(problems: tuple[Problem, ...]) -> None:
    """Faults in something given, one to a line."""
    st.warning("\n".join(f"- {plain(problem_text(problem))}" for problem in problems), icon=":material/info:")

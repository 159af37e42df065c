"""What a changed rubric would have made of past decisions: told before it is adopted; it changes none of them."""

import streamlit as st

from fundapp.committee.rubric import Rubric
from fundapp.documents.said import NOTHING
from fundapp.record.book import Book
from fundapp.record.rubric_trial import Side, Trial, Verdict, trials
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import ratio
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.words import plain

VERDICTS: dict[Verdict, str] = {
    "same": N_("stands as it was"),
    "moves": N_("stands elsewhere"),
    "no_longer": N_("could not have been taken"),
    "not_comparable": N_("cannot be told: {criteria} were not judged"),
}


def show_effects(book: Book, rubric: Rubric) -> None:
    """Each past decision by the rubric of then and by this one, those that change first."""
    found = trials(book, rubric)
    if not found:
        components.section(_("No past decision to compare with"))
        return
    moved = [one for one in found if one.verdict != "same"]
    title = _("{n} of {all} past decisions would stand differently").format(n=len(moved), all=len(found))
    components.section(title if moved else _("All {all} past decisions would stand as they do").format(all=len(found)))
    st.markdown(
        _("The same marks and the same frozen facts, by other rules. Past scores and decisions stay as they are.")
    )
    ordered = (*moved, *(one for one in found if one not in moved))
    st.table([_row(one) for one in ordered], border="horizontal", hide_index=True, alt=title)


def _row(one: Trial) -> dict[str, str]:
    verdict = _(VERDICTS[one.verdict]).format(criteria=_(", ").join(one.unjudged))
    meeting = _("meeting no. {number}").format(number=one.meeting)
    name = f"**{plain(one.code)}** {plain(meeting)}"
    return {
        _("Decision"): f"{name}  \n{plain(term('resolution', one.resolution))}",
        _("By its own rubric"): _side(one.then),
        _("By this one"): _side(one.other) if one.other else NOTHING,
        _("The decision"): plain(verdict),
    }


def _side(side: Side) -> str:
    points = [NOTHING if one is None else ratio(one) for one in (side.axis1, side.axis2)]
    place = _("prospects {first}, support {second}").format(first=points[0], second=points[1])
    if not side.shut:
        return plain(place)
    shut = _("gates not passed: {gates}").format(gates=_(", ").join(side.shut))
    return f"{plain(place)}  \n{plain(shut)}"

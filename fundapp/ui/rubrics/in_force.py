"""Which rubric is in force, and whether the files that the fund edits say the same."""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Actor
from fundapp.committee.rubric import Rubric
from fundapp.record.book import Book
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.ui import gate, refusal
from fundapp.ui.desks import PAGES
from fundapp.ui.ways import may_open
from fundapp.ui.words import plain


def since(book: Book) -> str:
    """The version and the day from which it holds."""
    # All parts of a rubric carry the same version; files that differ are refused.
    version = book.rubric.decision.version
    if book.rubric_since is None:
        return _("Version {version}").format(version=version)
    return _("Version {version}, in force since {day}").format(version=version, day=day(book.rubric_since))


def show_files(rubric: Rubric, files: Rubric | tuple[Problem, ...]) -> None:
    """What the files of the rubric hold: the rubric in force, a newer one, or faults."""
    if isinstance(files, tuple):
        count = ngettext("{n} fault", "{n} faults", len(files))
        text = _("The rubric files hold {faults}. The rubric in force is not touched by that.").format(faults=count)
        st.markdown(f":material/report: **{plain(text)}**")
        refusal.show_problems(files)
    elif files.digest() == rubric.digest():
        text = _("The rubric files hold exactly the rubric in force.")
        st.markdown(f":material/task_alt: {plain(text)}")
    else:
        text = _(
            "The rubric files hold another text (version {version}). "
            "It takes effect when the committee has resolved on it and the chair has adopted it."
        )
        st.info(plain(text.format(version=files.decision.version)), icon=":material/difference:")


def show_digest(rubric: Rubric) -> None:
    """The fingerprint that every scorecard and every minute of this rubric carries."""
    st.markdown(plain(_("The fingerprint of this rubric. Every scorecard and all minutes made by it carry it:")))
    st.code(rubric.digest(), language=None, wrap_lines=True)


def show_waiting(book: Book) -> None:
    """The rubric that is adopted for a day to come."""
    waiting = book.waiting_rubric(day_of(gate.desk().now()))
    if waiting is not None:
        version = book.rubrics[waiting.digest].decision.version
        text = _("Version {version} is adopted and comes into force on {day}.")
        st.markdown(f":material/schedule: {plain(text.format(version=version, day=day(waiting.in_force_from)))}")


def to_workshop(actor: Actor) -> None:
    """The way to the workshop, for whoever may open it."""
    if may_open(actor, "office/workshop"):
        st.page_link(PAGES["office/workshop"].file, label=_("To the rubric workshop"), icon=":material/construction:")


def to_rubrics() -> None:
    """The way back to the rubric in force."""
    st.page_link(PAGES["office/rubrics"].file, label=_("To the rubric in force"), icon=":material/arrow_back:")

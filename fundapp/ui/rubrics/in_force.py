"""Which rubric is in force, and whether the files that the fund edits say the same."""

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import Rubric
from fundapp.record.book import Book
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.ui import refusal
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

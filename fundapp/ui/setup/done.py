"""After the set-up: what stands, and what comes next."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.documents.said import said
from fundapp.record.book import Book
from fundapp.text.catalogue import _
from fundapp.ui import components, gate
from fundapp.ui.desks import PAGES
from fundapp.ui.office import once
from fundapp.ui.setup.check_step import fund_lines, rubric_lines, seat_lines
from fundapp.ui.ways import may_open
from fundapp.ui.words import plain


def show(actor: Actor, book: Book) -> None:
    """The passwords to hand over, what comes next, and what was set up."""
    assert book.terms is not None, "a fund that is set up has terms"
    components.page_title(_("The fund is set up"), said(book.terms.name))
    once.show()
    components.section(_("What comes next"))
    st.markdown(
        "\n".join(
            f"{number}. {plain(line)}"
            for number, line in enumerate(
                (
                    _("Each person signs in and chooses a password."),
                    _("A fund that runs already: the fund manager takes it over from its spreadsheets."),
                    _("The fund manager or the secretariat registers the first proposal."),
                    _("The secretariat opens the first meeting and orders its agenda."),
                ),
                start=1,
            )
        )
    )
    if may_open(actor, "office/people"):
        st.page_link(PAGES["office/people"].file, label=_("To the people"), icon=":material/manage_accounts:")
    components.section(_("What was set up"))
    _lines(_("Fund"), fund_lines(book.terms))
    _lines(_("How we judge"), rubric_lines(book.rubric))
    named = {one.id: said(one.name) for one in gate.desk().people().values()}
    seats = seat_lines(book.seats_by_rank(), tuple(book.outside.values()), lambda one: named.get(one, one))
    _lines(_("Seats"), seats)


def _lines(title: str, lines: list[str]) -> None:
    components.part(title)
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))

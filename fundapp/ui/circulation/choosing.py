"""Which written resolution the page is about: the one that the address names, else the most pressing."""

import streamlit as st

from fundapp.documents.said import said
from fundapp.record.book import Book, Meeting
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.text.terms import meeting_name
from fundapp.ui.ways import MEETING


def choose(book: Book) -> Meeting | None:
    """The written resolution under way that the reader picked; the choice stays in the address. None without any."""
    under_way = {str(one.number): one for one in book.circulations()}
    if not under_way:
        return None
    numbers = tuple(under_way)
    asked = st.query_params.get(MEETING, "")
    if len(numbers) == 1:
        return under_way[numbers[0]]
    number: str = st.selectbox(
        _("Written resolution"),
        numbers,
        index=numbers.index(asked) if asked in numbers else 0,
        format_func=lambda one: _name(book, under_way[one]),
        key="circulation-of",
        width=480,
    )
    if number != asked:
        st.query_params[MEETING] = number
    return under_way[number]


def _name(book: Book, meeting: Meeting) -> str:
    assert meeting.circulation is not None, "only written resolutions are chosen here"
    (item,) = book.items_of(meeting.id)
    name = meeting_name(meeting.number, written=True)
    if item.frozen is not None:
        name = f"{name}: {item.proposal_code} {said(item.frozen.proposal.name)}"
    return _("{name}, answer by {day}").format(name=name, day=day(meeting.circulation.answer_by))

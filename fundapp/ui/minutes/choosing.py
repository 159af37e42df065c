"""Which closed meeting the page is about; the latest unless the address names another."""

from collections.abc import Sequence

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.book import Book, Meeting
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.ui.ways import MEETING


def closed_meetings(book: Book) -> tuple[Meeting, ...]:
    """The meetings that have minutes, the latest first."""
    closed = [meeting for meeting in book.meetings.values() if meeting.closed_at is not None]
    return tuple(sorted(closed, key=lambda meeting: meeting.number, reverse=True))


def choose(meetings: Sequence[Meeting]) -> Meeting:
    """The meeting that the reader picked. The choice stays in the address, so that it can be sent to somebody."""
    by_number = {str(meeting.number): meeting for meeting in meetings}
    numbers = list(by_number)
    if len(meetings) == 1:
        return meetings[0]
    asked = st.query_params.get(MEETING)
    number = st.selectbox(
        _("Meeting"),
        numbers,
        index=numbers.index(asked) if asked in by_number else 0,
        format_func=lambda number: _name(by_number[number]),
        key="minutes-of",
        width=480,
    )
    # By hand: the framework's own binding writes the label, which is another one in the other language.
    if number != (asked or numbers[0]):
        st.query_params[MEETING] = number
    return by_number[number]


def _name(meeting: Meeting) -> str:
    on = day(day_of(meeting.opened_at))
    if meeting.circulation is not None:
        return _("No. {number}, {day}, in writing").format(number=meeting.number, day=on)
    return _("No. {number}, {day}").format(number=meeting.number, day=on)

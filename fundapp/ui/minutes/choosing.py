"""Which closed meeting the page is about; the latest unless the address names another."""

from collections.abc import Sequence

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.record.book import Book, Meeting
from fundapp.text.catalogue import _
from fundapp.text.figures import day


def closed_meetings(book: Book) -> tuple[Meeting, ...]:
    """The meetings that have minutes, the latest first."""
    closed = [meeting for meeting in book.meetings.values() if meeting.closed_at is not None]
    return tuple(sorted(closed, key=lambda meeting: meeting.number, reverse=True))


def choose(meetings: Sequence[Meeting]) -> Meeting:
    """The meeting that the reader picked. The choice stays in the address, so that it can be sent to somebody."""
    by_number = {str(meeting.number): meeting for meeting in meetings}
    if len(meetings) == 1:
        return meetings[0]
    number = st.selectbox(
        _("Meeting"),
        list(by_number),
        format_func=lambda number: _name(by_number[number]),
        key="meeting",
        bind="query-params",
        width=480,
    )
    return by_number[number]


def _name(meeting: Meeting) -> str:
    return _("No. {number}, {day}").format(number=meeting.number, day=day(day_of(meeting.opened_at)))

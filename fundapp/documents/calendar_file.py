"""The fund's days as a calendar file (iCalendar, RFC 5545): payments, reservations, calls, fees."""

from collections.abc import Iterator
from datetime import date, timedelta

from icalendar import Alarm, Calendar, Event

from fundapp.basis.fact import Fact, Text
from fundapp.documents.said import said
from fundapp.record.book import Book
from fundapp.text.catalogue import _, language
from fundapp.text.figures import yen

_WARN = timedelta(days=7)


class FundDay(Fact):
    """One day to keep: an id that stays the same when the day moves, and what happens."""

    id: Text
    on: date
    what: Text
    more: Text = ""


def fund_days(book: Book) -> tuple[FundDay, ...]:
    """What is still to come, by day, as far as the reader of the Book may know it."""
    found = (*_payments(book), *_reservations(book), *_calls(book), *_fees(book))
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))


def _payments(book: Book) -> Iterator[FundDay]:
    for one in book.investments.values():
        for tranche in one.tranches:
            if tranche.drawn_on or tranche.cancelled_on or tranche.frozen_on:
                continue
            told = _("{company}: tranche {number}, {amount}")
            yield FundDay(
                id=f"tranche-{one.id}-{tranche.number}",
                on=tranche.due,
                what=told.format(company=said(one.company), number=tranche.number, amount=yen(tranche.amount_yen)),
                more=tranche.milestone,
            )


def _reservations(book: Book) -> Iterator[FundDay]:
    for one in book.reservations.values():
        if one.state in ("held", "decided"):
            told = _("{company}: the reservation of {amount} ends")
            yield FundDay(
                id=f"reservation-{one.id}",
                on=one.expires_on,
                what=told.format(company=said(one.company), amount=yen(one.amount_yen)),
            )


def _calls(book: Book) -> Iterator[FundDay]:
    for one in book.calls.values():
        if one.open_yen:
            told = _("Capital call no. {number}: {amount} is due")
            yield FundDay(
                id=f"call-{one.id}", on=one.due, what=told.format(number=one.number, amount=yen(one.open_yen))
            )


def _fees(book: Book) -> Iterator[FundDay]:
    for one in book.fee_schedule:
        if one.fee_id not in book.fees:
            told = _("{what}: {amount} is due")
            yield FundDay(
                id=f"fee-{one.fee_id}", on=one.due, what=told.format(what=one.what, amount=yen(one.amount_yen))
            )


def calendar_file(book: Book) -> bytes:
    """The days as all-day events, each with a reminder a week before. The same Book gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//fundapp//fund days//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", said(book.terms.name) if book.terms else "")
    for one in fund_days(book):
        event = Event()
        event.add("uid", f"{one.id}@fundapp")
        if book.at:
            event.add("dtstamp", book.at)
        event.add("dtstart", one.on)
        # Without an end it is the one day all the same; the last day that there is has none after it.
        if one.on < date.max:
            event.add("dtend", one.on + timedelta(days=1))
        event.add("summary", one.what, parameters={"language": language()})
        if one.more:
            event.add("description", one.more)
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.what)
        alarm.add("trigger", -_WARN)
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())

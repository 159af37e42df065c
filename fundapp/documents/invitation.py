"""The invitation to planned meetings for a calendar (RFC 5545). No proposal is named in it: calendars are shared."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from icalendar import Calendar, Event

from fundapp.basis.days import TOKYO
from fundapp.basis.fact import Bilingual
from fundapp.committee.planning import PlannedMeeting
from fundapp.documents.said import said
from fundapp.text.catalogue import _, ngettext


def invitation_ics(meetings: Sequence[PlannedMeeting], fund: Bilingual, *, address: str, now: datetime) -> bytes:
    """The meetings for a calendar, in the language spoken now; a corrected one takes the place of the one before."""
    calendar = Calendar()
    calendar.add("prodid", "-//fundapp//meeting//")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if all(one.cancelled for one in meetings) else "PUBLISH")
    for one in meetings:
        calendar.add_component(_event(one, fund, address=address, now=now))
    return bytes(calendar.to_ical())


def _event(planned: PlannedMeeting, fund: Bilingual, *, address: str, now: datetime) -> Event:
    begins = datetime.combine(planned.day, time.fromisoformat(planned.begins), TOKYO)
    event = Event()
    event.add("uid", f"{planned.id}@fundapp")
    event.add("dtstamp", now)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=planned.duration_minutes))
    event.add("sequence", planned.revision)
    event.add("status", "CANCELLED" if planned.cancelled else "CONFIRMED")
    title = _("Investment committee, meeting no. {number}").format(number=planned.number)
    event.add("summary", _("{title} ({fund})").format(title=title, fund=said(fund)))
    event.add("location", planned.place)
    count = len(planned.proposal_ids)
    items = ngettext("{n} item on the agenda", "{n} items on the agenda", count).format(n=count)
    event.add("description", _("{items}. Papers: {address}").format(items=items, address=address))
    event.add("class", "CONFIDENTIAL")
    return event

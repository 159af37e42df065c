"""What the office writes to the members of the committee: come to a meeting, or read and answer in writing.

A mail may be read by others, and whoever is to declare an interest first has not done so yet: no proposal is named.
"""

import hashlib
from contextvars import copy_context
from datetime import date, datetime
from email.message import EmailMessage
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Language, Text
from fundapp.documents.mail import Envelope, Said, message
from fundapp.text.catalogue import _, ngettext, use
from fundapp.text.figures import day, weekday

Kind = Literal["meeting", "called_off", "read", "score", "answer"]


class Summons(Fact):
    """One message to one person. `day` is that of the meeting, or the last one to answer."""

    kind: Kind
    to: Bilingual
    email: Text
    fund: Bilingual
    number: int
    day: date
    begins: Text = ""
    place: Text = ""
    items: int = 0
    address: Text
    """The whole link."""
    calendar: bytes = b""
    """The invitation for a calendar, of a meeting alone."""


def said(summons: Summons, language: Language) -> Said:
    """The message in `language`. The language of the caller's context stays as it was."""
    return copy_context().run(_said, summons, language)


def _said(summons: Summons, language: Language) -> Said:
    use(language)
    subject = _in_writing(summons) if summons.kind in ("read", "score", "answer") else _in_the_room(summons)
    greeting = _("Dear {name},").format(name=summons.to.of(language))
    return Said(subject=subject, paragraphs=(greeting, *_paragraphs(summons, language)))


def _in_writing(summons: Summons) -> str:
    until, number = day(summons.day), summons.number
    return _("Written resolution no. {number}: please answer by {day}").format(number=number, day=until)


def _in_the_room(summons: Summons) -> str:
    when, number = day(summons.day), summons.number
    if summons.kind == "called_off":
        return _("Called off: investment committee, meeting no. {number}, {day}").format(number=number, day=when)
    return _("Invitation: investment committee, meeting no. {number}, {day}").format(number=number, day=when)


def _paragraphs(summons: Summons, language: Language) -> tuple[str, ...]:
    fund, until = summons.fund.of(language), day(summons.day)
    when_and_where = _("{day}, {weekday}, {begins}, {place}").format(
        day=until, weekday=weekday(summons.day), begins=summons.begins, place=summons.place
    )
    link_alone = _("What it is about stands behind the link alone.")
    match summons.kind:
        case "meeting":
            items = ngettext("{n} item on the agenda", "{n} items on the agenda", summons.items).format(n=summons.items)
            attached = _("The invitation for your calendar is attached. The papers stand behind the link.")
            return (fund, when_and_where, items, attached)
        case "called_off":
            return (fund, when_and_where, _("This meeting does not take place."))
        case "read":
            asked = _("{fund} decides in writing because it cannot wait. Please read the papers and answer by {day}.")
            steps = _("The link leads you step by step: interest, papers, score, answer.")
            return (asked.format(fund=fund, day=until), steps, link_alone)
        case "score":
            asked = _("{fund} decides in writing. You have read the papers; your score is missing.")
            return (asked.format(fund=fund), _("The last day to answer is {day}.").format(day=until), link_alone)
        case "answer":
            asked = _("{fund} decides in writing. The resolution is put; your answer is missing.")
            return (asked.format(fund=fund), _("The last day to answer is {day}.").format(day=until), link_alone)


def email(summons: Summons, *, sender: str, at: datetime) -> EmailMessage:
    """The message as an e-mail, with the invitation for a calendar where it has one."""
    envelope = Envelope(
        sender=sender,
        person=summons.to.ja,
        email=summons.email,
        address=summons.address,
        mark=f"{summons.kind}/{summons.address}/{summons.email}/{summons.number}/{at.date().isoformat()}",
    )
    made = message(envelope, said(summons, "ja"), said(summons, "en"), at=at)
    if summons.calendar:
        made.add_attachment(summons.calendar, maintype="text", subtype="calendar", filename="meeting.ics")
        # The parts are divided by what is no chance, so that the same message is the same bytes.
        made.set_boundary(f"={hashlib.sha256(summons.calendar).hexdigest()}")
    return made

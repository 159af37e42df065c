"""The messages of an inquiry in both languages: to ask, to remind, to tell the result, to ask a president."""

from collections.abc import Iterable
from contextvars import copy_context
from datetime import datetime
from email.message import EmailMessage
from typing import Literal

from fundapp.basis.days import Instant
from fundapp.basis.fact import Bilingual, Fact, Language, Text
from fundapp.documents.mail import Envelope, Said, eml_zip, message
from fundapp.text.catalogue import _, use
from fundapp.text.figures import moment

Kind = Literal["ask", "remind", "extend", "result", "agree"]


class Letter(Fact):
    """One message to one addressee, before it becomes an e-mail or a printed sheet."""

    kind: Kind
    to: Bilingual
    """The member, or the company whose president is asked."""
    person: Text
    email: Text
    proposal: Bilingual
    company: Bilingual
    text: Bilingual
    answer_by: Instant
    put_off_from: Instant | None = None
    """The deadline before this one."""
    address: Text
    """The whole link."""


def said(letter: Letter, language: Language) -> Said:
    """The letter in `language`. The language of the caller's context stays as it was."""
    return copy_context().run(_said, letter, language)


def _said(letter: Letter, language: Language) -> Said:
    use(language)
    proposal, until = letter.proposal.of(language), moment(letter.answer_by)
    company, text = letter.company.of(language), letter.text.of(language).strip()
    rest: tuple[str, ...]
    match letter.kind:
        case "ask":
            subject = _("Can you make parts for “{proposal}”?").format(proposal=proposal)
            rest = (
                text,
                _("Please answer by {time}. One tap a part is enough; a price can follow.").format(time=until),
                _("Open this link on your phone. No registration is needed."),
            )
        case "remind":
            subject = _("Reminder: parts for “{proposal}”").format(proposal=proposal)
            rest = (
                _("We have not had your answer yet. It is due by {time}.").format(time=until),
                _("If you cannot supply any of the parts, a tap on “We cannot” helps us too."),
            )
        case "extend":
            subject = _("More time to answer: parts for “{proposal}”").format(proposal=proposal)
            before = moment(letter.put_off_from or letter.answer_by)
            rest = (
                _("The deadline was put off from {before} to {time}.").format(before=before, time=until),
                _("The link that you have stays good. What you have answered stays too, and you can still change it."),
            )
        case "result":
            subject = _("The result for “{proposal}”").format(proposal=proposal)
            rest = (_("Thank you for your answer. The link shows what was chosen, and why."),)
        case "agree":
            subject = _("May we ask the members about “{proposal}”?").format(proposal=proposal)
            rest = (
                _("Please read what would go out, and tell us whether you agree."),
                _("Nothing goes out to anybody before you have agreed."),
            )
    named = _("{name}, {person}") if letter.person else "{name}"
    greeting = named.format(name=letter.to.of(language), person=letter.person)
    about = (
        ()
        if letter.kind == "agree"
        else (_("For “{proposal}” of {company}").format(proposal=proposal, company=company),)
    )
    return Said(subject=" ".join(subject.split()), paragraphs=tuple(one for one in (greeting, *about, *rest) if one))


def email(letter: Letter, *, sender: str, at: datetime) -> EmailMessage:
    """The letter as an e-mail."""
    # A second reminder on another day is another message.
    day = at.date().isoformat() if letter.kind in ("remind", "extend") else ""
    envelope = Envelope(
        sender=sender,
        person=letter.person,
        email=letter.email,
        address=letter.address,
        mark=f"{letter.kind}/{letter.address}/{day}",
    )
    return message(envelope, said(letter, "ja"), said(letter, "en"), at=at)


def eml_files(letters: Iterable[Letter], *, sender: str, at: datetime) -> bytes:
    """Every letter as an .eml file, in one ZIP."""
    return eml_zip((one.to.ja, email(one, sender=sender, at=at)) for one in letters)

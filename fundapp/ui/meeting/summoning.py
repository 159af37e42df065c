"""Writing to the members: who was written to and when, by e-mail where a server is named, else as files to send."""

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from fundapp.documents.said import said
from fundapp.documents.summons import Summons, email
from fundapp.mailing import mail_server, send_all
from fundapp.record.planning_commands import NoteSummons
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import moment
from fundapp.ui import gate
from fundapp.ui.downloads import download_button
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.words import plain
from fundapp.web.summons_letters import Letters


def summon(about: str, letters: Letters, *, meeting: str = "", planned: str = "", leads: bool = False) -> Order | None:
    """The messages that may leave, for the secretariat: about a written resolution or a meeting on the calendar.

    `leads` where it is what the page asks for first.
    """
    if not letters:
        return None
    form, told = f"summons/{about}", gate.desk().summoned(gate.actor(), about)
    untold = [person for person in letters if person not in told]
    failed: dict[str, str] = st.session_state.get(_failed(about), {})
    with st.container(border=True, key=f"summons-{about}"):
        title = _("Everyone who is waited for was written to")
        if untold:
            title = ngettext("{n} member is not written to yet", "{n} members are not written to yet", len(untold))
        st.markdown(f":material/outgoing_mail: **{plain(title)}**")
        st.markdown("  \n".join(_line(one, told.get(person), failed) for person, one in letters.items()))
        with st.container(horizontal=True):
            by_mail, first = mail_server() is not None, leads and bool(untold)
            mailed = by_mail and st.button(
                _("Send them by e-mail now"),
                type="primary" if first else "secondary",
                icon=":material/send:",
                key=key(form, "mail"),
            )
            download_button(
                _("E-mail files (.eml)"),
                "summons-messages",
                language(),
                primary=first and not by_mail,
                meeting=meeting,
                planned=planned,
            )
            handed = st.button(_("They are told"), icon=":material/task_alt:", key=key(form, "handed"))
        slot = st.container()
    people = tuple(letters)
    if mailed:
        with slot:
            people = _mail(about, letters)
    if not (mailed or handed) or not people:
        return None
    done = ngettext("{n} member was written to.", "{n} members were written to.", len(people))
    return Order((NoteSummons(about=about, people=people),), form, slot, done)


def _failed(about: str) -> str:
    return f"summons-failed/{about}"


def _line(letter: Summons, at: datetime | None, failed: Mapping[str, str]) -> str:
    """One member: written to when, why a message did not leave, or what is missing."""
    if reason := failed.get(letter.email):
        mark, state = "error", _("the mail server did not take it: {why}").format(why=reason)
    elif at is not None:
        mark, state = "check_circle", _("written to on {time}").format(time=moment(at))
    elif not letter.email:
        mark, state = "contact_mail", _("no e-mail address on file")
    else:
        mark, state = "radio_button_unchecked", letter.email
    line = _("{name}: {text}").format(name=said(letter.to), text=state)
    return f":material/{mark}: {plain(line)}"


def _mail(about: str, letters: Letters) -> tuple[str, ...]:
    """Send what can go by e-mail; to whom it left. What the server refused is told beside the name."""
    server, now = mail_server(), gate.desk().now()
    assert server is not None, "the button stands only where a mail server is named"
    mails = [(person, email(one, sender=server.sender, at=now)) for person, one in letters.items() if one.email]
    with st.spinner(_("Sending…")):
        answers = dict(send_all(server, mails))
    st.session_state[_failed(about)] = {letters[one].email: failure for one, failure in answers.items() if failure}
    if not mails:
        told = _("None of them has an e-mail address on file. Enter it among the people, or take the files.")
        st.markdown(plain(told))
    left = tuple(person for person, failure in answers.items() if not failure)
    if mails and not left:
        # Nothing is to be noted; why nothing left is told beside the names, which stand above.
        st.rerun()
    return left

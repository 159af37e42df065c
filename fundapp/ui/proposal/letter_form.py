"""The letter to the applicant: written after the resolution, kept with the proposal's papers once it is issued."""

from functools import partial

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.basis.fact import Language
from fundapp.committee.proposal import Attachment
from fundapp.documents.letter import Sender
from fundapp.documents.letter_files import letter_markdown, letter_pdf
from fundapp.documents.said import said
from fundapp.record.book import Item
from fundapp.record.commands import AttachFile
from fundapp.text.catalogue import _, language
from fundapp.ui import gate
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.proposal.sending import nonce
from fundapp.ui.words import plain
from fundapp.web.plain_page import LANGUAGE_NAMES


def letter_form(paper: Paper) -> AttachFile | None:
    """The letter's own words and its two copies; the command that keeps the issued one with the papers."""
    item = paper.item
    if item is None or item.resolved is None:
        st.markdown(_("The letter is written once the committee has resolved."))
        return None
    form = f"letter-{paper.proposal.id}"
    key = f"{form}-{nonce(form)}"
    languages: list[Language] = ["ja", "en"]
    chosen = st.segmented_control(
        _("Language of the letter"),
        languages,
        default=language(),
        required=True,
        format_func=lambda code: LANGUAGE_NAMES[code],
        key=f"{key}-language",
    )
    copy: Language = chosen or language()
    sender = _sender(paper, key)
    if not (sender.contact and sender.contact_at):
        st.markdown(plain(_("Write whom the company turns to and how; then the letter can be made.")))
        return None
    name = f"letter-{paper.proposal.code}-{sender.on:%Y%m%d}-{copy}"
    with st.container(horizontal=True):
        st.download_button(
            _("See it as PDF"),
            data=partial(_pdf, paper, item, sender, copy),
            file_name=f"{name}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/download:",
            key=f"{key}-pdf",
        )
        st.download_button(
            _("As Markdown text"),
            data=partial(letter_markdown, paper.book, item, sender, language=copy),
            file_name=f"{name}.md",
            mime="text/markdown",
            on_click="ignore",
            icon=":material/download:",
            key=f"{key}-md",
        )
        issued = st.button(
            _("Issue it: keep it with the papers"), type="primary", icon=":material/outgoing_mail:", key=f"{key}-send"
        )
    return _kept(paper, f"{name}.pdf", _pdf(paper, item, sender, copy)) if issued else None


def _sender(paper: Paper, key: str) -> Sender:
    contact = st.text_input(
        _("Whom the company turns to next"),
        value=said(gate.name_of(paper.actor.person)),
        max_chars=100,
        key=f"{key}-contact",
    )
    contact_at = st.text_area(
        _("How the contact is reached (telephone, mail, hours)"), max_chars=400, key=f"{key}-contact-at"
    )
    words = st.text_area(_("A few words of your own, if you wish"), max_chars=2000, key=f"{key}-words")
    company = paper.proposal.company
    return Sender(
        company=company.name,
        president=company.president,
        contact=(contact or "").strip(),
        contact_at=(contact_at or "").strip(),
        words=(words or "").strip(),
        on=day_of(gate.desk().now()),
    )


def _pdf(paper: Paper, item: Item, sender: Sender, copy: Language) -> bytes:
    return letter_pdf(paper.book, item, sender, language=copy, issued_at=gate.desk().now())


def _kept(paper: Paper, file_name: str, content: bytes) -> AttachFile:
    # Its bytes are on the disk before the command that names them is written.
    sha256 = gate.desk().files.put(content)
    attachment = Attachment(
        id=gate.desk().new_id(),
        kind="letter",
        file_name=file_name,
        media_type="application/pdf",
        size_bytes=len(content),
        file_sha256=sha256,
    )
    return AttachFile(proposal_id=paper.proposal.id, attachment=attachment)

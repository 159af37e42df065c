"""The documents of a proposal: those that came with it and those behind a criterion; attaching and removing."""

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.committee.proposal import Attachment, Proposal
from fundapp.committee.rubric import Rubric
from fundapp.documents.said import said
from fundapp.record.commands import AttachEvidence, AttachFile, RegisterCommand, RemoveAttachment
from fundapp.text.catalogue import _, language
from fundapp.text.figures import file_size
from fundapp.text.terms import TERMS, term
from fundapp.ui import components, gate, refusal
from fundapp.ui.downloads import download_button
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.proposal.sending import nonce
from fundapp.ui.words import plain

LARGEST_MB = 20
KINDS = ("pdf", "docx", "xlsx", "pptx", "csv", "txt", "png", "jpg", "jpeg")
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}


def titled(title: str, file_name: str) -> str:
    """The title that is kept: the one given, else the file's own name; always with the file's ending."""
    name = PurePath(file_name.replace("\\", "/")).name
    stem, ending = PurePath(name).stem, PurePath(name).suffix
    return f"{title.strip().removesuffix(ending) or stem}{ending}"


def media_type(file_name: str) -> str:
    """What the file is by its ending; what the browser says of it is not asked."""
    return MEDIA_TYPES.get(PurePath(file_name).suffix.lower(), "application/octet-stream")


def show_documents(paper: Paper) -> None:
    """What came with the proposal, then each criterion's documents. What is newer than the freeze says so."""
    papers = paper.proposal
    if not papers.attachments and not papers.evidence:
        return
    components.section(_("Documents"))
    judged = {sha256 for _title, sha256 in paper.asked.papers()}
    names = _criteria(paper.rubric)
    for one in papers.attachments:
        what = f"{term('attachment', one.kind)} · {file_size(one.size_bytes)}"
        # A letter is written after the judgement by its nature.
        new = one.kind != "letter" and one.file_sha256 not in judged
        _document(papers, one.file_name, what, one.file_sha256, new=new)
    for found in papers.evidence:
        what = names.get(found.criterion_id, "")
        _document(papers, found.title, what, found.file_sha256, new=found.file_sha256 not in judged)


def _document(papers: Proposal, title: str, what: str, sha256: str, *, new: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        late = _(" (attached after the freeze)") if new else ""
        st.markdown(f"{plain(title + late)}  \n{plain(what)}", width="stretch")
        # Fetched through the gate and the desk, and never shown inside the page: it is not trusted.
        download_button(_("Download"), "paper", language(), proposal=papers.id, file=sha256)


def _criteria(rubric: Rubric) -> dict[str, str]:
    return {one.id: f"{one.id} {said(one.name)}" for axis in rubric.axes for one in axis.criteria}


def document_form(paper: Paper) -> RegisterCommand | None:
    """Attach one document to the proposal or to a criterion; the command once it was sent with a file."""
    form = f"evidence-{paper.proposal.id}"
    key = f"{form}-{nonce(form)}"
    kinds = {one: term("attachment", one) for one in TERMS["attachment"]}
    names = kinds | _criteria(paper.rubric)
    with st.form(key):
        purpose = st.selectbox(
            _("What it is: a paper of the proposal, or evidence for a criterion"),
            tuple(names),
            format_func=lambda one: names[one],
            key=f"{key}-for",
        )
        file = st.file_uploader(
            _("The document, up to {size} MB").format(size=LARGEST_MB),
            type=KINDS,
            max_upload_size=LARGEST_MB,
            key=f"{key}-file",
        )
        title = st.text_input(_("Title, if not the file's name"), max_chars=120, key=f"{key}-title")
        if not st.form_submit_button(
            _("Attach the document"), type="primary", icon=":material/attach_file:", key=f"{key}-send"
        ):
            return None
    if file is None:
        refusal.show(Refusal.of("evidence_needs_file"))
        return None
    if file.size > LARGEST_MB * 1_000_000:
        refusal.show(Refusal.of("attachment_too_large", file=file.name, limit=LARGEST_MB))
        return None
    return _attached(paper.proposal, purpose, titled(title or "", file.name), file.getvalue())


def _attached(proposal: Proposal, purpose: str, title: str, content: bytes) -> RegisterCommand:
    # Its bytes are on the disk before the command that names them is written.
    sha256 = gate.desk().files.put(content)
    if purpose not in TERMS["attachment"]:
        return AttachEvidence(proposal_id=proposal.id, criterion_id=purpose, title=title, file_sha256=sha256)
    attachment = Attachment(
        id=gate.desk().new_id(),
        kind=purpose,
        file_name=title,
        media_type=media_type(title),
        size_bytes=len(content),
        file_sha256=sha256,
    )
    return AttachFile(proposal_id=proposal.id, attachment=attachment)


def removal_form(paper: Paper) -> RemoveAttachment | None:
    """Take a paper out of the proposal, with the reason; nothing while there is none."""
    attached: Sequence[Attachment] = paper.proposal.attachments
    if not attached:
        return None
    names = {one.id: one.file_name for one in attached}
    form = f"removal-{paper.proposal.id}"
    key = f"{form}-{nonce(form)}"
    with st.expander(_("Take a paper out")), st.form(key, border=False):
        chosen = st.selectbox(_("Which paper"), tuple(names), format_func=lambda one: names[one], key=f"{key}-which")
        reason = st.text_input(_("Why it is taken out"), max_chars=200, key=f"{key}-why")
        st.markdown(_("What was frozen with it keeps it."))
        if not st.form_submit_button(_("Take it out"), icon=":material/remove:", key=f"{key}-send"):
            return None
    return RemoveAttachment(proposal_id=paper.proposal.id, attachment_id=chosen, reason=reason or "")

"""The documents of a proposal: those that are attached, and the form that attaches another."""

from functools import partial
from pathlib import PurePath

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.committee.proposal import Evidence
from fundapp.committee.rubric import Rubric
from fundapp.documents.said import said
from fundapp.record.commands import AttachEvidence
from fundapp.text.catalogue import _
from fundapp.ui import components, gate, refusal
from fundapp.ui.network.words_in_widgets import uploader_words
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.proposal.sending import nonce
from fundapp.ui.words import plain

LARGEST_MB = 20
KINDS = ("pdf", "docx", "xlsx", "pptx", "csv", "txt", "png", "jpg", "jpeg")


def titled(title: str, file_name: str) -> str:
    """The title that is kept: the one given, else the file's own name; always with the file's ending."""
    name = PurePath(file_name.replace("\\", "/")).name
    stem, ending = PurePath(name).stem, PurePath(name).suffix
    return f"{title.strip().removesuffix(ending) or stem}{ending}"


def show_documents(paper: Paper) -> None:
    """Every attached document under its criterion. One attached after the freeze is marked: it was not judged."""
    attached = paper.proposal.evidence
    if not attached:
        return
    components.section(_("Documents"))
    judged = {one.file_sha256 for one in paper.asked.evidence}
    names = _criteria(paper.rubric)
    for place, one in enumerate(attached):
        with st.container(horizontal=True, vertical_alignment="center"):
            new = _(" (attached after the freeze)") if one.file_sha256 not in judged else ""
            st.markdown(f"{plain(one.title + new)}  \n{plain(names.get(one.criterion_id, ''))}", width="stretch")
            _download(one, f"document-{place}-{paper.proposal.id}")


def _download(one: Evidence, key: str) -> None:
    # Read only when it is asked for, and never shown inside the page: a document from outside is not trusted.
    st.download_button(
        _("Download"),
        data=partial(gate.desk().files.read, one.file_sha256),
        file_name=PurePath(one.title.replace("/", "-").replace("\\", "-")).name,
        mime="application/octet-stream",
        on_click="ignore",
        icon=":material/download:",
        key=key,
    )


def _criteria(rubric: Rubric) -> dict[str, str]:
    return {one.id: f"{one.id} {said(one.name)}" for axis in rubric.axes for one in axis.criteria}


def evidence_form(paper: Paper) -> AttachEvidence | None:
    """Attach one document to one criterion; the command once it was sent with a file."""
    form = f"evidence-{paper.proposal.id}"
    key = f"{form}-{nonce(form)}"
    names = _criteria(paper.rubric)
    with st.form(key):
        criterion = st.selectbox(
            _("Which criterion it is evidence for"), tuple(names), format_func=lambda one: names[one], key=f"{key}-for"
        )
        uploader_words()
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
    # Its bytes are on the disk before the command that names them is written.
    sha256 = gate.desk().files.put(file.getvalue())
    return AttachEvidence(
        proposal_id=paper.proposal.id,
        criterion_id=criterion,
        title=titled(title or "", file.name),
        file_sha256=sha256,
    )

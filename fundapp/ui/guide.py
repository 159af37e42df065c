"""The guide on the screen: the same texts and pictures as in docs/guide."""

import re
from pathlib import Path

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.places import guide_folder
from fundapp.text.catalogue import N_, _, language
from fundapp.ui import components

PARTS: dict[str, tuple[str, Role]] = {
    "member": (N_("Committee member: score and vote"), Role.VOTING),
    "chair": (N_("Chair: lead the meeting"), Role.VOTING),
    "secretariat": (N_("Secretariat: before, during and after the meeting"), Role.SECRETARIAT),
    "manager": (N_("Fund manager: from the resolution to the payment"), Role.MANAGER),
    "partner": (N_("Limited partner: how the fund does"), Role.LP),
    "auditor": (N_("Auditor: is it as it was recorded?"), Role.AUDITOR),
    "administrator": (N_("Administrator: people, seats, backup"), Role.ADMINISTRATOR),
}
"""Part -> its title and whose it is first of all. The file of each has its name."""
ALL_PAGES = "pages"
"""The part that shows every page."""

_PICTURE = re.compile(r"^!\[(?P<about>[^\]]*)\]\((?P<file>[^)]+)\)$")


def choose(actor: Actor) -> str:
    """The part that the reader wants; the reader's own stands first."""
    own = [part for part, (_title, role) in PARTS.items() if role in actor.roles]
    parts = [*own, *(part for part in PARTS if part not in own), ALL_PAGES]
    titles = {part: _(title) for part, (title, _role) in PARTS.items()} | {ALL_PAGES: _("Every page in a picture")}
    part = st.selectbox(_("Part of the guide"), parts, format_func=titles.__getitem__, key="guide-part")
    return str(part)


def read(part: str) -> Path:
    """The file of a part in the reader's language."""
    return guide_folder() / language() / f"{part}.md"


def show(file: Path) -> None:
    """A part's text with its pictures. The house writes both, so its Markdown is shown as it is."""
    text: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        picture = _PICTURE.match(line)
        if picture:
            _words(text)
            st.image(str((file.parent / picture["file"]).resolve()), alt=picture["about"])
        elif line.startswith("## "):
            _words(text)
            components.section(line.removeprefix("## "))
        # The part's own title is what was chosen above.
        elif not line.startswith("# "):
            text.append(line)
    _words(text)


def _words(text: list[str]) -> None:
    if any(text):
        st.markdown("\n".join(text))
    text.clear()

"""Two entries that are probably one member, side by side; merged by one press, with the reason kept."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.documents.said import NOTHING, said
from fundapp.network.duplicates import Likeness
from fundapp.record.directory_commands import MergeMembers
from fundapp.store.directory import MemberFile
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.text.figures import yen
from fundapp.ui import components, gate
from fundapp.ui.directory import places, sending
from fundapp.ui.directory.words import word
from fundapp.ui.network.phrases import labelled
from fundapp.ui.words import plain

AT_ONCE = 10


def show(actor: Actor) -> None:
    """The surest pairs first."""
    with st.spinner(_("Comparing the members…")):
        pairs = gate.desk().probable_duplicates(actor)
    components.page_title(
        ngettext("{n} pair may be one member", "{n} pairs may be one member", len(pairs))
        if pairs
        else _("No two entries look like one member"),
        _("Merging moves everything to the entry that stays. The history of both is kept."),
    )
    if st.button(_("All members"), icon=":material/arrow_back:", type="tertiary", key="to-list"):
        places.close_form()
    sending.show_receipt()
    for pair in pairs[:AT_ONCE]:
        _pair(actor, pair)


def _pair(actor: Actor, pair: Likeness) -> None:
    desk = gate.desk()
    files = [desk.member_file(actor, one) for one in (pair.first_id, pair.second_id)]
    with st.container(border=True):
        why = _("{why}, {similarity} of 100").format(why=word("likeness", pair.why), similarity=pair.similarity)
        st.markdown(f"**{plain(why)}**")
        for column, file, other in zip(st.columns(2), files, reversed(files), strict=True):
            if file is None or other is None:
                continue
            with column:
                st.markdown(_told(file))
                if st.button(
                    _("Keep {code}").format(code=file.member.code),
                    icon=":material/join_left:",
                    key=f"keep-{file.member.id}-{other.member.id}",
                ):
                    reason = _("{code} is the same: {why}").format(code=other.member.code, why=why)
                    command = MergeMembers(into_id=file.member.id, from_id=other.member.id, reason=reason)
                    done = _("{other} is merged into {code}.").format(other=other.member.code, code=file.member.code)
                    sending.press(actor, command, f"merge-{file.member.id}-{other.member.id}", done)


def _told(file: MemberFile) -> str:
    member = file.member
    facts = (
        (_("Code"), member.code),
        (_("Corporate number"), member.corporate_number or NOTHING),
        (pgettext("company", "Capital"), NOTHING if member.capital_yen is None else yen(member.capital_yen)),
        (_("Whom to ask"), str(len(file.contacts))),
        (_("Processes"), str(len(file.capabilities))),
        (_("Visits"), str(len(file.visits))),
    )
    return "  \n".join([f"**{plain(said(member.name))}**", *(labelled(label, value) for label, value in facts)])

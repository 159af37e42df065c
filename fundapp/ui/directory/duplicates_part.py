"""Two entries that are probably one member, side by side; merged once one has read what becomes of the other."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.documents.said import NOTHING, said
from fundapp.network.duplicates import Likeness
from fundapp.network.member import Member
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
_SHOWN = "directory/duplicates-shown"


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
    shown = st.session_state.get(_SHOWN, AT_ONCE)
    for pair in pairs[:shown]:
        _pair(actor, pair)
    if shown < len(pairs) and st.button(
        _("Show more ({shown} of {count} are shown)").format(shown=shown, count=f"{len(pairs):,}"), key="more"
    ):
        st.session_state[_SHOWN] = shown + AT_ONCE
        st.rerun()


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
                with st.popover(_("Keep {code}").format(code=file.member.code), icon=":material/join_left:"):
                    _merging(actor, file.member, other.member, why)


def _merging(actor: Actor, member: Member, other: Member, why: str) -> None:
    told = _("{other} goes into {code} with all its persons, processes and visits. Nobody can take them apart again.")
    st.markdown(plain(told.format(other=f"{other.code} {said(other.name)}", code=f"{member.code} {said(member.name)}")))
    if st.button(_("Merge the two"), icon=":material/join_left:", key=f"keep-{member.id}-{other.id}"):
        reason = _("{code} is the same: {why}").format(code=other.code, why=why)
        command = MergeMembers(into_id=member.id, from_id=other.id, reason=reason)
        done = _("{other} is merged into {code}.").format(other=other.code, code=member.code)
        sending.press(actor, command, f"merge-{member.id}-{other.id}", done)


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

"""A list of members from a table: its columns, what becomes of each row, and the members that are taken in of it."""

from collections.abc import Sequence

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Actor
from fundapp.documents.csv_table import csv_table
from fundapp.documents.said import listed
from fundapp.intake.limits import LONG_LISTS
from fundapp.network.columns import ColumnMapping
from fundapp.network.member_table import (
    MemberReading,
    MemberRow,
    member_mapping_under,
    missing_columns,
    read_members,
    suggest_member_mapping,
)
from fundapp.network.process import ProcessTree
from fundapp.record.directory_commands import TakeMembersIn
from fundapp.text.catalogue import _, ngettext
from fundapp.text.network_words import words
from fundapp.ui import components, gate, refusal
from fundapp.ui.directory import importing_details, places, sending
from fundapp.ui.directory.importing_details import KINDS
from fundapp.ui.directory.in_parts import recorded, verdict
from fundapp.ui.network import verdicts
from fundapp.ui.network.uploads import Upload, Ways, columns, told_by, uploaded
from fundapp.uncollected import uncollected

_KEY = "upload/members"


def show(actor: Actor, tree: ProcessTree) -> None:
    """Which table it is: the members, what they can do, or their machines."""
    components.page_title(_("Take a list of members in"), _("You see what was read before anything is recorded."))
    if st.button(_("All members"), icon=":material/arrow_back:", type="tertiary", key="to-list"):
        for key in (_KEY, *(f"upload/{one}" for one in KINDS)):
            st.session_state.pop(key, None)
        places.close_form()
    names = {"members": _("Members"), "capability": _("What they can do"), "equipment": _("Machines")}
    kind = st.segmented_control(
        _("What the list holds"),
        tuple(names),
        default="members",
        required=True,
        format_func=lambda one: names[one],
        key="import-kind",
    )
    if kind in KINDS:
        importing_details.show(actor, tree, KINDS[kind])
    else:
        _members(actor, tree)


def _members(actor: Actor, tree: ProcessTree) -> None:
    """From the file to the members. Nothing is written before the last press: until then it is a dry run."""
    ways = Ways(suggest_member_mapping, member_mapping_under, _missing)
    upload = uploaded(_KEY, _("The members as Excel (.xlsx) or CSV, in any layout"), told_by(ways), LONG_LISTS)
    if upload is None:
        _template()
        return
    mapping = columns(upload, "member_column", ways)
    if missing := _missing(mapping):
        refusal.show_problems(missing)
        return
    _preview(actor, upload, _read(actor, upload, mapping, tree))


def _read(actor: Actor, upload: Upload, mapping: ColumnMapping, tree: ProcessTree) -> MemberReading:
    """The reading of this table against the directory as it stands, made once until one of them changes."""
    desk, at = gate.desk(), upload.widget("reading")
    made_of = (mapping, desk.directory_changes(actor), desk.today())
    kept: tuple[object, MemberReading] | None = st.session_state.get(at)
    if kept is None or kept[0] != made_of:
        with st.spinner(_("Reading every row…")), uncollected():
            reading = read_members(
                upload.grid,
                mapping,
                tree,
                registered=desk.members(),
                capable=desk.processes_of_members(actor),
                on=desk.today(),
                batch=upload.nonce,
            )
        st.session_state[at] = kept = made_of, reading
    return kept[1]


def _missing(mapping: ColumnMapping) -> tuple[Problem, ...]:
    names = words("member_column")
    return tuple(one.model_copy(update={"place": names[one.place]}) for one in missing_columns(mapping))


def _template() -> None:
    """An empty table whose headers are recognised."""
    st.download_button(
        _("No table at hand? Download an empty one (CSV)"),
        csv_table(tuple(words("member_column").values()), ()),
        file_name=_("members.csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="member-template",
    )


def _preview(actor: Actor, upload: Upload, reading: MemberReading) -> None:
    components.section(_("What was read"))
    verdicts.counts(len(reading.rows), len(reading.headings), len(reading.rejected), _("members"))
    new = sum(one.is_new for one in reading.rows)
    st.markdown(
        _("{new} are new, {known} correct a member that is known.").format(
            new=f"{new:,}", known=f"{len(reading.rows) - new:,}"
        )
    )
    if reading.unknown_processes:
        strange = list(dict.fromkeys(word for _row, word in reading.unknown_processes))
        told = ngettext(
            "{n} word for a process is not known and is left out: {words}",
            "{n} words for processes are not known and are left out: {words}",
            len(strange),
            words=listed(strange[:20]),
        )
        components.quiet_notice(told)
    verdicts.rejected_rows(reading.rejected, upload)
    verdicts.every_row(lambda: _verdicts(reading), reading.rejected, upload)
    if not reading.rows:
        refusal.show_problems((Problem.of("nothing_to_record"),))
        return
    label = ngettext("Take {n} member in", "Take {n} members in", len(reading.rows))
    if st.button(label, type="primary", icon=":material/save:", key=upload.widget("save")):
        _take_in(actor, upload, reading)


def _verdicts(reading: MemberReading) -> dict[int, str]:
    told = {one.row: verdict(one.member, is_new=one.is_new) for one in reading.rows}
    return told | {row: _("heading") for row in reading.headings}


def _order(part: Sequence[MemberRow]) -> TakeMembersIn:
    return TakeMembersIn(
        members=tuple(one.member for one in part),
        contacts=tuple(one.contact for one in part if one.contact),
        sites=tuple(one.site for one in part if one.site),
        capabilities=tuple(able for one in part for able in one.capabilities),
    )


def _take_in(actor: Actor, upload: Upload, reading: MemberReading) -> None:
    if not recorded(actor, upload, reading.rows, _order):
        return
    for kept in (_KEY, upload.widget("reading")):
        st.session_state.pop(kept, None)
    done = len(reading.rows)
    sending.tell_next(ngettext("{n} member is taken in.", "{n} members are taken in.", done))
    places.close_form()

"""Tables of what members can do and of their machines: columns, what becomes of each row, and what is recorded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Actor
from fundapp.documents.csv_table import csv_table
from fundapp.intake.limits import LONG_LISTS
from fundapp.network.about_members import (
    AboutReading,
    about_mapping_under,
    missing_about_columns,
    read_capabilities,
    read_equipment,
    suggest_about_mapping,
)
from fundapp.network.columns import ColumnMapping
from fundapp.network.process import ProcessTree
from fundapp.record.command import RegisterCommand
from fundapp.record.commands import RecordCapabilities
from fundapp.record.directory_commands import RecordEquipment
from fundapp.text.catalogue import N_, _, ngettext
from fundapp.text.network_words import words
from fundapp.ui import components, gate, refusal
from fundapp.ui.directory import places, sending
from fundapp.ui.directory.in_parts import recorded, verdict
from fundapp.ui.network import verdicts
from fundapp.ui.network.uploads import Upload, Ways, columns, told_by, uploaded


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of table. The texts are message ids."""

    code: str
    asked: str
    counted: str
    file: str
    read: Callable[[Actor, ProcessTree, Upload, ColumnMapping], AboutReading[Any]]
    order: Callable[[Sequence[Any]], RegisterCommand]


def _capabilities(actor: Actor, tree: ProcessTree, upload: Upload, mapping: ColumnMapping) -> AboutReading[Any]:
    desk = gate.desk()
    return read_capabilities(
        upload.grid,
        mapping,
        tree,
        members=desk.members(),
        standing=desk.capabilities_of_members(actor),
        on=desk.today(),
        batch=upload.nonce,
    )


def _equipment(actor: Actor, _tree: ProcessTree, upload: Upload, mapping: ColumnMapping) -> AboutReading[Any]:
    desk = gate.desk()
    return read_equipment(
        upload.grid,
        mapping,
        members=desk.members(),
        standing=desk.equipment_of_members(actor),
        batch=upload.nonce,
    )


KINDS = {
    "capability": Kind(
        code="capability",
        asked=N_("What members can do as Excel (.xlsx) or CSV: a row for each process of a member"),
        counted=N_("processes"),
        file=N_("processes.csv"),
        read=_capabilities,
        order=lambda made: RecordCapabilities(capabilities=tuple(made)),
    ),
    "equipment": Kind(
        code="equipment",
        asked=N_("The members' machines as Excel (.xlsx) or CSV: a row for each machine"),
        counted=N_("machines"),
        file=N_("machines.csv"),
        read=_equipment,
        order=lambda made: RecordEquipment(equipment=tuple(made)),
    ),
}


def show(actor: Actor, tree: ProcessTree, kind: Kind) -> None:
    """From the file to the rows. Nothing is written before the last press: until then it is a dry run."""
    column_words = f"{kind.code}_column"
    ways = Ways(
        partial(suggest_about_mapping, kind.code),
        partial(about_mapping_under, kind.code),
        partial(_missing, kind),
    )
    upload = uploaded(f"upload/{kind.code}", _(kind.asked), told_by(ways), LONG_LISTS)
    if upload is None:
        st.download_button(
            _("No table at hand? Download an empty one (CSV)"),
            csv_table(tuple(words(column_words).values()), ()),
            file_name=_(kind.file),
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=f"{kind.code}-template",
        )
        return
    mapping = columns(upload, column_words, ways)
    if missing := _missing(kind, mapping):
        refusal.show_problems(missing)
        return
    with st.spinner(_("Reading every row…")):
        reading = kind.read(actor, tree, upload, mapping)
    _preview(actor, upload, kind, reading)


def _missing(kind: Kind, mapping: ColumnMapping) -> tuple[Problem, ...]:
    names = words(f"{kind.code}_column")
    return tuple(
        one.model_copy(update={"place": names[one.place]}) for one in missing_about_columns(kind.code, mapping)
    )


def _preview(actor: Actor, upload: Upload, kind: Kind, reading: AboutReading[Any]) -> None:
    components.section(_("What was read"))
    verdicts.counts(len(reading.rows), len(reading.headings), len(reading.rejected), _(kind.counted))
    new = sum(one.is_new for one in reading.rows)
    st.markdown(
        _("{new} are new, {known} correct what is known.").format(new=f"{new:,}", known=f"{len(reading.rows) - new:,}")
    )
    verdicts.rejected_rows(reading.rejected, upload)
    verdicts.every_row(lambda: _verdicts(reading), reading.rejected, upload)
    if not reading.rows:
        refusal.show_problems((Problem.of("nothing_to_record"),))
        return
    label = ngettext("Record {n} row", "Record {n} rows", len(reading.rows))
    if st.button(label, type="primary", icon=":material/save:", key=upload.widget("save")):
        _record(actor, upload, kind, reading)


def _verdicts(reading: AboutReading[Any]) -> dict[int, str]:
    told = {one.row: verdict(one.member, is_new=one.is_new) for one in reading.rows}
    return told | {row: _("heading") for row in reading.headings}


def _record(actor: Actor, upload: Upload, kind: Kind, reading: AboutReading[Any]) -> None:
    if recorded(actor, upload, reading.rows, lambda part: kind.order([one.made for one in part])):
        st.session_state.pop(f"upload/{kind.code}", None)
        count = len(reading.rows)
        sending.tell_next(ngettext("{n} row is recorded.", "{n} rows are recorded.", count))
        places.close_form()

"""Many proposals from one table: its columns, what became of each row, and the proposals that are registered of it."""

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Proposal
from fundapp.documents.csv_table import csv_table
from fundapp.documents.said import NOTHING, said
from fundapp.network.columns import ColumnMapping
from fundapp.record.commands import RegisterProposals
from fundapp.record.proposal_table import (
    ProposalReading,
    missing_columns,
    proposal_mapping_under,
    read_proposals,
    suggest_proposal_mapping,
)
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.text.network_words import words
from fundapp.text.terms import term
from fundapp.ui import components, gate, refusal
from fundapp.ui.network import verdicts
from fundapp.ui.network.uploads import Upload, Ways, columns, told_by, uploaded
from fundapp.ui.proposal import sending

_OPEN = "import"
"""The address's parameter while the import is open, so that a reload comes back to it."""
_KEY = "upload/proposals"


def is_open() -> bool:
    """True while the import is open."""
    return _OPEN in st.query_params


def offer() -> None:
    """The way to the import, beside the registration of one."""
    if st.button(_("Register many from a table"), icon=":material/table_view:", key="import-proposals"):
        st.query_params[_OPEN] = "proposals"
        st.rerun()


def _end() -> None:
    st.session_state.pop(_KEY, None)
    del st.query_params[_OPEN]
    st.rerun()


def import_proposals(actor: Actor) -> None:
    """From the file to the proposals. Nothing is written before the last press."""
    components.page_title(_("Register many from a table"), _("You see what was read before anything is recorded."))
    if st.button(_("Back to the list"), icon=":material/arrow_back:", type="tertiary", key="back-to-list"):
        _end()
    ways = Ways(suggest_proposal_mapping, proposal_mapping_under, _missing)
    upload = uploaded(_KEY, _("The proposals as Excel (.xlsx) or CSV, in any layout"), told_by(ways))
    if upload is None:
        _template()
        return
    mapping = columns(upload, "proposal_column", ways)
    if missing := _missing(mapping):
        refusal.show_problems(missing)
        return
    registered = gate.desk().proposals(actor)
    reading = read_proposals(upload.grid, mapping, registered=registered, batch=upload.nonce)
    _preview(actor, upload, reading)


def _missing(mapping: ColumnMapping) -> tuple[Problem, ...]:
    names = words("proposal_column")
    return tuple(one.model_copy(update={"place": names[one.place]}) for one in missing_columns(mapping))


def _template() -> None:
    """An empty table whose headers are recognised."""
    st.download_button(
        _("No table at hand? Download an empty one (CSV)"),
        csv_table(tuple(words("proposal_column").values()), ()),
        file_name=_("proposals.csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="proposal-template",
    )


def _preview(actor: Actor, upload: Upload, reading: ProposalReading) -> None:
    components.section(_("What was read"))
    verdicts.counts(len(reading.proposals), len(reading.headings), len(reading.rejected), _("proposals"))
    verdicts.rejected_rows(reading.rejected, upload)
    told = {
        row: _("proposal {code}").format(code=one.code)
        for row, one in zip(reading.proposal_rows, reading.proposals, strict=True)
    }
    told |= {row: _("heading") for row in reading.headings}
    verdicts.every_row(lambda: told, reading.rejected, upload)
    if not reading.proposals:
        refusal.show_problems((Problem.of("nothing_to_record"),))
        return
    components.section(_("The proposals"))
    components.table(
        [_row(one) for one in reading.proposals], about=_("The proposals to register"), key=upload.widget("found")
    )
    count = len(reading.proposals)
    label = ngettext("Register {n} proposal", "Register {n} proposals", count)
    if not st.button(label, type="primary", icon=":material/save:", key=upload.widget("record")):
        return
    done = ngettext("{n} proposal is registered.", "{n} proposals are registered.", count)
    if sending.kept(RegisterProposals(proposals=reading.proposals), actor, upload.nonce, done):
        _end()


def _row(one: Proposal) -> dict[str, str | int | None]:
    return {
        _("Code"): one.code,
        _("Proposal"): said(one.name),
        _("Company"): said(one.company.name),
        _("Corporate number"): one.company.corporate_number or NOTHING,
        _("Asked (yen)"): one.ask_yen,
        _("Instrument"): term("instrument", one.instrument),
        _("Pre-money (yen)"): one.pre_money_yen,
        _("Sector"): one.sector,
        _("Stage"): term("stage", one.stage),
        pgettext("menu", "Support"): _("needs support") if one.needs_support else _("needs none"),
    }

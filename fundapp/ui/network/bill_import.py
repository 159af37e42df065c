"""A parts list from outside: its columns, what became of each row, and the bill that is recorded of it."""

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.network.bill import Assembly, Bill
from fundapp.network.bill_changes import compare_lines
from fundapp.network.bill_columns import mapping_under, missing_columns, suggest_mapping
from fundapp.network.bill_table import BillReading, read_bill
from fundapp.network.columns import ColumnMapping
from fundapp.network.sheets import bill_sheet
from fundapp.record.commands import RecordBill
from fundapp.text.catalogue import _, ngettext
from fundapp.ui import components, refusal
from fundapp.ui.forms import close_form
from fundapp.ui.network import bill_compare, mending, templates, verdicts
from fundapp.ui.network.fields import MOST_DAYS, MOST_PIECES, checked, filled
from fundapp.ui.network.line_editor import assembly_editor, line_editor
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.network.uploads import Upload, Ways, columns, learned, uploaded
from fundapp.ui.words import plain

KIND = "bill"
COLUMNS = "bill_column"
WAYS = Ways(suggest_mapping, mapping_under, missing_columns)


def import_bill(seen: Seen) -> Order | None:
    """From the file to the bill. Nothing is written before the last press."""
    key = f"upload/{KIND}/{seen.proposal.id}"
    components.page_title(_("Import a parts list"), seen.name())
    st.markdown(plain(_("You see what was read before anything is recorded.")))
    if st.button(_("Back without recording"), icon=":material/arrow_back:", key="leave-import"):
        st.session_state.pop(key, None)
        close_form()
        st.rerun()
    upload = uploaded(
        key,
        _("The parts list as a file: Excel, OpenDocument, CSV, text or Markdown, in any layout"),
        bill_sheet,
        lines_too=True,
    )
    if upload is None:
        templates.bill_template()
        return None
    mapping = columns(upload, COLUMNS, WAYS)
    missing = missing_columns(mapping)
    if missing:
        refusal.show_problems(missing)
        return None
    reading = _read(upload, mapping)
    return _preview(seen, upload, mapping, reading, key)


def _read(upload: Upload, mapping: ColumnMapping) -> BillReading:
    """The reading of this table under this mapping, made once a visit."""
    at = upload.widget("reading")
    kept = st.session_state.get(at)
    if kept is None or kept[0] != mapping:
        with st.spinner(_("Reading every row…")):
            kept = mapping, read_bill(upload.grid, mapping)
        st.session_state[at] = kept
    reading: BillReading = kept[1]
    return reading


def _preview(seen: Seen, upload: Upload, mapping: ColumnMapping, reading: BillReading, key: str) -> Order | None:
    components.section(_("What was read"))
    verdicts.counts(len(reading.lines), len(reading.headings), len(reading.rejected), _("part lines"))
    verdicts.notices(reading.notices)
    verdicts.rejected_rows(reading.rejected, upload)
    mending.mend(upload, mapping, reading.rejected, key)
    verdicts.remarked_rows(reading.remarks, upload)
    verdicts.every_bill_row(reading, upload)
    if not reading.lines:
        refusal.show_problems((Problem.of("nothing_to_record"),))
        return None
    components.section(_("The part lines: correct them here"))
    st.markdown(plain(_("Mark the critical parts, enter target costs, and look through the guessed kinds.")))
    edits = f"{upload.widget('lines')}/{mapping.columns}"
    lines = line_editor(reading.lines, reading.guessed_kinds, key=edits)
    components.section(_("For which lot, in how many days"))
    standing = seen.register.bill
    days_of = {one.name: one.days for one in standing.assemblies} if standing else {}
    revision = _revision(standing, upload)
    if standing and lines:
        bill_compare.show(compare_lines(standing.lines, lines), standing.revision, key=upload.widget("compare"))
    lot, plan_days, final_days = bill_fields(standing, upload.widget("bill"))
    assemblies = assembly_editor(
        tuple(Assembly(name=one.name, days=days_of.get(one.name, 0)) for one in reading.assemblies),
        key=f"{upload.widget('assemblies')}/{mapping.columns}",
    )
    if not st.button(_("Record this bill"), type="primary", icon=":material/save:", key=upload.widget("record")):
        return None
    needed = {
        "revision": (_("Revision"), revision),
        "lot": (_("First lot, in products"), lot),
        "plan_days": (_("Planned days from order to first lot"), plan_days),
    }
    if not filled(**needed) or lines is None:
        return None
    bill = checked(
        lambda: Bill(
            proposal_id=seen.proposal.id,
            revision=revision,
            lot=lot or 0,
            plan_days=plan_days or 0,
            final_assembly_days=final_days or 0,
            lines=lines,
            assemblies=assemblies,
        )
    )
    if bill is None:
        return None
    done = _("Revision {revision} is recorded: {lines}.").format(
        revision=revision, lines=ngettext("{n} line", "{n} lines", len(lines))
    )
    orders = (*learned(upload, COLUMNS, WAYS, mapping), (upload.nonce, RecordBill(bill=bill)))
    return Order(orders, done, forget=(key, upload.widget("reading")))


def bill_fields(standing: Bill | None, key: str) -> tuple[int | None, int | None, int | None]:
    """Lot, plan days and final assembly days, beginning with those of the bill that stands."""
    with st.grid(min_column_width=280):
        lot = st.number_input(
            _("First lot, in products"),
            min_value=1,
            max_value=MOST_PIECES,
            value=standing.lot if standing else None,
            step=1,
            key=f"{key}/lot",
        )
        plan_days = st.number_input(
            _("Planned days from order to first lot"),
            min_value=1,
            max_value=MOST_DAYS,
            value=standing.plan_days if standing else None,
            step=1,
            key=f"{key}/plan",
        )
        final_days = st.number_input(
            _("Days for the final assembly"),
            min_value=0,
            max_value=MOST_DAYS,
            value=standing.final_assembly_days if standing else 0,
            step=1,
            key=f"{key}/final",
        )
    return lot, plan_days, final_days


def _revision(standing: Bill | None, upload: Upload) -> str:
    """The name of the revision, and what recording it does to the bill that stands."""
    typed = st.text_input(_("Revision"), value="" if standing else "R1", max_chars=40, key=upload.widget("revision"))
    revision = (typed or "").strip()
    if standing and revision:
        if revision == standing.revision:
            text = _("{revision} stands already: it is corrected, and its offers go on counting.")
        else:
            text = _("{revision} takes the place of {old}. Offers made for {old} no longer count.")
        told = text.format(revision=revision, old=standing.revision)
        st.markdown(f":material/info: {plain(told)}")
    return revision

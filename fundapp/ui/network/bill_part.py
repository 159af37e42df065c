"""The bill of materials as it stands: its lines, and correcting them with a reason."""

from typing import Any

import streamlit as st

from fundapp.network.bill import Bill, Line
from fundapp.network.bill_changes import compare
from fundapp.network.support_facts import LineRow
from fundapp.record.commands import MarkLine, RecordBill
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import ratio
from fundapp.text.network_words import word
from fundapp.ui import components, drafting, gate
from fundapp.ui.forms import close_form, open_form
from fundapp.ui.network import bill_compare
from fundapp.ui.network.bill_import import bill_fields
from fundapp.ui.network.fields import Fields, checked, ends, filled
from fundapp.ui.network.line_editor import assembly_editor, line_editor
from fundapp.ui.network.line_words import line_name
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

ONE_LINE, MANY_LINES, LOT = "line", "lines", "lot"


def show_bill(seen: Seen) -> None:
    """The lines of the bill in force, and the ways to change it."""
    bill, may = seen.register.bill, seen.may(RecordBill)
    if bill is None:
        pressed = components.empty_state(
            _("No bill of materials yet."),
            _("Import the company's parts list as it is. You see what was read before anything is recorded."),
            action=_("Import a parts list") if may else "",
        )
        if pressed:
            open_form("bill")
        return
    components.section(_("Revision {revision}").format(revision=bill.revision))
    st.markdown(plain(_about(bill)))
    if may:
        _ways(bill)
    _earlier(seen, bill)
    rows = {row.id: row for row in seen.facts.lines}
    components.table(
        [_row(line, rows.get(line.id), seen) for line in bill.lines],
        about=_("The lines of the bill of materials"),
        key="bill-lines",
    )


def _earlier(seen: Seen, bill: Bill) -> None:
    """What the revision in force changed against an earlier one."""
    before = {one.revision: one for one in gate.desk().bills(seen.actor, seen.proposal.id)}
    before.pop(bill.revision, None)
    if not before:
        return
    with st.expander(_("What changed against an earlier revision"), icon=":material/difference:", key="compare-bill"):
        names = list(reversed(before))
        picked = st.selectbox(_("Earlier revision"), names, key=f"compare-with-{seen.proposal.id}")
        if picked in before:
            bill_compare.show(compare(before[picked], bill), picked, key="bill-changes")


def _about(bill: Bill) -> str:
    critical = sum(line.critical for line in bill.lines)
    return " · ".join(
        (
            ngettext("{n} line", "{n} lines", len(bill.lines)),
            ngettext("{n} critical", "{n} critical", critical),
            _("first lot of {lot}").format(lot=bill.lot),
            _("planned in {days} days, of these {final} for the final assembly").format(
                days=bill.plan_days, final=bill.final_assembly_days
            ),
        )
    )


def _ways(bill: Bill) -> None:
    with st.container(horizontal=True):
        for kind, label, icon in (
            (ONE_LINE, _("Correct one line"), "edit"),
            (MANY_LINES, _("Correct many lines"), "table_edit"),
            (LOT, _("Correct lot and days"), "event"),
            ("bill", _("Import a new parts list"), "upload_file"),
        ):
            if st.button(label, icon=f":material/{icon}:", key=f"way-{kind}"):
                open_form(kind)
    open_targets = sum(line.target_unit_cost_yen is None for line in bill.lines)
    if open_targets:
        text = ngettext(
            "{n} line has no target cost, so it does not count by value.",
            "{n} lines have no target cost, so they do not count by value.",
            open_targets,
        )
        st.markdown(f":material/info: {plain(text)}")


def _row(line: Line, standing: LineRow | None, seen: Seen) -> dict[str, Any]:
    return {
        _("Row"): line.row,
        _("Part number"): line.part_number,
        _("Description"): line.description,
        _("Per product"): f"{ratio(line.quantity).removesuffix('.00')} {line.unit}".strip(),
        _("Kind"): word("line_kind", line.kind),
        _("Critical"): _("critical") if line.critical else "",
        _("Target unit cost (yen)"): line.target_unit_cost_yen,
        _("Valid offers"): standing.valid_sources if standing else None,
        _("Raised hands"): standing.hands if standing else None,
        _("Chosen provider"): seen.providers.shown(standing.provider) if standing else _("made in-house"),
        _("Assembly"): line.assembly,
    }


def correct_line(seen: Seen, line_id: str) -> Order | None:
    """One line's critical flag and target cost, with the reason for the change."""
    components.page_title(_("Correct one line"), seen.name())
    bill = seen.register.bill
    if bill is None:
        return None
    lines = {line.id: line for line in bill.lines}
    picked = st.selectbox(
        _("Which line"),
        list(lines),
        index=list(lines).index(line_id) if line_id in lines else None,
        format_func=lambda one: line_name(lines[one]),
        placeholder=_("Type a part number or a name"),
        key="which-line",
    )
    if picked not in lines:
        _back()
        return None
    if picked != line_id:
        open_form(ONE_LINE, picked)
    line = lines[picked]
    typing = drafting.begin(seen.actor, f"{ONE_LINE}/{seen.proposal.id}/{bill.revision}/{line.id}")
    if typing is None:
        return None
    fields = Fields(typing, {"critical": line.critical, "target": line.target_unit_cost_yen})
    critical = fields.tick("critical", _("A critical part: without it the product does not work or cannot be sold"))
    target = fields.yen("target", _("Target unit cost in yen"))
    reason = fields.text("reason", _("Reason for the change"))
    if not ends(fields, _("Save the correction")) or not filled(reason=(_("Reason for the change"), reason)):
        return None
    command = checked(
        lambda: MarkLine(
            proposal_id=seen.proposal.id,
            line_id=line.id,
            critical=critical,
            target_unit_cost_yen=target,
            reason=reason,
        )
    )
    done = _("The line “{name}” is corrected.").format(name=line_name(line))
    return None if command is None else Order(((typing.command_id, command),), done, typing)


def _back() -> None:
    if st.button(_("Back without saving"), icon=":material/arrow_back:", key="leave-form"):
        close_form()
        st.rerun()


def correct_lines(seen: Seen) -> Order | None:
    """Many lines at once in a table, with one reason for all changes."""
    components.page_title(_("Correct many lines"), seen.name())
    _back()
    bill = seen.register.bill
    if bill is None:
        return None
    nonce = st.session_state.setdefault(f"lines/{seen.proposal.id}", gate.desk().new_id())
    lines = line_editor(bill.lines, (), key=f"lines/{nonce}")
    reason = st.text_input(_("Reason for the changes"), max_chars=300, key=f"reason/{nonce}")
    if not st.button(_("Save the corrections"), type="primary", icon=":material/save:", key=f"save/{nonce}"):
        return None
    if lines is None or not filled(reason=(_("Reason for the changes"), (reason or "").strip())):
        return None
    orders = corrections(bill, lines, (reason or "").strip(), nonce)
    changed = sum(new != old for new, old in zip(lines, bill.lines, strict=True))
    done = ngettext("{n} line is corrected.", "{n} lines are corrected.", changed)
    return Order(orders, done, forget=(f"lines/{seen.proposal.id}",))


def corrections(
    bill: Bill, lines: tuple[Line, ...], reason: str, nonce: str
) -> tuple[tuple[str, RecordBill | MarkLine], ...]:
    """The commands that turn the bill's lines into `lines`: kinds by the bill, flags and targets line by line."""
    sorted_anew = tuple(
        old.model_copy(update={"kind": new.kind, "external": new.external})
        for old, new in zip(bill.lines, lines, strict=True)
    )
    kinds = bill.model_copy(update={"lines": sorted_anew})
    orders: list[tuple[str, RecordBill | MarkLine]] = [(nonce, RecordBill(bill=kinds))] if kinds != bill else []
    for old, new in zip(bill.lines, lines, strict=True):
        if (old.critical, old.target_unit_cost_yen) != (new.critical, new.target_unit_cost_yen):
            marked = MarkLine(
                proposal_id=bill.proposal_id,
                line_id=old.id,
                critical=new.critical,
                target_unit_cost_yen=new.target_unit_cost_yen,
                reason=reason,
            )
            orders.append((f"{nonce}/{old.id}", marked))
    return tuple(orders)


def correct_lot(seen: Seen) -> Order | None:
    """Lot, planned days and assembly days of the bill in force."""
    components.page_title(_("Correct lot and days"), seen.name())
    _back()
    bill = seen.register.bill
    if bill is None:
        return None
    nonce = st.session_state.setdefault(f"lot/{seen.proposal.id}", gate.desk().new_id())
    lot, plan_days, final_days = bill_fields(bill, f"lot/{nonce}")
    assemblies = assembly_editor(bill.assemblies, key=f"assemblies/{nonce}")
    if not st.button(_("Save lot and days"), type="primary", icon=":material/save:", key=f"save-lot/{nonce}"):
        return None
    needed = {"lot": (_("First lot, in products"), lot), "plan": (_("Planned days from order to first lot"), plan_days)}
    if not filled(**needed):
        return None
    changed = {
        "lot": lot,
        "plan_days": plan_days,
        "final_assembly_days": final_days or 0,
        "assemblies": assemblies,
    }
    command = checked(lambda: RecordBill(bill=Bill(**{**dict(bill), **changed})))
    done = _("Lot and days are saved.")
    return None if command is None else Order(((nonce, command),), done, forget=(f"lot/{seen.proposal.id}",))

"""Two revisions of a bill side by side: what was added, what was removed, and what changed in which field."""

from typing import Any

import streamlit as st

from fundapp.network.bill import Line
from fundapp.network.bill_changes import BillChanges, LineChange
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import ratio, yen
from fundapp.text.network_words import word
from fundapp.ui import components
from fundapp.ui.network.line_words import line_name
from fundapp.ui.words import plain


def show(changes: BillChanges, against: str, *, key: str) -> None:
    """The changes against the revision `against`: in one sentence, and one below the other."""
    if changes.none():
        st.markdown(plain(_("The parts are the same as in {revision}.").format(revision=against)))
        return
    told = _(", ").join(
        (
            ngettext("{n} line added", "{n} lines added", len(changes.added)),
            ngettext("{n} removed", "{n} removed", len(changes.removed)),
            ngettext("{n} changed", "{n} changed", len(changes.changed)),
            ngettext("{n} unchanged", "{n} unchanged", changes.unchanged),
        )
    )
    st.markdown(plain(_("Against {revision}: {changes}.").format(revision=against, changes=told)))
    rows = [
        *(_row(_("added"), one, _about(one)) for one in changes.added),
        *(_row(_("removed"), one, _about(one)) for one in changes.removed),
        *(_row(_("changed"), one.new, _difference(one)) for one in changes.changed),
    ]
    components.table(rows, about=_("What changed between the revisions"), key=key)


def _row(what: str, line: Line, told: str) -> dict[str, Any]:
    return {_("Change"): what, _("Part"): line_name(line), _("What is different"): told, _("Assembly"): line.assembly}


def _about(line: Line) -> str:
    pieces = f"{_value(line, 'quantity')} {line.unit}".strip()
    return _("{field}: {value}").format(field=field_name("quantity"), value=pieces)


def _difference(change: LineChange) -> str:
    return _("; ").join(
        _("{field}: {old} → {new}").format(
            field=field_name(field), old=_value(change.old, field), new=_value(change.new, field)
        )
        for field in change.fields
    )


def field_name(field: str) -> str:
    """What a person calls a field of a line."""
    if field == "external":
        return _("From outside")
    return word("bill_column", "target_unit_cost" if field == "target_unit_cost_yen" else field)


def _value(line: Line, field: str) -> str:
    value = getattr(line, field)
    if field == "quantity":
        return ratio(line.quantity).removesuffix(".00")
    if field == "kind":
        return word("line_kind", line.kind)
    if field == "target_unit_cost_yen" and line.target_unit_cost_yen is not None:
        return yen(line.target_unit_cost_yen)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value) if value not in (None, "") else _("empty")

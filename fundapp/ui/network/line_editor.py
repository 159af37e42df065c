"""Lines of a bill in a table that one can correct: kind, whether it comes from outside, critical, target cost."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from fundapp.basis.fact import Fact
from fundapp.basis.yen import Yen
from fundapp.network.bill import Assembly, Line, LineKind
from fundapp.text.catalogue import _
from fundapp.text.figures import ratio
from fundapp.text.network_words import words
from fundapp.ui.network.fields import MOST_DAYS, MOST_YEN, checked
from fundapp.ui.network.line_words import line_name

_OPTIONAL = ("guessed", "assembly")
"""Columns that are left out when nothing stands in them."""


class LineEdit(Fact):
    """What a person may correct on a line."""

    kind: LineKind
    external: bool
    critical: bool
    target_unit_cost_yen: Yen | None


def line_editor(lines: Sequence[Line], guessed: Collection[str], *, key: str) -> tuple[Line, ...] | None:
    """The lines as corrected in the table; None, and said so, when a value is out of range.

    Kinds that were concluded from a line's words are marked as guessed.
    """
    kinds = words("line_kind")
    shown = _frame(lines, guessed, kinds)
    edited = st.data_editor(
        shown,
        hide_index=True,
        num_rows="fixed",
        disabled=["row", "part", "quantity", "assembly", "guessed"],
        column_order=[str(name) for name in shown if name not in _OPTIONAL or shown[name].any()],
        column_config={
            "row": st.column_config.NumberColumn(_("Row"), width=60, format="%d"),
            "part": st.column_config.TextColumn(_("Part"), width=260),
            "quantity": st.column_config.TextColumn(_("Per product"), width=110),
            "kind": st.column_config.SelectboxColumn(_("Kind"), options=list(kinds.values()), required=True, width=180),
            "guessed": st.column_config.TextColumn(_("Kind is"), width=100),
            "critical": st.column_config.CheckboxColumn(_("Critical"), width=120),
            "target": st.column_config.NumberColumn(
                _("Target unit cost (yen)"), min_value=0, max_value=MOST_YEN, step=1, format="localized", width=220
            ),
            "external": st.column_config.CheckboxColumn(_("From outside"), width=160),
            "assembly": st.column_config.TextColumn(_("Assembly"), width=200),
        },
        placeholder="",
        alt=_("The part lines, to look through and correct"),
        key=key,
    )
    codes = {word: code for code, word in kinds.items()}
    return checked(lambda: with_edits(lines, edits_of(edited.to_dict("records"), codes)))


def _frame(lines: Sequence[Line], guessed: Collection[str], kinds: dict[str, str]) -> pd.DataFrame:
    marked = set(guessed)
    targets = [line.target_unit_cost_yen for line in lines]
    return pd.DataFrame(
        {
            "row": [line.row for line in lines],
            "part": [line_name(line) for line in lines],
            "quantity": [f"{ratio(line.quantity).removesuffix('.00')} {line.unit}".strip() for line in lines],
            "critical": [line.critical for line in lines],
            "target": pd.array([pd.NA if target is None else target for target in targets], dtype="Int64"),
            "kind": [kinds[line.kind] for line in lines],
            "guessed": [_("guessed") if line.id in marked else "" for line in lines],
            "external": [line.external for line in lines],
            "assembly": [line.assembly for line in lines],
        }
    )


def edits_of(rows: Sequence[Mapping[Any, Any]], codes: dict[str, str]) -> tuple[LineEdit, ...]:
    """The table's rows as edits. `codes`: the word for a kind -> its code."""
    return tuple(
        LineEdit(
            kind=LineKind(codes[row["kind"]]),
            external=bool(row["external"]),
            critical=bool(row["critical"]),
            target_unit_cost_yen=None if pd.isna(row["target"]) else int(row["target"]),
        )
        for row in rows
    )


def with_edits(lines: Sequence[Line], edits: Sequence[LineEdit]) -> tuple[Line, ...]:
    """Each line with its edit; both are in the same order."""
    return tuple(line.model_copy(update=dict(edit)) for line, edit in zip(lines, edits, strict=True))


def assembly_editor(assemblies: Sequence[Assembly], *, key: str) -> tuple[Assembly, ...]:
    """The days that each assembly takes once its parts are there."""
    if not assemblies:
        return ()
    edited = st.data_editor(
        pd.DataFrame({"name": [one.name for one in assemblies], "days": [one.days for one in assemblies]}),
        hide_index=True,
        num_rows="fixed",
        disabled=["name"],
        column_config={
            "name": st.column_config.TextColumn(_("Assembly"), width="large"),
            "days": st.column_config.NumberColumn(
                _("Days to assemble"), min_value=0, max_value=MOST_DAYS, step=1, required=True
            ),
        },
        placeholder="",
        alt=_("Days that each assembly takes"),
        key=key,
    )
    rows = edited.to_dict("records")
    return tuple(
        Assembly(name=one.name, days=max(0, int(row["days"]))) for one, row in zip(assemblies, rows, strict=True)
    )

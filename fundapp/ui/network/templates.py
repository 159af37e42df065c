"""Empty tables to fill in, with headers that the readers recognise, in the reader's language."""

import streamlit as st

from fundapp.documents.csv_table import csv_table
from fundapp.network.bill import Bill
from fundapp.text.catalogue import _
from fundapp.text.network_words import WORDS, word

BILL_ROLES = (
    "item_number",
    "part_number",
    "description",
    "specification",
    "quantity",
    "unit",
    "material",
    "manufacturer",
    "target_unit_cost",
    "critical",
    "kind",
    "sourcing",
    "assembly",
)
OFFER_ROLES = tuple(role for role in WORDS["offer_column"] if role not in ("pieces", "least_order", "rung"))
CSV = "text/csv"


def bill_template() -> None:
    """A parts list with its headers alone."""
    head = [word("bill_column", role) for role in BILL_ROLES]
    st.download_button(
        _("No parts list at hand? Download an empty one (CSV)"),
        csv_table(head, ()),
        file_name=_("parts-list.csv"),
        mime=CSV,
        icon=":material/download:",
        on_click="ignore",
        key="bill-template",
    )


def offer_template(bill: Bill) -> None:
    """The lines of the bill, ready for a company to fill in its prices."""
    st.download_button(
        _("Download the lines to be filled in by a company (CSV)"),
        offer_table(bill),
        file_name=_("offers.csv"),
        mime=CSV,
        icon=":material/download:",
        on_click="ignore",
        key="offer-template",
    )


def offer_table(bill: Bill) -> bytes:
    """One row a sourcing line: number, part, description and the lot asked for; the rest is empty."""
    head = [word("offer_column", role) for role in OFFER_ROLES]
    known = {role: at for at, role in enumerate(OFFER_ROLES)}
    rows = []
    for line in bill.sourcing_lines():
        row: list[str | int | None] = [None] * len(OFFER_ROLES)
        row[known["item_number"]], row[known["part_number"]] = line.id, line.part_number
        row[known["lot"]] = bill.lot
        rows.append([*row[:2], line.description, *row[2:]])
    return csv_table([*head[:2], _("Description"), *head[2:]], rows)

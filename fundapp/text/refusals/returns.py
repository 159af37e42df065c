"""Why a figure of return is missing, and faults of tables of flows."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "rate_without_sign_change": (N_("There is no rate: money has flowed in one direction only."), ""),
    "rate_under_a_year": (N_("Under a year ({days} days) no annual rate is stated."), ""),
    "rate_without_root": (N_("No rate makes these flows worth zero."), ""),
    "rate_with_roots": (N_("{count} rates make these flows worth zero, so none of them is the rate."), ""),
    "multiple_without_capital": (N_("There is no capital to measure against."), ""),
    "index_needs_name_and_source": (
        N_("An index needs its name, and where its levels are from."),
        N_("Write both; say also whether dividends are in the levels."),
    ),
    "index_day_twice": (
        N_("The index has two levels for {given_on}."),
        N_("Leave one level for each day in the table."),
    ),
    "company_cash_below_zero": (
        N_("A company's cash is zero or more."),
        N_("Enter the cash it holds; what it owes is not deducted."),
    ),
    "index_missing": (N_("The index has no level for {missing_on} or the week before."), ""),
    "flows_without_columns": (
        N_("The table has no columns {columns}."),
        N_("Write these names above the columns and read the file again."),
    ),
    "flows_unclear": (N_("Some rows are unclear."), N_("Correct the rows below and read the file again.")),
    "flows_empty": (N_("The table has no rows."), N_("Give at least one row with a day and a figure.")),
    "flow_cell_empty": (N_("Row {place}: the cell under {column} is empty."), N_("Fill it in, or take the row out.")),
    "flow_day_unclear": (N_("Row {place}: “{cell}” is no day."), N_("Write it as 2026-03-31.")),
    "flow_amount_unclear": (N_("Row {place}: “{cell}” is no whole amount in yen."), ""),
    "index_level_unclear": (N_("Row {place}: “{cell}” is no level above zero."), ""),
}

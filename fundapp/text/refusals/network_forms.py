"""What the network's forms ask for before they can be saved."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "co_finance_without_source": (
        N_("The source was not saved: it is not said from whom the money comes."),
        N_("Choose the bank or body, or write its name."),
    ),
    "co_finance_ends_early": (
        N_("The source was not saved: its period ends before it begins."),
        N_("Correct one of the two days."),
    ),
    "form_field_empty": (N_("“{field}” is empty."), N_("Fill it in and save again; the rest is kept.")),
    "form_fields_empty": (
        N_("Some fields are empty: {fields}."),
        N_("Fill them in and save again; the rest is kept."),
    ),
    "form_field_invalid": (N_("The value of “{field}” is out of range."), N_("Correct it and save again.")),
    "column_twice": (
        N_("Column {column} is chosen for both “{first}” and “{second}”."),
        N_("Choose another column for one of them."),
    ),
    "nothing_to_record": (
        N_("No row of this table can be recorded."),
        N_("See the reasons below, correct the table or the columns, and read it again."),
    ),
    "column_missing_line": (
        N_("No column gives an item number or a part number, so no row can be matched with a line."),
        N_("Choose the column that does."),
    ),
}

"""What tables and files from outside are refused for, what their rows are rejected for, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "file_too_large": (
        N_("{name} is larger than {limit_mb} MB."),
        N_("Take out pictures and other sheets, or split the table, and try again."),
    ),
    "file_not_found": (
        N_("{name} cannot be opened."),
        N_("Check the name and that you may read it."),
    ),
    "columns_unknown": (
        N_("It is not clear what the columns of {name} mean."),
        N_("Give it a header row, or import it on the sourcing page, where you can point the columns out."),
    ),
    "file_wrong_encoding": (
        N_("{name} holds letters that cannot be read: it mixes encodings, or it was cut."),
        N_("Save it again as CSV in UTF-8, or give it as Excel (.xlsx)."),
    ),
    "tabs_lost": (
        N_("In {name} the letter t stands where the tabs were, so the columns cannot be told apart."),
        N_("Export it again with tabs or commas, or give it as Excel (.xlsx)."),
    ),
    "file_empty": (
        N_("{name} holds no table: nothing is filled in."),
        N_("Check that it is the right file, and that the sheet is not hidden."),
    ),
    "file_unreadable": (
        N_("{name} cannot be read. It may be damaged, or not of the kind that its name says."),
        N_("Open it in Excel, save it as .xlsx or CSV, and try again."),
    ),
    "file_not_a_table": (N_("{name} is not a table that we can read."), N_("Give the table as Excel (.xlsx) or CSV.")),
    "file_old_excel": (
        N_("{name} is in the old Excel format (.xls)."),
        N_("Open it in Excel, save it as .xlsx, and try again."),
    ),
    "file_locked": (N_("{name} is protected by a password."), N_("Take the password off in Excel, and try again.")),
    "file_has_macros": (
        N_("{name} holds macros, which we do not open."),
        N_("Save it as an ordinary workbook (.xlsx) in Excel, and try again."),
    ),
    "file_has_links": (
        N_("{name} draws figures from other workbooks."),
        N_("In Excel, break the links (Data, Edit Links) or paste as values, and try again."),
    ),
    "file_hostile": (
        N_("{name} is built in a way that could harm this computer, so it was not opened."),
        N_("Copy the table into a new workbook and give that one; ask the sender if in doubt."),
    ),
    "file_too_heavy": (
        N_("{name} takes too much time or memory to read."),
        N_("Leave only the table in it, as CSV if possible, and try again."),
    ),
    "sheet_unknown": (N_("{name} has no visible sheet named {sheet}."), N_("Choose one of the sheets in the list.")),
    "table_no_columns": (
        N_("{name} is text without columns and without a list."),
        N_("Give a table as Excel (.xlsx) or CSV, or a list with one part in each line."),
    ),
    "cell_too_long": (
        N_("Row {row} of {name} has a cell of more than {limit} letters."),
        N_("Check that a quotation mark is not left open there, and try again."),
    ),
    "table_too_wide": (
        N_("{name} has {columns} columns; at most {limit} can be read."),
        N_("Delete what stands far to the right of the table, and try again."),
    ),
    "table_too_long": (
        N_("{name} has more than {limit} rows, or a value far below the table."),
        N_("Delete what stands below the table or split it, and try again."),
    ),
    "column_missing_name": (N_("No column gives a part number or a name."), N_("Choose the column that does.")),
    "row_no_name": (
        N_("The row has neither a part number nor a name."),
        N_("Enter one of them in the table and read it again."),
    ),
    "quantity_missing": (N_("The row has no quantity and counts as one."), N_("Enter the quantity if it is more.")),
    "quantity_unclear": (
        N_("“{value}” under “{column}” is not a clear quantity."),
        N_("Write one number, such as 24."),
    ),
    "quantity_not_positive": (
        N_("“{value}” under “{column}” is not above zero."),
        N_("Enter the quantity that one product needs, or delete the row."),
    ),
    "parent_rejected": (
        N_("The quantity of the assembly in row {row} cannot be read, so neither can this one."),
        N_("Correct row {row} and read the table again."),
    ),
    "part_in_itself": (
        N_("The part {value} would be part of itself."),
        N_("Correct its level or its parent in the table and read it again."),
    ),
    "not_fitted": (N_("The part is marked as not fitted."), N_("Take the mark away if it is needed after all.")),
    "formula_without_result": (
        N_("“{value}” under “{column}” is a formula without its result."),
        N_("Open the file in Excel, save it once, and read it again."),
    ),
    "designators_disagree": (
        N_("The quantity is {count}, but {named} positions on the circuit are named."),
        N_("Check which of the two is right."),
    ),
    "level_unclear": (
        N_("“{value}” under “{column}” is not a level."),
        N_("Write the level as a number such as 1 or 2."),
    ),
    "price_unclear": (N_("“{value}” under “{column}” is not a clear price."), N_("Write whole yen, such as 1,200.")),
    "price_in_thousands": (
        N_("“{value}” under “{column}” is not written in yen."),
        N_("Write all digits in yen: 3,000 instead of 3 thousand."),
    ),
    "price_not_yen": (
        N_("“{value}” under “{column}” is in another currency."),
        N_("Convert it to yen and note the rate and its day."),
    ),
    "price_not_whole_yen": (
        N_("“{value}” under “{column}” has a fraction of a yen."),
        N_("Round it to whole yen, or give the price and the quantity by the hundred."),
    ),
    "price_out_of_range": (N_("“{value}” under “{column}” is negative or too large."), N_("Check the price.")),
    "critical_unclear": (
        N_("“{value}” under “{column}” does not say whether the part is critical."),
        N_("Mark critical parts with yes and leave the others empty."),
    ),
    "kind_unknown": (
        N_("“{value}” under “{column}” is not a kind of part that we know."),
        N_("Write bought out, made to drawing, special process, electronic or in-house, or leave the column out."),
    ),
    "columns_guessed": (
        N_("There is no header that we know, so the columns were concluded from their cells."),
        N_("Check which column is what."),
    ),
    "quantities_assumed": (
        N_("{count} lines tell no quantity and count as one."),
        N_("Look them through, and correct the quantity where it is more."),
    ),
    "quantities_open": (
        N_("{count} lines are taken as required and count as one."),
        N_("Enter a quantity where it matters for the cost."),
    ),
    "prices_not_in_yen": (
        N_("{count} prices under “{column}” are not in yen and were left open."),
        N_("Enter target costs in yen, and note the rate and its day."),
    ),
    "hidden_rows_read": (
        N_("{count} rows that the sheet hides were read too."),
        N_("Check whether they belong to the bill."),
    ),
    "sheets_not_read": (
        N_("Other sheets of the file were not read: {sheets}."),
        N_("Choose one of them if parts stand there too."),
    ),
    "lines_without_target": (
        N_("{count} lines have no target cost. They count by number, not by value."),
        N_("Enter target costs where they are known: cost and coverage by value rest on them."),
    ),
    "kinds_concluded": (
        N_("For {count} lines the kind was concluded from their words."),
        N_("Look them through: the kind decides what an offer needs."),
    ),
    "assembly_costs_left_out": (
        N_("{count} assemblies have a target cost of their own, which is left out: their parts are counted."),
        N_("Check that the parts have target costs."),
    ),
    "no_critical_line": (
        N_("No line is marked as critical."),
        N_("Mark the critical parts: the facts about them cannot be computed otherwise."),
    ),
    "line_unknown": (
        N_("“{value}” under “{column}” is not on the current bill of materials."),
        N_("Check the number against the current revision."),
    ),
    "line_disagrees": (
        N_("The item number and “{value}” under “{column}” point to different parts."),
        N_("Correct one of them."),
    ),
    "provider_missing": (
        N_("The row does not say which company offers."),
        N_("Enter the company, or name it above for the whole table."),
    ),
    "person_missing": (
        N_("A written offer needs the name of the person who stands for it."),
        N_("Enter the person in charge, or record it as a raised hand."),
    ),
    "nothing_offered": (
        N_("The row holds neither a price nor an answer."),
        N_("Nothing to do if the company did not answer on this part."),
    ),
    "answered_cannot": (
        N_("The company answers that it cannot do this part."),
        N_("Nothing to do: the answer is kept here."),
    ),
    "answer_unclear": (
        N_("“{value}” under “{column}” is not a clear answer."),
        N_("Write can, on conditions or cannot."),
    ),
    "rung_unclear": (N_("“{value}” under “{column}” is not a rung of the ladder."), N_("Write a number from 0 to 5.")),
    "lead_time_unclear": (
        N_("“{value}” under “{column}” is not a clear lead time."),
        N_("Write days or weeks, such as 14 days or 2 weeks."),
    ),
    "date_unclear": (
        N_("“{value}” under “{column}” is not a date with its year."),
        N_("Write it as 2026-05-01 or 2026/5/1."),
    ),
    "nda_unclear": (
        N_("“{value}” under “{column}” does not say whether the NDA is signed."),
        N_("Write yes when it is signed, and leave it empty otherwise."),
    ),
    "least_order_above_need": (
        N_("The least order “{value}” under “{column}” is more than the first lot needs."),
        N_("Ask the company for an offer on the first lot."),
    ),
    "quotes_without_person": (
        N_("{count} offers have a price but no person's name; they count as raised hands."),
        N_("Ask who stands for them and record the name."),
    ),
    "quotes_without_lot": (
        N_("{count} written offers do not say which lot they cover, so they do not count as valid."),
        N_("Ask for the lot and record it."),
    ),
    "quotes_without_nda": (
        N_("{count} written offers on parts made to drawing have no signed NDA, so they do not count as valid."),
        N_("Sign the NDA and record it."),
    ),
}

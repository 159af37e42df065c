"""Faults of the forms about a proposal, and what to do about them."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "proposal_form_incomplete": (
        N_("The proposal was not kept yet."),
        N_("Go through the points below and press the button again."),
    ),
    "proposal_field_empty": (N_("This is needed."), N_("Write a few words.")),
    "amount_unclear": (
        N_("This is not a whole amount in yen above zero."),
        N_("Write figures alone, such as 6,000, and choose the unit beside it."),
    ),
    "corporate_number_wrong": (
        N_("The check digit of this corporate number does not fit."),
        N_("Compare the 13 digits with the company's papers, or leave the field empty."),
    ),
    "correction_of_proposal_needs_reason": (
        N_("A correction needs its reason."),
        N_("Write in a few words why the proposal is corrected."),
    ),
    "attachment_is_empty": (N_("The file {file} is empty."), N_("Look at the file on your computer, then attach it.")),
    "attachment_too_large": (
        N_("The file {file} is larger than {limit} MB."),
        N_("Make it smaller, or attach its parts one by one."),
    ),
    "proposals_not_registered": (
        N_("{count} of the proposals cannot be registered, so none was."),
        N_("Take the table again: it is compared with what is registered now."),
    ),
    "proposal_column_missing": (
        N_("No column was recognised for this."),
        N_("Point it out below “Which column is what”."),
    ),
    "proposal_cell_missing": (N_("The cell under {column} is empty."), N_("Fill it in, then take the table again.")),
    "proposal_cell_too_long": (
        N_("The cell under {column} holds more than 4,000 characters."),
        N_("Shorten it, then take the table again."),
    ),
    "amount_in_table_unclear": (
        N_("“{value}” under {column} is no whole amount in yen above zero."),
        N_("Write 60,000,000 or 6,000万円."),
    ),
    "corporate_number_in_table_wrong": (
        N_("“{value}” under {column} is no corporate number: the check digit does not fit."),
        N_("Compare the 13 digits with the company's papers, or leave the cell empty."),
    ),
    "instrument_unclear": (
        N_("“{value}” under {column} is no instrument of this fund."),
        N_("Write common shares, preferred shares, convertible bond, share options or loan."),
    ),
    "stage_unclear": (
        N_("“{value}” under {column} is no stage."),
        N_("Write seed, early stage, growth or mature."),
    ),
    "yes_or_no_unclear": (N_("“{value}” under {column} is neither yes nor no."), N_("Write yes or no.")),
    "too_many_reasons": (
        N_("Under {column} stand more than three reasons."),
        N_("Keep the three that weigh most, with a semicolon between them."),
    ),
    "proposal_twice_in_table": (
        N_("The same proposal stands in row {first}."),
        N_("Keep one of the two rows."),
    ),
    "proposal_registered_already": (
        N_("It is registered already as {proposal}."),
        N_("Correct that proposal on its page; a table writes nothing over."),
    ),
    "evidence_needs_file": (N_("No file was chosen."), N_("Choose a file, then attach it.")),
}

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
    "evidence_needs_file": (N_("No file was chosen."), N_("Choose a file, then attach it.")),
}

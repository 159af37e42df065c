"""Why a coefficient says nothing here, and faults of tables of marks and of weights."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "agreement_needs_raters": (N_("It takes two raters to agree."), ""),
    "agreement_needs_items": (
        N_("An ICC needs two items or more that every rater marked; here are {complete}."),
        "",
    ),
    "agreement_needs_pairs": (N_("No item has two marks that could be compared."), ""),
    "agreement_without_variation": (
        N_("The marks do not vary, so chance agreement cannot be told from real agreement."),
        "",
    ),
    "agreement_without_numbers": (N_("The marks are categories without order or distance."), ""),
    "agreement_below_zero": (N_("A ratio needs a true zero; some marks lie below it."), ""),
    "agreement_of_few": (
        N_("Only {count} criteria are marked; under {least} a coefficient would move with every mark and is not told."),
        "",
    ),
    "ratings_empty": (
        N_("The table has no marks."),
        N_("Give a row for each item and a column for each rater; leave a missing mark empty."),
    ),
    "ratings_unclear": (
        N_("Some cells are neither a number nor empty."),
        N_("Correct the cells below and read the file again."),
    ),
    "mark_unclear": (N_("Row {place}: “{cell}” is no mark."), ""),
    "flip_no_json": (N_("The file is not JSON in UTF-8."), N_("Write it as shown in `fundapp flip --help`.")),
    "flip_without_parts": (
        N_("The file lacks its weights or its alternatives."),
        N_("Write it as shown in `fundapp flip --help`."),
    ),
    "flip_unclear": (N_("Weights and values do not fit together."), N_("Correct what is named below.")),
    "flip_weight_unclear": (N_("{place}: the weight is not a number of zero or above."), ""),
    "flip_weights_zero": (N_("All weights are zero."), ""),
    "flip_value_unclear": (N_("{place}: there is no number for {criterion}."), ""),
    "flip_criterion_unknown": (N_("{place}: {criterion} has no weight."), ""),
}

"""What is wrong in the fund's own rubric files, and what to do next. Each problem carries its place beside it."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "rubric_not_toml": (
        N_("The file cannot be read: line {line}, column {column}."),
        N_("Look near there for a missing quotation mark or bracket, or for a name that stands twice."),
    ),
    "rubric_not_table": (
        N_("Something else stands where a group of entries belongs."),
        N_("Compare with the example in rubrics/README.md."),
    ),
    "rubric_not_list": (
        N_("A list in square brackets is needed here."),
        N_("Write it in square brackets, with commas between the entries."),
    ),
    "rubric_not_text": (
        N_("A text is needed here."),
        N_("Put the text in quotation marks."),
    ),
    "rubric_not_whole": (
        N_("A whole number is needed here."),
        N_("Write the number without quotation marks and without a decimal point."),
    ),
    "rubric_not_number": (
        N_("A number is needed here."),
        N_("Write the number without quotation marks, for example 3.5."),
    ),
    "rubric_not_yes_no": (
        N_("true or false is needed here."),
        N_("Write true or false, without quotation marks."),
    ),
    "rubric_not_one_of": (
        N_("{value} is not one of the words allowed here."),
        N_("Use one of these: {choices}."),
    ),
    "rubric_out_of_range": (
        N_("{value} is not between {least} and {most}."),
        N_("Write a number from {least} to {most}."),
    ),
    "rubric_key_missing": (
        N_("The entry {key} is missing."),
        N_("Add {key}; rubrics/README.md says what it holds."),
    ),
    "rubric_key_unknown": (
        N_("The entry {key} is not known here."),
        N_("Take it out, or look up its name in rubrics/README.md."),
    ),
    "rubric_key_misspelt": (
        N_("The entry {key} is not known here."),
        N_("If {like} was meant, correct the name."),
    ),
    "rubric_text_empty": (
        N_("The text is empty."),
        N_("Write the text. Every text is needed in Japanese and in English."),
    ),
    "rubric_text_control": (
        N_("The text holds a character that cannot be shown."),
        N_("Type the text again by hand instead of pasting it."),
    ),
    "rubric_language_missing": (
        N_("The text is missing in this language (ja: Japanese, en: English)."),
        N_("Write the text. Every text is needed in Japanese and in English."),
    ),
    "rubric_id_twice": (
        N_("{id} stands twice."),
        N_("Give each entry a name of its own, or take one of them out."),
    ),
    "rubric_id_reserved": (
        N_("{id} is a word of the system and cannot be a kind of interest."),
        N_("Choose another id."),
    ),
    "rubric_entry_missing": (
        N_("{id} is missing."),
        N_("Add {id}: the decision cannot be made without it."),
    ),
    "rubric_level_missing": (
        N_("Level {level} is missing."),
        N_("Write all five levels, 1 to 5."),
    ),
    "rubric_weights_not_100": (
        N_("The weights add up to {total}, not to 100."),
        N_("Change the weights so that together they make 100."),
    ),
    "rubric_fact_unknown": (
        N_("The fact {fact} is not defined."),
        N_("Correct its name, or define it under [[facts]]."),
    ),
    "rubric_fact_not_listed": (
        N_("The fact {fact} is used here but not listed in the facts of this criterion."),
        N_("Add it to the list facts, so that members see it."),
    ),
    "rubric_fact_unused": (
        N_("The fact {fact} is defined but no criterion lists it."),
        N_("List it in the facts of a criterion, or take the definition out."),
    ),
    "rubric_condition_unreadable": (
        N_("This condition cannot be read: {text}"),
        N_('Write it like "cov_value >= 0.90", or give the name of a yes-or-no fact alone.'),
    ),
    "rubric_condition_needs_number": (
        N_("The fact {fact} is a number, so the condition needs a comparison."),
        N_('Write it like "cov_value >= 0.90".'),
    ),
    "rubric_condition_takes_no_number": (
        N_("The fact {fact} is answered with yes or no and takes no number."),
        N_("Write the name of the fact alone."),
    ),
    "rubric_condition_wrong_way": (
        N_("With this condition a better value of {fact} would lower the level."),
        N_("Turn the comparison round: > and < must follow which direction is better for the fact."),
    ),
    "rubric_two_rules": (
        N_("This level has both when and when_any."),
        N_("Keep one of them."),
    ),
    "rubric_rule_missing": (
        N_("Level {level} has no condition."),
        N_("Add when with the conditions of this level."),
    ),
    "rubric_rule_at_level_1": (
        N_("Level 1 has a condition. Level 1 is what is left when no other level is reached."),
        N_("Take the condition of level 1 out."),
    ),
    "rubric_rule_looser": (
        N_("This level asks less of {fact} than a lower level does."),
        N_("Ask at least as much of {fact} as the levels below."),
    ),
    "rubric_rule_repeated": (
        N_("This level has the same conditions as level {level}, so level {level} could never be given."),
        N_("Make the conditions of the higher level stricter."),
    ),
    "rubric_rule_left_out": (
        N_("These conditions rest only on facts that are left out when there are too few cases."),
        N_("Add a condition on another fact."),
    ),
    "rubric_build_not_below_pass": (
        N_("The threshold of build support is not below the threshold of axis 2."),
        N_("Lower the threshold of build support, or raise that of axis 2."),
    ),
    "rubric_versions_differ": (
        N_("The three files carry different versions: {versions}."),
        N_("Write the same version into axis1.toml, axis2.toml and decision.toml."),
    ),
}

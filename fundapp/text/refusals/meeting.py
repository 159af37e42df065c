"""Sentences for the forms of a meeting that are not finished, or hold more than there is room for."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "place_missing": (N_("The place of the meeting is missing."), N_("Write where it is held, then press again.")),
    "words_too_long": (
        N_("What is written is longer than {limit} characters."),
        N_("Shorten it, then press again."),
    ),
    "place_too_long": (
        N_("The place of the meeting is longer than {limit} characters."),
        N_("Shorten it, then press again."),
    ),
    "answer_not_chosen": (
        N_("It is not chosen yet how {name} answered."),
        N_("Choose the answer, then press again."),
    ),
    "objection_without_reason": (
        N_("The objection has no reason yet."),
        N_("Write why you do not agree, then put it on record."),
    ),
    "conditions_unfinished": (
        N_("{count} conditions are not finished."),
        N_("Give each an owner and a date, then put the motion."),
    ),
    "condition_unfinished": (N_("{text}: the owner or the date is missing."), ""),
}

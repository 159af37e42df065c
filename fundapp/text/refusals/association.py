"""Faults of what is entered about the association's own life, and what to do about them."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "left_before_joined": (
        N_("{member} was not saved: it would have left before it joined."),
        N_("Correct one of the two days."),
    ),
    "left_before_joined_in_table": (
        N_("“{value}” under “{column}” lies before the day of joining."),
        N_("Correct one of the two days in the table."),
    ),
    "referred_by_itself": (
        N_("{member} was not saved: it cannot have come on its own word."),
        N_("Choose another member, or none."),
    ),
    "referrer_unknown": (
        N_("“{value}” under “{column}” is no other member of the directory or of this table."),
        N_("Write the member's number or name as it stands there, or leave the cell empty."),
    ),
    "target_ends_before_it_begins": (
        N_("The target was not saved: it would have to be reached before it holds."),
        N_("Choose a later day by which it is to be reached."),
    ),
    "service_needs_kind": (
        N_("What the body offers was not saved: a row has no kind of support."),
        N_("Choose the kind, or take the row out."),
    ),
    "service_told_twice": (
        N_("What the body offers was not saved: one kind of support stands there twice."),
        N_("Put both into one row."),
    ),
    "training_needs_course": (
        N_("The training was not saved: it is not said what was learned."),
        N_("Write the course's name."),
    ),
    "training_of_another": (
        N_("The training was not saved: the person is no contact of this member."),
        N_("Choose the member first, then one of its persons."),
    ),
    "ended_before_begun": (
        N_("It would have ended before it began."),
        N_("Correct one of the two days."),
    ),
    "qualified_before_the_end": (
        N_("The training was not saved: the qualification would run out before the training ended."),
        N_("Choose a later day, or leave it empty when it does not qualify."),
    ),
    "seminar_needs_title": (
        N_("The seminar was not saved: the title is missing."),
        N_("Write what it is about; companies decide by it."),
    ),
    "hand_after_seminar": (
        N_("The seminar was not saved: a hand was raised after it was over."),
        N_("Correct the day of the seminar, or take the hand down."),
    ),
    "seminar_not_held_yet": (
        N_("The seminar was not saved: it has not been held, so nothing can have come of it."),
        N_("Write what came of it afterwards."),
    ),
    "group_needs_name": (
        N_("The group was not saved: it needs a Japanese name."),
        N_("Write the name and save again."),
    ),
    "lead_not_in_group": (
        N_("The group was not saved: its leader is not one of its members."),
        N_("Put the leader among the members, or choose another one."),
    ),
    "introduced_to_nobody": (
        N_("The introduction was not saved: it is not said to whom."),
        N_("Write the name of the member, company or person."),
    ),
    "watch_needs_reason": (
        N_("The company is not on the watch list yet: it is not said what makes it promising."),
        N_("Write the reason in a few words."),
    ),
    "watch_end_needs_reason": (
        N_("The company is still on the watch list: it is not said why it is watched no longer."),
        N_("Write the reason in a few words."),
    ),
}

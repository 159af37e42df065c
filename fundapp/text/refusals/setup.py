"""Sentences for the set-up of a fund: what is missing, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "setup_incomplete": (
        N_("Some entries are missing or unclear."),
        N_("Go through the points below and press the button again."),
    ),
    "setup_still_empty": (
        N_("Still to be filled in: {fields}."),
        "",
    ),
    "setup_empty": (N_("This is needed."), N_("Write it down.")),
    "setup_share_unclear": (
        N_("This is not a share between 0 and 100%."),
        N_("Write figures alone, such as 20 or 33.4."),
    ),
    "setup_years_unclear": (
        N_("{place}: these are no whole years."),
        N_("Write a whole number such as 5, or leave it empty."),
    ),
    "setup_amount_unclear": (
        N_("This is not a whole amount in yen."),
        N_("Write figures alone, such as 6,000, and choose the unit above."),
    ),
    "setup_shares_not_whole": (
        N_("The partners' shares add up to {sum}, not to 100%."),
        N_("Correct the shares."),
    ),
    "setup_no_roles": (N_("This person has no role."), N_("Choose at least one role.")),
    "setup_no_secretariat": (
        N_("Nobody is the secretariat, so no meeting could be opened."),
        N_("Give one person this role."),
    ),
    "setup_no_manager": (
        N_("Nobody is the fund manager, so no money could be moved."),
        N_("Give one person this role."),
    ),
    "setup_sign_in_name_twice": (
        N_("The sign-in name {name} is used twice."),
        N_("Choose another one."),
    ),
    "setup_too_few_seats": (
        N_("A committee needs at least two seats."),
        N_("Add a seat."),
    ),
    "setup_no_holder": (
        N_("Nobody holds this seat."),
        N_("Choose its holder among the committee members."),
    ),
    "setup_no_organisation": (
        N_("The seat belongs to no organisation."),
        N_("Write which organisation it stands for."),
    ),
    "setup_holds_two": (
        N_("{name} holds another seat too."),
        N_("Choose a different holder."),
    ),
    "setup_alternate_holds": (
        N_("{name} holds this seat and cannot be its alternate."),
        N_("Choose another alternate."),
    ),
    "setup_alternate_inside": (
        N_("{name} belongs to the organisation of a seat and is no outside alternate."),
        N_("Choose someone from outside these organisations."),
    ),
}

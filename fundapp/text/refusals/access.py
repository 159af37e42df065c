"""What the door refuses, in sentences: what happened, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "sign_in_wrong": (
        N_("The name or the password is not right."),
        N_("Type both again. If you do not remember them, ask the secretariat."),
    ),
    "sign_in_wait": (
        N_("Several tries in a row were wrong."),
        N_("Please try again in {seconds} seconds, or ask the secretariat."),
    ),
    "password_length": (
        N_("The password must have {shortest} to {longest} characters."),
        N_("Choose a longer one; a few words in a row are easy to remember."),
    ),
    "sign_in_name_empty": (
        N_("The sign-in name is empty."),
        N_("Enter a sign-in name."),
    ),
    "person_unknown": (
        N_("There is no account of this person."),
        N_("Open the list of people again."),
    ),
    "link_not_valid": (
        N_("This link is not valid."),
        N_("Open the link from the message again, or ask the secretariat for a new one."),
    ),
    "link_expired": (
        N_("The time for this link is over."),
        N_("Ask the secretariat for a new link."),
    ),
    "form_not_valid": (
        N_("This form was open too long. Nothing was sent."),
        N_("Open the link again and send the form from there."),
    ),
    "form_taken": (
        N_("This form was sent already. It was not taken a second time."),
        N_("Open the link again to see what was received."),
    ),
    "secret_damaged": (
        N_("The file with the installation's secret is damaged."),
        N_("Ask the administrator to restore it from the backup."),
    ),
}

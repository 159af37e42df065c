"""What the door refuses, in sentences: what happened, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "provider_way_lost": (
        N_("This sign-in was begun in another window, or too long ago."),
        N_("Begin it again on the sign-in page."),
    ),
    "provider_declined": (
        N_("Your organisation's sign-in was not completed."),
        N_("Try again, or ask those who look after your organisation's accounts."),
    ),
    "provider_unavailable": (
        N_("Your organisation's sign-in cannot be reached at the moment."),
        N_("Try again in a minute. The administrator can sign in with a password meanwhile."),
    ),
    "provider_not_valid": (
        N_("What came back from your organisation's sign-in does not hold."),
        N_("Begin again on the sign-in page. If it stays so, tell the administrator."),
    ),
    "provider_unnamed": (
        N_("Your organisation's sign-in did not say who you are, or your mail address is not confirmed there."),
        N_("Ask those who look after your organisation's accounts."),
    ),
    "provider_person_unknown": (
        N_("You have no account in this fund."),
        N_("Ask the secretariat for one. Its sign-in name must be the name that your organisation uses."),
    ),
    "password_for_administrator": (
        N_("People of this fund sign in through their organisation."),
        N_("Use the button above. A password is for the administrator alone."),
    ),
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
    "person_name_empty": (
        N_("The name is empty."),
        N_("Enter the person's name."),
    ),
    "email_unclear": (
        N_("“{email}” is no e-mail address."),
        N_("Write one address, such as name@example.jp, or leave the field empty."),
    ),
    "role_missing": (
        N_("The person has no role yet."),
        N_("Choose at least one role."),
    ),
    "last_administrator": (
        N_("This is the last administrator. Without one nobody could keep the accounts."),
        N_("Make another person administrator first."),
    ),
    "password_same": (
        N_("The new password is the one that you have now."),
        N_("Choose another one."),
    ),
    "old_password_wrong": (
        N_("The password that you have now was not typed rightly."),
        N_("Type it again. If you do not remember it, ask the administrator for a new one."),
    ),
    "set_up_already": (
        N_("The first account has been opened already."),
        N_("Sign in. If you did not open it yourself, tell the person who runs this server at once."),
    ),
    "set_up_link_wrong": (
        N_("This link does not open the set-up."),
        N_("Use the whole link that stands in the window where fundapp was started."),
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

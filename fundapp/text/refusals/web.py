"""What the plain pages refuse, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "provider_settings": (
        N_("The settings of your organisation's sign-in are not right."),
        N_("Tell the administrator: the file that FUNDAPP_PROVIDER names is missing or has a fault."),
    ),
    "card_of_nobody_here": (
        N_("This card belongs to nobody who sits in the meeting now."),
        N_("Ask the secretariat for a card, or sign in with your name."),
    ),
    "document_unknown": (
        N_("The document is not known, or your session has ended."),
        N_("Open it again from its page."),
    ),
    "minutes_unknown": (
        N_("There are no minutes of this meeting for you."),
        N_("Minutes can be had once the meeting is closed. Open them from the page “Minutes”."),
    ),
    "passwords_differ": (
        N_("The two passwords are not the same."),
        N_("Type the new password twice in the same way."),
    ),
    "demo_password_stays": (
        N_("This is a demo: its people keep their passwords."),
        N_("In a fund of your own you can change them here."),
    ),
}

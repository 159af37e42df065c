"""What the plain pages refuse, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "document_unknown": (
        N_("The document is not known, or your session has ended."),
        N_("Open it again from its page."),
    ),
    "minutes_unknown": (
        N_("There are no minutes of this meeting for you."),
        N_("Minutes can be had once the meeting is closed. Open them from the page “Minutes”."),
    ),
}

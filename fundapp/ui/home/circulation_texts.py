"""What a written resolution's cards say on the first page."""

from fundapp.text.catalogue import N_
from fundapp.ui.home.tasks import Kind

CIRCULATION_TEXTS: dict[Kind, tuple[str, str, str]] = {
    "circulation_read": (
        N_("Written resolution on {code}: read and answer by {answer_by}"),
        N_("It is decided in writing, without a meeting. Press the button: the page leads you step by step."),
        N_("Read and answer"),
    ),
    "circulation_score": (
        N_("Written resolution on {code}: your score by {answer_by}"),
        N_("You have read the papers. Nobody sees your score before all are revealed together."),
        N_("Go on to the score"),
    ),
    "circulation_answer": (
        N_("Written resolution on {code}: answer by {answer_by}"),
        N_("The motion is there. Agree in one press, object with a reason, or ask for a meeting."),
        N_("Answer"),
    ),
    "circulation_reveal": (
        N_("Written resolution on {code}: all scores are in"),
        N_("You chair this item. Reveal the scores to everyone at the same time. Last day: {answer_by}."),
        N_("Reveal the scores"),
    ),
    "circulation_motion": (
        N_("Written resolution on {code}: it waits for your motion"),
        N_("You chair this item. Put what all are asked to agree to. Last day for the answers: {answer_by}."),
        N_("Put a motion"),
    ),
    "circulation_declare": (
        N_("Written resolution on {code}: all answers are in"),
        N_("You chair this item. Declare the result; an approval reserves the money at once."),
        N_("Declare the result"),
    ),
    "circulation_alternate": (
        N_("Written resolution on {code}: a seat is empty"),
        N_("Empty seats: {n}. Seat an alternate, who reads and answers by {answer_by}."),
        N_("Seat an alternate"),
    ),
    "circulation_waits": (
        N_("Written resolution on {code} goes round until {answer_by}"),
        N_("Scores or answers that are missing: {n}. See who has read the papers."),
        N_("See how far it is"),
    ),
}

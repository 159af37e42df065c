"""Sentences for the refusals of a written resolution."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "circulation_over": (
        N_("Written resolution no. {number} is over."),
        N_("Its record shows how it ended. What was not resolved is taken up in a meeting."),
    ),
    "not_in_a_room": (
        N_("No. {number} is a written resolution: it has no room, no further items and no closing by hand."),
        N_("It closes by itself with its result. What is to be talked about belongs in a meeting."),
    ),
    "attended_otherwise": (
        N_("Nobody takes part in no. {number} in this manner."),
        N_("In a meeting choose in the room, by video or represented; a written resolution is answered in writing."),
    ),
    "proposal_under_way": (
        N_("{proposal} is under way already, in no. {number}."),
        N_("Wait for its result there, or take it off there first."),
    ),
    "proposal_not_chosen": (N_("No proposal is chosen yet."), N_("Choose the one that goes round, then send it.")),
    "answer_day_passed": (N_("The last day to answer, {answer_by}, has passed."), N_("Choose today or a later day.")),
    "circulation_without_reason": (
        N_("Why this cannot wait for a meeting is missing."),
        N_("A written resolution is for what is urgent. Write the reason, or put the proposal on the next agenda."),
    ),
    "not_in_writing": (
        N_("Item {number} is taken in a meeting, not in writing."),
        N_("Take part in it on the meeting page."),
    ),
    "papers_read_already": (N_("These papers were confirmed as read before."), N_("Go on with the next step.")),
    "papers_not_all_read": (
        N_("What was read is not what lies before the committee now; {count} papers are missing."),
        N_("Open the page again, read what is new, then confirm."),
    ),
    "papers_not_read": (
        N_("The papers are not confirmed as read yet."),
        N_("Read them and confirm it; then score and answer."),
    ),
    "readings_still_missing": (
        N_("{count} members have not confirmed yet that they read the papers."),
        N_("Wait for them, or ask them to."),
    ),
    "needs_a_meeting": (
        N_("The marks on {criteria} lie far apart or below a floor: that has to be discussed."),
        N_("Let a member score once more with reasons, or ask for a meeting."),
    ),
    "exception_needs_a_meeting": (
        N_("An exception to the gates is not made in writing."),
        N_("Ask for a meeting, or put a resolution that the gates allow."),
    ),
    "answer_in_writing": (
        N_("A spoken answer does not count in a written resolution."),
        N_("Let the member answer on the own screen, or enter the answer from paper."),
    ),
    "no_abstention_in_writing": (
        N_("In a written resolution one agrees or objects; nobody abstains."),
        N_("Agree, object with a reason, or ask for a meeting."),
    ),
    "objection_in_writing_without_reason": (
        N_("The objection has no reason yet. It ends the written resolution."),
        N_("Write why you object, then send it again."),
    ),
    "meeting_asked_without_reason": (
        N_("Why a meeting is asked for is missing."),
        N_("Write it in a sentence, then send it again."),
    ),
    "answers_are_in": (
        N_("The last day to answer no. {number} has passed, and every answer was in."),
        N_("The chair declares the result."),
    ),
}

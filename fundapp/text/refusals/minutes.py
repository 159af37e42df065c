"""Sentences for the life of the minutes: corrections, confirmations, the lock."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "minutes_not_settled": (
        N_("The text of the minutes of meeting {number} is not settled yet."),
        N_("The secretariat answers the corrections and settles the text first."),
    ),
    "minutes_settled_already": (
        N_("The text of the minutes of meeting {number} is settled already."),
        N_("Reopen it with a reason to change it."),
    ),
    "minutes_locked": (
        N_("The minutes of meeting {number} are confirmed and locked."),
        N_("Ask the secretariat to reopen them with a reason."),
    ),
    "minutes_of_another_version": (
        N_("The minutes of meeting {number} were changed meanwhile."),
        N_("Read the new text, then confirm it."),
    ),
    "took_no_part": (
        N_("You took no part in meeting {number}."),
        N_("Tell the secretariat what you found; those who took part propose corrections."),
    ),
    "correction_unfinished": (
        N_("The correction is not finished."),
        N_("Write which passage is wrong and how it should read."),
    ),
    "correction_known_already": (N_("This correction is on record already."), N_("You find it in the list below.")),
    "correction_not_open": (
        N_("This correction has been answered or is not in the record."),
        N_("Open the minutes page again."),
    ),
    "correction_declined_without_reason": (
        N_("A correction that is not taken in needs an answer."),
        N_("Write in a sentence why, then send it."),
    ),
    "corrections_still_open": (
        N_("{count} corrections have no answer yet."),
        N_("Take each in or answer why not, then settle the text."),
    ),
    "not_a_signatory": (
        N_("This person does not sign the minutes of meeting {number}."),
        N_("Those who filled a seat in the meeting confirm its minutes."),
    ),
    "confirmed_already": (
        N_("This signatory has answered for the minutes of meeting {number}."),
        N_("Nothing more is needed from this person."),
    ),
    "nobody_confirmed_yet": (
        N_("Nobody has confirmed the minutes of meeting {number} yet."),
        N_("Wait for at least one confirmation, then excuse who cannot confirm."),
    ),
    "excuse_without_reason": (
        N_("The reason why this person cannot confirm is missing."),
        N_("Write it in a sentence; it is printed in the minutes."),
    ),
    "reopening_without_reason": (
        N_("The reason for reopening the minutes is missing."),
        N_("Write it in a sentence; it is printed in the next version."),
    ),
    "template_unfit": (
        N_("This template cannot be used; faults found: {count}."),
        N_("Correct it in Word and hand it in again."),
    ),
    "template_not_word": (N_("It is no Word file (.docx)."), ""),
    "template_too_large": (N_("It is too large; at most {most} MB."), ""),
    "template_holds_code": (N_("{place}: macros, embedded files and the like are not allowed."), ""),
    "template_links_outside": (N_("{place}: it fetches something from outside."), ""),
    "template_syntax": (N_("A place in braces is not well formed: {text}"), ""),
    "template_script": (N_("Only places and lists may stand in braces, no calculation, call or filter ({what})."), ""),
    "template_unknown_name": (N_("There is no place named {name}."), ""),
    "template_without_body": (
        N_("The place for the proceedings is missing: a paragraph with the place named body."),
        "",
    ),
    "minutes_unreadable": (N_("This is no copy of minutes that this program made, or it was changed."), ""),
    "minutes_without_proof": (N_("The copy lacks the entries of the record that vouch for it."), ""),
    "minutes_entry_changed": (N_("Entry {seq} of the record, as the copy carries it, was changed."), ""),
    "minutes_of_another_record": (N_("The entries that the copy carries belong to another record or meeting."), ""),
    "minutes_text_changed": (N_("The text is not the one that was settled."), ""),
    "minutes_signatures_changed": (N_("The confirmations or the number are not those on record."), ""),
    "minutes_pages_differ": (
        N_("The pages are not what the attached data gives: they were changed, or made by another version of fundapp."),
        "",
    ),
    "minutes_draft_changed": (N_("The record does not give this text: the draft was changed, here or there."), ""),
    "minutes_not_in_record": (N_("Entry {seq} of the record in this folder is not the one that the copy carries."), ""),
    "still_signs_minutes": (
        N_("The confirmation of this person for the minutes of meeting {number} is still missing."),
        N_("Wait for it, or let the secretariat excuse the signatory, then erase."),
    ),
}

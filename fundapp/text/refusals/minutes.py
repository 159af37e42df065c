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
    "minutes_pdf_signature_unchecked": (
        N_(
            "Something stands behind the pages, such as a signature, and was not checked: the part for that is missing."
        ),
        N_("Install it: pip install 'fundapp[signatures]'. Then check again."),
    ),
    "minutes_not_locked": (
        N_("The minutes of meeting {number} are not locked."),
        N_("Every signatory confirms them first. Then they can be signed and stamped."),
    ),
    "attests_another_entry": (
        N_("The minutes of meeting {number} were taken up again meanwhile."),
        N_("Open the page again; what was made is for the version before."),
    ),
    "attested_already": (
        N_("The minutes of meeting {number} carry this signature or timestamp already."),
        N_("There is nothing to do."),
    ),
    "signatures_not_installed": (
        N_("The part for signatures and timestamps is not installed on this machine."),
        N_("Install it: {command}. Everything else works without it."),
    ),
    "signing_key_in_data": (
        N_("The key would lie in the data folder {folder}, beside the record that it vouches for."),
        N_("Name a place outside of it, best on another machine."),
    ),
    "signing_key_exists": (
        N_("{file} exists already. A key is never overwritten."),
        N_("Name another file."),
    ),
    "signing_key_unwritable": (
        N_("{file} cannot be written: {reason}."),
        N_("Name a folder that you may write to."),
    ),
    "signing_key_unreadable": (
        N_("{file} is no private key that `fundapp keys new` wrote, or cannot be read."),
        N_("Name the file of the fund's private key."),
    ),
    "public_key_unreadable": (
        N_("{file} is no public key that `fundapp keys new` wrote, or cannot be read."),
        N_("Name the file of the fund's public key; it ends with .pub."),
    ),
    "signature_file_unfit": (
        N_("This file is no signature over the locked minutes of meeting {number}."),
        N_("Sign a copy of these minutes with `fundapp keys sign` and hand in the file that it writes."),
    ),
    "certificate_unreadable": (
        N_("{file} is no certificate, or cannot be read."),
        N_("Name a file with a certificate in PEM or DER."),
    ),
    "own_certificate_unreadable": (
        N_("{file} could not be opened with this password, or holds no key with its certificate."),
        N_("Name the PKCS#12 file (.p12, .pfx) and its password again."),
    ),
    "pdf_not_signed": (
        N_("The PDF could not be signed: {reason}"),
        N_("The file was left as it is. Try another certificate."),
    ),
    "timestamp_unreachable": (
        N_("The timestamping authority {authority} did not answer: {reason}"),
        N_("The minutes stand as they are. Try again later."),
    ),
    "timestamp_declined": (
        N_("The timestamping authority {authority} declined: {reason}"),
        N_("The minutes stand as they are. Ask the authority, or name another one."),
    ),
    "timestamp_unfit": (
        N_("What {authority} answered is no timestamp of these minutes."),
        N_(
            "It was thrown away, and the minutes stand as they are. Try again, and if it comes back, another authority."
        ),
    ),
    "timestamp_unreadable": (N_("The timestamp cannot be read."), ""),
    "timestamp_to_another_question": (N_("The answer is to another question."), ""),
    "timestamp_of_something_else": (N_("The timestamp is of something else."), ""),
    "timestamp_signature_wrong": (
        N_("The timestamp's own signature is wrong, or is not by a timestamping authority."),
        "",
    ),
    "timestamp_of_a_stranger": (N_("The timestamp does not go back to the certificate that was named."), ""),
    "timestamp_told_otherwise": (N_("The copy tells another time or authority than its timestamp."), ""),
    "minutes_signature_wrong": (N_("The signature does not fit these minutes."), ""),
    "minutes_signed_by_another_key": (N_("Signed with another key than the one that you named: {key}"), ""),
    "minutes_not_signed": (N_("The copy carries no signature, so the key that you named proves nothing."), ""),
    "still_signs_minutes": (
        N_("The confirmation of this person for the minutes of meeting {number} is still missing."),
        N_("Wait for it, or let the secretariat excuse the signatory, then erase."),
    ),
}

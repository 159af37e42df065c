"""What keeps an inquiry from going out, an answer from being taken, or an agreement from counting."""

from fundapp.text.catalogue import N_

_OLD = N_("The secretariat will send a new inquiry. Nothing that you answered is lost.")

SENTENCES: dict[str, tuple[str, str]] = {
    "link_revoked": (
        N_("This link was taken back."),
        N_("Use the newer link that was sent to you, or ask the secretariat for one."),
    ),
    "too_many_requests": (
        N_("Too much came from here within a short time."),
        N_("Wait a minute and try again. What was received before is safe."),
    ),
    "inquiry_unknown": (N_("There is no such inquiry."), N_("Go back to the list of inquiries and choose one.")),
    "inquiry_not_sent": (
        N_("Inquiry {number} has not gone out."),
        N_("It can be answered once it has been sent."),
    ),
    "inquiry_sent_already": (
        N_("Inquiry {number} has gone out already and stays as it is."),
        N_("Write a new inquiry for what has changed."),
    ),
    "inquiry_number_taken": (
        N_("The number {number} was given to another inquiry meanwhile."),
        N_("Save again: it gets the next number."),
    ),
    "inquiry_of_old_revision": (
        N_("The parts list was revised: revision {revision} is no longer in force."),
        _OLD,
    ),
    "inquiry_needs_lines": (N_("No part is chosen."), N_("Choose at least one part that you want to ask about.")),
    "inquiry_lines_unknown": (
        N_("Some of the chosen parts are not sourced from outside."),
        N_("Choose the parts again from the list."),
    ),
    "inquiry_line_unknown": (N_("{place} is not among the parts to source."), ""),
    "inquiry_needs_text": (
        N_("The text in Japanese is empty, or one of the texts is longer than {longest} characters."),
        N_("Write what the members should know before they answer."),
    ),
    "inquiry_deadline_past": (
        N_("The deadline is not in the future."),
        N_("Choose a later day, then have the inquiry go out."),
    ),
    "deadline_not_later": (
        N_("The deadline was not put off: the new day is not after {until_at}."),
        N_("Choose a later day. A deadline is never brought forward, because members count on it."),
    ),
    "extension_needs_reason": (
        N_("The deadline was not put off: the reason is missing, or longer than {longest} characters."),
        N_("Write in one sentence why members get more time."),
    ),
    "reminders_not_due": (
        N_("The reminders of inquiry {number} are not due, or are made already."),
        N_("Remind by a press, if it is urgent."),
    ),
    "notice_unknown": (N_("There is no such message."), N_("Load the page again; it shows what waits to leave.")),
    "notice_left_already": (
        N_("A message has left already, or is on its way."),
        N_("Load the page again; it shows what still waits to leave."),
    ),
    "inquiry_not_agreed": (
        N_("The company's president has not agreed to inquiry {number} as it stands now. Nothing goes out before."),
        N_("Send the president the link, and wait for the answer."),
    ),
    "inquiry_too_early_for_all": (
        N_("Inquiry {number} goes to all members from {from_at} at the earliest."),
        N_("Until then those who were asked first have the first word."),
    ),
    "inquiry_no_line_open": (
        N_("Somebody has raised a hand for every part of inquiry {number}."),
        N_("It need not go to all members."),
    ),
    "inquiry_to_nobody": (N_("Nobody new would be written to."), N_("Choose members who were not asked yet.")),
    "inquiry_over": (
        N_("The time to answer inquiry {number} ended at {ended_at}."),
        N_("If you have something to add, please call the secretariat."),
    ),
    "inquiry_still_sealed": (
        N_("The answers to inquiry {number} are sealed until its deadline."),
        N_("Come back then. Counts are shown meanwhile."),
    ),
    "members_have_time_left": (
        N_("{count} of those who were asked have not answered and have time until the deadline."),
        N_("Wait for the deadline, or remind them."),
    ),
    "member_unknown": (
        N_("A member is named who is not in the directory or was not asked."),
        N_("Choose the member from the list."),
    ),
    "member_answered_already": (
        N_("A member among them has answered meanwhile."),
        N_("Load the page and send the reminders again."),
    ),
    "member_reminded_already": (
        N_("A member among them was reminded less than a day ago."),
        N_("Wait until tomorrow."),
    ),
    "outcomes_told_already": (
        N_("The results of inquiry {number} are fixed and told."),
        N_("Nothing needs to be done."),
    ),
    "outcomes_contradict": (
        N_("A part would have two chosen offers, or an offer is chosen that was replaced by a newer one."),
        N_("Load the page and choose again."),
    ),
    "agreement_of_nothing": (
        N_("There is nothing in this to agree to."),
        N_("Choose an inquiry or a menu item that names its provider."),
    ),
    "agreement_nothing_chosen": (
        N_("Nothing is chosen yet."),
        N_("Choose whether you agree, then send your answer."),
    ),
    "agreement_answered": (
        N_("This was answered already. The first answer counts."),
        N_("To change it, please call the secretariat: you get a new link."),
    ),
    "agreement_changed": (
        N_("What you would agree to has been changed meanwhile."),
        N_("You will get a new link with the text as it is now."),
    ),
    "agreement_needs_name": (N_("Your name is missing."), N_("Enter your name: it is your signature.")),
    "answer_empty": (N_("No part is answered yet."), N_("Tap one of the three answers for at least one part.")),
    "answer_line_unknown": (
        N_("A part is named that this inquiry does not ask about."),
        N_("Open the link again and answer from there."),
    ),
    "answer_too_long": (N_("A remark is longer than {limit} characters."), N_("Shorten it and send again.")),
    "answer_run_out": (
        N_("The price would have run out on {ended_on}, before today."),
        N_("Correct the day until which it is valid, or leave it empty."),
    ),
    "answer_came_how": (
        N_("It is not said how the answer came."),
        N_("Choose telephone, fax or paper."),
    ),
    "answer_needs_person": (
        N_("A price needs the name of somebody who stands for it."),
        N_("Enter the name of the person in charge at the end of the form."),
    ),
    "answer_price_unclear": (
        N_("“{value}” is not an amount in yen."),
        N_("Enter whole yen in digits, such as 12,800."),
    ),
    "answer_number_unclear": (
        N_("“{value}” is not a whole number."),
        N_("Enter digits alone."),
    ),
    "answer_day_unclear": (N_("“{value}” is not a day."), N_("Enter it as 2026-10-15.")),
    "answer_tier_half": (
        N_("A price for a larger quantity lacks the quantity or the price."),
        N_("Fill in both, or leave both empty."),
    ),
    "answer_row_unknown": (
        N_("Row {place} of your table: “{value}” is not a part of this inquiry."),
        N_("The other rows were read."),
    ),
    "answer_row_twice": (
        N_("Row {place} of your table answers a part for the second time."),
        N_("The first row of that part counts."),
    ),
    "answers_unclear": (
        N_("Something in your answer could not be read. Nothing was sent yet."),
        N_("Everything that you typed is still here. Correct the marked parts and send again."),
    ),
    "nda_needs_name": (
        N_("Your name is missing."),
        N_("Enter the name of the person who accepts the confidentiality for the company."),
    ),
    "files_too_many": (N_("There are {limit} files already."), N_("Please call the secretariat for more.")),
    "file_kind_unfit": (
        N_("“{name}” is neither a photo (JPEG, PNG) nor a PDF nor an Excel table (.xlsx)."),
        N_("Take a photo of the sheet, or save it as PDF."),
    ),
    "upload_too_large": (
        N_("What you sent is larger than {limit_mb} MB."),
        N_("Take a smaller photo, or send several files one after the other."),
    ),
    "contact_needs_name": (N_("A contact has no name."), N_("Enter the person's name.")),
    "contact_unclear": (
        N_("The contact “{name}” holds a line break or a control character."),
        N_("Enter each field on one line."),
    ),
    "contact_email_unclear": (
        N_("“{email}” is not an e-mail address."),
        N_("Enter it as name@company.jp, or leave it empty."),
    ),
}

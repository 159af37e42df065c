"""Faults of the directory's forms and lists, and what to do about them."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "member_needs_code_and_name": (
        N_("The member was not saved: it needs a code and a Japanese name."),
        N_("Fill in both and save again."),
    ),
    "site_needs_address": (
        N_("The member was not saved: a place has no address."),
        N_("Write the address, or take the row out."),
    ),
    "equipment_needs_name": (
        N_("The member was not saved: a machine has no name."),
        N_("Write what it is, or take the row out."),
    ),
    "members_not_taken_in": (
        N_("None of these members was taken in: {count} of them have faults."),
        N_("Correct them in the table and read it again."),
    ),
    "merge_with_itself": (N_("Both entries are the same one."), N_("Choose two different entries.")),
    "member_has_statements": (
        N_("{member} was asked in an inquiry or has made offers, so its entry stays."),
        N_("Keep this entry and merge the other one into it."),
    ),
    "both_have_statements": (
        N_("{member} and {other} were both asked in inquiries or have made offers, so both entries stay."),
        N_("Enter the day of leaving for the one that is not to be asked any more."),
    ),
    "member_stays_for_statements": (
        N_("{member} was asked in an inquiry or has made offers, so its entry stays."),
        N_("Enter its day of leaving instead."),
    ),
    "member_erased_already": (
        N_("{member} is erased already; no name of the person is left to look for."),
        N_("There is nothing more to do."),
    ),
    "member_is_no_person": (
        N_("{member} is an organisation, so its entry is not erased."),
        N_("Erase the person among its contacts, or take the entry out of the directory."),
    ),
    "day_not_come_yet": (N_("{day_on} has not come yet."), N_("Enter the day on which it happened.")),
    "band_half_told": (
        N_("The terms were not saved: of the band one end is missing."),
        N_("Enter both ends, or neither."),
    ),
    "band_unclear": (
        N_("The terms were not saved: the band does not run from a lower to a higher rate."),
        N_("Enter rates from 0 to 100 %, the lower one first."),
    ),
    "rate_above_rule": (
        N_("The terms were not saved: {rate_share} lies outside the lower third of the band, up to {most_share}."),
        N_("Agree a lower rate for members, or correct the band."),
    ),
    "deal_needs_product": (N_("The meeting was not saved: the product is missing."), N_("Write what was offered.")),
    "deal_needs_cause": (
        N_("The meeting was not saved: it is not said on what it failed."),
        N_("Choose the cause; others learn from it."),
    ),
    "referral_needs_matter": (
        N_("The question was not saved: the matter is missing."),
        N_("Write in one sentence what the company wants to know."),
    ),
    "referral_not_as_asked": (
        N_("The question was not saved: the day of the answer is not ten working days after it."),
        N_("Load the page again and enter it once more."),
    ),
    "yes_needs_date": (
        N_("The answer was not saved: a yes needs the day by which the result is promised."),
        N_("Ask for the day, or choose the yes without a date."),
    ),
    "handed_on_to_nobody": (
        N_("The answer was not saved: it is not said to whom the question was handed on."),
        N_("Write who has it now."),
    ),
    "answer_missing": (N_("The answer was not saved: none was chosen."), N_("Choose one of the answers.")),
    "agency_needs_coordinator": (
        N_("This was not saved: nobody is named who speaks the language."),
        N_("Name the person and the languages; without one the partnership does not hold."),
    ),
    "exchange_needs_matter": (N_("This was not saved: the matter is missing."), N_("Write what was asked.")),
    "answered_before_asked": (
        N_("This was not saved: it was answered before it was asked."),
        N_("Correct one of the two days."),
    ),
    "liaison_quota_full": (
        N_("The question was not saved: {most} wait at this university already, as many as it takes at a time."),
        N_("Enter the answers that have come, or put this question to another university."),
    ),
    "bank_needs_branch_and_kinds": (
        N_("This was not saved: the branch or the kinds of loans are missing."),
        N_("Write the branch and choose at least one kind."),
    ),
    "right_needs_title": (N_("The right was not saved: it has no title."), N_("Write what it protects.")),
    "right_ends_early": (
        N_("The right was not saved: it ends before it was filed."),
        N_("Correct one of the two days."),
    ),
    "about_column_missing": (N_("No column is {place}."), N_("Choose it above.")),
    "about_cell_missing": (N_("The row says nothing under {column}."), N_("Fill it in and read the table again.")),
    "member_of_row_unknown": (
        N_("No member of the directory has this number or this name alone."),
        N_("Take the member in first, or write its number."),
    ),
    "process_in_table_unknown": (
        N_("“{value}” under {column} is no process that is known here."),
        N_("Write it as the process tree has it, such as turning or bending."),
    ),
    "material_unclear": (
        N_("“{value}” under {column} names a material that is not known here."),
        N_("Write steel, stainless steel, aluminium and so on, or a code such as SUS304."),
    ),
    "length_unclear": (N_("“{value}” under {column} is no length."), N_("Write whole millimetres, such as 500.")),
    "grade_unclear": (
        N_("“{value}” under {column} is no tolerance grade."),
        N_("Write IT1 to IT18, or the number alone."),
    ),
    "day_in_table_unclear": (N_("“{value}” under {column} is no day."), N_("Write it as 2026-04-01.")),
    "visit_is_empty": (
        N_("The visit was not saved: nothing was heard at it."),
        N_("Tap an issue or write a sentence."),
    ),
    "issue_needs_words": (
        N_("This was not saved: an issue has no words."),
        N_("Write a few words about each issue that you tapped."),
    ),
    "issue_end_needs_words": (
        N_("The issue stays open: it is not said what ended it."),
        N_("Write in a few words what became of it."),
    ),
    "reasons_full": (
        N_("The proposal has {most} such reasons already."),
        N_("Take one out on the proposal's page first."),
    ),
    "member_column_missing": (
        N_("No column is {place}."),
        N_("Choose the column with the members' names above."),
    ),
    "member_without_name": (N_("The row names no member."), N_("Enter the name in the table and read it again.")),
    "member_cell_too_long": (N_("The cell under {column} is too long."), N_("Shorten it to 1,000 characters.")),
    "member_class_unclear": (
        N_("“{value}” under {column} is no class of member."),
        N_("Write company, university, municipality, bank, individual or one of the others."),
    ),
    "company_type_unclear": (
        N_("“{value}” under {column} is no type of company."),
        N_("Write own products, processing, software, trading or services, or leave it empty."),
    ),
    "count_unclear": (N_("“{value}” under {column} is no number."), N_("Write figures alone.")),
    "email_in_table_unclear": (
        N_("“{value}” under {column} is no e-mail address."),
        N_("Correct it or leave it empty."),
    ),
    "member_twice_in_table": (
        N_("This member stands in row {first} already."),
        N_("Keep one of the two rows."),
    ),
}

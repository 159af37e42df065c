"""What stands in the way of taking over a running fund, and where to look."""

from fundapp.text.catalogue import N_

_SEE_ROW = N_("Look at this cell, put it right in the table and bring the table again.")

SENTENCES: dict[str, tuple[str, str]] = {
    "opening_ledger_not_empty": (
        N_("The fund's books here hold entries of their own already."),
        N_("A running fund is taken over into empty books only; go on entering what happens from here."),
    ),
    "opening_day_not_over": (
        N_("The tables tell the balances of {until_on}, which is not over yet."),
        N_("Take the balances of a day that has passed, or come back tomorrow."),
    ),
    "opening_has_faults": (
        N_("{count} rows of the tables cannot be entered."),
        N_("Put them right in the tables and bring the tables again."),
    ),
    "opening_out_of_balance": (
        N_("The tables do not balance: {count} figures are apart."),
        N_("Each is named with the row to look at. Put them right in the tables and bring the tables again."),
    ),
    "opening_differs": (
        N_("{opening_check}{about}: the table says {told_yen}, the rest adds up to {counted_yen}. {apart_yen} apart."),
        N_("Look at this row and at the movements that belong to it."),
    ),
    "opening_above": (
        N_("{opening_check}{about}: {counted_yen} is more than {told_yen} allows. {apart_yen} too much."),
        N_("Look at this row and at the rows that add up to it."),
    ),
    "opening_breaks_rule": (
        N_("Entered row by row, the books would not hold."),
        N_("Look at the row that is named: something before it is missing or has a later day."),
    ),
    "opening_step_breaks_rule": (
        N_("With this row {rule}."),
        N_("Look at its day and at what should stand before it."),
    ),
    "opening_not_proposed": (
        N_("These tables no longer wait: others were brought, or they were accepted."),
        N_("Open the page again."),
    ),
    "same_person_opens": (
        N_("Who brings the tables does not accept them."),
        N_("Another manager, the secretariat or the chair accepts."),
    ),
    "opening_in_use": (
        N_("The fund has moved on since it was taken over."),
        N_("Reverse the single entry that is wrong and enter it anew."),
    ),
    "opening_call_number_unclear": (
        N_("“{value}” is not the number of a call."),
        N_("Number the calls 1, 2, 3, or leave the number out."),
    ),
    "opening_number_on_two_days": (
        N_("“{value}” stands on two days."),
        N_("Give each call and each distribution a number of its own."),
    ),
    "opening_payment_without_call": (
        N_("There is no call on which {amount_yen} is open."),
        N_("Add the call, or put right its number, its partner or its amount."),
    ),
    "opening_twice": (N_("“{value}” stands here a second time; the first is in row {first}."), N_("Keep one of them.")),
    "opening_without_tranche": (
        N_("“{value}” has no tranche."),
        N_("Add its payments to the table of tranches."),
    ),
    "opening_without_method": (
        N_("The fair value of “{value}” has no valuation method."),
        N_("Choose one of the methods of the IPEV guidelines."),
    ),
    "opening_day_outside": (
        N_("{dated_on} is not between the fund's first day {first_on} and the day of the balances {last_on}."),
        N_("Put the day right."),
    ),
    "opening_deal_unknown": (
        N_("“{value}” is not among the positions."),
        N_("Use the deal no. of the table of positions."),
    ),
    "opening_tranche_unknown": (
        N_("“{value}” is not among the tranches."),
        N_("Use the deal no. and the number of the table of tranches."),
    ),
    "opening_tranche_in_part": (
        N_("The tranche is paid in part ({paid_yen})."),
        N_("Make two rows of it: one that is paid, one that is still to be paid."),
    ),
    "opening_tranche_paid_twice": (
        N_("The tranche “{value}” is paid a second time."),
        N_("Keep one payment; a payment made in parts is as many tranches."),
    ),
    "opening_partner_missing": (
        N_("{name} is a partner of the fund and has no row."),
        N_("Add the row, with zeros where nothing was paid."),
    ),
    "opening_partner_unknown": (
        N_("“{value}” is not among the partners of the agreement."),
        N_("Write the name as it stands in the set-up."),
    ),
    "opening_before_agreement": (
        N_("This lies before the agreement of {signed_on}."),
        N_("Put the day right, here or at the position."),
    ),
    "opening_amount_missing": (N_("The amount is missing."), N_("Write a whole amount above zero.")),
    "opening_part_above_whole": (
        N_("The part of {part_yen} is more than the whole of {amount_yen}."),
        N_("Lower the part."),
    ),
    "opening_fee_twice": (
        N_("The fee “{value}” is paid a second time."),
        N_("Give each fee a number of its own, or none."),
    ),
    "opening_more_than_there_is": (
        N_("{amount_yen} would be paid out, but the account holds {available_yen} on this day."),
        N_("Look at the amount, the day, and the rows above it of the same day."),
    ),
    "opening_nothing_held": (
        N_("Nothing of “{value}” is held on this day."),
        N_("Look at the day, and at the payments to the company."),
    ),
    "opening_column_missing": (N_("No column is known for this."), N_("Choose the column.")),
    "opening_cell_missing": (N_("{column} is empty."), N_("Fill the cell in.")),
    "opening_cell_too_long": (N_("The text under {column} is too long."), N_("Shorten it.")),
    "opening_amount_unclear": (
        N_("“{value}” under {column} is no whole amount of yen above zero."),
        N_("Write the amount in figures, such as 30,000,000."),
    ),
    "opening_day_unclear": (N_("“{value}” under {column} is no day."), N_("Write it as 2026-04-01.")),
    "opening_number_unclear": (N_("“{value}” under {column} is no number from 1."), N_("Write 1, 2, 3.")),
    "opening_count_unclear": (N_("“{value}” under {column} is no number of shares."), N_("Write it as 1,200.")),
    "opening_share_unclear": (N_("“{value}” under {column} is no share."), N_("Write it as 33.4%.")),
    "opening_stage_unclear": (N_("“{value}” under {column} is no stage."), _SEE_ROW),
    "opening_instrument_unclear": (N_("“{value}” under {column} is no instrument."), _SEE_ROW),
    "opening_method_unclear": (N_("“{value}” under {column} is no valuation method."), _SEE_ROW),
    "opening_kind_unclear": (
        N_("“{value}” under {column} is no kind of movement."),
        N_("Use a word of the list in the empty tables."),
    ),
    "opening_item_unclear": (
        N_("“{value}” under {column} is no balance that is asked for."),
        N_("Use a word of the list in the empty tables."),
    ),
    "opening_item_twice": (N_("“{value}” stands here a second time."), N_("Keep one of them.")),
    "opening_item_missing": (N_("{opening_item} is missing."), N_("Add its row.")),
}

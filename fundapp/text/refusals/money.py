"""What the steps of the fund's money refuse, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "above_year_limit": (
        N_(
            "{amount_yen} goes beyond the limit for one year of the fund: of {limit_yen}, {used_yen} is in use "
            "and {room_yen} is left. {short_yen} too much."
        ),
        N_("Lower the amount, or wait for the next year of the fund."),
    ),
    "after_investment_period": (
        N_("The investment period of {years} years is over; only companies that the fund holds may get more."),
        N_("Decline the proposal, or have the partners agree to a longer period."),
    ),
    "above_free": (
        N_("{amount_yen} is more than the investable balance of {available_yen}: {short_yen} too much."),
        N_("Lower the amount."),
    ),
    "above_follow_on": (
        N_("{amount_yen} is more than the {available_yen} in this follow-on reserve: {short_yen} too much."),
        N_("Lower the amount."),
    ),
    "above_returned": (
        N_(
            "{amount_yen} is more than the {available_yen} of invested capital that came back and is still in the "
            "fund: {short_yen} too much."
        ),
        N_("Lower the part that is invested capital."),
    ),
    "recycling_not_agreed": (
        N_("The partnership agreement does not allow capital that came back to be invested again."),
        N_("Distribute it to the partners."),
    ),
    "above_recycling_limit": (
        N_("{amount_yen} goes beyond what may be invested again: of {limit_yen}, {room_yen} is left."),
        N_("Lower the amount to the room that is left."),
    ),
    "fund_not_established": (
        N_("There is no fund yet."),
        N_("The administrator establishes it first."),
    ),
    "dated_ahead": (N_("{dated_on} has not come yet."), N_("Choose today or an earlier day.")),
    "dated_before_fund": (
        N_("{dated_on} lies before the fund was established on {first_on}."),
        N_("Choose a later day."),
    ),
    "dated_before_step": (
        N_("{dated_on} lies before {first_on}, the day of the step that this one rests on."),
        N_("Choose {first_on} or a later day."),
    ),
    "period_is_closed": (
        N_("The books are closed up to {closed_on}; nothing is dated {dated_on} any more."),
        N_("Choose a day after it. What was wrong in a closed period is reversed on a later day."),
    ),
    "period_not_over": (
        N_("{until_on} is not over yet."),
        N_("Close a period once its last day has passed."),
    ),
    "reserves_below_zero": (N_("A reserve is never below zero."), N_("Correct the reserves and send again.")),
    "id_in_use": (N_("This was entered already."), N_("See it on the fund's pages before you enter it again.")),
    "partner_needs_name": (N_("The partner's name is missing."), N_("Write the name as in the agreement.")),
    "partner_unknown": (
        N_("{name} is not among the partners."),
        N_("Choose a partner from the list, or enter the name as a new partner."),
    ),
    "partner_known": (
        N_("{name} is a partner already."),
        N_("Choose the partner from the list."),
    ),
    "commitment_called_already": (
        N_("{partner} has been called for more than would be left of its commitment."),
        N_("Reverse the calls that rest on it first."),
    ),
    "fee_paid_already": (N_("This fee has been paid."), N_("See it in the journal.")),
    "fee_unknown": (N_("This fee is not in the record."), N_("Open the page again.")),
    "above_paid": (
        N_("{amount_yen} is more than the {available_yen} that was paid and not given back."),
        N_("Lower the amount."),
    ),
    "back_before_paid": (
        N_("{back_on} lies before {paid_on}, the day on which it was paid."),
        N_("Choose the day on which it came back."),
    ),
    "company_not_held": (
        N_("A follow-on reserve belongs to a company that the fund holds."),
        N_("Choose a company from the list."),
    ),
    "fees_above_call": (
        N_("The part for fees is more than the call of {amount_yen}."),
        N_("Lower the part for fees."),
    ),
    "due_before_notice": (
        N_("The due day {due_on} lies before the notice of {notice_on}."),
        N_("Choose a later due day."),
    ),
    "paid_before_call": (
        N_("{paid_on} lies before the call of {called_on}."),
        N_("Choose the day on which the money came in."),
    ),
    "nothing_owed": (N_("This partner owes nothing on this call."), N_("Open the page again.")),
    "not_due_yet": (
        N_("The call is due on {due_on}; a shortfall is entered after it."),
        N_("Wait for the due day."),
    ),
    "capital_above_distribution": (
        N_("The part that is invested capital is more than the distribution of {amount_yen}."),
        N_("Lower the part."),
    ),
    "payment_was_refunded": (
        N_("{refunded_yen} of this payment was given back."),
        N_("Reverse the refund first."),
    ),
    "called_anew_since": (
        N_("Call no. {number} was made since, and what was missing may be called with it."),
        N_("Reverse the later call first."),
    ),
    "later_entry_rests_on_it": (
        N_("No. {seq}, a later step of the same investment, was reckoned from this one."),
        N_("Reverse the later step first."),
    ),
    "reversal_would_break": (
        N_("What this entry gave is in use by now; without it the books would not hold ({rule})."),
        N_("Reverse what uses it first."),
    ),
    "investment_unknown": (N_("This investment is not in the record."), N_("Open the page again.")),
    "nothing_held": (N_("The fund holds nothing of this investment on that day."), N_("Choose another day.")),
    "above_held": (
        N_("{amount_yen} is more than the {available_yen} that the fund still holds at cost."),
        N_("Lower the amount."),
    ),
    "fair_value_below_zero": (N_("A fair value is never below zero."), N_("Enter zero, or write the investment off.")),
    "valuation_needs_inputs": (
        N_("A valuation names its inputs and why they lead to this value."),
        N_("Write at least one input and the reasoning."),
    ),
    "valuation_not_proposed": (
        N_("This valuation does not wait for an approval."),
        N_("Open the page again."),
    ),
    "same_person_values": (
        N_("You proposed this valuation yourself."),
        N_("Another person approves it: the secretariat, the chair, or another manager."),
    ),
    "valued_or_sold_since": (
        N_(
            "The investment was valued, sold, written off or paid back on {last_on}; an earlier fair value would "
            "change what rests on it."
        ),
        N_("Choose a day from {last_on} on."),
    ),
    "exit_needs_amounts": (
        N_("An exit has a cost that leaves the fund, or proceeds, or both; neither is below zero."),
        N_("Enter the amounts."),
    ),
    "exit_shares_without_cost": (
        N_("Shares leave only with their cost."),
        N_("Enter the cost of what is sold, or leave the number of shares empty."),
    ),
    "exit_shares_above_held": (
        N_("{count} shares are more than the {held} that the fund holds."),
        N_("Lower the number of shares."),
    ),
    "exit_without_proceeds": (
        N_("Without proceeds this is a write-off."),
        N_("Enter the proceeds, or use the write-off."),
    ),
    "dividend_has_no_cost": (
        N_("A dividend takes nothing away from what the fund holds."),
        N_("Enter it without a cost, or choose another kind."),
    ),
    "tranches_still_open": (
        N_("{count} tranches are still to be paid to this company."),
        N_("Cancel them first."),
    ),
    "dated_before_holding": (
        N_("{dated_on} lies before {last_on}, the last day that was entered for this investment."),
        N_("Choose a later day."),
    ),
    "support_still_due": (
        N_("{count} menu items are still to be given before tranche {number}."),
        N_("Enter each as given, with its evidence."),
    ),
    "support_not_given": (N_("Not given yet: {name}."), ""),
    "support_not_agreed": (
        N_("No payment of this investment waits for this menu item."),
        N_("Open the page again."),
    ),
    "support_given_already": (N_("This menu item was entered as given."), N_("There is nothing more to do for it.")),
    "step_needs_what": (N_("It does not say what this is for."), N_("Write what it is for, then send again.")),
    "step_needs_evidence": (N_("The evidence is missing."), N_("Name the paper and its day, then send again.")),
}

"""What the fund refuses, and what to do next. Details ending in `_yen` are yen, in `_share` exact ratios."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "above_investable": (
        N_("{amount_yen} is more than the investable balance of {investable_yen}: {short_yen} too much."),
        N_("Lower the amount, or defer the proposal until the balance allows it."),
    ),
    "above_company_limit": (
        N_(
            "{amount_yen} goes beyond the limit for one company: of {limit_yen}, {used_yen} is in use "
            "and {room_yen} is left. {short_yen} too much."
        ),
        N_("Lower the amount to the room that is left."),
    ),
    "above_sector_limit": (
        N_(
            "{amount_yen} goes beyond the limit for one sector: of {limit_yen}, {used_yen} is in use "
            "and {room_yen} is left. {short_yen} too much."
        ),
        N_("Lower the amount to the room that is left."),
    ),
    "above_early_stage_limit": (
        N_(
            "{amount_yen} goes beyond the limit for early-stage companies: of {limit_yen}, {used_yen} is in use "
            "and {room_yen} is left. {short_yen} too much."
        ),
        N_("Lower the amount to the room that is left."),
    ),
    "above_voting_limit": (
        N_("The fund would hold {voting_share} of the company's votes; the limit is {limit_share}."),
        N_("Lower the amount, or choose an instrument with fewer votes."),
    ),
    "above_cash": (
        N_("{amount_yen} is more than the {available_yen} in the fund's bank account: {short_yen} too much."),
        N_("Call capital from the partners first, or lower the amount."),
    ),
    "above_cash_then": (
        N_(
            "{amount_yen} dated {paid_on} is more than the {available_yen} in the fund's bank account at the end of "
            "{short_on}: {short_yen} too much."
        ),
        N_("Choose a day from which on the cash covers it, or lower the amount."),
    ),
    "above_cost_reserve": (
        N_("{amount_yen} is more than the {available_yen} left for fees and costs: {short_yen} too much."),
        N_("Check the amount, or set more aside for fees and costs first."),
    ),
    "above_uncalled": (
        N_("{amount_yen} is more than the {available_yen} that the partners have still to be called for."),
        N_("Lower the capital call to what is left."),
    ),
}

"""The house's words for its codes: votes, modes of attendance, instruments, outcomes. One word for one thing."""

from fundapp.text.catalogue import N_, _, pgettext

TERMS: dict[str, dict[str, str]] = {
    "mode": {
        "present": N_("in the room"),
        "remote": N_("by video"),
        "represented": N_("represented"),
        "written": N_("in writing"),
        "absent": N_("absent"),
    },
    "instrument": {
        "common_shares": N_("common shares"),
        "preferred_shares": N_("preferred shares"),
        "convertible_bond": N_("convertible bond"),
        "share_options": N_("share options"),
        "loan": N_("loan"),
    },
    "founder_origin": {
        "": N_("not told"),
        "spin_off": N_("spin-off: engineers of a company"),
        "university": N_("out of a university"),
        "serial": N_("founded before"),
        "successor": N_("took over a family firm"),
        "independent": N_("on one's own"),
    },
    "co_finance": {
        "loan": N_("bank loan"),
        "guarantee": N_("guarantee"),
        "grant": N_("grant or subsidy"),
        "fund": N_("another fund"),
        "own": N_("the company's own money"),
    },
    "co_finance_state": {
        "planned": N_("planned"),
        "applied": N_("applied for"),
        "promised": N_("promised in writing"),
        "paid": N_("money has come in"),
        "declined": N_("declined"),
    },
    "link": {"alive": N_("lives on"), "dormant": N_("sleeps"), "ended": N_("has ended")},
    "stage": {"seed": N_("seed"), "early": N_("early stage"), "growth": N_("growth"), "mature": N_("mature")},
    "attachment": {
        "proposal": N_("proposal paper"),
        "plan": N_("business plan"),
        "accounts": N_("accounts"),
        "drawings": N_("drawings and specifications"),
        "letter": N_("letter to the company"),
        "other": N_("another paper"),
    },
    "outcome": {
        "pass": N_("passed"),
        "fail": N_("not passed"),
        "not_assessable": N_("not assessable"),
        "not_applicable": N_("not applicable"),
    },
    "resolution": {
        "approve": N_("approve"),
        "approve_with_conditions": N_("approve with conditions"),
        "build_support": N_("build support and resubmit"),
        "defer": N_("defer"),
        "decline": N_("decline"),
        "decline_unsupported": N_("decline: support not established"),
    },
    "defer_reason": {
        "evidence": N_("evidence is missing"),
        "votes": N_("no motion had its votes"),
        "balance": N_("the investable balance does not allow it"),
    },
    "promise": {
        "in_time": N_("given in time"),
        "late": N_("given late"),
        "overdue": N_("overdue"),
        "open": N_("not due yet"),
    },
    "state": {
        "S0": N_("collaboration formed"),
        "S1": N_("prototype works"),
        "S2": N_("productised: size and cost met"),
        "S3": N_("first sale"),
        "S4": N_("all development cost recovered"),
        "S5": N_("profit and future pillar"),
        "T1": N_("faded out"),
        "T2": N_("in the valley of death"),
        "T3": N_("caught on a tree: can be rescued"),
        "T4": N_("stopped for good"),
    },
    "cause": {
        "too_large": N_("too large"),
        "too_costly": N_("too costly"),
        "no_follow_up_money": N_("no money for follow-up research"),
        "no_sales_route": N_("no sales route"),
        "no_production": N_("nobody to produce it"),
        "owner_decision": N_("the owner's decision"),
    },
    "saying": {"statement": N_("statement"), "question": N_("question"), "answer": N_("answer")},
    "valuation_method": {
        "recent_price": N_("price of a recent investment, calibrated"),
        "multiples": N_("multiples of comparable companies"),
        "benchmark": N_("industry valuation benchmark"),
        "market_price": N_("available market price"),
        "discounted_cash_flow": N_("discounted cash flow"),
        "net_assets": N_("net assets"),
        "scenario": N_("scenarios and milestones"),
    },
    "exit_kind": {
        "sale": N_("sale to a third party"),
        "buyback": N_("buyback by the company or its owners"),
        "merger": N_("merger or acquisition"),
        "listing": N_("sale after a listing"),
        "liquidation": N_("liquidation"),
        "dividend": N_("dividend"),
    },
    "opening_item": {
        "as_of": N_("Day of these balances"),
        "fund_size": N_("Fund size"),
        "cash": N_("Bank account"),
        "cost_reserve": N_("Cost reserve"),
        "follow_on": N_("Follow-on reserve"),
    },
    "opening_check": {
        "fund_size": N_("Fund size"),
        "commitment": N_("Commitment of the partner"),
        "called": N_("Called from the partner"),
        "called_within": N_("Called against the commitment"),
        "paid_in": N_("Paid in by the partner"),
        "distributed": N_("Distributed to the partner"),
        "tranche": N_("Tranche: paid and unpaid against committed"),
        "drawn": N_("Tranche: paid against the movements"),
        "cost": N_("Cost of the position"),
        "fair_value": N_("Fair value of the position"),
        "cash": N_("Bank account"),
        "capital_returned": N_("Capital given back against the cost of what was sold"),
        "fund_size_within": N_("Committed, spent and set aside against the fund size"),
        "company_limit": N_("Limit for one company"),
        "sector_limit": N_("Limit for one sector"),
        "early_stage_limit": N_("Limit for early-stage companies"),
        "year_limit": N_("Limit for one year of the fund"),
        "recycling_limit": N_("Limit for investing again"),
    },
    "rule": {
        "no_asset_below_zero": N_("the bank account or a reserve falls below zero"),
        "within_company_limit": N_("one company has more than its limit"),
        "within_sector_limit": N_("one sector has more than its limit"),
        "within_early_stage_limit": N_("early-stage companies have more than their limit"),
        "within_yearly_limit": N_("one year of the fund has more than its limit"),
        "within_recycling_limit": N_("more is invested again than the agreement allows"),
        "called_within_commitment": N_("more is called than was committed"),
    },
    "entry": {"self": N_("entered by the member"), "paper": N_("from paper"), "voice": N_("spoken")},
}
"""Kind of code -> code -> message id. Votes need a context of their own, so they are in `vote`."""


def vote(code: str) -> str:
    """How a seat voted, or that it took no part."""
    return {
        "for": pgettext("vote", "for"),
        "against": pgettext("vote", "against"),
        "abstain": pgettext("vote", "abstained"),
        "recused": pgettext("vote", "not taking part: recused"),
        "absent": pgettext("vote", "absent"),
        "none": pgettext("vote", "no vote given"),
    }[code]


def meeting_name(number: int, *, written: bool) -> str:
    """A meeting by its number; a written resolution, which counts among them, by its own name."""
    name = _("Written resolution no. {number}") if written else _("Meeting no. {number}")
    return name.format(number=number)


def term(kind: str, code: str) -> str:
    """The word for `code` in the language spoken now. KeyError for a kind or code that the house does not know."""
    return _(TERMS[kind][code])

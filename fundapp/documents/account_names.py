"""The journal's accounts, events and figures in words."""

from fundapp.fund.figures import FundFigures
from fundapp.text.catalogue import N_, _

BOOKS = {"CAP": N_("Capital"), "LIM": N_("Limits"), "GL": N_("Cash and accounts")}

_ACCOUNTS = {
    "CAP:LPCommitment": N_("Commitment of the partners"),
    "CAP:Investable": N_("Investable balance"),
    "CAP:FeeReserve": N_("Set aside for fees and costs"),
    "CAP:FeeSpent": N_("Fees and costs spent"),
    "CAP:FollowOn": N_("Follow-on reserve"),
    "CAP:Reserved": N_("Reserved by resolution"),
    "CAP:Committed": N_("Committed, not yet paid"),
    "CAP:Deployed": N_("Committed and paid"),
    "CAP:Returned": N_("Came back from exits"),
    "CAP:PaidOut": N_("Came back and was distributed"),
    "CAP:Lost": N_("Written off"),
    "LIM:Used": N_("Limit in use"),
    "LIM:Room": N_("Room taken from the limit"),
    "GL:Bank": N_("Bank account"),
    "GL:Receivable": N_("Called, not yet paid in"),
    "GL:PaidInCapital": N_("Paid-in capital"),
    "GL:Fees": N_("Fees and costs"),
    "GL:Distributed": N_("Distributed to the partners"),
    "GL:Investment": N_("Investment at cost"),
    "GL:Unrealised": N_("Fair value above or below cost"),
    "GL:UnrealisedResult": N_("Unrealised result"),
    "GL:RealisedResult": N_("Realised result"),
    "GL:WrittenOff": N_("Loss written off"),
}

_CAUSES = {
    "fund_closed": N_("Fund established"),
    "fee_budget": N_("Costs set aside"),
    "follow_on_reserved": N_("Follow-on reserve set aside"),
    "resolution_reserves": N_("Resolution reserved"),
    "reservation_released": N_("Reservation returned"),
    "agreement_signed": N_("Agreement signed"),
    "taken_over": N_("Agreement taken over"),
    "tranche_drawn": N_("Tranche paid"),
    "tranche_cancelled": N_("Tranche cancelled"),
    "capital_called": N_("Capital called"),
    "capital_paid": N_("Capital paid in"),
    "fee_paid": N_("Fee or cost paid"),
    "fee_refunded": N_("Fee refunded"),
    "fee_budget_released": N_("Cost reserve freed"),
    "follow_on_released": N_("Follow-on reserve freed"),
    "commitment_added": N_("Commitment added"),
    "call_short": N_("Shortfall of a call"),
    "capital_refunded": N_("Capital given back"),
    "distributed": N_("Distribution"),
    "capital_recycled": N_("Capital recycled"),
    "valued": N_("Valuation"),
    "exited": N_("Exit"),
    "written_off": N_("Write-off"),
    "tranche_refunded": N_("Tranche refunded"),
    "reversal": N_("Reversal"),
    "gp_decision": N_("Decision of the general partner"),
    "condition_met": N_("Condition met"),
    "support_given": N_("Support given"),
    "opening_accepted": N_("Fund taken over"),
}

_FIGURES = {
    "investable_yen": N_("Investable balance"),
    "reserved_yen": N_("Reserved by resolution"),
    "undrawn_yen": N_("Committed, not yet paid"),
    "drawn_yen": N_("Committed and paid"),
    "cost_reserve_yen": N_("Set aside for fees and costs"),
    "follow_on_reserve_yen": N_("Follow-on reserve"),
    "fund_size_yen": N_("Fund size"),
    "fees_spent_yen": N_("Fees and costs spent"),
    "returned_yen": N_("Came back from exits"),
    "lost_yen": N_("Written off"),
    "fair_value_yen": N_("Fair value of what is held"),
    "realised_yen": N_("Realised result"),
    "distributed_yen": N_("Distributed to the partners"),
    "receivable_yen": N_("Called, not yet paid in"),
    "uncalled_yen": N_("Can still be called"),
    "paid_in_yen": N_("Paid-in capital"),
    "cash_yen": N_("Bank account"),
}


def account_name(account: str) -> str:
    """The name of a kind of account, such as CAP:Reserved, in the language spoken now."""
    kind = ":".join(account.split(":")[:2])
    return _(_ACCOUNTS[kind])


def accounts() -> tuple[str, ...]:
    """Every kind of account, in the order of the books."""
    return tuple(_ACCOUNTS)


def cause_name(cause: str) -> str:
    """What happened, as the journal calls it."""
    return _(_CAUSES[cause])


def changed_figures(before: FundFigures, after: FundFigures) -> list[tuple[str, int, int]]:
    """The fund's figures that differ: name, before and after in yen."""
    found = [(_(name), getattr(before, field), getattr(after, field)) for field, name in _FIGURES.items()]
    return [one for one in found if one[1] != one[2]]

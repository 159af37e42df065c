"""Decisions on figures from outside: companies' cash, and indexes."""

from fundapp.basis.refusal import Refusal
from fundapp.record import figure_commands as f
from fundapp.record.deciding import Case, Decision, Decisions


def _record_company_cash(command: f.RecordCompanyCash, case: Case) -> Decision:
    held = {one.proposal_id for one in case.book.investments.values()}
    for one in command.stated:
        if one.proposal_id not in held:
            return Refusal.of("investment_unknown")
        if one.as_of > case.today:
            return Refusal.of("dated_ahead", dated_on=one.as_of.isoformat())
        if one.cash_yen < 0:
            return Refusal.of("company_cash_below_zero")
    return ()


def _import_index(command: f.ImportIndex, _case: Case) -> Decision:
    index = command.index
    if not index.name.strip() or not index.source.strip():
        return Refusal.of("index_needs_name_and_source")
    if not index.levels:
        return Refusal.of("flows_empty")
    days = [one.on for one in index.levels]
    twice = next((day for day, after in zip(sorted(days), sorted(days)[1:], strict=False) if day == after), None)
    if twice is not None:
        return Refusal.of("index_day_twice", given_on=twice.isoformat())
    return ()


FIGURE_DECISIONS: Decisions = {
    f.RecordCompanyCash: _record_company_cash,
    f.ImportIndex: _import_index,
}

"""What cannot be in a running fund's tables, row by row: names without a match, days outside, more than is held."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from fundapp.basis.refusal import Problem
from fundapp.fund.opening import EXITS, OF_DEALS, OF_PARTNERS, OF_TRANCHES, Opening, OpeningFlow, Part
from fundapp.fund.opening_parts import shared_out
from fundapp.fund.terms import FundTerms

RowFault = tuple[Part, int, Problem]
"""Table, row, and what is wrong there. Row 0 is the table as a whole."""


def opening_faults(terms: FundTerms, opening: Opening) -> tuple[RowFault, ...]:
    """Everything that keeps the tables from being entered, whether they balance or not."""
    return (
        *_positions(terms, opening),
        *_tranches(opening),
        *_partners(terms, opening),
        *_flows(terms, opening),
        *_fees(opening),
        *_held(opening),
        *(("flows", row, problem) for row, problem in shared_out(terms, opening.flows)[1]),
    )


def _twice(part: Part, rows: list[tuple[int, str]]) -> Iterator[RowFault]:
    first: dict[str, int] = {}
    for row, name in rows:
        if first.setdefault(name, row) != row:
            yield part, row, Problem.of("opening_twice", value=name, first=first[name])


def _positions(terms: FundTerms, opening: Opening) -> Iterator[RowFault]:
    yield from _twice("positions", [(one.row, one.deal) for one in opening.positions])
    planned = {one.deal for one in opening.tranches}
    for one in opening.positions:
        if one.deal not in planned:
            yield "positions", one.row, Problem.of("opening_without_tranche", value=one.deal)
        days = [one.resolved_on, one.signed_on, *([one.valued_on] if one.valued_on else [])]
        yield from _days(terms, opening, "positions", one.row, days)
        if one.valued_on is not None and not one.method:
            yield "positions", one.row, Problem.of("opening_without_method", value=one.deal)


def _days(terms: FundTerms, opening: Opening, part: Part, row: int, days: list[date]) -> Iterator[RowFault]:
    for day in days:
        if not terms.first_day <= day <= opening.balances.as_of:
            yield (
                part,
                row,
                Problem.of(
                    "opening_day_outside",
                    dated_on=day.isoformat(),
                    first_on=terms.first_day.isoformat(),
                    last_on=opening.balances.as_of.isoformat(),
                ),
            )


def _tranches(opening: Opening) -> Iterator[RowFault]:
    deals = {one.deal for one in opening.positions}
    yield from _twice("tranches", [(one.row, f"{one.deal} {one.number}") for one in opening.tranches])
    for one in opening.tranches:
        if one.deal not in deals:
            yield "tranches", one.row, Problem.of("opening_deal_unknown", value=one.deal)
        if one.drawn_yen and one.undrawn_yen:
            yield "tranches", one.row, Problem.of("opening_tranche_in_part", paid_yen=one.drawn_yen)


def _partners(terms: FundTerms, opening: Opening) -> Iterator[RowFault]:
    names = [one.name for one in terms.partners]
    yield from _twice("partners", [(one.row, str(one.partner)) for one in opening.partners])
    for one in opening.partners:
        if not 0 < one.partner <= len(names):
            yield "partners", one.row, Problem.of("opening_partner_unknown", value=str(one.partner))
    told = {one.partner for one in opening.partners}
    for number, name in enumerate(names, 1):
        if number not in told:
            yield "partners", 0, Problem.of("opening_partner_missing", name=name)


def _flows(terms: FundTerms, opening: Opening) -> Iterator[RowFault]:
    signed = {one.deal: one.signed_on for one in opening.positions}
    tranches = {(one.deal, one.number) for one in opening.tranches}
    for flow in opening.flows:
        yield from _days(terms, opening, "flows", flow.row, [flow.on])
        fault = _flow(terms, flow, signed, tranches)
        if fault is not None:
            yield "flows", flow.row, fault


def _flow(
    terms: FundTerms, flow: OpeningFlow, signed: dict[str, date], tranches: set[tuple[str, int]]
) -> Problem | None:
    if flow.kind in OF_PARTNERS and flow.partner is not None and not 0 < flow.partner <= len(terms.partners):
        return Problem.of("opening_partner_unknown", value=str(flow.partner))
    if flow.kind in OF_DEALS and flow.deal not in signed:
        return Problem.of("opening_deal_unknown", value=flow.deal)
    if flow.kind in OF_TRANCHES and (flow.deal, flow.tranche) not in tranches:
        return Problem.of("opening_tranche_unknown", value=f"{flow.deal} {flow.tranche}")
    if flow.kind in OF_DEALS and flow.on < signed[flow.deal]:
        return Problem.of("opening_before_agreement", signed_on=signed[flow.deal].isoformat())
    if flow.kind != "valuation" and not flow.amount_yen:
        return Problem.of("opening_amount_missing")
    if flow.kind == "valuation" and not flow.method:
        return Problem.of("opening_without_method", value=flow.deal)
    if flow.kind == "dividend" and flow.part_yen:
        return Problem.of("dividend_has_no_cost")
    if flow.kind in ("capital_call", "distribution") and flow.part_yen > flow.amount_yen:
        return Problem.of("opening_part_above_whole", amount_yen=flow.amount_yen, part_yen=flow.part_yen)
    return None


def _fees(opening: Opening) -> Iterator[RowFault]:
    paid: dict[str, int] = {}
    for flow in opening.in_order:
        if flow.kind == "fee":
            if flow.ref in paid:
                yield "flows", flow.row, Problem.of("opening_fee_twice", value=flow.ref)
            paid[flow.ref] = flow.amount_yen
        elif flow.kind == "fee_refund":
            left_yen = paid.get(flow.ref, 0)
            if flow.amount_yen > left_yen:
                yield "flows", flow.row, _more(flow.amount_yen, left_yen)
            else:
                paid[flow.ref] = left_yen - flow.amount_yen


def _more(amount_yen: int, left_yen: int) -> Problem:
    return Problem.of("opening_more_than_there_is", amount_yen=amount_yen, available_yen=left_yen)


def _held(opening: Opening) -> Iterator[RowFault]:
    """Nothing leaves an agreement, or one of its tranches, that is not held on its day; no tranche is paid twice."""
    held: Counter[tuple[str, int]] = Counter()
    drawn: set[tuple[str, int]] = set()
    for flow in opening.in_order:
        at = (flow.deal, flow.tranche)
        whole_yen = sum(yen for (deal, _number), yen in held.items() if deal == flow.deal)
        if flow.kind == "draw":
            if at in drawn:
                yield "flows", flow.row, Problem.of("opening_tranche_paid_twice", value=f"{flow.deal} {flow.tranche}")
            drawn.add(at)
            held[at] += flow.amount_yen
        elif flow.kind in ("valuation", "dividend") and not whole_yen:
            yield "flows", flow.row, Problem.of("opening_nothing_held", value=flow.deal)
        elif flow.kind == "tranche_refund":
            if flow.amount_yen > held[at]:
                yield "flows", flow.row, _more(flow.amount_yen, held[at])
            held[at] -= flow.amount_yen
        elif flow.kind in EXITS or flow.kind == "write_off":
            leaves_yen = flow.part_yen if flow.kind in EXITS else flow.amount_yen
            if leaves_yen > whole_yen:
                yield "flows", flow.row, _more(leaves_yen, whole_yen)
            for key in sorted(one for one in held if one[0] == flow.deal):
                taken_yen = min(leaves_yen, held[key])
                held[key] -= taken_yen
                leaves_yen -= taken_yen

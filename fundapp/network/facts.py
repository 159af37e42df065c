"""All facts of axis 2 for one proposal on one day, from the rows of the registers."""

from datetime import date
from fractions import Fraction

from fundapp.basis.numbers import half_up
from fundapp.network import menu_facts, parts_facts
from fundapp.network.bill import Bill
from fundapp.network.need import MenuItem, SupportNeed
from fundapp.network.register import SupportRegister
from fundapp.network.sourcing import LineSourcing, SourcingRules, sourcing
from fundapp.network.support_facts import FactValue, LineRow, NeedRow, OtherRow, SupportFacts

__all__ = ["SourcingRules", "support_facts"]


def support_facts(register: SupportRegister, as_of: date, rules: SourcingRules) -> SupportFacts:
    """Every fact of axis 2, counted firm (rung 4 and up) and with raised hands (rung 3 and up), with the rows behind.

    Definitions: docs/decisions/support-facts.md. The facts of parts are absent when nothing comes from outside.
    """
    bill = register.bill if register.bill and register.bill.sourcing_lines() else None
    lines = sourcing(bill, register.offers, as_of, rules, register.chosen()) if bill else ()
    alike = _counted_alike(register, bill, lines, as_of, rules)
    return SupportFacts(
        proposal_id=register.proposal_id,
        as_of=as_of,
        bill_revision=bill.revision if bill else "",
        has_parts=bill is not None,
        needs_support=register.needs_support,
        lot=bill.lot if bill else 0,
        plan_days=bill.plan_days if bill else 0,
        firm=(*_counted(register, lines, as_of, with_hands=False), *alike),
        with_hands=(*_counted(register, lines, as_of, with_hands=True), *alike),
        lines=tuple(_line_row(one, as_of) for one in lines),
        needs=tuple(_need_row(need) for need in register.needs),
        others=_other_rows(register),
        bottlenecks=parts_facts.bottlenecks(lines),
    )


def _counted(
    register: SupportRegister, lines: tuple[LineSourcing, ...], as_of: date, *, with_hands: bool
) -> tuple[FactValue, ...]:
    """The facts that raised hands can move."""
    parts = (
        [
            *parts_facts.coverage(lines, with_hands=with_hands),
            *parts_facts.concentration(lines, register.provider_checks, with_hands=with_hands),
            *parts_facts.countermeasures(lines, register.countermeasures, with_hands=with_hands),
        ]
        if lines
        else []
    )
    return (
        *parts,
        *menu_facts.menu(register.needs, as_of, needs_support=register.needs_support, with_hands=with_hands),
    )


def _counted_alike(
    register: SupportRegister, bill: Bill | None, lines: tuple[LineSourcing, ...], as_of: date, rules: SourcingRules
) -> tuple[FactValue, ...]:
    """The facts that are the same in both ways of counting: a hand is no price, no lead time and no delivery."""
    parts = (
        [
            *parts_facts.cost(lines, rules, as_of),
            parts_facts.lead_time(lines, bill),
            parts_facts.lead_time_countermeasure(lines, register.countermeasures),
            parts_facts.top_provider_share(lines),
            menu_facts.cost_actions_dated(register.countermeasures),
        ]
        if bill
        else []
    )
    return (
        *parts,
        *menu_facts.sales(register.routes),
        menu_facts.support_load(register.coordinators),
        menu_facts.ontime_rate(register.cases, as_of),
    )


def _whole_yen(amount: Fraction) -> int:
    return amount.numerator if amount.denominator == 1 else int(half_up(amount, 0))


def _line_row(one: LineSourcing, as_of: date) -> LineRow:
    line, offer = one.line, one.selected
    return LineRow(
        id=line.id,
        part_number=line.part_number,
        description=line.description,
        assembly=line.assembly,
        kind=line.kind,
        critical=line.critical,
        target_yen=0 if one.target_yen is None else _whole_yen(one.target_yen),
        valid_sources=len(one.sources),
        hands=len(one.hands),
        offer_id=offer.id if offer else "",
        provider=offer.provider if offer else "",
        selected_yen=None if one.selected_yen is None else _whole_yen(one.selected_yen),
        lead_time_days=one.lead_time_days,
        imputed=one.imputed,
        quote_age_days=(as_of - offer.dated).days if offer else None,
        identity=line.identity,
    )


def _need_row(need: SupportNeed) -> NeedRow:
    item = need.item or MenuItem(kind="")
    return NeedRow(
        id=need.id,
        name=need.name,
        critical=need.critical,
        item=item.kind,
        provider=item.provider,
        person=item.person,
        deliverable=item.deliverable,
        due=item.due,
        cost_yen=item.cost_yen,
        cost_bearer=item.cost_bearer or "",
        owner_consent=item.owner_consent,
        complete=item.complete(),
        rung=item.rung,
        ends_when=item.ends_when,
        handed_to=item.handed_to,
    )


def _other_rows(register: SupportRegister) -> tuple[OtherRow, ...]:
    """What else a fact may rest on, so that a frozen fact opens to its rows when the registers have moved on."""
    return (
        *(OtherRow(id=one.id, kind="route", name=one.name) for one in register.routes),
        *(
            OtherRow(
                id=one.id,
                kind="coordinator",
                hours_promised=one.hours_promised,
                hours_available=one.hours_available,
            )
            for one in register.coordinators
        ),
        *(
            OtherRow(id=one.id, kind="countermeasure", name=one.against, due=one.due)
            for one in register.countermeasures
        ),
        *(OtherRow(id=one.id, kind="promise", due=one.due, delivered=one.delivered) for one in register.cases),
    )

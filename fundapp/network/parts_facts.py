"""Facts of axis 2 that follow from the lines and their offers: coverage, cost, lead time, concentration."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Literal

from fundapp.network.bill import Bill
from fundapp.network.need import Countermeasure
from fundapp.network.sourcing import LineSourcing, SourcingRules, provider_key
from fundapp.network.support_facts import FactValue

Against = Literal["cost", "lead_time", "concentration", "coverage"]
Lines = Sequence[LineSourcing]


def _ids(lines: Iterable[LineSourcing]) -> tuple[str, ...]:
    return tuple(one.line.id for one in lines)


def _split(lines: Lines, holds: Callable[[LineSourcing], bool]) -> tuple[list[LineSourcing], list[LineSourcing]]:
    return [one for one in lines if holds(one)], [one for one in lines if not holds(one)]


def _share(fact: str, lines: Lines, holds: Callable[[LineSourcing], bool]) -> FactValue:
    """The share of `lines` for which `holds`; None when there is no line to judge."""
    counted, missing = _split(lines, holds)
    value = Fraction(len(counted), len(lines)) if lines else None
    return FactValue(id=fact, value=value, cases=len(lines), counted=_ids(counted), missing=_ids(missing))


def _every(fact: str, lines: Lines, holds: Callable[[LineSourcing], bool]) -> FactValue:
    """1 when `holds` for all of `lines`, which is so for none, else 0."""
    counted, missing = _split(lines, holds)
    return FactValue(
        id=fact, value=Fraction(not missing), cases=len(lines), counted=_ids(counted), missing=_ids(missing)
    )


def _none_to_judge(fact: FactValue) -> FactValue:
    """The same without a value when it rests on no case: a bill without a critical line has not been looked through."""
    return fact if fact.cases else replace(fact, value=None)


def _total(amounts: Iterable[Fraction | None]) -> Fraction:
    """The exact sum of those amounts that are known, added up by denominator: ten thousand lines have only a few."""
    numerators: defaultdict[int, int] = defaultdict(int)
    for amount in amounts:
        if amount is not None:
            numerators[amount.denominator] += amount.numerator
    return sum((Fraction(numerator, denominator) for denominator, numerator in numerators.items()), Fraction(0))


def coverage(lines: Lines, *, with_hands: bool) -> list[FactValue]:
    """Lines, target value and critical lines that have a valid offer.

    A line without a target cannot weigh by value: it is left out of `cov_value`, named in `missing` and not in `cases`.
    """

    def covered(one: LineSourcing) -> bool:
        return bool(one.backers(with_hands=with_hands))

    valued = [one for one in lines if one.target_yen is not None]
    total = _total(one.target_yen for one in valued)
    counted, _uncovered = _split(valued, covered)
    inside = set(_ids(counted))
    by_value = FactValue(
        id="cov_value",
        value=_total(one.target_yen for one in counted) / total if total else None,
        cases=len(valued),
        counted=_ids(counted),
        missing=_ids(one for one in lines if one.line.id not in inside),
    )
    critical = [one for one in lines if one.line.critical]
    return [_share("cov_lines", lines, covered), by_value, _share("cov_critical", critical, covered)]


def cost(lines: Lines, rules: SourcingRules, as_of: date) -> list[FactValue]:
    """Cost against target, with unpriced lines at the rubric's factor, and the median age of the selected offers.

    A raised hand's price is not an offer's: both ways of counting say the same.
    """
    valued = [one for one in lines if one.target_yen is not None]
    total = _total(one.target_yen for one in valued)
    priced, unpriced = _split(valued, lambda one: one.selected_yen is not None)
    spent = _total(one.selected_yen for one in priced)
    imputed = _total(one.target_yen for one in unpriced) * rules.uncovered_cost_factor
    inside = set(_ids(priced))
    ratio = FactValue(
        id="cost_ratio",
        value=(spent + imputed) / total if total else None,
        cases=len(valued),
        counted=_ids(priced),
        missing=_ids(one for one in lines if one.line.id not in inside),
    )
    quoted = [one for one in lines if one.selected]
    ages = sorted((as_of - one.selected.dated).days for one in quoted if one.selected)
    middle = len(ages) // 2
    age = None if not ages else Fraction(ages[middle] + ages[-middle - 1], 2)
    return [ratio, FactValue(id="quote_age_days", value=age, cases=len(ages), counted=_ids(quoted))]


def bottlenecks(lines: Lines) -> tuple[str, ...]:
    """The lines that the first lot waits for longest."""
    latest = max((one.finish_days for one in lines), default=None)
    return _ids(one for one in lines if one.finish_days == latest)


def lead_time(lines: Lines, bill: Bill) -> FactValue:
    """Days from order to the first lot over the days of the plan. `missing` are the lines that are not in time."""
    in_time, late = _split(lines, lambda one: one.finish_days <= bill.plan_days)
    value = max(one.finish_days for one in lines) / bill.plan_days if lines and bill.plan_days > 0 else None
    return FactValue(id="lt_ratio", value=value, cases=len(lines), counted=_ids(in_time), missing=_ids(late))


def concentration(lines: Lines, checks: Iterable[tuple[str, bool]], *, with_hands: bool) -> list[FactValue]:
    """How much hangs on one provider: single-source critical lines, second sources, checked providers, dependence."""
    checked = {provider_key(name) for name, done in checks if done}
    critical = [one for one in lines if one.line.critical]
    single = _share("ss_critical", critical, lambda one: len(one.backers(with_hands=with_hands)) < 2)
    second = _every("critical_have_second_source", critical, lambda one: len(one.backers(with_hands=with_hands)) > 1)
    hazards = _every(
        "provider_hazards_checked", critical, lambda one: bool(one.backers(with_hands=with_hands) & checked)
    )
    return [
        # The lines that have two sources count for the committee; those that have not are what is missing.
        replace(single, counted=single.missing, missing=single.counted),
        _none_to_judge(second),
        _none_to_judge(hazards),
        _dependence(lines, with_hands=with_hands),
    ]


def _dependence(lines: Lines, *, with_hands: bool) -> FactValue:
    """The target value that is lost when the worst provider drops out, with what nobody offers, over all of it."""
    valued = [one for one in lines if one.target_yen is not None]
    total = _total(one.target_yen for one in valued)
    unoffered: list[LineSourcing] = []
    alone: defaultdict[str, list[LineSourcing]] = defaultdict(list)
    for one in valued:
        match tuple(one.backers(with_hands=with_hands)):
            case ():
                unoffered.append(one)
            case (only,):
                alone[only].append(one)
    sums = {provider: _total(one.target_yen for one in held) for provider, held in alone.items()}
    worst = min(sums, key=lambda provider: (-sums[provider], provider), default="")
    lost = unoffered + alone[worst]
    inside = set(_ids(lost))
    return FactValue(
        id="top_provider_dependence",
        value=_total(one.target_yen for one in lost) / total if total else None,
        cases=len(valued),
        counted=_ids(one for one in valued if one.line.id not in inside),
        missing=tuple(one.line.id for one in valued if one.line.id in inside),
    )


def top_provider_share(lines: Lines) -> FactValue:
    """The largest provider's share of the selected offers' value; None when none of them has a price."""
    priced = [one for one in lines if one.selected_yen]
    by_provider: defaultdict[str, list[LineSourcing]] = defaultdict(list)
    for one in priced:
        by_provider[provider_key(one.selected.provider if one.selected else "")].append(one)
    sums = {provider: _total(one.selected_yen for one in held) for provider, held in by_provider.items()}
    top = min(sums, key=lambda provider: (-sums[provider], provider), default="")
    value = sums[top] / sum(sums.values()) if sums else None
    return FactValue(id="top_provider_share", value=value, cases=len(sums), counted=_ids(by_provider[top]))


def _named(
    actions: Sequence[Countermeasure], *against: Against, owned: bool = False, dated: bool = False
) -> frozenset[str]:
    """The lines for which such an action is recorded, with an owner and a due date where these are asked for."""
    return frozenset(
        action.line_id
        for action in actions
        if action.against in against and (action.owner.strip() or not owned) and (action.due or not dated)
    )


def countermeasures(lines: Lines, actions: Sequence[Countermeasure], *, with_hands: bool) -> list[FactValue]:
    """Whether each hole and each critical line that hangs on one provider has its recorded answer."""
    holes = [one for one in lines if not one.backers(with_hands=with_hands)]
    alone = [one for one in lines if one.line.critical and len(one.backers(with_hands=with_hands)) < 2]
    alternatives = _named(actions, "coverage", owned=True)
    # An alternative for a hole also answers the dependence, so that losing an offer cannot look like an answer.
    mitigated = _named(actions, "concentration", "coverage", owned=True, dated=True)
    return [
        _every("holes_have_alternative_and_owner", holes, lambda one: one.line.id in alternatives),
        _every("concentration_mitigated", alone, lambda one: one.line.id in mitigated),
    ]


def lead_time_countermeasure(lines: Lines, actions: Sequence[Countermeasure]) -> FactValue:
    """1 when every bottleneck line has an action against its lead time with an owner and a due date, else 0."""
    latest, answered = set(bottlenecks(lines)), _named(actions, "lead_time", owned=True, dated=True)
    return _every(
        "lead_time_countermeasure", [one for one in lines if one.line.id in latest], lambda one: one.line.id in answered
    )

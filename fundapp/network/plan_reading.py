"""What a plan means for the proposal: cost, the way to the first lot, dependence, and what happens if it goes wrong."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import ceil

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.network.bill import Line
from fundapp.network.plan import PlanCase
from fundapp.network.plan_problem import Name, Plan, PlanProblem, Reason
from fundapp.network.sourcing import SourcingRules, provider_key

Solve = Callable[[PlanProblem], Plan]

FRONTIER_SHARES = tuple(Fraction(share, 100) for share in (70, 80, 90, 100, 115, 130))
"""Of the planned time, for the frontier of cost and delivery."""


class PathStep(Fact):
    """One stretch of the way from the order to the first lot."""

    what: Text
    """A line's id, an assembly's name, or empty for the final assembly."""
    kind: Text
    days: Ratio


class GapPrice(Fact):
    """What covering an uncovered line would take: the cheapest offer that does not count, and by how much it misses."""

    line_id: Text
    reason: Reason
    cost_yen: int | None = None
    days_late: int | None = None


class PlanSummary(Fact):
    """A plan in figures."""

    cost_yen: int
    covered: int
    lines: int
    critical_uncovered: int
    finish_days: Ratio | None
    """Until the first lot, the lateness of the providers included; None when no line is covered."""
    providers: int
    top_provider: Text
    top_share: Ratio | None
    single_source_critical: int
    """Critical lines with no more than one provider to choose from."""
    path: tuple[PathStep, ...]
    gaps: tuple[GapPrice, ...]


class DropOut(Fact):
    """What one chosen provider's loss would cost after the best new choice."""

    provider: Text
    lines: int
    """Chosen for so many lines."""
    uncovered: int
    """Lines that nobody else could take."""
    critical_uncovered: int
    more_yen: int
    """What the lines that are still covered cost more than they did."""


class FrontierPoint(Fact):
    """The best plan if the first lot had to be there in so many days."""

    plan_days: int
    cost_yen: int
    uncovered: int


def summary(case: PlanCase, plan: Plan, rules: SourcingRules) -> PlanSummary:
    """The figures of a plan."""
    lines = case.bill.sourcing_lines()
    chosen = {case.problem.offers[k].line: k for k in plan.chosen}
    by_provider: defaultdict[str, Fraction] = defaultdict(Fraction)
    for k in plan.chosen:
        by_provider[_provider(case, k)] += Fraction(case.problem.offers[k].cost_yen)
    top = min(by_provider, key=lambda one: (-by_provider[one], one), default="")
    total = sum(by_provider.values(), Fraction(0))
    to_choose = _providers_a_line(case)
    critical = [at for at, line in enumerate(lines) if line.critical]
    path = _path(case, chosen, rules)
    return PlanSummary(
        cost_yen=ceil(plan.cost_yen),
        covered=len(chosen),
        lines=len(lines),
        critical_uncovered=sum(at not in chosen for at in critical),
        finish_days=sum((step.days for step in path), Fraction(0)) if path else None,
        providers=len(by_provider),
        top_provider=top,
        top_share=by_provider[top] / total if total else None,
        single_source_critical=sum(len(to_choose[at]) < 2 for at in critical),
        path=path,
        gaps=_gap_prices(case, plan),
    )


def drop_outs(case: PlanCase, plan: Plan, solve: Solve) -> tuple[DropOut, ...]:
    """N-1: the best plan without each chosen provider in turn, the worst loss first."""
    lines = case.bill.sourcing_lines()
    critical = {line.id for line in lines if line.critical}
    missing = {line for line, _reason in plan.uncovered}
    found = []
    for who in sorted({case.problem.offers[k].supplier for k in plan.chosen}):
        other = solve(_without(case.problem, who))
        lost = {line for line, _reason in other.uncovered} - missing
        kept_yen = plan.cost_yen - sum(
            (Fraction(case.problem.offers[k].cost_yen) for k in plan.chosen if _line_id(case, k) in lost), Fraction(0)
        )
        found.append(
            DropOut(
                provider=str(case.problem.suppliers[who].id),
                lines=sum(case.problem.offers[k].supplier == who for k in plan.chosen),
                uncovered=len(lost),
                critical_uncovered=len(lost & critical),
                more_yen=ceil(other.cost_yen - kept_yen),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.critical_uncovered, -one.uncovered, -one.more_yen, one.provider)))


def frontier(case: PlanCase, rules: SourcingRules, solve: Solve) -> tuple[FrontierPoint, ...]:
    """The best plan for shorter and longer times, the shortest first."""
    points = []
    # Of a very short time several shares are the same day.
    for days in sorted({max(1, ceil(case.asked.plan_days * share)) for share in FRONTIER_SHARES}):
        bill = case.bill.model_copy(update={"plan_days": days})
        needs = [rules.latest_days(bill, line) for line in bill.sourcing_lines()]
        lines = tuple(replace(line, need_by_days=need) for line, need in zip(case.problem.lines, needs, strict=True))
        plan = solve(replace(case.problem, lines=lines))
        points.append(FrontierPoint(plan_days=days, cost_yen=ceil(plan.cost_yen), uncovered=len(plan.uncovered)))
    return tuple(points)


def _without(problem: PlanProblem, who: int) -> PlanProblem:
    return replace(problem, offers=tuple(offer for offer in problem.offers if offer.supplier != who))


def _line_id(case: PlanCase, k: int) -> Name:
    return case.problem.lines[case.problem.offers[k].line].id


def _provider(case: PlanCase, k: int) -> str:
    return provider_key(case.offers[k].provider)


def _providers_a_line(case: PlanCase) -> defaultdict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for offer in case.problem.offers:
        found[offer.line].add(offer.supplier)
    return found


def _path(case: PlanCase, chosen: dict[int, int], rules: SourcingRules) -> tuple[PathStep, ...]:
    """The longest way: the part that arrives last for its assembly, this assembly, the final assembly."""
    assembly_days = {one.name: one.days for one in case.bill.assemblies}

    def way(line: Line, k: int) -> tuple[PathStep, ...]:
        stated = case.offers[k].lead_time_days
        lead = Fraction(rules.imputed_days(line.kind)) if stated is None else stated * rules.imputed_lateness_factor
        return (
            PathStep(what=line.id, kind="line", days=lead),
            PathStep(what=line.assembly, kind="assembly", days=Fraction(assembly_days.get(line.assembly, 0))),
            PathStep(what="", kind="final", days=Fraction(case.bill.final_assembly_days)),
        )

    lines = case.bill.sourcing_lines()
    ways = (way(lines[at], k) for at, k in sorted(chosen.items()))
    return max(ways, key=lambda steps: sum(step.days for step in steps), default=())


def _gap_prices(case: PlanCase, plan: Plan) -> tuple[GapPrice, ...]:
    """The shadow price of each uncovered line: its cheapest offer, with the days that this one comes too late."""
    reasons = dict(plan.uncovered)
    found = []
    for at, line in enumerate(case.problem.lines):
        if line.id not in reasons:
            continue
        mine = [offer for offer in case.problem.offers if offer.line == at]
        best = min(mine, key=lambda offer: offer.cost_yen, default=None)
        lead, need = best.lead_time_days if best else None, line.need_by_days
        late = None if lead is None or need is None else max(0, int(lead) - int(need))
        found.append(
            GapPrice(
                line_id=str(line.id),
                reason=reasons[line.id],
                cost_yen=None if best is None else ceil(best.cost_yen),
                days_late=late,
            )
        )
    return tuple(found)

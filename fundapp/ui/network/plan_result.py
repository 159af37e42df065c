"""A plan that was made: in a sentence, beside what counts now, and what happens if things go otherwise."""

from fractions import Fraction

import streamlit as st

from fundapp.charts.frontier import frontier, frontier_rows, frontier_title
from fundapp.network.plan_reading import PlanSummary
from fundapp.planning.outcome import Outcome
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import percent, ratio, yen
from fundapp.text.network_words import word
from fundapp.ui import components
from fundapp.ui.network.line_words import line_names
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain


def headline(found: Outcome) -> str:
    """The finding in one sentence."""
    told = found.summary
    if told.covered == told.lines:
        return _("Every line has a supplier: {cost}").format(cost=yen(told.cost_yen))
    return _("{covered} of {lines} lines have a supplier: {cost}").format(
        covered=told.covered, lines=told.lines, cost=yen(told.cost_yen)
    )


def show(seen: Seen, found: Outcome) -> None:
    """Proof, comparison, reasons, the way to the first lot, losses, and cost against delivery."""
    st.markdown(plain(_proof(found)))
    _beside(seen, found.summary)
    _gaps(seen, found.summary)
    _path(seen, found.summary)
    _losses(seen, found)
    _frontier(found)


def _proof(found: Outcome) -> str:
    plan = found.plan
    if plan.status == "optimal":
        told = _("It is proved that no plan covers more, and none that covers as much costs less.")
    else:
        told = _("A better plan may exist; it would save at most {share}.").format(
            share=percent(Fraction(plan.gap).limit_denominator(1000))
        )
    stopped = {
        "stopped": _("It was stopped before the end."),
        "solver_lost": _("The solver was ended from outside. This is the best plan found until then."),
    }
    asked = found.case.asked
    said = _("Lot {lot}, {days} days.").format(lot=asked.lot, days=asked.plan_days)
    between = "" if language() == "ja" else " "
    return between.join(one for one in (said, told, stopped.get(plan.ended, "")) if one)


def _beside(seen: Seen, told: PlanSummary) -> None:
    """What counts today beside the new plan."""
    facts = seen.facts
    priced = [row for row in facts.lines if row.selected_yen is not None]
    by_provider: dict[str, int] = {}
    for row in priced:
        by_provider[row.provider] = by_provider.get(row.provider, 0) + (row.selected_yen or 0)
    total = sum(by_provider.values())
    top = max(by_provider, key=lambda one: by_provider[one], default="")
    waits = facts.values("firm").get("lt_ratio")
    late = [row for row in priced if waits and row.id in waits.missing]
    now_days = waits.value * facts.plan_days if waits and waits.value is not None else None
    today = _("plan in force") if seen.register.plan_in_force() else _("today, line by line")
    rows = [
        (_("Cost of the lot"), yen(total), yen(told.cost_yen)),
        (_("Lines with a supplier"), str(len(priced)), str(told.covered)),
        (_("of these, later than planned"), str(len(late)), "0"),
        (_("Days to the first lot"), _days(now_days), _days(told.finish_days)),
        (_("Companies"), str(len(by_provider)), str(told.providers)),
        (
            _("Largest share of one company"),
            _share(seen, top, Fraction(by_provider[top], total) if total else None),
            _share(seen, told.top_provider, told.top_share),
        ),
        (_("Critical lines with one source or none"), _single(seen), str(told.single_source_critical)),
    ]
    # Not the searchable table: on a phone it would show the names of the figures and hide the figures.
    st.table(
        [{_("What"): plain(what), today: plain(now), _("new plan"): plain(new)} for what, now, new in rows],
        border="horizontal",
        hide_index=True,
        alt=_("The new plan beside what counts today"),
    )


def _single(seen: Seen) -> str:
    fact = seen.facts.values("firm").get("ss_critical")
    return str(len(fact.missing)) if fact else ""


def _days(value: Fraction | None) -> str:
    return "" if value is None else _("{days} days").format(days=ratio(value).removesuffix(".00"))


def _share(seen: Seen, provider: str, share: Fraction | None) -> str:
    return "" if share is None else f"{percent(share)} {seen.providers.shown(provider)}"


def _gaps(seen: Seen, told: PlanSummary) -> None:
    if not told.gaps:
        return
    names = line_names(seen)
    components.section(
        ngettext("{n} line without a supplier, and why", "{n} lines without a supplier, and why", len(told.gaps))
    )
    components.table(
        [
            {
                _("Part"): names.get(one.line_id, one.line_id),
                _("Why"): word("plan_reason", one.reason),
                _("Cheapest offer for it (yen)"): one.cost_yen,
                _("Days too late"): one.days_late,
            }
            for one in told.gaps
        ],
        about=_("Lines without a supplier with the reason and what covering them would take"),
        key="plan-gaps",
    )


def _path(seen: Seen, told: PlanSummary) -> None:
    if not told.path or told.finish_days is None:
        return
    names = line_names(seen)
    components.section(
        _("The first lot is there after {days} days").format(days=ratio(told.finish_days).removesuffix(".00"))
    )
    steps = {
        "line": _("{part}: {days} days to arrive"),
        "assembly": _("assembly {part}: {days} days"),
        "final": _("final assembly: {days} days"),
    }
    said = [
        steps[step.kind].format(part=names.get(step.what, step.what), days=ratio(step.days).removesuffix(".00"))
        for step in told.path
        if step.days
    ]
    st.markdown("\n".join(f"{n}. {plain(one)}" for n, one in enumerate(said, start=1)))


def _losses(seen: Seen, found: Outcome) -> None:
    if not found.drop_outs:
        return
    hurting = [one for one in found.drop_outs if one.critical_uncovered]
    components.section(
        ngettext(
            "{n} company cannot be replaced for a critical line",
            "{n} companies cannot be replaced for a critical line",
            len(hurting),
        )
        if hurting
        else _("For every critical line another company could step in")
    )
    components.table(
        [
            {
                _("If this company drops out"): seen.providers.shown(one.provider),
                _("Its lines"): one.lines,
                _("Lines that nobody else offers"): one.uncovered,
                _("Critical among them"): one.critical_uncovered,
                _("More cost of the others (yen)"): one.more_yen,
            }
            for one in found.drop_outs
        ],
        about=_("What the loss of each chosen company would mean"),
        key="plan-losses",
    )


def _frontier(found: Outcome) -> None:
    if not found.frontier:
        return
    points, planned = found.frontier, found.case.asked.plan_days
    components.chart(
        frontier(points, planned, dark=components.is_dark()),
        finding=frontier_title(points, planned),
        about=_("The cost of the best plan for shorter and longer times, and the lines that it leaves open"),
        rows=components.named(frontier_rows(points)),
        key="plan-frontier",
    )

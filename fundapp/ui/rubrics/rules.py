"""How scores become a decision: the lines of the axes, gates, quadrants, resolutions, votes, interests."""

from collections.abc import Sequence

import streamlit as st

from fundapp.charts.look import QUADRANTS
from fundapp.committee.rubric import Decision, Thresholds, Voting
from fundapp.documents.said import said
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import percent, ratio
from fundapp.ui import components
from fundapp.ui.rubrics.search import found_in
from fundapp.ui.words import plain

_VOTING = {
    "unanimity": N_("All who may vote on the item must agree; an abstention does not agree."),
    "two_thirds": N_("Two thirds of those who may vote on the item must agree."),
    "majority": N_("More than half of those who may vote on the item must agree."),
}
_LEVELS = {"recuse": N_("leaves the item"), "disclose": N_("is disclosed, nothing more")}


def show_rules(decision: Decision, query: str, *, unfolded: bool) -> bool:
    """Each group of rules to fold open; when something is looked for, those lines alone. False when none holds it."""
    groups = {
        _("Lines and limits of the axes"): _thresholds(decision.thresholds),
        _("Gates"): [f"{one.id}. {said(one.text)}" for one in decision.gates],
        _("Quadrants of the map"): [
            _("{mark} {name}: {default}").format(
                mark=QUADRANTS[one.id].mark, name=said(one.name), default=said(one.default)
            )
            for one in decision.quadrants
        ],
        _("Resolutions, in the order of the vote"): [
            f"{number}. {said(one.name)}" for number, one in enumerate(decision.resolutions, start=1)
        ],
        _("Votes"): _votes(decision.voting, decision),
        _("Interests"): [
            _("{interest}: {result}").format(interest=said(one.name), result=_(_LEVELS[one.level]))
            for one in decision.interests
        ],
    }
    found = {name: [line for line in lines if found_in(query, (name, line))] for name, lines in groups.items()}
    shown = {name: lines for name, lines in found.items() if lines}
    if not shown:
        return False
    components.section(_("From scores to a resolution"))
    st.markdown(plain(said(decision.principle)))
    state = "open" if unfolded or query else "shut"
    for number, (name, lines) in enumerate(shown.items()):
        with st.expander(plain(name), expanded=state == "open", key=f"rules-{number}-{state}"):
            st.markdown(_list(lines))
    return True


def _list(lines: Sequence[str]) -> str:
    return "\n".join(f"- {plain(line)}" for line in lines)


def _thresholds(cut: Thresholds) -> list[str]:
    return [
        _("Axis 1 passes from {value}").format(value=ratio(cut.axis1_pass)),
        _("Axis 2 passes from {value}").format(value=ratio(cut.axis2_pass)),
        _("“Build support” is possible from {value} on axis 2").format(value=ratio(cut.axis2_build)),
        _("X may make up {value}% of an axis's weight at most").format(value=cut.x_weight_max_pct),
        _("Critical lines must be covered by {value} at least").format(value=percent(cut.critical_coverage_min)),
        _("A criterion is discussed when marks differ by {value} or more").format(value=cut.spread_to_discuss),
    ]


def _votes(voting: Voting, decision: Decision) -> list[str]:
    return [
        _(_VOTING[voting.rule]),
        _("At least {n} must be able to vote after recusals").format(n=voting.least_eligible),
        _("An exception to gates G1 to G4 needs {n} voting seats and a written reason of each").format(
            n=voting.exception_seats
        ),
        _("“Build support” lasts {days} days; extensions allowed: {n}").format(
            days=decision.build_support_days, n=decision.build_support_extensions
        ),
        _("Facts older than {days} days are shown as stale").format(days=decision.stale_facts_days),
    ]

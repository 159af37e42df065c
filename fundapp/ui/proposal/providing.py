"""Who supplies what: the support needs with their providers, and the parts by assembly."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from fundapp.documents.said import NOTHING
from fundapp.network.offer import WRITTEN
from fundapp.network.support_facts import NeedRow
from fundapp.text.catalogue import N_, _, ngettext
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.proposal.supply import AssemblySupply, by_assembly
from fundapp.ui.words import plain

RUNGS = (
    N_("nobody yet"),
    N_("a candidate"),
    N_("contacted"),
    N_("has raised a hand"),
    N_("written offer"),
    N_("contract or capacity"),
)
"""The commitment ladder, from 0."""

BEARERS = {
    "company": N_("the company pays"),
    "association": N_("the association pays"),
    "fund": N_("the fund pays"),
    "provider": N_("the provider bears it"),
    "subsidy": N_("a subsidy pays"),
}


def show_supply(paper: Paper) -> None:
    """Each need with who answers it, then the parts in one sum."""
    support = paper.support
    if not support.needs_support:
        return
    components.section(_("Who supplies what"))
    if support.needs:
        _needs(paper)
    else:
        st.markdown(_("No support need is listed yet. The network desk lists them under needs and menu."))
    if support.lines:
        st.markdown(f"**{plain(_covered(paper))}**  \n{plain(_of_the_bill(paper))}")


def _needs(paper: Paper) -> None:
    """Critical needs and those that nobody has answered in writing stand open; the settled rest is one press away."""
    needs = paper.support.needs
    open_ones = [need for need in needs if need.critical or need.rung < WRITTEN]
    settled = [need for need in needs if need not in open_ones]
    ended = sum(bool(need.ends_when and need.handed_to) for need in needs)
    told = _("For {n} of {needs} needs it is agreed when the support ends and who goes on.")
    st.markdown(plain(told.format(n=ended, needs=len(needs))))
    st.markdown("\n".join(f"- {_need(paper, need)}" for need in open_ones))
    if settled:
        with st.expander(ngettext("{n} more need, in writing", "{n} more needs, all in writing", len(settled))):
            st.markdown("\n".join(f"- {_need(paper, need)}" for need in settled))
    if costs := _costs(needs):
        st.markdown(plain(_("What it costs: {costs}").format(costs=costs)))


def _costs(needs: Sequence[NeedRow]) -> str:
    """The stated costs in one sum for each who bears them."""
    sums = Counter[str]()
    for need in needs:
        if need.cost_yen and need.cost_bearer:
            sums[need.cost_bearer] += need.cost_yen
    borne = [" ".join((_(name), yen(sums[bearer]))) for bearer, name in BEARERS.items() if sums[bearer]]
    return _(", ").join(borne)


def _need(paper: Paper, need: NeedRow) -> str:
    name = f"**{plain(need.name)}**"
    if need.critical:
        critical = _("critical")
        name += f" ({plain(critical)})"
    if not need.provider:
        nobody = _(RUNGS[0])
        return f"{name}: {plain(nobody)}"
    who = f"{paper.providers.shown(need.provider)} {paper.person(need.person)}".strip()
    parts = [who, _(RUNGS[need.rung]), need.deliverable]
    if need.due:
        parts.append(_("by {day}").format(day=day(need.due)))
    return f"{name}: {plain(' · '.join(part for part in parts if part))}"


def _covered(paper: Paper) -> str:
    lines = paper.support.lines
    covered = sum(line.valid_sources > 0 for line in lines)
    return _("Parts: {covered} of {lines} lines have a valid offer").format(covered=covered, lines=len(lines))


def _of_the_bill(paper: Paper) -> str:
    return _("Bill of materials, revision {revision}, first lot of {lot}; amounts in yen for the whole lot.").format(
        revision=paper.support.bill_revision, lot=paper.support.lot
    )


def show_parts(paper: Paper) -> None:
    """The parts by assembly."""
    if not (paper.support.needs_support and paper.support.lines):
        return
    components.section(_covered(paper))
    st.markdown(plain(_of_the_bill(paper)))
    rows = [_row(one) for one in by_assembly(paper.support.lines)]
    components.figures_table(rows, about=_("Parts by assembly: lines covered, cost, lead time"))


def _row(one: AssemblySupply) -> dict[str, str | int]:
    # Three columns: a table of more does not fit a phone.
    told = _("{covered} of {lines} lines, up to {days} days").format(
        covered=one.covered, lines=one.lines, days=one.longest_days
    )
    if one.critical_open:
        told = _("{lines}; critical and open: {n}").format(lines=told, n=one.critical_open)
    return {
        _("Assembly"): f"**{plain(one.assembly) or NOTHING}**  \n{plain(told)}",
        _("Offered (yen)"): one.offered_yen,
        _("Target (yen)"): one.target_yen,
    }

"""The proposal's course: how earlier items ended, and the same facts then and now."""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.charts.two_axis import Move, move_title
from fundapp.committee.item import Resolved
from fundapp.documents.said import points_text, said
from fundapp.network.support_facts import SupportFacts
from fundapp.record.book import Frozen, Item
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import day, yen
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.desks import PAGES
from fundapp.ui.proposal.comparing import FactMoved, moved
from fundapp.ui.proposal.mapping import draw, point
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.proposal.phrases import axes_text, state_text
from fundapp.ui.proposal.place import Place, computed_axis2, items_of, place_of, quadrant_of
from fundapp.ui.scoring.facts_behind import shown
from fundapp.ui.ways import ITEM
from fundapp.ui.words import plain

WAYS = {"better": ":material/trending_up:", "worse": ":material/trending_down:"}


def frozen_of(item: Item) -> Frozen:
    """What was frozen for an item that has been frozen."""
    assert item.frozen is not None, "only frozen items are compared"
    return item.frozen


def move_of(paper: Paper) -> Move | None:
    """The arrow from where the proposal stood before to where it stands; None without an earlier place."""
    if not paper.earlier or paper.place.axis1 is None or paper.place.axis2 is None:
        return None
    before = place_of(paper.book, paper.earlier[0], None)
    if before.axis2 is None:
        return None
    as_of = frozen_of(paper.earlier[0]).as_of
    return Move(
        code=paper.proposal.code,
        before=_("as of {day}").format(day=day(as_of)),
        # Where only the facts were frozen, prospects had no value of their own yet.
        axis1_before=before.axis1 if before.axis1 is not None else paper.place.axis1,
        axis2_before=before.axis2,
        axis1=paper.place.axis1,
        axis2=paper.place.axis2,
    )


def show_change_since(paper: Paper) -> None:
    """A fact that changed after the freeze is shown as changed; what counts stays what was frozen."""
    if paper.item is None:
        return
    found = moved(paper.rubric.axis("axis2"), paper.support, paper.today)
    # An age in days grows by itself; only what somebody entered, or what has expired, is a change.
    changed = tuple(one for one in found if one.definition.kind != "days")
    if not changed:
        return
    components.quiet_notice(
        _("Facts changed since the freeze on {day}. They are shown, not used.").format(
            day=day(frozen_of(paper.item).as_of)
        )
    )
    with st.expander(_("What changed since the freeze")):
        facts_table(changed, paper.support, paper.today)


def show_history(paper: Paper) -> None:
    """Earlier and present items with their end, and the facts of the earlier one beside those of now."""
    items = [item for item in items_of(paper.book, paper.proposal.id) if item.frozen or item.resolved]
    if not items:
        return
    components.section(_("What happened so far"))
    st.markdown("\n".join(f"- {_item_line(paper, item)}" for item in reversed(items)))
    _ways_back(items)
    if paper.earlier:
        _then_and_now(paper, paper.earlier[0])


def _ways_back(items: list[Item]) -> None:
    """To each resolved item as it was seen."""
    for item in reversed(items):
        if item.resolved is not None:
            st.page_link(
                PAGES["committee/replay"].file,
                label=_("As it was seen then: item decided on {day}").format(day=day(day_of(item.resolved.at))),
                icon=":material/history:",
                query_params={ITEM: item.id},
            )


def _item_line(paper: Paper, item: Item) -> str:
    meeting = paper.book.meetings[item.meeting_id]
    place = place_of(paper.book, item, None)
    head = _("{day}, meeting no. {meeting}, item {number}").format(
        day=day(meeting.held_on), meeting=meeting.number, number=item.number
    )
    end = _end(item.resolved) if item.resolved else state_text(paper.state)
    return f"{plain(head)}: **{plain(end)}** · {plain(axes_text(place))}"


def _end(resolved: Resolved) -> str:
    parts = [term("resolution", resolved.resolution)]
    if resolved.terms:
        parts.append(yen(resolved.terms.amount_yen))
    if resolved.defer_reason:
        parts.append(term("defer_reason", resolved.defer_reason))
    if resolved.short_yen:
        parts.append(_("{amount} short").format(amount=yen(resolved.short_yen)))
    if resolved.again_by:
        parts.append(_("again by {day}").format(day=day(resolved.again_by)))
    parts += [
        _("{text} ({owner}, by {day})").format(text=one.text, owner=one.owner, day=day(one.due))
        for one in resolved.conditions
    ]
    return " · ".join(parts)


def _then_and_now(paper: Paper, before: Item) -> None:
    """The facts of the earlier freeze beside those that count now, with axis 2 of both days."""
    then, now = frozen_of(before).support, paper.support
    changed = moved(paper.rubric.axis("axis2"), then, now)
    was = _support_points(paper, place_of(paper.book, before, None))
    is_ = _support_points(paper, paper.place)
    title = _("Axis 2 then {was}, now {now}").format(was=was, now=is_)
    components.part(title)
    if changed:
        _map(paper, before)
        _levels(paper, before)
        facts_table(changed, then, now)
    else:
        st.markdown(_("The facts are the same as then."))


def _map(paper: Paper, before: Item) -> None:
    """Before the reveal: how far the facts have moved the proposal, at the prospects that were judged last."""
    was, now = place_of(paper.book, before, None), paper.place
    if now.judged or was.axis1 is None or was.axis2 is None or was.quadrant is None or now.axis2 is None:
        return
    quadrant = quadrant_of(paper.rubric, was.axis1, now.axis2)
    moved_to = point(paper.asked, now.model_copy(update={"axis1": was.axis1, "quadrant": quadrant}), current=True)
    assert moved_to is not None, "both axes have their values"
    move = Move(
        code=paper.proposal.code,
        before=_("as of {day}").format(day=day(frozen_of(before).as_of)),
        axis1_before=was.axis1,
        axis2_before=was.axis2,
        axis1=was.axis1,
        axis2=now.axis2,
    )
    finding = move_title(paper.proposal.code, was.quadrant, moved_to.quadrant)
    draw((moved_to,), paper.rubric, finding=finding, key="map-moved", move=move)
    st.markdown(
        plain(
            _("Prospects as judged on {day}; the new scores are not revealed.").format(day=day(frozen_of(before).as_of))
        )
    )


def _support_points(paper: Paper, place: Place) -> str:
    return points_text(place.axis2, paper.rubric.decision.thresholds.axis2_pass)


def _levels(paper: Paper, before: Item) -> None:
    axis = paper.rubric.axis("axis2")
    then = {one.criterion_id: one.level for one in frozen_of(before).firm}
    now = {one.criterion_id: one.level for one in paper.firm}
    parts = [
        _("{criterion} {then} → {now}").format(criterion=one.id, then=then[one.id], now=now[one.id])
        for one in axis.criteria
        if then.get(one.id) is not None and now.get(one.id) is not None and then[one.id] != now[one.id]
    ]
    computed = points_text(computed_axis2(axis, paper.firm))
    if parts:
        text = _("Computed levels: {levels}. By the facts alone: {points}.")
        st.markdown(plain(text.format(levels=_(", ").join(parts), points=computed)))


def facts_table(changed: tuple[FactMoved, ...], then: SupportFacts, now: SupportFacts) -> None:
    """The facts that differ between two days, each with its value on both."""
    was, is_ = _("Then ({day})").format(day=day(then.as_of)), _("Now ({day})").format(day=day(now.as_of))
    if was == is_:
        was, is_ = pgettext("fact", "Then"), pgettext("fact", "Now")
    rows = [
        {
            _("Fact"): plain(_fact_name(one)),
            was: plain(shown(one.definition, one.then)),
            is_: f"{WAYS[one.way]} {plain(_way(one))}" if one.way else plain(shown(one.definition, one.now)),
        }
        for one in changed
    ]
    st.table(rows, border="horizontal", hide_index=True, alt=_("Facts then and now"))


def _way(one: FactMoved) -> str:
    value = shown(one.definition, one.now)
    text = _("{value} (better)") if one.way == "better" else _("{value} (worse)")
    return text.format(value=value)


def _fact_name(one: FactMoved) -> str:
    name = said(one.definition.name)
    return name if one.counting == "firm" else _("{fact}, with raised hands").format(fact=name)

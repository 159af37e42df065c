"""What the score page says when there is nothing to score."""

import streamlit as st

from fundapp.committee.item import Scorecard
from fundapp.record.book import Book, Item
from fundapp.record.circulating import circulates
from fundapp.text.catalogue import N_, _, language
from fundapp.ui import components
from fundapp.ui.desks import PAGES
from fundapp.ui.scoring.task import NoTask, Waiting
from fundapp.ui.ways import MEETING
from fundapp.ui.words import plain

_WHY: dict[Waiting, tuple[str, str]] = {
    "no_meeting": (
        N_("There is nothing to score now."),
        N_("When a meeting is under way, its current item opens here."),
    ),
    "hidden": (
        N_("You are recused from item {number}."),
        N_("The others judge this item. You are called back for the next one."),
    ),
    "not_seated": (N_("You do not judge item {number}."), N_("Another person fills the seat for this item.")),
    "not_frozen": (
        N_("Item {number} is not ready to score."),
        N_("The secretariat freezes the facts first. This takes a moment."),
    ),
    "not_declared": (
        N_("First say whether you have an interest in item {number}."),
        N_("It takes one tap on the meeting page; then the scorecard opens."),
    ),
    "not_read": (
        N_("First read the papers of this written resolution."),
        N_("When you have confirmed it there, the scorecard opens."),
    ),
    "submitted": (
        N_("Your score for item {number} is in."),
        N_("After the chair has revealed all scores together, you may score once more."),
    ),
    "submitted_again": (
        N_("Your second score for item {number} is in."),
        N_("Both scores are kept. The committee discusses, then votes."),
    ),
    "voting": (N_("The committee votes on item {number}."), N_("Scores are closed. Vote on the meeting page.")),
    "resolved": (N_("Item {number} is resolved."), N_("The next item opens here when the committee takes it.")),
}


def nothing_to_score(task: NoTask, book: Book) -> None:
    """Why there is nothing to score, the way to the meeting, and one's own submitted score."""
    what, next_ = _WHY[task.why]
    number = task.item.number if task.item else 0
    components.page_title(_(what).format(number=number), _(next_))
    with st.container(key="next-step"):
        if task.item is not None and circulates(book, task.item):
            way_to_circulation(book, task.item)
        else:
            st.page_link(PAGES["committee/meeting"].file, label=_("To the meeting"), icon=":material/groups:")
    if task.card is not None and task.item is not None:
        _my_card(book, task.card)


def way_to_circulation(book: Book, item: Item) -> None:
    """The way back to the written resolution that an item belongs to."""
    page = PAGES["committee/circulation"]
    number = str(book.meetings[item.meeting_id].number)
    st.page_link(
        page.file, label=_("To the written resolution"), icon=f":material/{page.icon}:", query_params={MEETING: number}
    )


def _my_card(book: Book, card: Scorecard) -> None:
    rubric = book.rubrics[card.rubric_digest]
    with st.expander(_("The score that you submitted"), icon=":material/edit_note:"):
        for axis in rubric.axes:
            given = {one.criterion_id: one.level for one in card.levels if one.axis == axis.id}
            lines = [
                f"- {one.id} {plain(one.name.of(language()))}: **{given[one.id] or 'X'}**"
                for one in axis.criteria
                if one.id in given
            ]
            components.part(axis.name.of(language()))
            st.markdown("\n".join(lines))

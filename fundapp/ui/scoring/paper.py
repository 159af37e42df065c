"""Score sheets on paper: printed for each seat, and entered by the secretariat for a named person, marked as such.

What is entered is as blind as what a member submits: nobody sees it before the reveal, not even who entered it.
"""

from typing import Any

import streamlit as st

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.committee.item import RollEntry
from fundapp.documents.said import said
from fundapp.documents.score_sheet import first_card
from fundapp.record.book import Book, Item
from fundapp.record.commands import DeclareInterest, SubmitScorecard
from fundapp.record.roll import voters
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.desks import PAGES
from fundapp.ui.downloads import copy_language, download_button
from fundapp.ui.drafting import Typing
from fundapp.ui.scoring import receipts
from fundapp.ui.scoring.card import X, asked, command, computed_levels, mark_of, options_of
from fundapp.ui.scoring.reasons import what_would_raise_it, why_it_moved
from fundapp.ui.scoring.task import Task
from fundapp.ui.words import plain

NO_INTEREST = "none"
SCANS = ("pdf", "png", "jpg", "jpeg")
LARGEST_MB = 20


def choose(book: Book) -> Item | None:
    """The frozen item whose sheets these are; the title says how many are still awaited."""
    items = [item for meeting in book.under_way() for item in book.items_of(meeting.id) if _takes_scores(item)]
    if not items:
        components.page_title(_("Paper score sheets"))
        return None
    names = {item.id: f"{item.proposal_code} {said(item.frozen.proposal.name)}" for item in items if item.frozen}
    chosen = items[0]
    slot = st.container()
    if len(items) > 1:
        picked = st.radio(
            _("Item"), tuple(names), format_func=lambda one: names[one], horizontal=True, key="paper-item"
        )
        chosen = next(item for item in items if item.id == picked)
    with slot:
        components.page_title(_("Paper score sheets: {item}").format(item=names[chosen.id]), _round_text(book, chosen))
    return chosen


def _takes_scores(item: Item) -> bool:
    return not item.hidden and item.frozen is not None and not item.motions and item.resolved is None


def waiting(book: Book, item: Item) -> tuple[RollEntry, ...]:
    """The voters whose score of this round is not there yet."""
    sitting = voters(book, item)
    if item.revealed_at is None:
        return tuple(entry for entry in sitting if entry.seat_id not in item.scored)
    second = {(card.seat_id, card.person) for card in item.scorecards if card.round == 2}
    return tuple(entry for entry in sitting if (entry.seat_id, entry.person) not in second)


def _round_text(book: Book, item: Item) -> str:
    count = len(waiting(book, item))
    if item.revealed_at is None:
        return _("First score: {n} still awaited.").format(n=count) if count else _("First score: all are in.")
    return _("Second score, for whoever wishes to move: {n} have not moved.").format(n=count)


def _named(book: Book, entry: RollEntry) -> str:
    return f"{said(book.seats[entry.seat_id].name)} · {said(gate.name_of(entry.person))}"


def offer_sheets(book: Book, item: Item) -> None:
    """The sheets to print: all in one file, or one seat's alone."""
    components.section(_("Print"))
    copy = copy_language("sheet-language")
    with st.container(horizontal=True):
        download_button(_("All sheets (PDF)"), "score-sheets-pdf", copy, primary=True, item=item.id)
        for entry in voters(book, item):
            download_button(_named(book, entry), "score-sheets-pdf", copy, item=item.id, seat=entry.seat_id)


def enter_sheet(actor: Actor, book: Book, item: Item) -> None:
    """Enter one sheet: whose it is, the declared interest, every mark, and the scan if there is one."""
    components.section(_("Enter a sheet"))
    awaited = {entry.seat_id: entry for entry in waiting(book, item)}
    if not awaited:
        st.markdown(_("Every seat has scored. Nothing is left to enter."))
        return
    seat = st.radio(
        _("Whose sheet it is"),
        tuple(awaited),
        index=None,
        format_func=lambda one: _named(book, awaited[one]),
        key=f"paper-seat-{item.id}",
    )
    if seat is None:
        return
    entry = awaited[seat]
    if not any((one.seat_id, one.person) == (seat, entry.person) for one in item.interests):
        _declare(actor, book, item, entry)
        return
    assert item.frozen is not None
    task = Task(item=item, frozen=item.frozen, rubric=book.rubric_of(item), seat_id=seat, first=first_card(item, entry))
    typing = drafting.begin(actor, f"paper/{task.draft_key}")
    if typing is not None:
        _marks(actor, task, typing, said(gate.name_of(entry.person)))


def _declare(actor: Actor, book: Book, item: Item, entry: RollEntry) -> None:
    """The interest that the sheet declares comes first: without it no score is taken."""
    kinds = {kind.id: said(kind.name) for kind in book.rubric_of(item).decision.interests}
    names = {NO_INTEREST: _("No interest"), **kinds}
    form = f"paper-interest-{item.id}-{entry.seat_id}"
    with st.form(form):
        kind = st.selectbox(
            _("The interest that the sheet declares"),
            tuple(names),
            format_func=lambda one: names[one],
            key=f"{form}-kind",
        )
        pressed = st.form_submit_button(_("Enter the declaration"), type="primary", key=f"{form}-send")
    if not pressed:
        return
    answer = gate.desk().submit(DeclareInterest(item_id=item.id, seat_id=entry.seat_id, kind=kind), actor)
    if isinstance(answer, Refusal):
        refusal.show(answer)
        return
    st.rerun()


def _marks(actor: Actor, task: Task, typing: Typing, name: str) -> None:
    values: dict[str, Any] = dict(typing.values)
    for axis in task.rubric.axes:
        criteria = asked(task, axis)
        if criteria:
            components.part(said(axis.name))
        for criterion in criteria:
            _mark(task, axis.id, criterion.id, values, typing)
    scan = st.file_uploader(
        _("The scanned sheet, if you have it (up to {size} MB)").format(size=LARGEST_MB),
        type=SCANS,
        max_upload_size=LARGEST_MB,
        key=typing.widget("scan"),
    )
    open_ones = [
        one.id for axis in task.rubric.axes for one in asked(task, axis) if mark_of(task, axis, one, values) is None
    ]
    if open_ones:
        st.markdown(plain(_("Still open: {criteria}").format(criteria=_(", ").join(open_ones))))
    safe = drafting.keep(typing, values)
    pressed = st.button(
        _("Enter the sheet of {name}").format(name=plain(name)),
        type="primary",
        icon=":material/send:",
        disabled=bool(open_ones),
        key=typing.widget("send"),
    )
    st.markdown(plain(_("It is marked as entered from paper. Nobody sees it before the reveal.")))
    if pressed and safe:
        receipts.submit(_entered(task, values, scan.getvalue() if scan else b""), actor, typing)


def _mark(task: Task, axis_id: str, criterion_id: str, values: dict[str, Any], typing: Typing) -> None:
    axis = next(one for one in task.rubric.axes if one.id == axis_id)
    criterion = axis.criterion(criterion_id)
    key = f"{axis.id}/{criterion.id}"
    options, chosen = options_of(task, axis, criterion), mark_of(task, axis, criterion, values)
    label = f"{criterion.id} {said(criterion.name)}"
    if axis.id == "axis2":
        label = _("{criterion}, computed level {level}").format(
            criterion=label, level=computed_levels(task)[criterion.id]
        )
    # Bare marks in one row: the texts stand on the sheet that is copied.
    mark = st.segmented_control(
        plain(label),
        options,
        default=chosen if chosen in options else None,
        format_func=str,
        key=typing.widget(key),
    )
    if mark is None:
        values.pop(key, None)
    else:
        values[key] = mark
    if mark != X:
        what_would_raise_it(axis, criterion, mark, values, typing)
    why_it_moved(task, axis, criterion, mark, values, typing)


def _entered(task: Task, values: dict[str, Any], scan: bytes) -> SubmitScorecard:
    # The scan's bytes are on the disk before the command that names them is written.
    kept = gate.desk().files.put(scan) if scan else ""
    return command(task, values).model_copy(update={"entry": "paper", "scan_sha256": kept})


def link() -> None:
    """The way here from the meeting."""
    st.page_link(PAGES["committee/paper"].file, label=_("Paper score sheets"), icon=":material/print:")


def back() -> None:
    """The way back to the meeting."""
    st.page_link(PAGES["committee/meeting"].file, label=_("To the meeting"), icon=":material/arrow_back:")

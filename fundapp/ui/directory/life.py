"""One member in the association's life: what it offers, its groups and seminars, trainings, why it is watched."""

import streamlit as st

from fundapp.documents.said import said
from fundapp.network.watch import Watch
from fundapp.store.directory import MemberFile
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.text.network_words import word as network_word
from fundapp.ui import components
from fundapp.ui.directory.words import word
from fundapp.ui.network.seen import menu
from fundapp.ui.words import plain


def show(file: MemberFile) -> None:
    """Nothing where it has no part yet."""
    lines = _lines(file)
    if lines:
        components.section(_("In the association"))
        st.markdown("\n".join(f"- {line}" for line in lines))


def _lines(file: MemberFile) -> list[str]:
    own = file.life
    lines = [_watched(one) for one in own.watches if one.ended_on is None]
    kinds = {one.id: f"{one.id} {said(one.name)}" for one in menu().kinds} if own.services else {}
    for service in own.services:
        free = _(", free for member companies") if service.free_for_members else ""
        told = _("Offers {kind} ({level}){free}").format(
            kind=kinds.get(service.kind, service.kind), level=network_word("level", service.level), free=free
        )
        lines.append(plain(told))
    lines += [plain(_("Member of {group}").format(group=said(one.name))) for one in own.groups]
    titles = {one.id: f"{one.title}, {day(one.held_on)}" for one in own.seminars}
    for hand in own.hands:
        came = f": {hand.came_of_it}" if hand.came_of_it else ""
        lines.append(plain(_("Raised a hand for {seminar}").format(seminar=titles[hand.seminar_id]) + came))
    people = {one.id: one.name or _("(erased)") for one in file.contacts}
    for training in own.trainings:
        until = training.evaluator_until
        qualified = _(", evaluator until {day}").format(day=day(until)) if until else ""
        lines.append(plain(f"{people.get(training.contact_id, '')}: {training.course}{qualified}"))
    return lines


def _watched(one: Watch) -> str:
    told = _("Watched since {day}: {why}. Weak spot: {issue}").format(
        day=day(one.since), why=one.why, issue=word("issue", one.weak_spot)
    )
    return f":material/visibility: {plain(told)}"

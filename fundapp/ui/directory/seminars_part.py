"""Seminars and events: which topics the issues of visits ask for, who raised a hand, and what came of it."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fundapp.basis.roles import Actor
from fundapp.documents.said import NOTHING, said
from fundapp.network.seminar import Demand, Seminar, SeminarHand, demand
from fundapp.record.association_commands import RecordSeminar
from fundapp.store.association import SeminarRows
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.ui import components, drafting, gate
from fundapp.ui.directory import sending
from fundapp.ui.directory.words import codes, word
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import Fields, checked, filled
from fundapp.ui.network.phrases import labelled
from fundapp.ui.words import plain


def show(actor: Actor, heading: DeltaGenerator) -> None:
    """What is asked for first, then the seminars, the newest first."""
    desk = gate.desk()
    rows = desk.seminar_rows(actor)
    asked = demand(desk.issues(actor), rows.seminars, desk.today())
    with heading:
        components.page_title(_title(asked), _("Topics come from visits. Whoever raises a hand takes part."))
    may = sending.allowed(actor, RecordSeminar)
    if may and st.button(_("Plan a seminar"), type="primary", icon=":material/event:", key="new-seminar"):
        open_form("seminar")
    if asked:
        components.section(_("What companies ask for"))
        components.table([_demanded(one) for one in asked], about=_("Open issues by topic"), key="seminar-demand")
    _seminars(actor, rows, may=may)


def _title(asked: tuple[Demand, ...]) -> str:
    if not asked:
        return _("No topic is asked for")
    first = asked[0]
    return ngettext(
        "Asked for most: {topic}, by {n} company",
        "Asked for most: {topic}, by {n} companies",
        len(first.companies),
        topic=word("issue", first.topic),
    )


def _demanded(one: Demand) -> dict[str, Any]:
    return {
        _("Topic"): word("issue", one.topic),
        _("Companies asking"): len(one.companies),
        _("Last held"): one.last_held_on.isoformat() if one.last_held_on else NOTHING,
        _("Next one"): one.next_on.isoformat() if one.next_on else NOTHING,
    }


def _seminars(actor: Actor, rows: SeminarRows, *, may: bool) -> None:
    components.section(_("Seminars and what came of them"))
    if not rows.seminars:
        components.empty_state(
            _("No seminar is planned or held yet."), _("Plan one on the topic that is asked for most.")
        )
        return
    names, groups = _names(), {one.id: said(one.name) for one in gate.desk().group_rows(actor).groups}
    newest = list(reversed(rows.seminars))
    for one in components.newest(newest, _("All seminars"), "seminars"):
        hands = [hand for hand in rows.hands if hand.seminar_id == one.id]
        with st.container(border=True, gap="xsmall", key=f"seminar-card-{one.id}"):
            st.markdown(_card(one, hands, names, groups))
            if may and st.button(
                _("Hands and results"), icon=":material/edit:", key=f"seminar-{one.id}", help=one.title
            ):
                open_form("seminar", one.id)


def _card(one: Seminar, hands: list[SeminarHand], names: Mapping[str, str], groups: Mapping[str, str]) -> str:
    told = [hand for hand in hands if hand.came_of_it]
    lines = [
        f"**{plain(one.title)}** · {plain(day(one.held_on))} · {plain(word('issue', one.topic))}",
        labelled(_("Hands raised"), str(len(hands))),
    ]
    if one.group_id:
        lines.append(labelled(_("Group that holds it"), groups.get(one.group_id, one.group_id)))
    if one.held_on <= gate.desk().today():
        lines.append(
            labelled(
                _("Something came of it for"), _("{part} of {whole} companies").format(part=len(told), whole=len(hands))
            )
        )
    lines += [f"- {plain(names.get(hand.member_id, hand.member_id))}: {plain(hand.came_of_it)}" for hand in told]
    return "  \n".join(lines[: len(lines) - len(told)]) + "".join(
        f"\n{line}" for line in lines[len(lines) - len(told) :]
    )


def _names() -> dict[str, str]:
    return {one.id: f"{said(one.name)} ({one.code})" for one in gate.desk().members()}


def seminar_form(actor: Actor, seminar_id: str) -> None:
    """A seminar planned or corrected, the hands that were raised, and once it was held what came of it for each."""
    desk = gate.desk()
    rows, today = desk.seminar_rows(actor), desk.today()
    found = next((one for one in rows.seminars if one.id == seminar_id), None)
    known = {one.member_id: one for one in rows.hands if one.seminar_id == seminar_id}
    components.page_title(found.title if found else _("Plan a seminar"), _("Kept as a draft while you write."))
    typing = drafting.begin(actor, f"directory/seminar/{seminar_id or 'new'}")
    if typing is None:
        return
    start = found.model_dump(mode="json") | {"hands": list(known)} if found else {}
    fields = Fields(typing, start | {f"came-{one.member_id}": one.came_of_it for one in known.values()})
    labels = _("Topic"), _("Title"), _("Day")
    topic = fields.one_of("topic", labels[0], codes("issue"), lambda one: word("issue", one))
    title = fields.text("title", labels[1])
    held_on = fields.day("held_on", labels[2])
    groups = {one.id: said(one.name) for one in desk.group_rows(actor).groups}
    group_id = fields.choice("group_id", _("Group that holds it"), tuple(groups), lambda one: groups.get(one, one))
    asking = dict.fromkeys(one.member_id for one in desk.issues(actor) if one.is_open() and one.tag == topic)
    if topic:
        st.markdown(
            plain(
                ngettext(
                    "{n} company has an open issue of this topic; it stands first in the list.",
                    "{n} companies have an open issue of this topic; they stand first in the list.",
                    len(asking),
                )
            )
        )
    names = _names()
    hands = fields.many(
        "hands", _("Who raised a hand"), tuple(asking | dict.fromkeys(names)), lambda one: names.get(one, one)
    )
    came = dict[str, str]()
    if held_on is not None and held_on <= today and hands:
        components.section(_("What came of it"))
        came = {one: fields.text(f"came-{one}", names.get(one, one)) for one in hands}
    if not sending.ends(fields, _("Save the seminar")):
        return
    if filled(topic=(labels[0], topic), title=(labels[1], title), day=(labels[2], held_on)):
        assert held_on is not None, "the form was filled in"
        new_id, on = seminar_id or typing.command_id, min(today, held_on)
        made = checked(
            lambda: RecordSeminar(
                seminar=Seminar(id=new_id, topic=topic, title=title, held_on=held_on, group_id=group_id or ""),
                hands=tuple(
                    SeminarHand(
                        seminar_id=new_id,
                        member_id=one,
                        raised_on=known[one].raised_on if one in known else on,
                        came_of_it=came.get(one, ""),
                    )
                    for one in hands
                ),
            )
        )
        if made is not None:
            sending.send(actor, typing, _("The seminar “{title}” is saved.").format(title=title), made)

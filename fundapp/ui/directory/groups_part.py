"""Groups within the association, their members, and the introductions that they make by themselves."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fundapp.basis.fact import Bilingual
from fundapp.basis.roles import Actor
from fundapp.documents.said import listed, said
from fundapp.network.group import Group, GroupIntroduction, GroupMember
from fundapp.record.association_commands import RecordGroup, RecordGroupIntroductions
from fundapp.store.association import GroupRows
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.ui import components, drafting, gate
from fundapp.ui.directory import places, sending
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import Fields, checked, filled
from fundapp.ui.network.phrases import labelled
from fundapp.ui.words import plain

MOST_NAMED = 12


def show(actor: Actor, heading: DeltaGenerator) -> None:
    """Each group as a card with what it brought about."""
    rows = gate.desk().group_rows(actor)
    with heading:
        groups = ngettext("{n} group", "{n} groups", len(rows.groups))
        made = ngettext("{n} introduction", "{n} introductions", len(rows.introductions))
        components.page_title(
            _("{groups} made {introductions}").format(groups=groups, introductions=made)
            if rows.groups
            else _("No group is recorded yet"),
            _("Members who meet by themselves, and introduce each other."),
        )
    may = sending.allowed(actor, RecordGroup)
    if may and st.button(_("Add a group"), type="primary", icon=":material/group_add:", key="new-group"):
        open_form("group")
    if not rows.groups:
        components.empty_state(
            _("No group is recorded yet."), _("Add one with its members; what it introduces is counted.")
        )
        return
    names = _names()
    with st.grid(min_column_width=420, key="groups"):
        for one in rows.groups:
            with st.container(border=True, height="stretch"):
                st.markdown(_card(one, rows, names))
                if may:
                    _ways(one, [made for made in rows.introductions if made.group_id == one.id and not made.result])


def _card(one: Group, rows: GroupRows, names: dict[str, str]) -> str:
    members = [names.get(member.member_id, member.member_id) for member in rows.members if member.group_id == one.id]
    shown = listed(members[:MOST_NAMED]) + ("…" if len(members) > MOST_NAMED else "")
    lines = [f"**{plain(said(one.name))}**", plain(one.purpose)]
    if one.lead_id:
        lines.append(labelled(_("Led by"), names.get(one.lead_id, one.lead_id)))
    lines.append(labelled(_("Members ({n})").format(n=len(members)), shown))
    own = [made for made in reversed(rows.introductions) if made.group_id == one.id]
    told = "\n".join(f"- {plain(_introduced(made, names))}" for made in own)
    return "  \n".join(filter(None, lines)) + (f"\n\n{told}" if told else "")


def _introduced(one: GroupIntroduction, names: dict[str, str]) -> str:
    text = _("{day}: {member} to {other}").format(
        day=day(one.introduced_on), member=names.get(one.member_id, one.member_id), other=one.introduced_to
    )
    return f"{text} ({one.result})" if one.result else text


def _ways(one: Group, unknown: list[GroupIntroduction]) -> None:
    """What one does with a group; where nothing is known yet of an introduction, it is told here."""
    for made in unknown:
        label = _("What came of the introduction to {name}").format(name=made.introduced_to)
        if st.button(label, icon=":material/edit_note:", type="tertiary", key=f"result-{made.id}"):
            open_form("introduction", made.id)
    with st.container(horizontal=True):
        name = said(one.name)
        if st.button(_("An introduction"), icon=":material/handshake:", key=f"introduce-{one.id}", help=name):
            open_form("introduction", one.id)
        if st.button(_("Correct"), icon=":material/edit:", key=f"group-{one.id}", help=name):
            open_form("group", one.id)


def _names() -> dict[str, str]:
    return {one.id: said(one.name) for one in gate.desk().members()}


def group_form(actor: Actor, group_id: str) -> None:
    """A group with its members, added or corrected."""
    desk = gate.desk()
    rows = desk.group_rows(actor)
    found = next((one for one in rows.groups if one.id == group_id), None)
    known = {one.member_id: one for one in rows.members if one.group_id == group_id}
    components.page_title(said(found.name) if found else _("Add a group"), _("Kept as a draft while you write."))
    typing = drafting.begin(actor, f"directory/group/{group_id or 'new'}")
    if typing is None:
        return
    start = (
        {"name_ja": found.name.ja, "name_en": found.name.en, "purpose": found.purpose, "lead_id": found.lead_id}
        if found
        else {}
    )
    fields = Fields(typing, start | {"members": list(known)})
    label, names = _("Name (Japanese)"), _names()
    name_ja, name_en = fields.text("name_ja", label), fields.text("name_en", _("Name (English)"))
    purpose = fields.text("purpose", _("What it meets for"))
    members = fields.many("members", _("Its members"), tuple(names), lambda one: names.get(one, one))
    lead_id = fields.choice("lead_id", _("Led by"), tuple(members), lambda one: names.get(one, one))
    if sending.ends(fields, _("Save the group")) and filled(name=(label, name_ja)):
        new_id = group_id or typing.command_id
        made = RecordGroup(
            group=Group(
                id=new_id, name=Bilingual(ja=name_ja, en=name_en or name_ja), purpose=purpose, lead_id=lead_id or ""
            ),
            members=tuple(
                GroupMember(group_id=new_id, member_id=one, since=known[one].since if one in known else desk.today())
                for one in members
            ),
        )
        sending.send(actor, typing, _("{name} is saved.").format(name=said(made.group.name)), made)


def introduction_form(actor: Actor, row: str) -> None:
    """An introduction that a group made: a new one by the group's id, else the one that is corrected."""
    desk = gate.desk()
    rows = desk.group_rows(actor)
    known = next((one for one in rows.introductions if one.id == row), None)
    group_id = known.group_id if known else row
    group = next((one for one in rows.groups if one.id == group_id), None)
    if group is None:
        places.close_form()
        return
    components.page_title(_("An introduction by {name}").format(name=said(group.name)))
    typing = drafting.begin(actor, f"directory/introduction/{row}")
    if typing is None:
        return
    start = known.model_dump(mode="json") if known else {"introduced_on": desk.today().isoformat()}
    fields, names = Fields(typing, start), _names()
    labels = _("Which member"), _("To whom"), _("When")
    members = tuple(one.member_id for one in rows.members if one.group_id == group_id)
    member = fields.choice("member_id", labels[0], members, lambda one: names.get(one, one))
    introduced_to = fields.text("introduced_to", labels[1])
    introduced_on = fields.day("introduced_on", labels[2])
    result = fields.text("result", _("What came of it"))
    if not sending.ends(fields, _("Save the introduction")):
        return
    if filled(member=(labels[0], member), to=(labels[1], introduced_to), on=(labels[2], introduced_on)):
        made = checked(
            lambda: GroupIntroduction.model_validate(
                {
                    "id": known.id if known else typing.command_id,
                    "group_id": group_id,
                    "member_id": member,
                    "introduced_to": introduced_to,
                    "introduced_on": introduced_on,
                    "result": result,
                }
            )
        )
        if made is not None:
            done = _("The introduction to {name} is saved.").format(name=made.introduced_to)
            sending.send(actor, typing, done, RecordGroupIntroductions(introductions=(made,)))

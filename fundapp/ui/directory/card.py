"""One member whole: who it is, whom to ask, what it can do, where and with what, what was heard there, its history."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.basis.roles import Actor
from fundapp.documents.said import NOTHING, listed, said
from fundapp.network.capability import Capability
from fundapp.network.contact import Contact
from fundapp.network.member import Member
from fundapp.network.process import ProcessTree
from fundapp.record.directory_commands import RecordMember
from fundapp.store.directory import MemberFile
from fundapp.store.history import Change
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.text.figures import day, percent, yen
from fundapp.ui import components, gate
from fundapp.ui.directory import issues, life, places, sending
from fundapp.ui.directory.words import word
from fundapp.ui.forms import open_form
from fundapp.ui.network.phrases import labelled
from fundapp.ui.words import plain

CAPABILITY = "capability"
_SHOWN_CHANGES = 12


def show(actor: Actor, file: MemberFile, tree: ProcessTree) -> None:
    """The member's page."""
    member = file.member
    action = _("Correct") if sending.allowed(actor, RecordMember) else ""
    if components.page_title(said(member.name), _kind(file), action=action, key="correct-member"):
        open_form("member", member.id)
    with st.container(horizontal=True):
        if st.button(_("All members"), icon=":material/arrow_back:", type="tertiary", key="to-list"):
            places.to_list()
        if action and st.button(_("Record a visit"), icon=":material/directions_walk:", key="visit-here"):
            open_form("visit", member.id)
        if (
            action
            and member.member_class == "company"
            and not any(one.ended_on is None for one in file.life.watches)
            and st.button(_("Watch this company"), icon=":material/visibility:", key="watch-here")
        ):
            open_form("watch")
    sending.show_receipt()
    left, right = st.columns([3, 2], gap="large")
    with left:
        _capabilities(file.capabilities, tree, may=bool(action))
        issues.show_timeline(actor, file)
    with right:
        _contacts(sorted(file.contacts, key=lambda one: not one.main), file.mentioned, may=bool(action))
        _premises(file)
        _about(file)
        life.show(file)
    _history(file.changes)


def _kind(file: MemberFile) -> str:
    member = file.member
    parts = [member.code, word("member_class", member.member_class)]
    if member.company_type:
        parts.append(word("company_type", member.company_type))
    return " · ".join(parts)


def _capabilities(found: Sequence[Capability], tree: ProcessTree, *, may: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        components.section(_("What it can do"))
        if may and st.button(_("Add a process"), icon=":material/add:", key="add-capability"):
            open_form(CAPABILITY)
    if not found:
        components.empty_state(
            _("No process is recorded."), _("Without one, this member is asked for nothing that is made to drawing.")
        )
        return
    today = gate.desk().today()
    for one in found:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(_capability(one, tree, stale=one.is_stale(today)), width="stretch")
            if may and st.button(
                _("Correct"), icon=":material/edit:", key=f"capability-{one.id}", help=_name(one, tree)
            ):
                open_form(CAPABILITY, one.id)


def _name(one: Capability, tree: ProcessTree) -> str:
    name = tree.name_of(one.process)
    return said(name) if name else one.process


def _capability(one: Capability, tree: ProcessTree, *, stale: bool) -> str:
    bounds = []
    if one.materials:
        bounds.append(listed([word("material", material) for material in one.materials]))
    if one.largest_mm is not None:
        bounds.append(_("up to {mm} mm").format(mm=f"{one.largest_mm:,}"))
    if one.tolerance_grade is not None:
        bounds.append(f"IT{one.tolerance_grade}")
    if one.lot_min is not None or one.lot_max is not None:
        bounds.append(_("lots of {least} to {most}").format(least=one.lot_min or 1, most=one.lot_max or "∞"))
    bounds += one.certificates
    free = []
    if one.free_hours_per_month is not None:
        free.append(_("{hours} free hours a month").format(hours=one.free_hours_per_month))
    if one.on_time_rate is not None:
        free.append(_("on time {share}").format(share=percent(one.on_time_rate)))
    if one.nda_signed:
        free.append(_("NDA signed"))
    confirmed = _("confirmed on {day}").format(day=day(one.confirmed_on))
    old = plain(_("not confirmed for two years"))
    state = f":material/warning: {old}" if stale else ""
    lines = [
        f"**{plain(_name(one, tree))}**",
        plain(" · ".join(bounds)),
        plain(" · ".join((*free, confirmed))),
        state,
    ]
    return "  \n".join(filter(None, lines))


def _contacts(found: Sequence[Contact], mentioned: Sequence[Member], *, may: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        components.section(_("Whom to ask"))
        if may and st.button(_("Add a contact"), icon=":material/add:", key="add-contact"):
            open_form("contact")
    if not found:
        components.empty_state(_("Nobody is named yet."), _("An inquiry goes to the person who is named here."))
    for one in found:
        with st.container(border=True):
            ways = ((_("E-mail"), one.email), (_("Telephone"), one.telephone), (_("Fax"), one.fax))
            lines = [labelled(label, way) for label, way in ways if way]
            if sent_by := _named(one.seconded_by, mentioned):
                lines.append(labelled(_("Seconded by"), sent_by))
            name = one.name or _("(erased)")
            first = plain(_("asked first"))
            main = f" · {first}" if one.main else ""
            st.markdown("  \n".join([f"**{plain(name)}**{main}", *lines]))
            if may and st.button(_("Correct"), icon=":material/edit:", key=f"contact-{one.id}", help=name):
                open_form("contact", one.id)


def _premises(file: MemberFile) -> None:
    if file.sites:
        components.section(_("Where"))
        for one in file.sites:
            st.markdown(plain(" ".join(filter(None, (one.name, one.postcode, one.address)))))
    if file.equipment:
        components.section(_("With which machines"))
        lines = []
        for machine in file.equipment:
            what = " ".join(filter(None, (machine.name, machine.maker, machine.model)))
            count = f" × {machine.count}" if machine.count > 1 else ""
            lines.append(f"- {plain(what + count)}" + (f"  \n  {plain(machine.note)}" if machine.note else ""))
        st.markdown("\n".join(lines))


def _about(file: MemberFile) -> None:
    member = file.member
    components.section(_("About it"))
    facts = (
        (_("Corporate number"), member.corporate_number),
        (pgettext("company", "Capital"), NOTHING if member.capital_yen is None else yen(member.capital_yen)),
        (_("Employees"), NOTHING if member.employees is None else f"{member.employees:,}"),
        (_("Succession and hazard zone"), _("checked") if member.checked else _("not checked yet")),
        (_("Joined on"), day(member.joined_on) if member.joined_on else ""),
        (_("Left on"), day(member.left_on) if member.left_on else ""),
        (_("Referred by"), _named(member.referred_by, file.mentioned)),
        (_("Came on its word ({n})").format(n=len(file.referred)), listed([said(one.name) for one in file.referred])),
    )
    lines = [labelled(label, value) for label, value in facts if value]
    if member.successor_missing:
        nobody = plain(_("The owner is 65 or older and nobody is to follow"))
        lines.append(f":material/warning: {nobody}")
    st.markdown("  \n".join(lines))


def _named(member_id: str, mentioned: Sequence[Member]) -> str:
    """The name of a member that is mentioned; empty for none."""
    return next((said(one.name) for one in mentioned if one.id == member_id), "")


def _history(changes: Sequence[Change]) -> None:
    """Who changed what and when; the newest first."""
    if not changes:
        return
    label = ngettext("{n} change so far", "{n} changes so far", len(changes))
    place = st.expander(label, icon=":material/history:", on_change="rerun", key="member-history")
    if not place.open:
        return
    names = {person: known.name for person, known in gate.desk().people().items()}

    def who(person: str) -> str:
        return said(names[person]) if person in names else NOTHING

    with place:
        for one in list(reversed(changes))[:_SHOWN_CHANGES]:
            when = day(day_of(datetime.fromisoformat(one.at)))
            st.markdown(f"**{plain(when)}** {plain(who(one.actor))}  \n{plain(_changed(one))}")


def _changed(one: Change) -> str:
    if one.old is None:
        return _("entered")
    if one.new is None:
        return _("taken out of the directory")
    if one.old == one.new:
        return _("the person was erased")
    before, after = json.loads(one.old), json.loads(one.new)
    if before["id"] != after["id"]:
        return _("{code} was merged into this entry").format(code=before["code"])
    parts: list[str] = []
    said_of: Callable[[object], str] = lambda value: NOTHING if value in (None, "") else str(value)  # noqa: E731
    for name, value in after.items():
        if before.get(name) != value:
            parts.append(f"{name}: {said_of(before.get(name))} → {said_of(value)}")
    return listed(parts)

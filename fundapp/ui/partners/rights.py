"""The register of intellectual property: what the universities and the licensing office hold, and who uses it."""

from collections.abc import Mapping

import streamlit as st

from fundapp.documents.said import NOTHING
from fundapp.network.ip import IpRight
from fundapp.network.member import MemberClass
from fundapp.record.directory_commands import RecordIpRights
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.ui import components
from fundapp.ui.directory import sending
from fundapp.ui.directory.words import codes, word
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import checked, filled
from fundapp.ui.network.phrases import labelled
from fundapp.ui.partners import forms
from fundapp.ui.partners.seen import Seen, named
from fundapp.ui.searching import matches
from fundapp.ui.words import plain

HOLDERS: tuple[MemberClass, ...] = ("university", "tlo")


def show(seen: Seen) -> None:
    """What is on offer first; each right with who uses it and on which terms."""
    rights = sorted(seen.rows.ip_rights, key=lambda one: (one.state != "offered", one.title))
    offered = sum(one.state == "offered" and one.is_in_force(seen.today) for one in rights)
    with st.container(horizontal=True, vertical_alignment="center"):
        components.section(
            _("{rights}, {offered} on offer").format(
                rights=ngettext("{n} right", "{n} rights", len(rights)), offered=offered
            )
        )
        if seen.may(RecordIpRights) and st.button(
            _("Add a right"), type="primary", icon=":material/add:", key="add-right"
        ):
            open_form("right")
    if not rights:
        components.empty_state(
            _("No right is registered yet."),
            _("Add what the universities and the licensing office hold, with who may use it."),
        )
        return
    wanted = st.text_input(_("Search by title, holder, field or user"), icon=":material/search:", key="right-words")
    shown = [one for one in rights if matches(wanted, _searched(seen, one))]
    if not shown:
        components.empty_state(_("No right is like that."), _("Take a word away."))
        return
    with st.grid(min_column_width=380, key="rights"):
        for one in shown:
            with st.container(border=True, height="stretch"):
                _right(seen, one)
    with st.expander(_("The rights as a table"), icon=":material/table:"):
        components.table([_row(seen, one) for one in shown], about=_("Rights that members hold"), key="ip-rights")


def _searched(seen: Seen, one: IpRight) -> tuple[str, ...]:
    return (one.title, seen.name(one.holder_id), one.field, seen.providers.shown(one.user), one.number, one.inventors)


def _right(seen: Seen, one: IpRight) -> None:
    state = word("ip_state", one.state)
    sign = "check_circle" if one.is_in_force(seen.today) else "error"
    if one.state != "lapsed" and not one.is_in_force(seen.today):
        state = _("its last day was {day}").format(day=day(one.ends_on)) if one.ends_on else state
    lines = [
        f"**{plain(one.title)}**",
        f":material/{sign}: {plain(state)}",
        labelled(_("Held by"), seen.name(one.holder_id)),
        labelled(_("Kind and number"), f"{word('ip_kind', one.kind)} {one.number}".strip()),
        *([labelled(_("Can be used for"), one.field)] if one.field else []),
        *([labelled(_("Used by"), seen.providers.shown(one.user))] if one.user else []),
        *([labelled(_("Terms"), one.terms)] if one.terms else []),
    ]
    st.markdown("  \n".join(lines))
    if seen.may(RecordIpRights) and st.button(
        _("Correct"), icon=":material/edit:", key=f"right-{one.id}", help=one.title
    ):
        open_form("right", one.id)


def _row(seen: Seen, one: IpRight) -> Mapping[str, str]:
    return {
        _("Title"): one.title,
        _("Held by"): seen.name(one.holder_id),
        _("Kind"): word("ip_kind", one.kind),
        _("Number of the filing or the grant"): one.number,
        _("State"): word("ip_state", one.state),
        _("Used by"): seen.providers.shown(one.user),
        _("Filed on"): one.filed_on.isoformat() if one.filed_on else NOTHING,
        _("Last day"): one.ends_on.isoformat() if one.ends_on else NOTHING,
        _("Inventors"): one.inventors,
        _("Terms"): one.terms,
    }


def right_form(seen: Seen, right_id: str) -> None:
    """One right, added or corrected."""
    found = next((one for one in seen.rows.ip_rights if one.id == right_id), None)
    start = found.model_dump(mode="json") if found else {"kind": "patent", "state": "offered"}
    title = _("Correct a right") if found else _("Add a right")
    why = _("Joint research goes before a licence: it is what the network found to work.")
    fields = forms.begun(seen, f"right/{right_id or 'new'}", start, title=title, subtitle=why)
    if fields is None:
        return
    holders = named([one for kind in HOLDERS for one in seen.of(kind)])
    labels = _("Title"), _("Held by")
    name = fields.text("title", labels[0])
    left, right = st.columns(2, gap="large")
    with left:
        holder = fields.choice("holder_id", labels[1], tuple(holders), lambda one: holders.get(one, one))
        kind = fields.choice("kind", _("Kind"), codes("ip_kind"), lambda one: word("ip_kind", one))
        number = fields.text("number", _("Number of the filing or the grant"), most=60)
        inventors = fields.text("inventors", _("Inventors"))
        use = fields.text("field", _("Can be used for"))
    with right:
        filed_on = fields.day("filed_on", _("Filed on"))
        ends_on = fields.day("ends_on", _("Last day"))
        state = fields.choice("state", _("State"), codes("ip_state"), lambda one: word("ip_state", one))
        user = fields.choice("user", _("Used by"), seen.providers.options(), seen.providers.shown, new=True)
        terms = fields.text("terms", _("Terms: who owns what comes out of it"))
    if not sending.ends(fields, _("Save the right")):
        return
    if filled(title=(labels[0], name), holder=(labels[1], holder)):
        made = checked(
            lambda: IpRight(
                id=right_id or fields.typing.command_id,
                holder_id=holder,
                title=name,
                kind=kind or "patent",
                number=number,
                filed_on=filed_on,
                ends_on=ends_on,
                inventors=inventors,
                field=use,
                state=state or "offered",
                user=seen.providers.canonical(user or ""),
                terms=terms,
            )
        )
        if made is not None:
            sending.send(seen.actor, fields.typing, _("The right is saved."), RecordIpRights(rights=(made,)))

"""The map of the support bodies: what each offers on which level and at what price, what overlaps, what nobody does."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from fundapp.committee.support_menu import SupportMenu
from fundapp.documents.said import NOTHING, listed, said
from fundapp.network.contact import Contact
from fundapp.network.member import Member, MemberClass
from fundapp.network.process import ProcessTree
from fundapp.network.service import Covered, Service, coverage, done_by_nobody
from fundapp.record.association_commands import RecordServices
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import yen
from fundapp.text.network_words import word, words
from fundapp.ui import components, gate
from fundapp.ui.directory import desk_of, sending
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import checked
from fundapp.ui.network.phrases import labelled
from fundapp.ui.network.seen import menu
from fundapp.ui.partners import forms
from fundapp.ui.partners.seen import Seen
from fundapp.ui.words import plain

BODIES: tuple[MemberClass, ...] = (
    *("support_body", "tlo", "municipality", "bank", "university", "overseas_agency"),
    *("sales_coordinator", "sales_rep", "retired_engineer", "individual"),
)
"""Kinds of members that offer support: all but the companies, which are asked by inquiry."""


def show(seen: Seen) -> None:
    """The map first, then body by body."""
    services, kinds = gate.desk().services(seen.actor), menu()
    found = coverage([one.id for one in kinds.kinds], services)
    components.section(_title(found))
    names = {one.id: said(one.name) for one in seen.members}
    told = {one.id: f"{one.id} {one.name.of(language())}" for one in kinds.kinds}
    _to_agree(found, told, names)
    components.folded_table(
        _("All kinds of support and who offers them"),
        lambda: [_row(one, told, names) for one in found],
        about=_("Who offers which kind of support"),
        key="support-map",
        icon=":material/table:",
    )
    _processes(seen, desk_of.process_tree())
    _bodies(seen, services, kinds)


def _title(found: Sequence[Covered]) -> str:
    states = [one.state() for one in found]
    several, nobody = states.count("several"), states.count("nobody")
    return _("{overlap}, {gap}").format(
        overlap=ngettext(
            "{n} kind of support is offered by several bodies",
            "{n} kinds of support are offered by several bodies",
            several,
        ),
        gap=ngettext("{n} by none of them", "{n} by none of them", nobody),
    )


def _to_agree(found: Sequence[Covered], told: Mapping[str, str], names: Mapping[str, str]) -> None:
    """What several offer, with their names, and what nobody does: the two that call for an agreement."""
    lines = []
    for one in found:
        if one.state() == "several":
            who = [
                labelled(word("level", level), _named(bodies, names))
                for level, bodies in (("local", one.local), ("wide_area", one.wide_area))
                if bodies
            ]
            lines.append("  \n  ".join([f"- {plain(told[one.of])}", *who]))
    if lines:
        st.markdown("\n".join(lines))
    missing = [told[one.of] for one in found if one.state() == "nobody"]
    if missing:
        st.markdown(labelled(_("Offered by none of them"), listed(missing)))


def _named(bodies: Sequence[str], names: Mapping[str, str]) -> str:
    return listed([names.get(body, body) for body in bodies])


def _row(one: Covered, told: Mapping[str, str], names: Mapping[str, str]) -> dict[str, Any]:
    return {
        _("Kind of support"): told[one.of],
        word("level", "local"): _named(one.local, names) or NOTHING,
        word("level", "wide_area"): _named(one.wide_area, names) or NOTHING,
        _("State"): word("covered", one.state()),
    }


def _processes(seen: Seen, tree: ProcessTree) -> None:
    """The processes that no member of the whole directory can do."""
    missing = done_by_nobody([one.id for one in tree.processes], gate.desk().processes_of_members(seen.actor))
    if not missing:
        return
    told = listed([said(name) for one in missing if (name := tree.name_of(one))])
    lead = ngettext("{n} process that no member can do:", "{n} processes that no member can do:", len(missing))
    st.markdown(f"{plain(lead)} {plain(told)}")


def _bodies(seen: Seen, services: Sequence[Service], kinds: SupportMenu) -> None:
    offering = {one.member_id for one in services}
    sent = _sent(gate.desk().contacts(seen.actor))
    bodies = [one for kind in BODIES for one in seen.of(kind)]
    shown = [one for one in bodies if one.id in offering or one.id in sent]
    components.section(_("What each body offers"))
    may = seen.may(RecordServices)
    if may:
        rest = {one.id: f"{said(one.name)} ({one.code})" for one in bodies}
        picked = st.selectbox(
            _("Enter what a body offers"),
            tuple(rest),
            index=None,
            format_func=lambda one: rest[one],
            placeholder=_("Choose"),
            key="body-to-enter",
            width=420,
        )
        if picked is not None and st.button(_("What it offers"), icon=":material/edit:", key="enter-services"):
            open_form("services", picked)
    if not shown:
        components.empty_state(_("Nothing is entered yet."), _("Choose a body above and say what it offers."))
    with st.grid(min_column_width=380, key="bodies"):
        for body in shown:
            with st.container(border=True, height="stretch"):
                own = [one for one in services if one.member_id == body.id]
                st.markdown(_body(body, own, sent.get(body.id, ()), kinds))
                if may and st.button(
                    _("What it offers"), icon=":material/edit:", key=f"services-{body.id}", help=said(body.name)
                ):
                    open_form("services", body.id)


def _sent(contacts: Sequence[Contact]) -> dict[str, list[Contact]]:
    """The people whom each body has sent to work elsewhere."""
    found: dict[str, list[Contact]] = {}
    for one in contacts:
        if one.seconded_by:
            found.setdefault(one.seconded_by, []).append(one)
    return found


def _body(body: Member, services: Sequence[Service], sent: Sequence[Contact], kinds: SupportMenu) -> str:
    lines = [f"**{plain(said(body.name))}** · {plain(word('member_class', body.member_class))}"]
    names = {one.id: one.name.of(language()) for one in kinds.kinds}
    told = [f"- {plain(service_told(one, names))}" for one in services]
    if sent:
        people = listed([one.name or _("(erased)") for one in sent])
        lines.append(labelled(_("Has seconded"), people))
    return "  \n".join(lines) + ("\n\n" + "\n".join(told) if told else "")


def service_told(one: Service, names: Mapping[str, str]) -> str:
    """A service in one line: what, on which level, where, and what it costs whom."""
    parts = [f"{one.kind} {names.get(one.kind, '')}".strip(), word("level", one.level)]
    if one.area:
        parts.append(one.area)
    parts.append(_("cost agreed each time") if one.cost_yen is None else yen(one.cost_yen))
    if one.free_for_members:
        parts.append(_("free for member companies"))
    return " · ".join((*parts, *filter(None, [one.note])))


def services_form(seen: Seen, member_id: str) -> None:
    """All that a body offers, in one table."""
    known = [one for one in gate.desk().services(seen.actor) if one.member_id == member_id]
    kinds = {one.id: f"{one.id} {one.name.of(language())}" for one in menu().kinds}
    levels = words("level")
    start = {
        "services": [
            [
                kinds.get(one.kind, one.kind),
                levels[one.level],
                one.area,
                one.cost_yen,
                one.free_for_members,
                one.note,
            ]
            for one in known
        ]
    }
    title = _("What {name} offers").format(name=seen.name(member_id))
    fields = forms.begun(seen, f"services/{member_id}", start, title=title)
    if fields is None:
        return
    headers = {
        "kind": st.column_config.SelectboxColumn(_("Kind of support"), options=list(kinds.values()), required=True),
        "level": st.column_config.SelectboxColumn(_("Level"), options=list(levels.values()), required=True),
        "area": st.column_config.TextColumn(_("Where")),
        "cost_yen": st.column_config.NumberColumn(_("Standard cost, yen"), min_value=0, step=1),
        "free_for_members": st.column_config.CheckboxColumn(_("Free for member companies")),
        "note": st.column_config.TextColumn(_("Note")),
    }
    rows = fields.rows("services", _("What it offers"), headers)
    if not sending.ends(fields, _("Save what it offers")):
        return
    by_kind, by_level = ({text: code for code, text in told.items()} for told in (kinds, levels))
    made = checked(
        lambda: tuple(
            Service.model_validate(
                {
                    "member_id": member_id,
                    "kind": by_kind.get(row["kind"] or "", ""),
                    "level": by_level.get(row["level"] or "", "wide_area"),
                    "area": row.get("area") or "",
                    "cost_yen": None if row.get("cost_yen") is None else int(row["cost_yen"]),
                    "free_for_members": bool(row.get("free_for_members")),
                    "note": row.get("note") or "",
                }
            )
            for row in rows
        )
    )
    if made is not None:
        done = _("What {name} offers is saved.").format(name=seen.name(member_id))
        sending.send(seen.actor, fields.typing, done, RecordServices(member_id=member_id, services=made))

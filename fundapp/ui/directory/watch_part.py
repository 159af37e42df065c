"""The watch list: promising companies, the weak spot on which support is concentrated, and where each stands."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fundapp.basis.roles import Actor
from fundapp.documents.said import listed, said
from fundapp.network.member import Member
from fundapp.network.visit import Issue
from fundapp.network.watch import STAGES, Watch, at_the_weak_spot, stage
from fundapp.record.association_commands import RecordWatches
from fundapp.record.company_member import proposals_of
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.ui import components, drafting, gate
from fundapp.ui.directory import places, sending
from fundapp.ui.directory.words import codes, word
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import Fields, checked, filled
from fundapp.ui.network.phrases import labelled
from fundapp.ui.words import plain


def show(actor: Actor, heading: DeltaGenerator) -> None:
    """The pipeline, stage by stage."""
    desk = gate.desk()
    watches, issues, proposals = desk.watches(actor), desk.issues(actor), desk.proposals(actor)
    members = {one.id: one for one in desk.members()}
    by_stage: dict[str, list[Watch]] = {one: [] for one in STAGES}
    became = {one.id: [made.code for made in proposals_of(members[one.member_id], proposals)] for one in watches}
    for one in watches:
        by_stage[stage(one, issues, has_proposal=bool(became[one.id]))].append(one)
    watched = len(watches) - len(by_stage["ended"])
    with heading:
        components.page_title(
            ngettext("{n} company is watched", "{n} companies are watched", watched)
            if watched
            else _("No company is watched"),
            _("Promising companies; support is concentrated on the weak spot of each until it asks for an investment."),
        )
    may = sending.allowed(actor, RecordWatches)
    if may and st.button(_("Watch a company"), type="primary", icon=":material/visibility:", key="new-watch"):
        open_form("watch")
    if not watches:
        components.empty_state(
            _("Nobody is on the list yet."),
            _("Choose a company that visits showed to be promising, and say what is still weak."),
        )
        return
    for name, found in by_stage.items():
        if not found:
            continue
        components.section(_("{stage} ({n})").format(stage=word("watch_stage", name), n=len(found)))
        with st.grid(min_column_width=380, key=f"watch-{name}"):
            for one in found:
                with st.container(border=True, height="stretch", gap="xsmall"):
                    st.markdown(_card(one, members[one.member_id], issues, became[one.id]))
                    _ways(one, members[one.member_id], may=may)


def _card(one: Watch, member: Member, issues: tuple[Issue, ...], became: list[str]) -> str:
    own = at_the_weak_spot(one, issues)
    open_ = sum(issue.is_open() for issue in own)
    weak = _("{issue}: {open} of {all} issues open").format(
        issue=word("issue", one.weak_spot), open=open_, all=len(own)
    )
    lines = [
        f"**{plain(said(member.name))}**",
        labelled(_("Promising because"), one.why),
        labelled(_("Weak spot"), weak),
    ]
    if became:
        lines.append(labelled(_("Proposal"), listed(became)))
    if one.ended_on is not None:
        lines.append(labelled(_("Ended on {day}").format(day=day(one.ended_on)), one.ended_why))
    elif one.next_step:
        late = one.next_on is not None and one.next_on < gate.desk().today()
        sign = ":material/error:" if late else ":material/schedule:"
        when = f" ({day(one.next_on)})" if one.next_on else ""
        lines.append(f"{sign} {plain(one.next_step + when)}")
    return "  \n".join(lines)


def _ways(one: Watch, member: Member, *, may: bool) -> None:
    with st.container(horizontal=True):
        name = said(member.name)
        if st.button(_("Open"), icon=":material/chevron_right:", key=f"watched-{one.id}", help=name):
            places.open_member(member.id)
        if may and st.button(_("Correct"), icon=":material/edit:", key=f"watch-{one.id}", help=name):
            open_form("watch", one.id)


def watch_form(actor: Actor, watch_id: str, member_id: str) -> None:
    """A company put on the list, corrected, or taken off it with the reason."""
    desk = gate.desk()
    found = next((one for one in desk.watches(actor) if one.id == watch_id), None)
    components.page_title(_("Watch a company"), _("Kept as a draft while you write."))
    typing = drafting.begin(actor, f"directory/watch/{watch_id or member_id or 'new'}")
    if typing is None:
        return
    start = {"member_id": member_id, "since": desk.today().isoformat()}
    fields = Fields(typing, found.model_dump(mode="json") if found else start)
    names = {one.id: f"{said(one.name)} ({one.code})" for one in desk.members() if one.member_class == "company"}
    labels = _("Company to watch"), _("Watched since"), _("What makes it promising"), _("Weak spot")
    member = fields.choice("member_id", labels[0], tuple(names), lambda one: names.get(one, one))
    since = fields.day("since", labels[1])
    why = fields.text("why", labels[2])
    weak_spot = fields.one_of("weak_spot", labels[3], codes("issue"), lambda one: word("issue", one))
    next_step = fields.text("next_step", _("Next step"))
    next_on = fields.day("next_on", _("Next step by"))
    ended_on = fields.day("ended_on", _("Watched no longer since"))
    ended_why = fields.text("ended_why", _("Why it is watched no longer"))
    if not sending.ends(fields, _("Save the watching")):
        return
    if filled(member=(labels[0], member), since=(labels[1], since), why=(labels[2], why), weak=(labels[3], weak_spot)):
        made = checked(
            lambda: Watch.model_validate(
                {
                    "id": watch_id or typing.command_id,
                    "member_id": member,
                    "since": since,
                    "why": why,
                    "weak_spot": weak_spot,
                    "next_step": next_step,
                    "next_on": next_on,
                    "ended_on": ended_on,
                    "ended_why": ended_why,
                }
            )
        )
        if made is not None:
            done = _("{name} is on the watch list.").format(name=names.get(made.member_id, ""))
            if made.ended_on is not None:
                done = _("{name} is watched no longer.").format(name=names.get(made.member_id, ""))
            sending.send(actor, typing, done, RecordWatches(watches=(made,)))

"""A company's visits and management issues as a line in time; what an issue became."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Proposal
from fundapp.documents.said import said
from fundapp.network.member import Member
from fundapp.network.need import SupportNeed
from fundapp.network.visit import Issue, timeline
from fundapp.record.company_member import proposals_of
from fundapp.record.directory_commands import CloseIssue, IssueBecomesNeed, IssueBecomesReason
from fundapp.store.directory import MemberFile
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.ui import components, gate
from fundapp.ui.directory import sending
from fundapp.ui.directory.words import word
from fundapp.ui.words import plain

_SIGNS = {"visit": ":material/directions_walk:", "heard": ":material/hearing:", "closed": ":material/check_circle:"}


def show_timeline(actor: Actor, file: MemberFile) -> None:
    """The open issues with what one may do about them, then everything in time."""
    open_ = [one for one in file.issues if one.is_open()]
    components.section(
        ngettext("{n} open management issue", "{n} open management issues", len(open_))
        if open_
        else _("No open management issue")
    )
    for issue in open_:
        _open_issue(actor, file.member, issue)
    entries = timeline(file.visits, file.issues)
    if not entries:
        components.empty_state(
            _("Nobody has been there yet."), _("Record a visit; it takes two minutes, also on a telephone.")
        )
        return
    lines = []
    for one in entries:
        tag = f"{word('issue', one.tag)}: " if one.tag else ""
        lines.append(f"- {_SIGNS[one.kind]} **{plain(day(one.on))}** {plain(tag + one.text)}")
    with st.expander(_("Visits and issues in time"), icon=":material/timeline:", expanded=not open_):
        st.markdown("\n".join(lines))


def _open_issue(actor: Actor, member: Member, issue: Issue) -> None:
    with st.container(border=True, gap="xsmall", key=f"issue-{issue.id}"):
        since = _("since {day}").format(day=day(issue.heard_on))
        st.markdown(f"**{plain(word('issue', issue.tag))}** · {plain(since)}  \n{plain(issue.text)}")
        if not sending.allowed(actor, CloseIssue):
            return
        proposals = proposals_of(member, gate.desk().proposals(actor))
        with st.container(horizontal=True):
            with st.popover(_("Closed"), icon=":material/check:"):
                _close(actor, issue)
            for proposal in proposals:
                _turns_into(actor, issue, proposal)


def _close(actor: Actor, issue: Issue) -> None:
    what = st.text_input(_("What ended it"), key=f"close-{issue.id}")
    if st.button(_("It is closed"), type="primary", key=f"close-now-{issue.id}"):
        today = gate.desk().today()
        command = CloseIssue(issue_id=issue.id, on=today, what_ended_it=what)
        sending.press(actor, command, f"close-{issue.id}", _("The issue is closed."))


def _turns_into(actor: Actor, issue: Issue, proposal: Proposal) -> None:
    name = f"{proposal.code} {said(proposal.name)}"
    if not issue.need_id and st.button(
        _("A support need of {code}").format(code=proposal.code),
        icon=":material/checklist:",
        key=f"need-{issue.id}-{proposal.id}",
    ):
        need = SupportNeed(id=f"need-{issue.id}", proposal_id=proposal.id, name=issue.text[:200])
        command = IssueBecomesNeed(issue_id=issue.id, need=need)
        sending.press(actor, command, f"need-{issue.id}", _("It is a support need of {name}.").format(name=name))
    if issue.reason_proposal_id:
        return
    for is_for, label in ((True, _("A reason for {code}")), (False, _("A reason against {code}"))):
        if st.button(label.format(code=proposal.code), key=f"reason-{is_for}-{issue.id}-{proposal.id}"):
            reason = IssueBecomesReason(
                issue_id=issue.id, proposal_id=proposal.id, is_for=is_for, text=issue.text[:200]
            )
            done = _("It stands among the reasons of {name}.").format(name=name)
            sending.press(actor, reason, f"reason-{issue.id}", done)

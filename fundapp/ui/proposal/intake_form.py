"""The intake of gate G0: what the secretariat states about a proposal's papers, each with its day."""

import streamlit as st

from fundapp.basis.days import day_of
from fundapp.committee.proposal import Intake
from fundapp.record.commands import CheckIntake
from fundapp.text.catalogue import _
from fundapp.ui import gate
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.proposal.sending import nonce
from fundapp.ui.words import plain


def intake_form(paper: Paper) -> CheckIntake | None:
    """The checklist; the command once it was sent."""
    given, revision = paper.proposal.intake, paper.today.bill_revision
    # A Tokyo day: the framework's own "today" is the day of the server's clock.
    today = day_of(gate.desk().now())
    form = f"intake-{paper.proposal.id}"
    key = f"{form}-{nonce(form)}"
    with st.form(key):
        came = st.checkbox(_("The proposal paper has come in"), value=given.proposal_received, key=f"{key}-proposal")
        plan = st.checkbox(_("The business plan has come in"), value=given.plan_received, key=f"{key}-plan")
        no_parts = st.checkbox(_("There are no parts to source"), value=given.no_parts, key=f"{key}-no-parts")
        known = st.checkbox(
            _("The bill of materials is the one that the committee will judge"),
            value=bool(given.bill_revision) and given.bill_revision == revision,
            disabled=not revision,
            key=f"{key}-bill",
        )
        st.markdown(
            plain(
                _("Revision in the register: {revision}").format(revision=revision)
                if revision
                else _("No bill of materials is in the register yet. The sourcing page takes it in.")
            )
        )
        reason = given.no_support_reason
        if not paper.proposal.needs_support:
            reason = st.text_input(
                _("Why the company needs no support"), value=reason, max_chars=400, key=f"{key}-no-support"
            )
        checked_on = st.date_input(
            _("Anti-social forces checked on"),
            value=given.anti_social_forces_checked_on,
            max_value=today,
            key=f"{key}-forces",
        )
        asked_on = st.date_input(
            _("Interests asked of the members on"),
            value=given.interests_asked_on,
            max_value=today,
            key=f"{key}-asked",
        )
        if not st.form_submit_button(_("Keep the intake"), type="primary", icon=":material/check:", key=f"{key}-send"):
            return None
    intake = Intake(
        proposal_received=came,
        plan_received=plan,
        bill_revision=revision if known else "",
        no_parts=no_parts,
        no_support_reason=(reason or "").strip(),
        anti_social_forces_checked_on=checked_on,
        interests_asked_on=asked_on,
    )
    return CheckIntake(proposal_id=paper.proposal.id, intake=intake)

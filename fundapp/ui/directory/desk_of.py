"""What the directory's page opens: a member, or one of the forms."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.network.process import ProcessTree
from fundapp.places import rubrics_folder
from fundapp.record import association_commands as a
from fundapp.record import directory_commands as d
from fundapp.record.command import RegisterCommand
from fundapp.record.commands import RecordCapabilities
from fundapp.record.inquiry_commands import RecordContacts
from fundapp.store.directory import MemberFile
from fundapp.store.process_files import load_process_tree
from fundapp.ui import refusal
from fundapp.ui.directory import (
    card,
    duplicates_part,
    fees_part,
    groups_part,
    importing,
    member_form,
    money_part,
    seminars_part,
    visit_form,
    watch_part,
)

FORMS: dict[str, type[RegisterCommand]] = {
    "visit": d.RecordVisits,
    "import": d.TakeMembersIn,
    "duplicates": d.MergeMembers,
    "fees": d.RecordFeePayments,
    "income": a.RecordIncome,
    "target": a.RecordGrowthTarget,
    "watch": a.RecordWatches,
    "seminar": a.RecordSeminar,
    "group": a.RecordGroup,
    "introduction": a.RecordGroupIntroductions,
    "contact": RecordContacts,
    "capability": RecordCapabilities,
    "member": d.RecordMember,
}
"""Each form and the command that it gives."""


def process_tree() -> ProcessTree:
    """The fund's process tree; the page says what is wrong with its file and stops where it cannot be read."""
    found = load_process_tree(rubrics_folder())
    if isinstance(found, ProcessTree):
        return found
    refusal.show_problems(found)
    st.stop()


def show_member(actor: Actor, file: MemberFile, tree: ProcessTree) -> None:
    """One member whole."""
    card.show(actor, file, tree)


def show_form(actor: Actor, kind: str, row: str, file: MemberFile | None, tree: ProcessTree) -> None:
    """The form that is open; one about a member that is not there is the form for a new one."""
    match kind:
        case "visit":
            visit_form.visit_form(actor, row or (file.member.id if file else ""))
        case "import":
            importing.show(actor, tree)
        case "duplicates":
            duplicates_part.show(actor)
        case "fees":
            fees_part.show(actor)
        case "income":
            money_part.income_form(actor)
        case "target":
            money_part.target_form(actor)
        case "watch":
            watch_part.watch_form(actor, row, file.member.id if file else "")
        case "seminar":
            seminars_part.seminar_form(actor, row)
        case "group":
            groups_part.group_form(actor, row)
        case "introduction":
            groups_part.introduction_form(actor, row)
        case "contact" if file is not None:
            member_form.contact_form(actor, file, row)
        case "capability" if file is not None:
            member_form.capability_form(actor, file, tree, row)
        case _:
            member_form.member_form(actor, file)

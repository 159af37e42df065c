"""A visit in under two minutes on a telephone: which company, what was heard, save. Nothing has to be typed."""

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.documents.said import said
from fundapp.network.visit import Issue, IssueTag, Visit
from fundapp.record.directory_commands import RecordVisits
from fundapp.text.catalogue import _
from fundapp.ui import components, drafting, gate
from fundapp.ui.directory import sending
from fundapp.ui.directory.words import codes, word
from fundapp.ui.network.fields import Fields, filled


def visit_form(actor: Actor, member_id: str) -> None:
    """One screen, large targets; only the company and a word are needed."""
    desk = gate.desk()
    with components.large():
        components.page_title(_("Record a visit"), _("Kept as a draft while you write."))
        typing = drafting.begin(actor, f"directory/visit/{member_id or 'new'}")
        if typing is None:
            return
        fields = Fields(typing, {"member_id": member_id, "visited_on": desk.today().isoformat()})
        names = {one.id: f"{said(one.name)} ({one.code})" for one in desk.members()}
        labels = _("Which company"), _("When")
        chosen = fields.choice("member_id", labels[0], tuple(names), lambda one: names.get(one, one))
        tags = _tags(fields)
        issues = {
            tag: fields.text(
                f"issue-{tag}", _("{issue}: in a few words, if you wish").format(issue=word("issue", tag)), most=300
            )
            for tag in tags
        }
        note = fields.words("note", _("What else was said"))
        with st.expander(_("When, and whom you met"), icon=":material/event:"):
            when = fields.day("visited_on", labels[1])
            met = fields.text("met", _("Whom you met"))
        if not sending.ends(fields, _("Save the visit")):
            return
        if not filled(member=(labels[0], chosen), day=(labels[1], when)) or when is None:
            return
        visit = Visit(
            id=typing.command_id,
            member_id=chosen,
            visited_on=when,
            visitor=actor.person,
            met=met,
            note=note,
        )
        heard = tuple(
            Issue(
                id=f"{typing.command_id}-{tag}",
                member_id=chosen,
                visit_id=visit.id,
                tag=tag,
                # Who taps an issue has said it; words of one's own may come later.
                text=text or word("issue", tag),
                heard_on=when,
            )
            for tag, text in issues.items()
        )
        done = _("The visit to {name} is saved.").format(name=names[chosen])
        sending.send(actor, typing, done, RecordVisits(visits=(visit,), issues=heard))


def _tags(fields: Fields) -> list[IssueTag]:
    """Which issues were heard: tapped, then each has a line for words of one's own."""
    given = fields.typing.values.get("tags") or []
    picked = st.pills(
        _("What is on their mind?"),
        codes("issue"),
        selection_mode="multi",
        default=[one for one in given if one in codes("issue")],
        format_func=lambda one: word("issue", one),
        key=fields.typing.widget("tags"),
    )
    fields.values["tags"] = list(picked)
    order = codes("issue")
    return sorted(picked, key=order.index)

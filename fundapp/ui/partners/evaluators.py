"""Trainings of people at banks and other bodies, and who is qualified to evaluate by them."""

from typing import Any

import streamlit as st

from fundapp.documents.said import NOTHING
from fundapp.network.training import Training, evaluators
from fundapp.record.association_commands import RecordTrainings
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day
from fundapp.ui import components, gate
from fundapp.ui.directory import sending
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import checked, filled
from fundapp.ui.partners import forms
from fundapp.ui.partners.seen import Seen, named
from fundapp.ui.words import plain


def show(seen: Seen) -> None:
    """Who may evaluate today, then every training."""
    trainings = gate.desk().trainings(seen.actor)
    people = {one.id: one.name or _("(erased)") for one in gate.desk().contacts(seen.actor)}
    able = evaluators(trainings, seen.today)
    with st.container(horizontal=True, vertical_alignment="center"):
        components.section(
            ngettext("{n} person is qualified to evaluate", "{n} people are qualified to evaluate", len(able))
            if able
            else _("Nobody is qualified to evaluate")
        )
        if seen.may(RecordTrainings) and st.button(
            _("Enter a training"), type="primary", icon=":material/school:", key="new-training"
        ):
            open_form("training")
    if not trainings:
        components.empty_state(
            _("No training is entered yet."),
            _("Enter who of a bank or another body was trained, and until when it qualifies to evaluate."),
        )
        return
    lines = [
        f"- **{plain(people.get(one.contact_id, NOTHING))}** {plain(seen.name(one.member_id))} · "
        + plain(_("until {day}").format(day=day(one.evaluator_until)))
        for one in able
        if one.evaluator_until is not None
    ]
    st.markdown("\n".join(lines))
    components.section(_("All trainings"))
    components.table(
        [_row(seen, one, people) for one in reversed(trainings)],
        about=_("Trainings and what they qualify for"),
        key="trainings",
    )
    if seen.may(RecordTrainings):
        _correct(trainings, people)


def _row(seen: Seen, one: Training, people: dict[str, str]) -> dict[str, Any]:
    return {
        _("Person"): people.get(one.contact_id, NOTHING),
        _("Of"): seen.name(one.member_id),
        _("Training"): one.course,
        _("Began on"): one.began_on.isoformat(),
        _("Lasted"): _lasted(one),
        _("Evaluator until"): one.evaluator_until.isoformat() if one.evaluator_until else NOTHING,
    }


def _lasted(one: Training) -> str:
    weeks = ngettext("{n} week", "{n} weeks", one.weeks())
    return _("{weeks}, full time").format(weeks=weeks) if one.full_time else weeks


def _correct(trainings: tuple[Training, ...], people: dict[str, str]) -> None:
    told = {
        one.id: f"{people.get(one.contact_id, NOTHING)}, {one.course} ({day(one.began_on)})"
        for one in reversed(trainings)
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = st.selectbox(
            _("Correct a training"),
            tuple(told),
            index=None,
            format_func=lambda one: told[one],
            placeholder=_("Choose"),
            key="training-to-correct",
            width=420,
        )
        if picked is not None and st.button(_("Correct"), icon=":material/edit:", key="correct-training"):
            open_form("training", picked)


def training_form(seen: Seen, training_id: str) -> None:
    """One person's training, entered or corrected."""
    desk = gate.desk()
    found = next((one for one in desk.trainings(seen.actor) if one.id == training_id), None)
    fields = forms.begun(
        seen,
        f"training/{training_id or 'new'}",
        found.model_dump(mode="json") if found else {},
        title=_("A training"),
        subtitle=_("The person is a contact of the member; add it in the directory first."),
    )
    if fields is None:
        return
    contacts = [one for one in desk.contacts(seen.actor) if one.name]
    bodies = {of: text for of, text in named(seen.members).items() if of in {one.member_id for one in contacts}}
    labels = _("Whose person"), _("Person"), _("Training"), _("Began on"), _("Ended on")
    member_id = fields.choice("member_id", labels[0], tuple(bodies), lambda one: bodies.get(one, one))
    people = {one.id: one.name for one in contacts if one.member_id == member_id}
    contact_id = fields.choice("contact_id", labels[1], tuple(people), lambda one: people.get(one, one))
    course = fields.text("course", labels[2])
    began_on, ended_on = fields.day("began_on", labels[3]), fields.day("ended_on", labels[4])
    full_time = fields.tick("full_time", _("Freed from all other work for the time"))
    until = fields.day("evaluator_until", _("Qualified as an evaluator until, if it qualifies"))
    if not sending.ends(fields, _("Save the training")):
        return
    needed = zip("abcde", labels, (member_id, contact_id, course, began_on, ended_on), strict=True)
    if filled(**{key: (label, value) for key, label, value in needed}):
        made = checked(
            lambda: Training.model_validate(
                {
                    "id": training_id or fields.typing.command_id,
                    "member_id": member_id,
                    "contact_id": contact_id,
                    "course": course,
                    "began_on": began_on,
                    "ended_on": ended_on,
                    "full_time": full_time,
                    "evaluator_until": until,
                }
            )
        )
        if made is not None:
            sending.send(seen.actor, fields.typing, _("The training is saved."), RecordTrainings(trainings=(made,)))

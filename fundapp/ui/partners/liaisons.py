"""University liaisons: what was asked, the ten working days, yes with a date or a fast no, silence counted."""

from collections.abc import Mapping, Sequence

import streamlit as st

from fundapp.basis.business_days import business_days_after
from fundapp.documents.said import NOTHING, said
from fundapp.network.member import Member
from fundapp.network.partner import (
    ANSWER_WORKING_DAYS,
    LiaisonTerms,
    Referral,
    liaison_record,
    referral_state,
    unanswered,
)
from fundapp.record.directory_commands import AnswerReferral, AskUniversity, RecordLiaisonTerms
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import day, percent
from fundapp.ui import components
from fundapp.ui.directory import places, sending
from fundapp.ui.directory.words import answer_word, codes, word
from fundapp.ui.downloads import download_button
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import checked, filled
from fundapp.ui.network.phrases import labelled
from fundapp.ui.partners import forms
from fundapp.ui.partners.seen import Seen, named
from fundapp.ui.words import plain
from fundapp.web.referral_copy import OFFICE

_SIGNS = {"silent": "error", "waiting": "schedule", "yes": "check_circle", "fast_no": "check_circle"}


def show(seen: Seen) -> None:
    """What waits first, then each university's record."""
    states = {one.id: referral_state(one, seen.today) for one in seen.rows.referrals}
    waiting = [one for one in seen.rows.referrals if states[one.id] in ("waiting", "silent")]
    with st.container(horizontal=True, vertical_alignment="center"):
        title = (
            ngettext("{n} question waits for a university", "{n} questions wait for a university", len(waiting))
            if waiting
            else _("No question waits for a university")
        )
        components.section(title)
        if seen.may(AskUniversity) and st.button(
            _("Ask a university"), type="primary", icon=":material/add:", key="ask-university"
        ):
            open_form("referral")
    for one in waiting:
        _waiting(seen, one)
    _liaisons(seen)
    _records(seen)
    rows = [
        {
            _("Asked on"): one.asked_on.isoformat(),
            _("University"): seen.name(one.university_id),
            _("Matter"): one.matter,
            _("Answer by"): one.due_on.isoformat(),
            _("State"): word("referral", states[one.id]),
            _("Answered on"): one.answered_on.isoformat() if one.answered_on else NOTHING,
            _("Promised by"): one.promised_by.isoformat() if one.promised_by else NOTHING,
        }
        for one in reversed(seen.rows.referrals)
    ]
    if rows:
        with st.expander(_("All questions"), icon=":material/table:"):
            components.table(rows, about=_("Questions to universities and their answers"), key="referrals")


def _waiting(seen: Seen, one: Referral) -> None:
    state = referral_state(one, seen.today)
    with st.container(border=True):
        st.markdown(
            "  \n".join(
                [
                    f"**{plain(seen.name(one.university_id))}** {plain(one.matter)}",
                    f":material/{_SIGNS[state]}: {plain(word('referral', state))}",
                    labelled(_("Answer by"), day(one.due_on)),
                ]
            )
        )
        with st.container(horizontal=True):
            if seen.may(AnswerReferral) and st.button(_("Enter the answer"), key=f"answer-{one.id}", help=one.matter):
                open_form("answer", one.id)
            if seen.actor.has(*OFFICE):
                download_button(_("The question on one page (PDF)"), "referral", language(), referral=one.id)


def _liaisons(seen: Seen) -> None:
    """Who takes questions at each university, and how many more it takes now."""
    universities = seen.of("university")
    if not universities:
        components.empty_state(
            _("No university is registered."),
            _("Add one in the directory as a member of the kind “university”; its liaison is entered here."),
        )
        return
    components.section(_("Whom to ask, and how many questions at a time"))
    terms = {one.member_id: one for one in seen.rows.liaison_terms}
    in_view = [one for one in universities if one.id in terms or unanswered(one.id, seen.rows.referrals)]
    rest = [one for one in universities if one not in in_view]
    _cards(seen, in_view, terms, "liaisons")
    if rest:
        label = ngettext(
            "{n} more university, asked nothing now", "{n} more universities, asked nothing now", len(rest)
        )
        place = st.expander(label, icon=":material/school:", on_change="rerun", key="more-liaisons")
        if place.open:
            with place:
                _cards(seen, rest, terms, "liaisons-not-asked")


def _cards(seen: Seen, universities: Sequence[Member], terms: Mapping[str, LiaisonTerms], key: str) -> None:
    with st.grid(min_column_width=380, key=key):
        for one in universities:
            with st.container(border=True, height="stretch"):
                _liaison(seen, one, terms.get(one.id))


def _liaison(seen: Seen, university: Member, terms: LiaisonTerms | None) -> None:
    waiting = unanswered(university.id, seen.rows.referrals)
    lines = [f"**{plain(said(university.name))}**"]
    if terms is None:
        lines.append(labelled(_("Questions waiting"), str(waiting)))
        lines.append(plain(_("No limit is entered: focus suffers when many are sent.")))
    else:
        lines += [
            labelled(_("Liaison"), terms.person),
            labelled(_("Questions waiting"), _("{n} of {most}").format(n=waiting, most=terms.most_open)),
            *([labelled(_("Strong in"), terms.fields)] if terms.fields else []),
        ]
    st.markdown("  \n".join(lines))
    if seen.may(RecordLiaisonTerms) and st.button(
        _("Liaison and limit"), icon=":material/edit:", key=f"liaison-{university.id}", help=said(university.name)
    ):
        open_form("liaison", university.id)


def terms_form(seen: Seen, university_id: str) -> None:
    """Who takes questions, and how many at a time."""
    found = next((one for one in seen.rows.liaison_terms if one.member_id == university_id), None)
    start = found.model_dump(mode="json") if found else {"most_open": 3}
    why = _("Few and focused questions are answered.")
    fields = forms.begun(seen, f"liaison/{university_id}", start, title=seen.name(university_id), subtitle=why)
    if fields is None:
        return
    label = _("As many questions at a time")
    person = fields.text("person", _("Liaison"))
    most = fields.count("most_open", label, least=1, most=99)
    strong = fields.text("fields", _("Strong in"))
    if sending.ends(fields, _("Save it")) and filled(most=(label, most)):
        made = checked(lambda: LiaisonTerms(member_id=university_id, person=person, most_open=most or 1, fields=strong))
        if made is not None:
            sending.send(seen.actor, fields.typing, _("It is saved."), RecordLiaisonTerms(terms=made))


def _records(seen: Seen) -> None:
    """How each has answered; silence and handing on are counted."""
    asked = {one.university_id for one in seen.rows.referrals}
    found = [
        liaison_record(one.id, seen.rows.referrals, seen.today) for one in seen.of("university") if one.id in asked
    ]
    if not found:
        return
    rows = [
        {
            _("University"): seen.name(one.university_id),
            _("Questions asked"): one.asked,
            _("Well answered in time"): NOTHING if one.in_time_share is None else percent(one.in_time_share),
            _("No answer in time"): one.silent,
            _("Handed on"): one.handed_on,
        }
        for one in found
    ]
    components.section(_("How they have answered"))
    components.table(rows, about=_("How each university has answered"), key="liaison-records")


def referral_form(seen: Seen) -> None:
    """A company's question to one liaison, focused on one matter."""
    start = {"asked_on": seen.today.isoformat()}
    fields = forms.begun(
        seen, "referral", start, title=_("Ask a university"), subtitle=_("One matter, to one liaison.")
    )
    if fields is None:
        return
    labels = _("University"), _("Matter"), _("Asked on")
    universities, companies = named(seen.of("university")), named(seen.of("company"))
    university = fields.choice("university_id", labels[0], tuple(universities), lambda one: universities.get(one, one))
    company = fields.choice("member_id", _("For which company"), tuple(companies), lambda one: companies.get(one, one))
    matter = fields.text("matter", labels[1])
    background = fields.words("background", _("What is known and was tried"))
    path = fields.choice("path", _("What is hoped for"), codes("referral_path"), lambda one: word("referral_path", one))
    asked_on = fields.day("asked_on", labels[2])
    due_on = business_days_after(asked_on, ANSWER_WORKING_DAYS) if asked_on else None
    if due_on is not None:
        told = _("The answer is due on {day}: {n} working days, holidays left out.")
        st.markdown(plain(told.format(day=day(due_on), n=ANSWER_WORKING_DAYS)))
    if not sending.ends(fields, _("Save the question")):
        return
    needed = {"university": (labels[0], university), "matter": (labels[1], matter), "day": (labels[2], asked_on)}
    if filled(**needed) and asked_on is not None and due_on is not None:
        made = Referral(
            id=fields.typing.command_id,
            university_id=university,
            member_id=company or "",
            matter=matter,
            asked_on=asked_on,
            due_on=due_on,
            background=background,
            path=path or "",
        )
        sending.send(seen.actor, fields.typing, _("The question is saved."), AskUniversity(referral=made))


def answer_form(seen: Seen, referral_id: str) -> None:
    """What the liaison answered. A yes needs its date; a fast no is a good answer."""
    found = next((one for one in seen.rows.referrals if one.id == referral_id), None)
    if found is None:
        places.close_form()
        return
    title = _("Answer of {name}").format(name=seen.name(found.university_id))
    start = {"on": seen.today.isoformat()}
    fields = forms.begun(seen, f"answer/{referral_id}", start, title=title, subtitle=found.matter)
    if fields is None:
        return
    labels = _("Answer"), _("Answered on")
    answer = fields.one_of("answer", labels[0], ("yes", "yes_without_date", "no", "handed_on"), answer_word)
    on = fields.day("on", labels[1])
    promised = fields.day("promised_by", _("With a yes: by when")) if answer == "yes" else None
    handed_to = fields.text("handed_to", _("To whom")) if answer == "handed_on" else ""
    if sending.ends(fields, _("Save the answer")) and filled(answer=(labels[0], answer), on=(labels[1], on)):
        assert on is not None, "the form was filled in"
        command = AnswerReferral(
            referral_id=referral_id, answer=answer, on=on, promised_by=promised, handed_to=handed_to
        )
        done = _("The answer of {name} is saved.").format(name=said_name(seen, found))
        sending.send(seen.actor, fields.typing, done, command)


def said_name(seen: Seen, found: Referral) -> str:
    """The university's name."""
    return next((said(one.name) for one in seen.members if one.id == found.university_id), found.university_id)

"""Agencies abroad: the named person who speaks the language, give and take, fairs."""

import streamlit as st

from fundapp.documents.said import NOTHING, said
from fundapp.network.partner import AgencyTerms, Exchange, agency_balance
from fundapp.record.directory_commands import RecordAgencyTerms, RecordExchanges
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.ui import components
from fundapp.ui.directory import sending
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import filled
from fundapp.ui.network.phrases import labelled
from fundapp.ui.partners import forms
from fundapp.ui.partners.seen import Seen
from fundapp.ui.words import plain


def show(seen: Seen) -> None:
    """Every agency with its person, its balance, and what we owe an answer to."""
    agencies = seen.of("overseas_agency")
    owed = [one for one in seen.rows.exchanges if one.direction == "in" and not one.fair and one.answered_on is None]
    components.section(
        ngettext("We owe {n} answer abroad", "We owe {n} answers abroad", len(owed))
        if owed
        else ngettext("{n} agency abroad", "{n} agencies abroad", len(agencies))
    )
    if not agencies:
        components.empty_state(
            _("No agency abroad is registered."),
            _("Add one in the directory as a member of the kind “agency abroad”; the rest is entered here."),
        )
        return
    terms = {one.member_id: one for one in seen.rows.agency_terms}
    with st.grid(min_column_width=380, key="agencies"):
        for agency in agencies:
            with st.container(border=True, height="stretch"):
                balance = agency_balance(agency.id, seen.rows.exchanges)
                own = terms.get(agency.id)
                asked, answered = _("We asked"), _("They asked")
                of = _("{asked}, {answered} answered")
                lines = [f"**{plain(said(agency.name))}**"]
                if own is None or not own.coordinator:
                    nobody = plain(_("Nobody is named who speaks the language"))
                    lines.append(f":material/error: {nobody}")
                else:
                    lines.append(labelled(_("Speaks {languages}").format(languages=own.languages), own.coordinator))
                lines += [
                    labelled(asked, of.format(asked=balance.asked_out, answered=balance.answered_out)),
                    labelled(answered, of.format(asked=balance.asked_in, answered=balance.answered_in)),
                    labelled(_("Fairs together"), str(balance.fairs)),
                ]
                st.markdown("  \n".join(lines))
                with st.container(horizontal=True):
                    if seen.may(RecordAgencyTerms) and st.button(
                        _("Who speaks for us"), icon=":material/edit:", key=f"agency-{agency.id}"
                    ):
                        open_form("agency", agency.id)
                    if seen.may(RecordExchanges) and st.button(
                        _("Something asked, or a fair"), icon=":material/add:", key=f"exchange-{agency.id}"
                    ):
                        open_form("exchange", agency.id)
    _exchanges(seen)


def _exchanges(seen: Seen) -> None:
    rows = [
        {
            _("Day"): one.asked_on.isoformat(),
            _("Agency"): seen.name(one.agency_id),
            _("Direction"): _direction(one),
            _("Matter"): one.matter,
            _("Answered on"): one.answered_on.isoformat() if one.answered_on else NOTHING,
            _("Result"): one.result,
        }
        for one in reversed(seen.rows.exchanges)
    ]
    if rows:
        with st.expander(_("All that was asked, and the fairs"), icon=":material/table:"):
            components.table(rows, about=_("Give and take with agencies abroad"), key="exchanges")


def _direction(one: Exchange) -> str:
    if one.fair:
        return _("fair")
    return pgettext("exchange", "we asked") if one.direction == "out" else pgettext("exchange", "they asked")


def agency_form(seen: Seen, agency_id: str) -> None:
    """Who speaks for us there."""
    found = next((one for one in seen.rows.agency_terms if one.member_id == agency_id), None)
    why = _("Without a person who speaks the language a partnership does not hold.")
    start = found.model_dump(mode="json") if found else {}
    fields = forms.begun(seen, f"agency/{agency_id}", start, title=seen.name(agency_id), subtitle=why)
    if fields is None:
        return
    labels = _("Country"), _("Who speaks the language and has a network there"), _("Languages")
    country = fields.text("country", labels[0])
    coordinator = fields.text("coordinator", labels[1])
    languages = fields.text("languages", labels[2])
    if sending.ends(fields, _("Save the person")) and filled(
        country=(labels[0], country), coordinator=(labels[1], coordinator), languages=(labels[2], languages)
    ):
        made = AgencyTerms(member_id=agency_id, country=country, coordinator=coordinator, languages=languages)
        sending.send(seen.actor, fields.typing, _("The person is saved."), RecordAgencyTerms(terms=made))


def exchange_form(seen: Seen, agency_id: str) -> None:
    """Something asked in one direction or the other, or a fair."""
    start = {"asked_on": seen.today.isoformat(), "direction": "out"}
    fields = forms.begun(seen, f"exchange/{agency_id}", start, title=seen.name(agency_id))
    if fields is None:
        return
    labels = _("Matter"), _("When")
    names = {
        "out": pgettext("exchange", "we asked"),
        "in": pgettext("exchange", "they asked"),
        "fair": _("fair"),
    }
    kind = fields.one_of("direction", _("What it was"), tuple(names), lambda one: names[one])
    matter = fields.text("matter", labels[0])
    asked_on = fields.day("asked_on", labels[1])
    answered_on = fields.day("answered_on", _("Answered on"))
    result = fields.text("result", _("Result"))
    if not sending.ends(fields, _("Save it")):
        return
    if filled(matter=(labels[0], matter), day=(labels[1], asked_on)) and asked_on is not None:
        made = Exchange(
            id=fields.typing.command_id,
            agency_id=agency_id,
            asked_on=asked_on,
            direction="in" if kind == "in" else "out",
            fair=kind == "fair",
            matter=matter,
            answered_on=answered_on,
            result=result,
        )
        sending.send(seen.actor, fields.typing, _("It is saved."), RecordExchanges(exchanges=(made,)))

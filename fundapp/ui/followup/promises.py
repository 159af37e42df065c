"""Promised support: what was given, what is overdue, by company and one by one."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.charts.counts import CountBar, counts, counts_rows
from fundapp.documents.providers import Providers
from fundapp.documents.said import said
from fundapp.followup.obligation import STATES, Obligation, OfCompany, State, by_company, kept
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.permissions import may
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, percent
from fundapp.text.terms import term
from fundapp.ui import components, gate
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.searching import matches

FORM = "give"


def title(found: Sequence[Obligation], today: date) -> str:
    """The state of things in a line."""
    overdue = sum(one.state(today) == "overdue" for one in found)
    if overdue:
        return ngettext("{n} promised support is overdue", "{n} promised supports are overdue", overdue)
    return _("No promised support is overdue")


def show_figures(found: Sequence[Obligation], today: date) -> None:
    """The on-time rate and the counts, each with what it is measured by."""
    done = kept(found, today)
    share = percent(done.share) if done.share is not None else _("nothing was due yet")
    given = sum(one.given is not None for one in found)
    with st.grid(3, min_column_width=230):
        components.figure(
            _("Given in time"), share, _("{part} of {whole} that were due").format(part=done.in_time, whole=done.due)
        )
        components.figure(_("Given"), str(given), _("of {whole} promised").format(whole=len(found)))
        components.figure(
            term("promise", "overdue").capitalize(),
            str(sum(one.state(today) == "overdue" for one in found)),
            _("of {whole} that were due").format(whole=done.due),
        )


def show_companies(found: Sequence[Obligation], today: date) -> None:
    """Promised against given, company by company."""
    companies = by_company(found, today)
    bars = [
        CountBar(
            label=said(one.company),
            figures=_("{given} of {whole} given").format(given=one.given, whole=one.total),
            solid=one.given,
            hatched=one.total - one.given,
        )
        for one in companies
    ]
    finding = _finding(companies)
    components.chart(
        counts(bars, title=finding, unit=_("promised supports"), dark=components.is_dark()),
        finding=finding,
        about=_("Solid: given. Hatched: still to be given."),
        rows=components.named(counts_rows(bars, (_("Company"), _("Given"), _("Still to be given")))),
        key="promises-by-company",
    )


def _finding(companies: Sequence[OfCompany]) -> str:
    first = companies[0]
    if first.count("overdue"):
        return _("Most is overdue to {company}: {n}").format(company=said(first.company), n=first.count("overdue"))
    whole, given = sum(one.total for one in companies), sum(one.given for one in companies)
    return _("{given} of {whole} promised supports were given").format(given=given, whole=whole)


def show_list(book: Book, found: Sequence[Obligation], today: date) -> None:
    """Each promise with its day and what became of it: found by words, chosen by state, sorted and taken away."""
    components.section(_("Promise by promise"))
    with st.grid(2, min_column_width=300):
        words = st.text_input(
            _("Search by company, support, provider or deliverable"), icon=":material/search:", key="promise-words"
        )
        wanted = st.selectbox(
            _("State"),
            ["", *STATES],
            format_func=lambda state: term("promise", state) if state else _("All states"),
            key="promise-state",
        )
    providers = Providers(gate.desk().members())
    shown = [one for one in found if matches(words, _searched(one, providers)) and wanted in ("", one.state(today))]
    if not shown:
        components.empty_state(_("No promise is like that."), _("Take a word away, or choose all states."))
        return
    components.table(
        [_row(book, one, providers, today) for one in shown], about=title(found, today), key="promises", search=False
    )


def _searched(one: Obligation, providers: Providers) -> tuple[str, ...]:
    made = one.promise
    provider = providers.shown(made.provider)
    return (one.company.ja, one.company.en, made.name, provider, made.deliverable, made.kind)


def _row(book: Book, one: Obligation, providers: Providers, today: date) -> dict[str, str]:
    state: State = one.state(today)
    return {
        _("State"): term("promise", state),
        _("Company"): said(one.company),
        _("Support promised"): one.promise.name,
        _("Provider"): providers.shown(one.promise.provider),
        _("Deliverable"): one.promise.deliverable,
        _("Due"): one.promise.due.isoformat(),
        _("Ends when"): one.promise.ends_when,
        _("Afterwards goes on"): providers.shown(one.promise.handed_to),
        _("Given on"): one.given.on.isoformat() if one.given else "",
        _("Evidence"): book.words_of(one.given.evidence) if one.given else "",
    }


def give(actor: Actor, found: Sequence[Obligation], today: date) -> Order | None:
    """What was given, when and on which evidence; for whoever may confirm it."""
    waiting = [one for one in found if one.given is None and one.investment_id]
    if not waiting or not may(actor, c.ConfirmSupport):
        return None
    with st.expander(_("Record that a support was given"), icon=":material/task_alt:"):
        one = st.selectbox(_("Support promised"), waiting, format_func=_named, key=key(FORM, "which"))
        on = st.date_input(_("Given on"), value=today, max_value=today, key=key(FORM, "on"))
        evidence = st.text_input(_("Evidence: which paper shows it, of which day"), key=key(FORM, "evidence"))
        place = st.container()
        if not st.button(_("Record it as given"), type="primary", key=key(FORM, "go")):
            return None
        assert isinstance(on, date)
        command = c.ConfirmSupport(
            investment_id=one.investment_id, need_id=one.promise.need_id, evidence=evidence, on=on
        )
        return Order((command,), FORM, place, _("The support is recorded as given."))


def _named(one: Obligation) -> str:
    return _("{company}: {support}, due on {day}").format(
        company=said(one.company), support=one.promise.name, day=day(one.promise.due)
    )


def subtitle(found: Sequence[Obligation], today: date) -> str:
    """What is counted, and as of when."""
    return _("{n} promises from the approvals that hold, as of {day}").format(n=len(found), day=day(today))

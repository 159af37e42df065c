"""The page of the taking over: what was brought, whether it balances, who accepts it, and what was entered of it."""

from collections.abc import Sequence

import streamlit as st

from fundapp.basis.roles import Role
from fundapp.documents.said import said
from fundapp.fund.opening import PARTS, Opening
from fundapp.fund.reconciling import Check, reconcile
from fundapp.record import commands as c
from fundapp.record.book import TakenOver
from fundapp.record.deals import may_release
from fundapp.record.opening import ledger_is_empty
from fundapp.text.catalogue import _, language, ngettext, pgettext
from fundapp.text.figures import day, yen
from fundapp.text.network_words import word
from fundapp.text.terms import term
from fundapp.ui import components, gate
from fundapp.ui.downloads import download_button
from fundapp.ui.fund.fields import Money
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order
from fundapp.ui.words import plain


def title(money: Money) -> str:
    """Whether the fund can be taken over, waits for somebody, or runs already."""
    if not ledger_is_empty(money.book):
        taken = _in_force(money)
        if taken:
            return _("The fund was taken over as of {day}").format(day=day(taken.opening.balances.as_of))
        return _("The fund runs here")
    if money.book.waiting_opening:
        return _("A running fund waits to be taken over")
    return _("Take over a running fund")


def subtitle(money: Money) -> str:
    """What this page is for, or what is still to be done."""
    waiting = money.book.waiting_opening
    if waiting and ledger_is_empty(money.book):
        told = _("Brought by {name} on {day}. Nothing is entered until another person accepts.")
        return told.format(name=said(gate.name_of(waiting.proposed_by)), day=day(waiting.proposed_on))
    if ledger_is_empty(money.book):
        return _("From its spreadsheets, and only when every figure agrees to the yen.")
    return _("Its books can be taken out as tables, for another folder or for the auditor.")


def _in_force(money: Money) -> TakenOver | None:
    taken = [one for one in money.book.openings.values() if one.seq not in money.book.reversals]
    return taken[-1] if taken else None


def waiting(money: Money) -> Order | None:
    """The tables that wait: what they add up to, and the acceptance by another person."""
    found = money.book.waiting_opening
    assert money.book.terms is not None, "the page has stopped without a fund"
    if found is None:
        if not money.manages:
            nothing = _("No tables were brought yet.")
            components.empty_state(nothing, _("The fund manager brings them here; then another person accepts them."))
        return None
    summary(found.opening)
    show_checks(reconcile(money.book.terms, found.opening), "waiting")
    files(found.opening)
    if found.proposed_by == money.actor.person or not may_release(money.book, money.actor):
        st.markdown(plain(_("Another manager, the secretariat or the chair accepts them here.")))
        return None
    components.section(_("Accept these tables"))
    command = c.AcceptOpening(opening_id=found.id, on=money.today)
    done = _("The fund is taken over. Its figures go on from its history.")
    return ask(money.book, money.actor, command, form="accept-opening", press=_("Accept and enter them"), done=done)


def summary(opening: Opening) -> None:
    """How much the tables hold, in figures with what they are compared to."""
    told = opening.balances
    days = [one.on for one in opening.flows]
    held = sum(one.cost_yen for one in opening.positions)
    fair = sum(one.fair_value_yen for one in opening.positions)
    span = _("{first} to {last}").format(first=day(min(days)), last=day(max(days))) if days else _("none yet")
    with st.grid(min_column_width=240):
        agreements = ngettext("{n} agreement", "{n} agreements", len(opening.positions))
        components.figure(_("Positions at cost"), yen(held, "million"), agreements)
        components.figure(_("At fair value"), yen(fair, "million"), _("cost {cost}").format(cost=yen(held, "million")))
        components.figure(_("Bank account"), yen(told.cash_yen, "million"), day(told.as_of))
        movements = ngettext("{n} movement", "{n} movements", len(opening.flows))
        components.figure(_("History"), movements, span)


def show_checks(checks: Sequence[Check], key: str) -> None:
    """Every figure of the tables against what the rest adds up to, those that are apart first."""
    apart = [one for one in checks if not one.agrees]
    if apart:
        finding = ngettext("{n} figure is apart", "{n} figures are apart", len(apart))
    else:
        finding = ngettext("{n} figure agrees to the yen", "All {n} figures agree to the yen", len(checks))
    components.section(finding)
    if apart:
        components.table([_row(one) for one in apart], about=finding, key=f"apart-{key}")
    with st.expander(_("See every figure"), key=f"checks-open-{key}"):
        components.table([_row(one) for one in checks], about=_("Every figure that is checked"), key=f"checks-{key}")


def _row(one: Check) -> dict[str, str | int]:
    return {
        _("Where to look"): one.place,
        _("Figure"): term("opening_check", one.what),
        pgettext("check", "Of"): one.about,
        _("The table says (yen)"): one.told_yen,
        _("The rest adds up to (yen)"): one.counted_yen,
        _("Apart (yen)"): 0 if one.agrees else one.difference_yen,
        _("Result"): _("agrees") if one.agrees else _("apart"),
    }


def files(opening: Opening) -> None:
    """The evidence: which table came from which file, by its digest."""
    with st.expander(_("The files as they were brought")):
        rows = [
            {
                _("Table"): word("opening_part", part),
                _("File"): source.file_name,
                _("Sheet"): source.sheet,
                _("Digest (SHA-256)"): source.file_sha256,
            }
            for part in PARTS
            for source in (opening.source(part),)
        ]
        components.table(rows, about=_("Where each table was read"), key="opening-files")
        with st.container(horizontal=True):
            for name, sha256 in dict.fromkeys((one.file_name, one.file_sha256) for one in opening.sources):
                label = _("{name} as it was brought").format(name=name)
                download_button(label, "opening-file", language(), sha256=sha256)


def running(money: Money) -> None:
    """A fund whose books are not empty: what it was taken over from, and its own tables."""
    taken = _in_force(money)
    if taken is not None:
        summary(taken.opening)
        told = _("Brought by {first}, accepted by {second} on {day}; no. {seq} to {last} of the record.")
        line = told.format(
            first=said(gate.name_of(taken.proposed_by)),
            second=said(gate.name_of(taken.accepted_by)),
            day=day(taken.accepted_on),
            seq=taken.seq,
            last=taken.last_seq,
        )
        st.markdown(plain(line))
        files(taken.opening)
        if money.manages:
            told = _("All of it can be taken back in the journal under no. {seq}, until the fund's next entry.")
            st.markdown(plain(told.format(seq=taken.seq)))
    if not money.actor.has(Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR):
        return
    components.section(_("This fund as tables"))
    st.markdown(plain(_("Positions, tranches, movements, partners and balances, as another folder takes them over.")))
    if any(one.state in ("held", "decided") for one in money.book.reservations.values()):
        st.markdown(plain(_("What is only reserved is not in them: it is resolved anew where the fund is taken over.")))
    download_button(_("The fund's tables (Excel)"), "opening-tables", language(), primary=True)

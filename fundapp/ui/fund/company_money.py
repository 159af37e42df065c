"""How long each company's cash lasts, and the form in which its figures are recorded."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import streamlit as st

from fundapp.basis.roles import Actor
from fundapp.charts.counts import CountBar, counts
from fundapp.charts.sheet import Rows
from fundapp.documents.said import NOTHING, said
from fundapp.fund.company_cash import CompanyCash, latest, months_between
from fundapp.record.company_runways import CompanyRunway
from fundapp.record.figure_commands import RecordCompanyCash
from fundapp.record.permissions import may
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.fund.balance import described
from fundapp.ui.fund.fields import amount, on_day, words
from fundapp.ui.meeting.orders import Order, key, nonce
from fundapp.ui.words import plain

FORM = "company-cash"
LONGEST_MONTHS = 36
"""The axis goes no further: whoever has more has enough."""


def finding(found: Sequence[CompanyRunway], today: date) -> str:
    """Whose cash is used up first, and when."""
    told = [one for one in found if one.ends_on is not None]
    if not told:
        if all(one.stated is None for one in found):
            return _("No company's cash is recorded yet")
        return _("Every company with figures lives on its own receipts")
    first = told[0]
    assert first.ends_on is not None, "only companies whose cash ends are told of"
    name, ends = said(first.company), day(first.ends_on)
    if first.ends_on < today:
        return _("By its last figures the cash of {company} was used up on {day}").format(company=name, day=ends)
    if first.is_short and first.next_on is not None:
        return _("{company} has cash until {day}, and its next payment is due only on {next}").format(
            company=name, day=ends, next=day(first.next_on)
        )
    return _("{company} is the first to run out of cash, on {day}").format(company=name, day=ends)


def show_runways(found: Sequence[CompanyRunway], today: date) -> None:
    """Months of cash, with what the fund has still to pay; whoever told nothing stands in the table alone."""
    if not found:
        return
    said_first, rows = finding(found, today), _rows(found)
    bars = [_bar(one) for one in found if one.months is not None]
    if bars:
        components.chart(
            counts(bars, title=said_first, unit=_("months from today"), dark=components.is_dark()),
            finding=said_first,
            about=described(said_first, rows),
            rows=components.named(rows),
            key="company-runway",
        )
        st.markdown(plain(_("Solid: its own cash. Hatched: with what the fund has signed and not paid yet.")))
    else:
        components.section(said_first)
        components.table(components.named(rows), about=said_first, key="company-runway-table")
    silent = sum(one.stated is None for one in found)
    if silent and silent < len(found):
        components.quiet_notice(
            ngettext("{n} company has no figures yet.", "{n} companies have no figures yet.", silent)
        )


def _bar(one: CompanyRunway) -> CountBar:
    assert one.months is not None, "only companies whose cash ends have a bar"
    own, whole = (min(LONGEST_MONTHS, float(months)) for months in (one.months, one.months_with_it or one.months))
    told = _("{months} months; with payments to come {whole}")
    return CountBar(
        label=said(one.company),
        figures=told.format(months=_months(one.months), whole=_months(one.months_with_it)),
        solid=own,
        hatched=whole - own,
    )


def _months(months: Fraction | None) -> str:
    return NOTHING if months is None else f"{float(months):.1f}"


def _rows(found: Sequence[CompanyRunway]) -> Rows:
    head = (
        _("Company"),
        _("As of"),
        _("Cash (yen)"),
        _("Used up a month (yen)"),
        _("Used up on"),
        _("Months left"),
        _("Still to pay by the fund (yen)"),
        _("Next payment"),
        _("Where the figures are from"),
    )
    return (head, *map(_row, found))


def _row(one: CompanyRunway) -> tuple[str | int | None, ...]:
    stated = one.stated
    return (
        said(one.company),
        stated.as_of.isoformat() if stated else NOTHING,
        stated.cash_yen if stated else None,
        stated.monthly_burn_yen if stated else None,
        one.ends_on.isoformat() if one.ends_on else NOTHING,
        _months(one.months),
        one.to_come_yen,
        one.next_on.isoformat() if one.next_on else NOTHING,
        stated.source if stated else NOTHING,
    )


def show_one(stated: Sequence[CompanyCash], proposal_id: str, today: date) -> None:
    """Where the next step of its money is taken: how long the company's own cash lasts, if it told."""
    told = latest(stated, today).get(proposal_id)
    if told is None:
        return
    if told.ends_on is None:
        text = _("By its figures of {day} the company lives on its own receipts.").format(day=day(told.as_of))
    else:
        text = _("By its figures of {day} the company's own cash lasts until {until} ({months} months).").format(
            day=day(told.as_of), until=day(told.ends_on), months=_months(months_between(today, told.ends_on))
        )
    st.markdown(f":material/savings: {plain(text)}")


def record(actor: Actor, found: Sequence[CompanyRunway], today: date) -> Order | None:
    """What a company told of its cash, with the day that it leads to said before it is recorded."""
    if not found or not may(actor, RecordCompanyCash):
        return None
    with st.expander(_("Record a company's cash"), icon=":material/savings:", key="record-company-cash"):
        one = st.selectbox(_("Company"), found, format_func=lambda seen: said(seen.company), key=key(FORM, "company"))
        before = one.stated
        as_of = on_day(FORM, today, _("As of"))
        cash_yen = amount(FORM, _("Cash and deposits (yen)"), before.cash_yen if before else 0, "cash", least_yen=0)
        burn_yen = amount(
            FORM,
            _("Used up in a month, receipts deducted (yen)"),
            before.monthly_burn_yen if before else 0,
            "burn",
            least_yen=0,
        )
        source = words(FORM, _("Where the figures are from, such as “trial balance of September”"), "source")
        stated = CompanyCash(
            id=nonce(FORM),
            proposal_id=one.proposal_id,
            as_of=as_of,
            cash_yen=cash_yen,
            monthly_burn_yen=burn_yen,
            source=source.strip(),
        )
        st.markdown(plain(_preview(stated) if cash_yen else _("Write the cash and deposits; then it can be recorded.")))
        place = st.container()
        if not st.button(_("Record these figures"), type="primary", key=key(FORM, "go"), disabled=not cash_yen):
            return None
        return Order((RecordCompanyCash(stated=(stated,)),), FORM, place, _("The company's cash is recorded."))


def _preview(stated: CompanyCash) -> str:
    if stated.ends_on is None:
        return _("It uses up nothing: its cash lasts.")
    return _("With {cash} and {burn} a month the cash lasts until {day}.").format(
        cash=yen(stated.cash_yen, "man"), burn=yen(stated.monthly_burn_yen, "man"), day=day(stated.ends_on)
    )

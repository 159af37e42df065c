"""The partners' page: what was called and came in, what the next call has to bring, and the steps that enter it."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from fundapp.documents.said import said
from fundapp.record import commands as c
from fundapp.record.call_plan import HORIZON, CallPlan, Need, call_plan, late_parts, open_calls, parts_of_call
from fundapp.record.money import CapitalCall
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.downloads import download_button
from fundapp.ui.fund.fields import Money, amount, any_day, closed, on_day, words
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order, key, nonce
from fundapp.ui.words import plain


def title(money: Money) -> str:
    """What is owed, or what can still be called, in a line."""
    waiting = open_calls(money.book)
    late = [one for one in waiting if late_parts(one, money.today)]
    if late:
        first = late[0]
        return _("{amount} of call no. {number} has not come in; it was due on {day}").format(
            amount=yen(first.open_yen), number=first.number, day=day(first.due)
        )
    if waiting:
        first = min(waiting, key=lambda one: one.due)
        return _("{amount} of call no. {number} is to come in by {day}").format(
            amount=yen(first.open_yen), number=first.number, day=day(first.due)
        )
    plan = call_plan(money.book, money.today, money.today)
    if not money.book.calls:
        return _("No capital has been called yet, of {amount}").format(amount=yen(plan.uncalled_yen, "million"))
    return _("All calls are paid; {amount} can still be called").format(amount=yen(plan.uncalled_yen, "million"))


def show_open_calls(money: Money) -> list[Order | None]:
    """Every call that is not paid whole, with who owes what; the manager enters what came in."""
    found: list[Order | None] = []
    for call in sorted(open_calls(money.book), key=lambda one: one.due):
        head = _("Call no. {number}: {open} of {amount} is open, due on {day}")
        components.section(
            head.format(number=call.number, open=yen(call.open_yen), amount=yen(call.amount_yen), day=day(call.due))
        )
        with st.container(border=True, key=f"call-{call.number}"):
            st.markdown("\n".join(f"- {plain(line)}" for line in _part_lines(money, call)))
            notices(money, "call-notice", call.id, (one.partner for one in call.parts))
            if money.manages:
                found += [_paid(money, call), *_short(money, call)]
    return found


def _part_lines(money: Money, call: CapitalCall) -> list[str]:
    told = _("{partner}: {amount}, {paid} of it came in")
    short = _("{partner}: {amount}, {paid} of it came in, {short} given up")
    return [
        (short if one.short_yen else told).format(
            partner=money.partners[one.partner],
            amount=yen(one.amount_yen),
            paid=yen(one.paid_yen),
            short=yen(one.short_yen),
        )
        for one in call.parts
    ]


def notices(money: Money, kind: str, of: str, partners: Iterable[int]) -> None:
    """A notice for each partner."""
    with st.container(horizontal=True):
        for one in partners:
            label = _("Notice to {partner} (PDF)").format(partner=money.partners[one])
            download_button(label, kind, language(), of=of, partner=str(one))


def _paid(money: Money, call: CapitalCall) -> Order | None:
    """Money came in."""
    form = f"paid/{call.id}"
    place = closed(form, _("Enter money that came in"), "payments")
    if place is None:
        return None
    owing = {one.partner: one.open_yen for one in call.parts if one.open_yen}
    with place:
        choices = (None, *owing) if len(owing) > 1 else tuple(owing)
        partner = st.selectbox(
            _("Partner"),
            choices,
            format_func=lambda one: money.partners[one] if one else _("All partners, what each owes"),
            key=key(form, "partner"),
        )
        open_yen = owing[partner] if partner else call.open_yen
        amount_yen = amount(form, _("Amount (yen)"), open_yen)
        on = on_day(form, money.today, _("Day on which it came in"))
        command = c.RecordPaidCapital(call_id=call.id, amount_yen=amount_yen, partner=partner, on=on)
        press = _("Enter {amount} as paid in").format(amount=yen(amount_yen))
        return ask(money.book, money.actor, command, form=form, press=press, done=_("The payment is entered."))


def _short(money: Money, call: CapitalCall) -> list[Order | None]:
    """After the due day: what a partner does not pay is given up on this call."""
    late = {one.partner: one.open_yen for one in late_parts(call, money.today)}
    form = f"short/{call.id}"
    place = closed(form, _("Enter a shortfall"), "report") if late else None
    if place is None:
        return []
    with place:
        st.markdown(plain(_("What is entered as a shortfall is no longer owed on this call and can be called again.")))
        partner = st.selectbox(
            _("Partner"), tuple(late), format_func=lambda one: money.partners[one], key=key(form, "partner")
        )
        reason = words(form, _("Reason"))
        command = c.RecordShortfall(call_id=call.id, partner=partner, reason=reason, on=money.today)
        press = _("Enter the shortfall of {amount}").format(amount=yen(late[partner]))
        return [ask(money.book, money.actor, command, form=form, press=press, done=_("The shortfall is entered."))]


def show_next_call(money: Money) -> Order | None:
    """What falls due, what is there, and the call that covers it."""
    form = "call"
    components.section(_("What the next call has to bring"))
    until = any_day(form, money.today + HORIZON, _("Payments that fall due until"), "until")
    plan = call_plan(money.book, money.today, until)
    finding = _plan_finding(plan)
    st.markdown(f"**{plain(finding)}**")
    rows = [_need_row(one) for one in plan.needs]
    if rows:
        components.table(rows, about=finding, key="needs")
    return _call(money, plan, form) if money.manages else None


def _plan_finding(plan: CallPlan) -> str:
    told = _("{tranches} for companies and {fees} for fees fall due until {day}; {cash} is in the bank, {open} called")
    what = told.format(
        tranches=yen(plan.for_tranches_yen),
        fees=yen(plan.for_fees_yen),
        day=day(plan.until),
        cash=yen(plan.cash_yen),
        open=yen(plan.open_yen),
    )
    if not plan.short_yen:
        return _("{what}. Nothing needs to be called.").format(what=what)
    if plan.call_yen < plan.short_yen:
        return _("{what}. {short} is missing, of which {call} can be called.").format(
            what=what, short=yen(plan.short_yen), call=yen(plan.call_yen)
        )
    return _("{what}. {short} is to be called.").format(what=what, short=yen(plan.short_yen))


def _need_row(one: Need) -> dict[str, str | int]:
    company = said(one.company) if one.company else ""
    what = _("{company}, tranche {number}").format(company=company, number=one.number) if company else one.what
    return {
        _("Due"): one.on.isoformat(),
        _("What for"): _("{what} (stopped, not counted)").format(what=what) if one.stopped else what,
        _("Amount (yen)"): one.amount_yen,
    }


def _call(money: Money, plan: CallPlan, form: str) -> Order | None:
    if not plan.uncalled_yen:
        st.markdown(plain(_("The partners have been called for all that they committed.")))
        return None
    place = st.container() if plan.call_yen else closed(form, _("Call capital all the same"), "request_quote")
    if place is None:
        return None
    with place:
        amount_yen = amount(form, _("Amount to call (yen)"), plan.call_yen)
        fees_yen = amount(form, _("Of it for fees (yen)"), plan.call_for_fees_yen, "fees", least_yen=0)
        due = any_day(form, plan.due, _("Due on"), "due")
        st.markdown(plain(_notice_days(money, plan.due)))
        pay_to = st.text_input(
            _("The fund's bank account for the notice; left empty, the one of the agreement"),
            _account(money),
            key=key(form, "to"),
        )
        parts = parts_of_call(money.book, min(amount_yen, plan.uncalled_yen))
        told = _("{partner} pays {amount}")
        lines = (told.format(partner=money.partners[one.partner], amount=yen(one.amount_yen)) for one in parts)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
        command = c.CallCapital(
            call_id=f"call-{nonce(form)}",
            amount_yen=amount_yen,
            for_fees_yen=fees_yen,
            due=due,
            pay_to=pay_to,
            on=money.today,
        )
        press = _("Call {amount}").format(amount=yen(amount_yen))
        done = _("The call is entered. Send its notice to the partners.")
        return ask(money.book, money.actor, command, form=form, press=press, done=done)


def _notice_days(money: Money, due: date) -> str:
    assert money.book.terms is not None
    days = money.book.terms.call_notice_days
    return ngettext(
        "{n} business day from today is {day}.", "{n} business days from today are {day}.", days, day=day(due)
    )


def _account(money: Money) -> str:
    """The account that the last call named."""
    calls = sorted(money.book.calls.values(), key=lambda one: one.number)
    return calls[-1].pay_to if calls else ""


def show_all_calls(money: Money) -> None:
    """The calls so far, the newest first, and the notice of each."""
    calls = sorted(money.book.calls.values(), key=lambda one: one.number, reverse=True)
    if not calls:
        components.section(_("No capital has been called yet"))
        return
    finding = ngettext("{n} call so far", "{n} calls so far", len(calls))
    components.section(finding)
    shown = components.newest(calls, ngettext("Show all {n} call", "Show all {n} calls", len(calls)), "calls")
    rows = [
        {
            _("No."): one.number,
            _("Notice"): one.called_on.isoformat(),
            _("Due"): one.due.isoformat(),
            _("Amount (yen)"): one.amount_yen,
            _("For fees (yen)"): one.for_fees_yen,
            _("Paid in (yen)"): one.paid_yen,
            _("Open (yen)"): one.open_yen,
        }
        for one in shown
    ]
    components.table(rows, about=finding, key="calls")
    chosen = st.selectbox(
        _("Notice of call no."),
        shown,
        format_func=lambda one: _("no. {number}, {day}").format(number=one.number, day=day(one.called_on)),
        key="notice-of",
    )
    notices(money, "call-notice", chosen.id, (one.partner for one in chosen.parts))

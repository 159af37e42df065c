"""The steps of fees and reserves, each closed until the manager opens it."""

from typing import Literal

import streamlit as st

from fundapp.basis.days import months_on
from fundapp.documents.said import said
from fundapp.fund.journal import FOLLOW_ON, below
from fundapp.record import commands as c
from fundapp.record.events import PlannedFee
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.fund.fees import waiting
from fundapp.ui.fund.fields import Money, amount, any_day, closed, on_day, words
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order, key, nonce
from fundapp.ui.words import plain


def steps(money: Money) -> list[Order | None]:
    """What the manager may enter about fees."""
    return [_pay(money), _plan(money), _refund(money), _budget(money)] if money.manages else []


def _pay(money: Money) -> Order | None:
    """A fee of the schedule, or one that was not planned, is paid."""
    planned = {one.fee_id: one for one in waiting(money.book)}
    form = "pay-fee"
    place = closed(form, _("Pay a fee or a cost"), "payments")
    if place is None:
        return None
    with place:
        chosen = st.selectbox(
            _("Which fee"),
            (*planned, ""),
            format_func=lambda one: _planned_text(planned[one]) if one else _("One that was not planned"),
            key=key(form, "planned"),
        )
        named = planned.get(chosen)
        what = named.what if named else words(form, _("What for"), "what")
        amount_yen = amount(form, _("Amount (yen)"), named.amount_yen if named else 1)
        on = on_day(form, money.today)
        fee_id = named.fee_id if named else f"fee-{nonce(form)}"
        command = c.PayFee(fee_id=fee_id, amount_yen=amount_yen, what=what, on=on)
        press = _("Enter {amount} as paid").format(amount=yen(amount_yen))
        return ask(money.book, money.actor, command, form=form, press=press, done=_("The fee is entered as paid."))


def _planned_text(fee: PlannedFee) -> str:
    return _("{what}, due on {day}").format(what=fee.what, day=day(fee.due))


def _plan(money: Money) -> Order | None:
    """The schedule: equal parts at equal distances, added to what is planned already, or in its place."""
    form = "plan-fees"
    place = closed(form, _("Plan fees and costs"), "event_repeat")
    if place is None:
        return None
    with place:
        what = words(form, _("What for"), "what")
        amount_yen = amount(form, _("Each time (yen)"), 3_000_000)
        first = any_day(form, money.today, _("First on"), "first")
        months = st.selectbox(
            _("How often"),
            (12, 6, 3, 1),
            format_func=lambda one: ngettext("every month", "every {n} months", one),
            key=key(form, "months"),
        )
        count = st.number_input(_("How many times"), min_value=1, max_value=60, value=3, key=key(form, "count"))
        kept = st.checkbox(_("Keep what is planned already"), value=True, key=key(form, "kept"))
        dues = (months_on(first, n * months) for n in range(count))
        added = tuple(
            PlannedFee(fee_id=f"fee-{nonce(form)}-{n}", due=due, amount_yen=amount_yen, what=what)
            for n, due in enumerate(dues)
        )
        if not what.strip():
            st.markdown(plain(_("Write what the fees are for; then the schedule can be entered.")))
            return None
        together = (*(waiting(money.book) if kept else ()), *added)
        told = _("Planned then: {amount} until {day}.")
        whole_yen, last = sum(one.amount_yen for one in together), max(one.due for one in together)
        st.markdown(plain(told.format(amount=yen(whole_yen), day=day(last))))
        command = c.SetFeeSchedule(fees=together, on=money.today)
        done = _("The schedule is entered; the next capital call counts on it.")
        return ask(money.book, money.actor, command, form=form, press=_("Enter this schedule"), done=done)


def _refund(money: Money) -> Order | None:
    """Part of a fee really came back."""
    form = "refund-fee"
    place = closed(form, _("A fee came back"), "undo") if money.book.fees else None
    if place is None:
        return None
    with place:
        fees = sorted(money.book.fees.values(), key=lambda one: one.on, reverse=True)
        fee = st.selectbox(
            _("Fee"),
            fees,
            format_func=lambda one: _("{what}, paid on {day}").format(what=one.what, day=day(one.on)),
            key=key(form, "fee"),
        )
        amount_yen = amount(form, _("Amount (yen)"), 1)
        reason = words(form, _("Reason"))
        on = on_day(form, money.today)
        command = c.RefundFee(fee_id=fee.id, amount_yen=amount_yen, reason=reason, on=on)
        press = _("Enter {amount} as come back").format(amount=yen(amount_yen))
        return ask(money.book, money.actor, command, form=form, press=press, done=_("The refund is entered."))


def _budget(money: Money) -> Order | None:
    """More is set aside for fees, or what is not needed becomes investable."""
    form = "fee-budget"
    place = closed(form, _("Change what is set aside for fees"), "tune")
    if place is None:
        return None
    with place:
        more = _sets_aside(form)
        amount_yen = amount(form, _("Amount (yen)"), 1_000_000)
        kind = c.SetFeesAside if more else c.FreeFees
        command = kind(amount_yen=amount_yen, on=money.today)
        press = _("Set {amount} aside for fees") if more else _("Make {amount} investable again")
        return _change(money, command, form=form, press=press, done=_("The cost reserve is changed."))


def _change(
    money: Money,
    command: c.SetFeesAside | c.FreeFees | c.ReserveFollowOn | c.FreeFollowOn,
    *,
    form: str,
    press: str,
    done: str,
) -> Order | None:
    """Ask for the press that sets an amount aside or frees it; `press` names the {amount}."""
    told = press.format(amount=yen(command.amount_yen))
    return ask(money.book, money.actor, command, form=form, press=told, done=done)


def _sets_aside(form: str) -> bool:
    """Whether more is set aside, or what is not needed is freed."""
    names = {True: _("Set more aside"), False: _("Make it investable again")}
    chosen: bool = st.radio(
        _("What to do"), (True, False), format_func=lambda one: names[one], horizontal=True, key=key(form, "direction")
    )
    return chosen


def show_follow_on(money: Money) -> Order | None:
    """The follow-on reserve, by company, and the step that changes it."""
    names = {one.company_id: said(one.company) for one in money.book.investments.values()}
    found = below(money.book.balances, FOLLOW_ON)
    unassigned = _("For no company yet")
    finding = _("{amount} is set aside for later rounds").format(amount=yen(sum(found.values()), "million"))
    components.section(finding)
    rows = [
        {_("Company"): names.get(of, unassigned), _("Follow-on reserve (yen)"): amount_yen}
        for of, amount_yen in found.items()
    ]
    if rows:
        components.table(rows, about=finding, key="follow-on")
    form = "follow-on"
    place = closed(form, _("Change the follow-on reserve"), "tune") if money.manages else None
    if place is None:
        return None
    with place:
        more = _sets_aside(form)
        of = st.selectbox(
            _("Company"), ("", *names), format_func=lambda one: names.get(one, unassigned), key=key(form, "company")
        )
        source = _source(form) if more and of else "investable"
        amount_yen = amount(form, _("Amount (yen)"), 1_000_000)
        command = (
            c.ReserveFollowOn(company_id=of, amount_yen=amount_yen, source=source, on=money.today)
            if more
            else c.FreeFollowOn(company_id=of, amount_yen=amount_yen, on=money.today)
        )
        press = _("Set {amount} aside for later rounds") if more else _("Make {amount} investable again")
        return _change(money, command, form=form, press=press, done=_("The follow-on reserve is changed."))


def _source(form: str) -> Literal["unassigned", "investable"]:
    names: dict[Literal["unassigned", "investable"], str] = {
        "unassigned": _("Out of what is for no company yet"),
        "investable": _("Out of the investable balance"),
    }
    return st.radio(_("Where from"), tuple(names), format_func=lambda one: names[one], key=key(form, "source"))

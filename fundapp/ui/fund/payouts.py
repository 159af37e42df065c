"""The partners' page: what came back and was distributed, refunds of capital, recycling, more commitments."""

from datetime import timedelta

import streamlit as st

from fundapp.fund.journal import BANK, RETURNED
from fundapp.fund.limits import headroom
from fundapp.record import commands as c
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, percent, yen
from fundapp.ui import components
from fundapp.ui.fund.calls import notices
from fundapp.ui.fund.fields import Money, amount, closed, on_day, words
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order, key, nonce
from fundapp.ui.words import plain


def show_distributions(money: Money) -> Order | None:
    """What the partners have received, and the next distribution."""
    paid = sorted(money.book.distributions.values(), key=lambda one: one.number, reverse=True)
    returned_yen = money.book.balances.get(RETURNED, 0)
    if paid:
        finding = _("{amount} has been distributed").format(amount=yen(sum(one.amount_yen for one in paid)))
    else:
        finding = _("Nothing has been distributed yet")
    components.section(finding)
    if returned_yen:
        waits = _("{amount} of invested capital came back and is still in the fund.")
        st.markdown(plain(waits.format(amount=yen(returned_yen))))
    if paid:
        every = ngettext("Show all {n} distribution", "Show all {n} distributions", len(paid))
        shown = components.newest(paid, every, "distributions")
        rows = [
            {
                _("No."): one.number,
                _("Day"): one.on.isoformat(),
                _("Amount (yen)"): one.amount_yen,
                _("Of it invested capital (yen)"): one.of_capital_yen,
                _("What for"): one.what,
            }
            for one in shown
        ]
        components.table(rows, about=finding, key="distributions")
        chosen = st.selectbox(
            _("Notice of distribution no."),
            shown,
            format_func=lambda one: _("no. {number}, {day}").format(number=one.number, day=day(one.on)),
            key="distribution-notice",
        )
        notices(money, "distribution-notice", chosen.id, (one.partner for one in chosen.parts))
    return _distribute(money, returned_yen) if money.manages else None


def _distribute(money: Money, returned_yen: int) -> Order | None:
    form = "distribute"
    place = closed(form, _("Distribute to the partners"), "outbox")
    if place is None:
        return None
    with place:
        cash_yen = money.book.balances.get(BANK, 0)
        amount_yen = amount(form, _("Amount (yen)"), min(cash_yen, returned_yen) or 1)
        capital_yen = amount(
            form, _("Of it invested capital (yen)"), min(amount_yen, returned_yen), "capital", least_yen=0
        )
        what = words(form, _("What is distributed"), "what")
        on = on_day(form, money.today)
        command = c.Distribute(
            distribution_id=f"distribution-{nonce(form)}",
            amount_yen=amount_yen,
            of_capital_yen=capital_yen,
            what=what,
            on=on,
        )
        press = _("Distribute {amount}").format(amount=yen(amount_yen))
        done = _("The distribution is entered. Send its notice to the partners.")
        return ask(money.book, money.actor, command, form=form, press=press, done=done)


def other_steps(money: Money) -> list[Order | None]:
    """What happens rarely, each closed until it is opened."""
    if not money.manages:
        return []
    return [_refund(money), _recycle(money), _commit(money), _close_period(money)]


def _refund(money: Money) -> Order | None:
    """Capital that was called and is not needed goes back."""
    kept = {
        one.id: sum(part.paid_yen - part.refunded_yen for part in one.parts)
        for one in money.book.calls.values()
        if any(part.paid_yen > part.refunded_yen for part in one.parts)
    }
    form = "refund-capital"
    place = closed(form, _("Give capital back that is not needed"), "undo") if kept else None
    if place is None:
        return None
    with place:
        st.markdown(plain(_("It can be called again. Each partner gets its part of what it paid on the call.")))
        numbers = {one.id: one.number for one in money.book.calls.values()}
        call = st.selectbox(
            _("Call"),
            sorted(kept, key=lambda one: -numbers[one]),
            format_func=lambda one: _("No. {number}, {amount} paid in").format(
                number=numbers[one], amount=yen(kept[one])
            ),
            key=key(form, "call"),
        )
        amount_yen = amount(form, _("Amount (yen)"), 1)
        reason = words(form, _("Reason"))
        on = on_day(form, money.today)
        command = c.RefundCapital(call_id=call, amount_yen=amount_yen, reason=reason, on=on)
        press = _("Give {amount} back").format(amount=yen(amount_yen))
        return ask(money.book, money.actor, command, form=form, press=press, done=_("The refund is entered."))


def _recycle(money: Money) -> Order | None:
    """Where the agreement allows it, what came back is investable again."""
    terms = money.book.terms
    assert terms is not None
    returned_yen = money.book.balances.get(RETURNED, 0)
    form = "recycle"
    place = closed(form, _("Invest again what came back"), "recycling") if terms.recycling_share else None
    if place is None:
        return None
    with place:
        room = headroom(terms, money.book.balances, "recycling")
        told = _("The agreement allows {share} of the fund's size; {room} is left.")
        st.markdown(plain(told.format(share=percent(terms.recycling_share), room=yen(room.room_yen))))
        amount_yen = amount(form, _("Amount (yen)"), min(returned_yen, room.room_yen))
        command = c.RecycleCapital(amount_yen=amount_yen, on=on_day(form, money.today))
        press = _("Make {amount} investable again").format(amount=yen(amount_yen))
        return ask(money.book, money.actor, command, form=form, press=press, done=_("The capital is investable again."))


def _commit(money: Money) -> Order | None:
    """A partner commits more, or a new one joins."""
    form = "commit"
    place = closed(form, _("A partner commits more, or a new one joins"), "group_add")
    if place is None:
        return None
    with place:
        number = st.selectbox(
            _("Partner"),
            (*money.partners, 0),
            format_func=lambda one: money.partners[one] if one else _("A new limited partner"),
            key=key(form, "partner"),
        )
        name = money.partners.get(number) or words(form, _("Name as in the agreement"), "name")
        amount_yen = amount(form, _("Commitment added (yen)"), 10_000_000)
        on = on_day(form, money.today)
        if not name.strip():
            st.markdown(plain(_("Write the name; then the figures after this step are shown.")))
            return None
        command = c.AddCommitment(partner=name, joins=not number, amount_yen=amount_yen, on=on)
        press = _("Enter the commitment of {amount}").format(amount=yen(amount_yen))
        return ask(money.book, money.actor, command, form=form, press=press, done=_("The commitment is entered."))


def _close_period(money: Money) -> Order | None:
    """The books are closed up to a day."""
    form = "close-period"
    label = _("Close a period")
    place = closed(form, label, "lock_clock")
    if place is None:
        return None
    with place:
        until_before = money.book.closed_until
        st.markdown(
            plain(
                _("The books are closed up to {day}.").format(day=day(until_before))
                if until_before
                else _("No period has been closed yet.")
            )
        )
        st.markdown(plain(_("Nothing is dated on that day or before it afterwards, and it is not opened again.")))
        last = money.today.replace(day=1) - timedelta(days=1)
        until = on_day(form, money.today, _("Last day of the period"), "until", value=last)
        unvalued = [
            one.company
            for one in money.book.investments.values()
            if one.held_yen() and not any(value.as_of == until for value in one.valuations)
        ]
        if unvalued:
            note = ngettext(
                "{n} investment has no fair value on that day.",
                "{n} investments have no fair value on that day.",
                len(unvalued),
            )
            st.markdown(f":material/info: {plain(note)}")
        command = c.ClosePeriod(until=until, on=money.today)
        press = _("Close the books up to {day}").format(day=day(until))
        return ask(money.book, money.actor, command, form=form, press=press, done=_("The period is closed."))

"""The steps of what the fund holds of one company: valuation by two persons, exit, write-off, money paid back."""

from collections.abc import Callable
from typing import get_args

import streamlit as st

from fundapp.documents.said import said
from fundapp.record import commands as c
from fundapp.record.book import Investment
from fundapp.record.events import ExitKind, ValuationInput, ValuationMethod
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen
from fundapp.text.terms import term
from fundapp.ui import components, gate
from fundapp.ui.fund.deal_seen import SeenDeal
from fundapp.ui.fund.fields import amount, closed, how_many, on_day, words
from fundapp.ui.fund.held_seen import fair_value_yen
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order, key, nonce
from fundapp.ui.words import plain

METHODS: tuple[ValuationMethod, ...] = get_args(ValuationMethod)
KINDS: tuple[ExitKind, ...] = get_args(ExitKind)
_INPUTS = 4


def approve(seen: SeenDeal) -> list[Order | None]:
    """A proposed fair value waits for another person."""
    held = seen.deal.investment
    proposed = held.proposed if held else None
    if held is None or proposed is None:
        return []
    told = _("A fair value of {amount} on {day} waits for its approval").format(
        amount=yen(proposed.fair_value_yen), day=day(proposed.as_of)
    )
    components.section(told)
    lines = [
        _("Method: {method}").format(method=term("valuation_method", proposed.method)),
        *(_("{name}: {text}").format(name=one.name, text=one.value) for one in proposed.inputs),
        _("Reasoning: {words}").format(words=seen.book.words_of(proposed.reasoning)),
        _("Proposed by {name}").format(name=said(gate.name_of(proposed.proposed_by))),
    ]
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    if not seen.releases or proposed.proposed_by == seen.actor.person:
        st.markdown(plain(_("Another person approves it: the secretariat, the chair, or another manager.")))
        return []
    form = f"approve-value/{proposed.id}"
    command = c.ApproveValuation(investment_id=held.id, valuation_id=proposed.id, on=seen.today)
    done = _("The fair value is in force.")
    return [ask(seen.book, seen.actor, command, form=form, press=_("Approve this fair value"), done=done)]


def steps(seen: SeenDeal) -> list[Order | None]:
    """Everything the manager may enter about what is held, each closed until it is opened."""
    held = seen.deal.investment
    if held is None or not seen.manages or not held.held_yen():
        return []
    offered: tuple[tuple[str, str, str, Callable[[SeenDeal, Investment, str], Order | None]], ...] = (
        ("value", _("Value this investment"), "query_stats", _value),
        ("exit", _("Enter an exit or a dividend"), "logout", _exit),
        ("write-off", _("Write off"), "remove_circle", _write_off),
        ("refund", _("The company paid a tranche back"), "undo", _refund),
    )
    found: list[Order | None] = []
    for kind, label, icon, form_of in offered:
        form = f"{kind}/{held.id}"
        place = closed(form, label, icon)
        if place is not None:
            with place:
                found.append(form_of(seen, held, form))
    return found


def _value(seen: SeenDeal, held: Investment, form: str) -> Order | None:
    st.markdown(
        plain(
            _(
                "Fair value is the price between market participants on the day "
                "(IPEV Guidelines, December 2022). The method stays the same unless the facts change."
            )
        )
    )
    as_of = on_day(form, seen.today, _("Fair value on"), "as-of")
    fair_yen = amount(form, _("Fair value (yen)"), fair_value_yen(seen, held), "fair", least_yen=0)
    last = held.valuations[-1].method if held.valuations else METHODS[0]
    method = st.selectbox(
        _("Method"),
        METHODS,
        index=METHODS.index(last),
        format_func=lambda one: term("valuation_method", one),
        key=key(form, "method"),
    )
    reasoning_label = _("Why these inputs lead to this value")
    inputs = _inputs(form)
    command = c.ProposeValuation(
        investment_id=held.id,
        valuation_id=f"valuation-{nonce(form)}",
        as_of=as_of,
        fair_value_yen=fair_yen,
        method=method,
        inputs=inputs,
        reasoning=words(form, reasoning_label, "reasoning"),
        on=seen.today,
    )
    press = _("Propose a fair value of {amount}").format(amount=yen(fair_yen))
    done = _("The fair value is proposed. It counts once another person approves it.")
    return ask(seen.book, seen.actor, command, form=form, press=press, done=done)


def _inputs(form: str) -> tuple[ValuationInput, ...]:
    """What the value rests on: each a name, and a figure with its source."""
    found = []
    for n in range(1, _INPUTS + 1):
        name, value = st.columns(2)
        with name:
            named = words(form, _("Input {n}").format(n=n), f"name-{n}")
        with value:
            typed = words(form, _("Value and source {n}").format(n=n), f"value-{n}")
        if named.strip() and typed.strip():
            found.append(ValuationInput(name=named, value=typed))
    return tuple(found)


def _exit(seen: SeenDeal, held: Investment, form: str) -> Order | None:
    kind = st.selectbox(_("Kind"), KINDS, format_func=lambda one: term("exit_kind", one), key=key(form, "kind"))
    cost_yen, shares, proposed_yen = 0, None, 1
    done = _("The dividend is entered.")
    if kind != "dividend":
        proposed_yen, done = fair_value_yen(seen, held), _("The exit is entered.")
        cost_yen = amount(form, _("Cost of what is sold (yen)"), held.held_yen(), "cost", least_yen=0)
        told = _("{held} is held at cost; the whole amount is a whole exit.")
        st.markdown(plain(told.format(held=yen(held.held_yen()))))
        shares = how_many(form, _("Shares or units that leave, if they are counted"), "shares")
    proceeds_yen = amount(form, _("Proceeds (yen)"), proposed_yen, "proceeds", least_yen=0)
    on = on_day(form, seen.today, _("Day on which it was paid"))
    command = c.RecordExit(
        investment_id=held.id,
        exit_id=f"exit-{nonce(form)}",
        kind=kind,
        cost_yen=cost_yen,
        proceeds_yen=proceeds_yen,
        shares=shares,
        remark=words(form, _("Buyer and paper"), "remark"),
        on=on,
    )
    press = _("Enter proceeds of {amount}").format(amount=yen(proceeds_yen))
    return ask(seen.book, seen.actor, command, form=form, press=press, done=done)


def _write_off(seen: SeenDeal, held: Investment, form: str) -> Order | None:
    cost_yen = amount(form, _("Cost that is lost (yen)"), held.held_yen(), "cost")
    reason = words(form, _("Reason"))
    command = c.WriteOff(investment_id=held.id, cost_yen=cost_yen, reason=reason, on=on_day(form, seen.today))
    press = _("Write {amount} off").format(amount=yen(cost_yen))
    return ask(seen.book, seen.actor, command, form=form, press=press, done=_("The loss is entered."))


def _refund(seen: SeenDeal, held: Investment, form: str) -> Order | None:
    paid = {one.number: one.held_yen for one in held.tranches if one.held_yen}
    number = st.selectbox(
        _("Tranche"),
        tuple(paid),
        format_func=lambda n: _("Tranche {number}, {amount} held").format(number=n, amount=yen(paid[n])),
        key=key(form, "tranche"),
    )
    amount_yen = amount(form, _("Amount (yen)"), paid[number])
    reason = words(form, _("Reason"))
    command = c.RefundTranche(
        investment_id=held.id, number=number, amount_yen=amount_yen, reason=reason, on=on_day(form, seen.today)
    )
    press = _("Enter {amount} as paid back").format(amount=yen(amount_yen))
    return ask(seen.book, seen.actor, command, form=form, press=press, done=_("The refund is entered."))

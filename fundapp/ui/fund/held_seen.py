"""What the fund holds of one company, at cost and at fair value, and what its payments wait for."""

import streamlit as st

from fundapp.documents.said import said
from fundapp.fund.journal import unrealised
from fundapp.record import commands as c
from fundapp.record.book import Investment
from fundapp.record.events import SupportDue
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import day, yen
from fundapp.text.terms import term
from fundapp.ui import components, gate
from fundapp.ui.fund.deal_seen import SeenDeal
from fundapp.ui.fund.fields import closed, words
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.words import plain


def show_value(seen: SeenDeal) -> None:
    """What is held at cost and at fair value, and by what it was valued."""
    held = seen.deal.investment
    if held is None or not held.drawn_yen():
        return
    head = _("Fair value {fair}, cost {cost}").format(fair=yen(fair_value_yen(seen, held)), cost=yen(held.held_yen()))
    components.section(head)
    lines = [_valued(held)]
    if shares := held.shares():
        lines.append(_("Shares or units held: {count}").format(count=f"{shares:,}"))
    if held.proceeds_yen():
        lines.append(_("Exits and dividends brought {amount}").format(amount=yen(held.proceeds_yen())))
    if held.lost_yen():
        lines.append(_("{amount} was written off").format(amount=yen(held.lost_yen())))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    if held.valuations:
        rows = [
            {
                _("Day"): one.as_of.isoformat(),
                _("Fair value (yen)"): one.fair_value_yen,
                _("Method"): term("valuation_method", one.method),
                _("Inputs"): "; ".join(f"{given.name} {given.value}" for given in one.inputs),
                _("Reasoning"): seen.book.words_of(one.reasoning),
                _("Approved by"): said(gate.name_of(one.approved_by)),
            }
            for one in reversed(held.valuations)
        ]
        components.table(rows, about=head, key="valuations")


def fair_value_yen(seen: SeenDeal, held: Investment) -> int:
    """At cost until it is valued."""
    return held.held_yen() + seen.book.balances.get(unrealised(held.reservation_id), 0)


def _valued(held: Investment) -> str:
    if not held.valuations:
        return _("Not valued yet: carried at cost")
    last = held.valuations[-1]
    return _("Valued on {day}: {method}").format(day=day(last.as_of), method=term("valuation_method", last.method))


def support_due(held: Investment) -> tuple[SupportDue, ...]:
    """The menu items that payments wait for and that were not given yet."""
    found = {
        one.need_id: one
        for tranche in held.tranches
        if tranche.drawn_on is None and tranche.cancelled_on is None
        for one in tranche.support
    }
    return tuple(one for of, one in found.items() if not held.gave(of))


def confirm_support(seen: SeenDeal) -> list[Order | None]:
    """A menu item that payments wait for was given, on evidence."""
    held = seen.deal.investment
    waiting = support_due(held) if held else ()
    if held is None or not waiting:
        return []
    form = f"support/{held.id}"
    names = {one.need_id: one.name for one in waiting}
    st.markdown(plain(_("Payments wait for this support:")))
    st.markdown("\n".join(f"- {plain(one)}" for one in names.values()))
    place = closed(form, _("Enter support as given"), "handshake") if seen.may_meet_conditions else None
    if place is None:
        return []
    with place:
        label = pgettext("menu", "Support")
        need = st.selectbox(label, tuple(names), format_func=lambda one: names[one], key=key(form, "need"))
        evidence = words(form, _("Evidence: which paper shows it, of which day"), "evidence")
        command = c.ConfirmSupport(investment_id=held.id, need_id=need, evidence=evidence, on=seen.today)
        done = _("The support is entered as given.")
        return [ask(seen.book, seen.actor, command, form=form, press=_("Enter as given"), done=done)]

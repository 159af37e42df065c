"""The steps before the agreement: the general partner decides, the agreement is signed, the resolution is given up."""

from datetime import date
from fractions import Fraction
from typing import get_args

import streamlit as st

from fundapp.committee.proposal import Instrument, Terms
from fundapp.record import commands as c
from fundapp.record.events import SupportDue, TrancheTerms
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.fund.deal_seen import SeenDeal
from fundapp.ui.fund.fields import STEP_YEN, how_many, on_day
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order, key, nonce
from fundapp.ui.words import plain

INSTRUMENTS: tuple[Instrument, ...] = get_args(Instrument)
_MOST_TRANCHES = 6


def decide(seen: SeenDeal) -> Order | None:
    """The general partner decides on the terms of the resolution; the amount may be lower, never higher."""
    resolved, reservation = seen.resolved_terms, seen.deal.reservation
    form = f"decide/{reservation.id}"
    components.section(_("Decision of the general partner"))
    amount_yen = st.number_input(
        _("Amount (yen)"), min_value=1, value=reservation.amount_yen, step=STEP_YEN, key=key(form, "amount")
    )
    st.markdown(plain(_("In words: {amount}").format(amount=yen(amount_yen, "man"))))
    instrument = st.selectbox(
        _("Instrument"),
        INSTRUMENTS,
        index=INSTRUMENTS.index(resolved.instrument) if resolved else 0,
        format_func=lambda one: term("instrument", one),
        key=key(form, "instrument"),
    )
    pre_money_yen = st.number_input(
        _("Pre-money value (yen), if agreed"),
        min_value=0,
        value=resolved.pre_money_yen if resolved else None,
        step=STEP_YEN,
        key=key(form, "pre-money"),
    )
    ownership = _share(_("Ownership (%), if known"), resolved.ownership if resolved else None, key(form, "ownership"))
    votes = _share(_("Share of votes (%), if known"), resolved.voting_share if resolved else None, key(form, "votes"))
    on = on_day(form, seen.today)
    terms = Terms(
        amount_yen=amount_yen,
        instrument=instrument,
        pre_money_yen=pre_money_yen,
        ownership=ownership,
        voting_share=votes,
    )
    command = c.DecideAsGp(reservation_id=reservation.id, terms=terms, on=on)
    press = _("Decide to invest {amount}").format(amount=yen(amount_yen))
    return ask(
        seen.book, seen.actor, command, form=form, press=press, done=_("The general partner's decision is entered.")
    )


def _share(label: str, given: Fraction | None, widget: str) -> Fraction | None:
    """A share in percent; what was given stays exact as long as nobody types another."""
    shown = None if given is None else round(float(given * 100), 2)
    typed = st.number_input(label, min_value=0.0, max_value=100.0, value=shown, step=0.1, format="%.2f", key=widget)
    if typed == shown:
        return given
    return None if typed is None else Fraction(f"{typed:.2f}") / 100


def sign(seen: SeenDeal) -> Order | None:
    """The agreement in tranches; what they leave of the reservation goes back to the fund."""
    reservation = seen.deal.reservation
    assert reservation.decided is not None
    form = f"sign/{reservation.id}"
    components.section(_("Signed agreement"))
    count = st.number_input(
        _("Number of tranches"), min_value=1, max_value=_MOST_TRANCHES, value=2, key=key(form, "count")
    )
    decided_yen = reservation.decided.amount_yen
    rows = [_tranche(seen, form, n, _even_part(decided_yen, n, count)) for n in range(1, count + 1)]
    on = on_day(form, seen.today)
    total_yen = sum(one.amount_yen for one in rows)
    rest_yen = reservation.amount_yen - total_yen
    if rest_yen >= 0:
        told = _("Tranches together: {total}. Goes back to the fund: {rest}.")
        st.markdown(f"**{plain(told.format(total=yen(total_yen), rest=yen(rest_yen)))}**")
    investment_id = f"investment-{nonce(form)}"
    command = c.SignAgreement(investment_id=investment_id, reservation_id=reservation.id, tranches=tuple(rows), on=on)
    press = _("Enter the signed agreement of {amount}").format(amount=yen(total_yen))
    return ask(seen.book, seen.actor, command, form=form, press=press, done=_("The agreement is entered."))


def _even_part(whole_yen: int, number: int, count: int) -> int:
    """Even parts to start from, in whole millions; the first takes the rest."""
    part_yen = whole_yen // count // STEP_YEN * STEP_YEN
    return whole_yen - part_yen * (count - 1) if number == 1 else max(part_yen, 1)


def _tranche(seen: SeenDeal, form: str, number: int, amount_yen: int) -> TrancheTerms:
    with st.container(border=True, key=key(form, f"tranche-{number}")):
        head = plain(_("Tranche {number}").format(number=number))
        st.markdown(f"**{head}**")
        # The number of tranches stands in the key: with another number the even parts are others.
        typed_yen = st.number_input(
            _("Amount (yen)"),
            min_value=1,
            value=amount_yen,
            step=STEP_YEN,
            key=key(form, f"amount-{number}-{amount_yen}"),
        )
        due = st.date_input(_("Due"), value=seen.today, key=key(form, f"due-{number}"))
        milestone = st.text_input(
            _("Milestone that must be reached, if one is agreed"), key=key(form, f"milestone-{number}")
        )
        shares = how_many(form, _("Shares or units that it buys, if they are counted"), f"shares-{number}")
        support = _support(seen, form, number)
    return TrancheTerms(
        number=number,
        amount_yen=typed_yen,
        due=due if isinstance(due, date) else seen.today,
        milestone=milestone,
        support=support,
        shares=shares,
    )


def _support(seen: SeenDeal, form: str, number: int) -> tuple[SupportDue, ...]:
    """The menu items that this payment waits for, out of those that the resolution was judged on."""
    item = seen.book.items.get(seen.deal.reservation.item_id)
    needs = {one.id: one.name for one in item.frozen.support.needs} if item and item.frozen else {}
    if not needs:
        return ()
    chosen = st.multiselect(
        _("Support that must be given before"),
        tuple(needs),
        format_func=lambda one: needs[one],
        placeholder=_("Choose"),
        key=key(form, f"support-{number}"),
    )
    return tuple(SupportDue(need_id=one, name=needs[one]) for one in chosen)


def closed_steps(seen: SeenDeal) -> list[Order | None]:
    """Giving the resolution up, closed until the manager opens it."""
    reservation = seen.deal.reservation
    if not seen.manages or reservation.state not in ("held", "decided"):
        return []
    form = f"void/{reservation.id}"
    place = st.expander(_("Give this resolution up"), on_change="rerun", key=key(form, "open"))
    if not place.open:
        return []
    with place:
        return [_give_up(seen, form)]


def _give_up(seen: SeenDeal, form: str) -> Order | None:
    """The resolution will not be carried out: its money goes back."""
    reservation = seen.deal.reservation
    reason = st.text_input(_("Reason"), key=key(form, "reason"))
    command = c.VoidReservation(reservation_id=reservation.id, reason=reason, on=seen.today)
    press = _("Give the reservation of {amount} up").format(amount=yen(reservation.amount_yen))
    return ask(seen.book, seen.actor, command, form=form, press=press, done=_("The reservation went back to the fund."))

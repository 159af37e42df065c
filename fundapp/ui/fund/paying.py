"""The steps after the agreement: conditions are met, a tranche is released by two, stopped, resumed or cancelled."""

from collections.abc import Callable

import streamlit as st

from fundapp.record import commands as c
from fundapp.record.book import Tranche
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.fund.deal_seen import SeenDeal, approved_by
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order, key
from fundapp.ui.words import plain


def meet_condition(seen: SeenDeal) -> Order | None:
    """One open condition with the evidence that it is met."""
    deal = seen.deal
    form = f"condition/{deal.reservation.id}"
    components.section(_("A condition is met"))
    names = {one.number: one.condition.text for one in deal.open_conditions}
    number = st.selectbox(_("Condition"), tuple(names), format_func=lambda n: names[n], key=key(form, "number"))
    evidence = st.text_input(_("Evidence: which paper shows it, of which day"), key=key(form, "evidence"))
    command = c.MeetCondition(reservation_id=deal.reservation.id, number=number, evidence=evidence, on=seen.today)
    done = _("The condition is entered as met.")
    return ask(seen.book, seen.actor, command, form=form, press=_("Enter as met"), done=done)


def early_conditions(seen: SeenDeal) -> list[Order | None]:
    """A condition may be met while the agreement is not signed yet; closed until somebody opens it."""
    if seen.step not in ("gp_decision", "sign") or not seen.deal.open_conditions or not seen.may_meet_conditions:
        return []
    form = f"early/{seen.deal.reservation.id}"
    place = st.expander(_("Enter a condition as met"), on_change="rerun", key=key(form, "open"))
    if not place.open:
        return []
    with place:
        return [meet_condition(seen)]


def release(seen: SeenDeal) -> Order | None:
    """The next tranche: the first of two approves on evidence, the second approval pays."""
    tranche, investment = seen.deal.next_tranche, seen.deal.investment
    assert tranche is not None
    assert investment is not None
    form = f"release/{investment.id}/{tranche.number}/{len(tranche.approvals)}"
    components.section(
        _("Payment of tranche {number}: {amount}").format(number=tranche.number, amount=yen(tranche.amount_yen))
    )
    lines = [_("Due on {day}").format(day=day(tranche.due))]
    if tranche.milestone:
        lines.append(_("Milestone: {milestone}").format(milestone=tranche.milestone))
    lines.append(approved_by(seen) or _("Two persons approve: the manager, and the secretariat or the chair."))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    label = (
        _("Evidence that the milestone is reached")
        if tranche.milestone
        else _("Evidence that the payment is due: which paper, of which day")
    )
    evidence = st.text_input(label, key=key(form, "evidence"))
    command = c.ReleaseTranche(investment_id=investment.id, number=tranche.number, evidence=evidence, on=seen.today)
    second = bool(tranche.approvals)
    press = _("Approve as the second person and pay") if second else _("Approve as the first person")
    done = _("Approved and paid.") if second else _("Approved. The payment waits for the second person.")
    return ask(seen.book, seen.actor, command, form=form, press=press, done=done)


def waits(seen: SeenDeal) -> None:
    """This person has approved; the other side has not."""
    components.section(_("The payment waits for the second person"))
    st.markdown(plain(approved_by(seen)))


def other_steps(seen: SeenDeal) -> list[Order | None]:
    """Stop, resume and cancel, each closed until somebody opens it."""
    unpaid = seen.deal.unpaid
    running = [one for one in unpaid if one.frozen_on is None]
    stopped = [one for one in unpaid if one.frozen_on is not None]
    found: list[Order | None] = []
    if running and seen.releases:
        found.append(_closed(seen, "stop", _("Stop a payment"), running, _stop))
    if stopped and seen.manages:
        found.append(_closed(seen, "resume", _("Lift a stop"), stopped, _resume))
    if unpaid and seen.manages:
        found.append(_closed(seen, "cancel", _("Cancel a tranche"), list(unpaid), _cancel))
    return found


def _closed(
    seen: SeenDeal,
    kind: str,
    label: str,
    tranches: list[Tranche],
    form_of: Callable[[SeenDeal, Tranche, str, str], Order | None],
) -> Order | None:
    assert seen.deal.investment is not None
    form = f"{kind}/{seen.deal.investment.id}"
    place = st.expander(label, on_change="rerun", key=key(form, "open"))
    if not place.open:
        return None
    with place:
        names = {one.number: _tranche_text(one) for one in tranches}
        number = st.selectbox(_("Tranche"), tuple(names), format_func=lambda n: names[n], key=key(form, "number"))
        reason = st.text_input(_("Reason"), key=key(form, "reason"))
        return form_of(seen, next(one for one in tranches if one.number == number), reason, form)


def _tranche_text(tranche: Tranche) -> str:
    return _("Tranche {number}, {amount}, due on {day}").format(
        number=tranche.number, amount=yen(tranche.amount_yen), day=day(tranche.due)
    )


def _stop(seen: SeenDeal, tranche: Tranche, reason: str, form: str) -> Order | None:
    assert seen.deal.investment is not None
    command = c.FreezeTranche(
        investment_id=seen.deal.investment.id, number=tranche.number, reason=reason, on=seen.today
    )
    return ask(
        seen.book, seen.actor, command, form=form, press=_("Stop this payment"), done=_("The payment is stopped.")
    )


def _resume(seen: SeenDeal, tranche: Tranche, reason: str, form: str) -> Order | None:
    assert seen.deal.investment is not None
    command = c.ResumeTranche(
        investment_id=seen.deal.investment.id, number=tranche.number, reason=reason, on=seen.today
    )
    done = _("The stop is lifted. Two persons approve the payment anew.")
    return ask(seen.book, seen.actor, command, form=form, press=_("Lift this stop"), done=done)


def _cancel(seen: SeenDeal, tranche: Tranche, reason: str, form: str) -> Order | None:
    assert seen.deal.investment is not None
    command = c.CancelTranche(
        investment_id=seen.deal.investment.id, number=tranche.number, reason=reason, on=seen.today
    )
    done = _("The tranche is cancelled; its money went back to the fund.")
    return ask(seen.book, seen.actor, command, form=form, press=_("Cancel this tranche"), done=done)

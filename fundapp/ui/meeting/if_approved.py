"""What an approval would leave: the balance, the room of the company, its sector and stage, and who still fits."""

import streamlit as st

from fundapp.committee.gates import MoneyCheck
from fundapp.committee.proposal import Proposal
from fundapp.documents.said import said
from fundapp.fund.limits import Headroom
from fundapp.record.foresee import foresee_approval
from fundapp.record.judging import rooms, still_fit
from fundapp.text.catalogue import _
from fundapp.text.figures import yen
from fundapp.ui import components, gate
from fundapp.ui.fund.sending import posting_rows
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.ways import go, may_open
from fundapp.ui.words import plain


def show_if_approved(seen: Seen) -> None:
    """For the amount that is asked, for everyone at the table."""
    with st.expander(_("If this is approved: money that is left, and for whom"), icon=":material/account_balance:"):
        show_money(seen, seen.frozen.proposal.ask_yen, "asked")
        if may_open(seen.actor, "fund/forecast") and st.button(
            _("See the forecast as if today's agenda were approved"), icon=":material/insights:", key="agenda-forecast"
        ):
            go("fund/forecast", agenda=str(seen.meeting.number))


def show_money(seen: Seen, amount_yen: int, key: str) -> None:
    """If this amount were approved: what is left where, which other items would still fit, what the journal enters."""
    proposal = seen.frozen.proposal
    title = _("If {amount} is approved").format(amount=yen(amount_yen, "man"))
    fits = still_fit(seen.book, proposal, amount_yen, _waiting(seen))
    lines = [*(_room(one, amount_yen, proposal) for one in rooms(seen.book, proposal)), *(_fit(*one) for one in fits)]
    with st.container(border=True):
        st.markdown(f"**{plain(title)}**")
        st.markdown("  \n".join(lines))
        components.folded_table(
            _("What the journal enters"),
            lambda: posting_rows(foresee_approval(seen.book, seen.current, amount_yen, gate.desk().now()).postings),
            about=_("The entries of this step, debit and credit in yen"),
            key=f"approval-{key}",
        )


def _room(room: Headroom, amount_yen: int, proposal: Proposal) -> str:
    """One limit now and afterwards; what is over it says by how much."""
    name = {
        "investable": _("Investable balance"),
        "company": _("Room of {company}").format(company=said(proposal.company.name)),
        "sector": _("Room of the sector {sector}").format(sector=proposal.sector),
        "early_stage": _("Room of the early stage"),
        "year": _("Room of this year of the fund"),
    }[room.kind]
    after_yen = room.room_yen - amount_yen
    mark = ":material/check_circle:" if after_yen >= 0 else ":material/cancel:"
    if after_yen >= 0:
        text = _("{name}: {now} now, {after} afterwards.").format(
            name=name, now=yen(room.room_yen, "man"), after=yen(after_yen, "man")
        )
    else:
        text = _("{name}: {now} now, {short} short.").format(
            name=name, now=yen(room.room_yen, "man"), short=yen(-after_yen, "man")
        )
    return f"{mark} {plain(text)}"


def _waiting(seen: Seen) -> tuple[Proposal, ...]:
    """The proposals of the agenda that wait behind the current item, frozen or as the registers know them."""
    waiting = {item.proposal_id for item in seen.book.items_of(seen.meeting.id) if item.resolved is None}
    waiting.discard(seen.current.proposal_id)
    return tuple(one for one in gate.desk().proposals(seen.actor) if one.id in waiting)


def _fit(proposal: Proposal, check: MoneyCheck) -> str:
    mark = ":material/check_circle:" if check.fits else ":material/cancel:"
    name = f"{proposal.code} {said(proposal.name)}"
    if check.fits:
        text = _("{name} ({ask}) still fits.").format(name=name, ask=yen(check.asked_yen, "man"))
    else:
        short = yen(check.asked_yen - check.room_yen, "man")
        text = _("{name} ({ask}) no longer fits: {short} short.").format(
            name=name, ask=yen(check.asked_yen, "man"), short=short
        )
    return f"{mark} {plain(text)}"

"""For whom the money is: what resolutions have reserved, and the tranches of what is signed."""

from collections.abc import Mapping, Sequence

import streamlit as st

from fundapp.basis.fact import Bilingual
from fundapp.basis.roles import Actor
from fundapp.documents.commitments_table import reserved_state, tranche_name, tranche_state
from fundapp.documents.said import said
from fundapp.record.commitments import Commitments, ReservedMoney, TrancheMoney
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.ways import go, may_open
from fundapp.ui.words import plain

MARKS = {
    "paid": ":material/check_circle:",
    "cancelled": ":material/cancel:",
    "stopped": ":material/pause_circle:",
    "overdue": ":material/error:",
    "due": ":material/schedule:",
}


def show_reserved(money: Commitments, actor: Actor) -> None:
    """What resolutions hold, the next to expire first, with the way to each."""
    if not money.reserved:
        # Whoever may not know of a reservation is not told that there is none.
        if not money.unseen_yen:
            components.section(_("Nothing is reserved at the moment"))
        return
    finding = _reserved_finding(money.reserved)
    components.section(finding)
    for one in money.reserved:
        with st.container(border=True):
            st.markdown(_reserved_line(one))
            _way(actor, one.id, one.company)
    components.folded_table(
        _("The same figures as a table"),
        lambda: [_reserved_row(one) for one in money.reserved],
        about=finding,
        key="reserved",
    )


def _reserved_finding(reserved: Sequence[ReservedMoney]) -> str:
    first = reserved[0]
    found = ngettext("{n} reservation", "{n} reservations", len(reserved))
    if first.days_left < 0:
        return _("{found}; {company} has expired").format(found=found, company=said(first.company))
    left = ngettext("{n} day", "{n} days", first.days_left)
    return _("{found}; {company} is the next to expire, in {left}").format(
        found=found, company=said(first.company), left=left
    )


def _reserved_line(one: ReservedMoney) -> str:
    text = _("{amount}, held until {day}: {state}").format(
        amount=yen(one.amount_yen), day=day(one.expires_on), state=reserved_state(one)
    )
    return f"**{plain(said(one.company))}**  {plain(text)}"


def _way(actor: Actor, deal: str, company: Bilingual) -> None:
    """To the deal's own page, where its next step is taken; nothing for who may not open it."""
    if deal and may_open(actor, "fund/investment"):
        label = plain(_("Next step: {company}").format(company=said(company)))
        if st.button(label, icon=":material/arrow_forward:", key=f"next-{deal}"):
            go("fund/investment", deal=deal)


def _reserved_row(one: ReservedMoney) -> dict[str, str | int]:
    return {
        _("Company"): said(one.company),
        _("Amount (yen)"): one.amount_yen,
        _("Expires"): one.expires_on.isoformat(),
        _("Days left"): one.days_left,
        _("State"): reserved_state(one),
        _("Reserved on"): one.reserved_on.isoformat(),
    }


def show_tranches(money: Commitments, actor: Actor, deals: Mapping[str, str]) -> None:
    """What is signed, company by company and tranche by tranche, with the way to each. `deals`: investment -> deal."""
    if not money.tranches:
        components.section(_("No agreement is signed yet"))
        st.markdown(plain(_("When one is signed, its tranches stand here with their days.")))
        return
    finding = _tranches_finding(money.tranches)
    components.section(finding)
    for investment_id in dict.fromkeys(one.investment_id for one in money.tranches):
        mine = [one for one in money.tranches if one.investment_id == investment_id]
        with st.container(border=True):
            _investment(mine)
            _way(actor, deals.get(investment_id, ""), mine[0].company)
    components.folded_table(
        _("The same figures as a table"),
        lambda: [_tranche_row(one) for one in money.tranches],
        about=finding,
        key="tranches",
    )


def _tranches_finding(tranches: Sequence[TrancheMoney]) -> str:
    late = [one for one in tranches if one.state == "overdue"]
    if late:
        return _("{amount} to {company} is past its due day").format(
            amount=yen(sum(one.amount_yen for one in late), "million"),
            company=_(", ").join(dict.fromkeys(said(one.company) for one in late)),
        )
    next_ = min((one for one in tranches if one.state == "due"), key=lambda one: one.on, default=None)
    if next_ is None:
        return _("No tranche waits to be paid")
    return _("Next to be paid: {company}, {amount} on {day}").format(
        company=said(next_.company), amount=yen(next_.amount_yen, "million"), day=day(next_.on)
    )


def show_investment(tranches: Sequence[TrancheMoney]) -> None:
    """One agreement with its payments."""
    with st.container(border=True):
        _investment(tranches)


def _investment(tranches: Sequence[TrancheMoney]) -> None:
    first = tranches[0]
    head = _("{amount}, signed on {day}").format(
        amount=yen(sum(one.amount_yen for one in tranches if one.state != "cancelled")), day=day(first.signed_on)
    )
    lines = [f"**{plain(said(first.company))}**  {plain(head)}", *map(_tranche_line, tranches)]
    st.markdown("  \n".join(lines))


def _tranche_line(one: TrancheMoney) -> str:
    text = _("{part}: {amount}, {state}, {day}").format(
        part=tranche_name(one), amount=yen(one.amount_yen), state=tranche_state(one), day=day(one.on)
    )
    if one.milestone:
        text = _("{text} ({milestone})").format(text=text, milestone=one.milestone)
    return f"{MARKS[one.state]} {plain(text)}"


def _tranche_row(one: TrancheMoney) -> dict[str, str | int]:
    return {
        _("Company"): said(one.company),
        pgettext("commitment", "Part"): tranche_name(one),
        _("Amount (yen)"): one.amount_yen,
        _("State"): tranche_state(one),
        pgettext("commitment", "Day"): one.on.isoformat(),
    }

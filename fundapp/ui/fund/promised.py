"""For whom the money is: what resolutions have reserved, and the tranches of what is signed."""

import streamlit as st

from fundapp.documents.commitments_table import reserved_state, tranche_name, tranche_state
from fundapp.documents.said import said
from fundapp.record.commitments import Commitments, ReservedMoney, TrancheMoney
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.words import plain


def show_reserved(money: Commitments) -> None:
    """What resolutions hold, the next to expire first."""
    if not money.reserved:
        components.section(_("Nothing is reserved at the moment"))
        return
    first = money.reserved[0]
    components.section(_reserved_finding(len(money.reserved), first))
    components.table([_reserved_row(one) for one in money.reserved], about=_about_reserved(money), key="reserved")


def _reserved_finding(count: int, first: ReservedMoney) -> str:
    found = ngettext("{n} reservation", "{n} reservations", count)
    if first.days_left < 0:
        return _("{found}; {company} has expired").format(found=found, company=said(first.company))
    left = ngettext("{n} day", "{n} days", first.days_left)
    return _("{found}; {company} is the next to expire, in {left}").format(
        found=found, company=said(first.company), left=left
    )


def _about_reserved(money: Commitments) -> str:
    return "; ".join(f"{said(one.company)} {yen(one.amount_yen)} {day(one.expires_on)}" for one in money.reserved)


def _reserved_row(one: ReservedMoney) -> dict[str, str | int]:
    return {
        _("Company"): said(one.company),
        _("Amount (yen)"): one.amount_yen,
        _("Expires"): one.expires_on.isoformat(),
        _("Days left"): one.days_left,
        _("State"): reserved_state(one),
        _("Reserved on"): one.reserved_on.isoformat(),
    }


def show_tranches(money: Commitments) -> None:
    """What is signed, tranche by tranche: paid, to be paid, stopped."""
    if not money.tranches:
        components.section(_("No agreement is signed yet"))
        st.markdown(plain(_("When one is signed, its tranches stand here with their days.")))
        return
    components.section(_tranches_finding(money.tranches))
    with_milestones = any(one.milestone for one in money.tranches)
    rows = [_tranche_row(one, with_milestone=with_milestones) for one in money.tranches]
    components.table(rows, about=_tranches_finding(money.tranches), key="tranches")


def _tranches_finding(tranches: tuple[TrancheMoney, ...]) -> str:
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


def _tranche_row(one: TrancheMoney, *, with_milestone: bool) -> dict[str, str | int]:
    row: dict[str, str | int] = {
        _("Company"): said(one.company),
        pgettext("commitment", "Part"): tranche_name(one),
        _("Amount (yen)"): one.amount_yen,
        _("State"): tranche_state(one),
        _("Day"): one.on.isoformat(),
    }
    if with_milestone:
        row[_("Milestone")] = one.milestone
    return row

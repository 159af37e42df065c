"""Money of others beside the fund's on the page of a proposal: by period, where nothing is there, what it bent."""

import streamlit as st

from fundapp.committee.co_finance import CoFinance, Period, bent, money_yen, periods
from fundapp.documents.said import NOTHING
from fundapp.record.book import Investment
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.network.phrases import listed
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.words import plain


def show_in_brief(paper: Paper) -> None:
    """How much others give, in which spans nobody does, and what the plan was changed for."""
    rows = paper.asked.co_finance
    if not rows:
        return
    told = [_("Beside the fund's money: {amount} of others").format(amount=yen(money_yen(rows)))]
    told += [
        _("no money of others from {begins} to {ends}").format(begins=day(one.begins), ends=day(one.ends))
        for one in periods(rows)
        if not one.running
    ]
    st.markdown(plain(listed(told)))
    for one in bent(rows):
        changed = _("The plan was changed to fit a scheme ({source}): {what}").format(
            source=paper.providers.shown(one.source), what=one.changed_plan
        )
        st.markdown(f":material/warning: **{plain(changed)}**")


def show_others_money(paper: Paper) -> None:
    """Each period with what runs in it and what the fund pays in it; nothing where no other source is entered."""
    shown = periods(paper.asked.co_finance)
    if not shown:
        return
    components.section(_("Money of others and of the fund, period by period"))
    investment = next((one for one in paper.book.investments.values() if one.proposal_id == paper.proposal.id), None)
    rows = [_row(paper, one, investment) for one in shown]
    components.figures_table(rows, about=_("Money of others and of the fund, period by period"))


def _row(paper: Paper, one: Period, investment: Investment | None) -> dict[str, str]:
    running = [_source(paper, row) for row in one.running]
    return {
        _("Period"): f"{day(one.begins)} – {day(one.ends)}",
        _("Of others"): plain(listed(running)) or _("nothing"),
        _("Paid by the fund (yen)"): _paid(one, investment),
    }


def _source(paper: Paper, row: CoFinance) -> str:
    told = _("{kind} of {amount} ({source}, {state})")
    return told.format(
        kind=term("co_finance", row.kind),
        amount=yen(row.amount_yen),
        source=paper.providers.shown(row.source),
        state=term("co_finance_state", row.state),
    )


def _paid(one: Period, investment: Investment | None) -> str:
    """What the fund pays in the period, by the days on which its tranches were paid or are due."""
    tranches = investment.tranches if investment else ()
    falling = [
        tranche.amount_yen
        for tranche in tranches
        if tranche.cancelled_on is None and one.begins <= (tranche.drawn_on or tranche.due) <= one.ends
    ]
    return yen(sum(falling), "bare") if falling else NOTHING

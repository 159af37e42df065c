"""How much is left: the figures with what they are compared to, the waterfall, the limits."""

from fractions import Fraction

import streamlit as st

from fundapp.charts.headroom import HeadroomBar, headroom, headroom_rows, headroom_title
from fundapp.charts.sheet import Rows
from fundapp.charts.waterfall import waterfall, waterfall_rows, waterfall_title
from fundapp.documents.said import NOTHING, said
from fundapp.record.commitments import Commitments, LimitUse
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import day, percent, yen
from fundapp.ui import components
from fundapp.ui.words import plain


def title(money: Commitments) -> str:
    """The state of the fund in a line."""
    return waterfall_title(money.steps)


def _million(amount_yen: int) -> str:
    return yen(amount_yen, "million")


def show_figures(money: Commitments) -> None:
    """Four figures, each with the one that it is measured by."""
    now = money.figures
    of_fund = percent(Fraction(now.reserved_yen, now.fund_size_yen))
    with st.grid(4, min_column_width=250):
        _figure(_("Reserved"), now.reserved_yen, _("{share} of the fund").format(share=of_fund))
        _figure(
            _("Committed"),
            now.committed_yen,
            _("{paid} is paid").format(paid=_million(now.drawn_yen)),
        )
        _figure(
            _("Paid in"),
            now.paid_in_yen,
            _("of {called} called").format(called=_million(money.called_yen)),
        )
        _figure(
            _("Cash"),
            now.cash_yen,
            _("{amount} still to pay").format(amount=_million(now.undrawn_yen)),
        )


def show_partner_figures(money: Commitments) -> None:
    """What the partners committed, were called for, paid and received."""
    now = money.figures
    called = _("{share} of it was called").format(share=percent(Fraction(money.called_yen, now.fund_size_yen)))
    with st.grid(4, min_column_width=250):
        _figure(_("Committed by the partners"), now.fund_size_yen, called)
        _figure(_("Paid in"), now.paid_in_yen, _("of {called} called").format(called=_million(money.called_yen)))
        _figure(_("Distributed"), now.distributed_yen, _("{amount} realised").format(amount=_million(now.realised_yen)))
        _figure(
            _("Cash"),
            now.cash_yen,
            _("{amount} still to pay").format(amount=_million(now.undrawn_yen)),
        )


def _figure(label: str, amount_yen: int, against: str) -> None:
    components.figure(label, _million(amount_yen), against)


def show_waterfall(money: Commitments) -> None:
    """From the fund's size to what is investable."""
    now = money.figures
    aside_yen = now.cost_reserve_yen + now.fees_spent_yen + now.follow_on_reserve_yen
    promised_yen = now.reserved_yen + now.committed_yen
    finding = _("{promised} is reserved or committed, {aside} is for costs and follow-on investments").format(
        promised=_million(promised_yen), aside=_million(aside_yen)
    )
    components.chart(
        waterfall(money.steps, dark=components.is_dark()),
        finding=finding,
        about=described(title(money), waterfall_rows(money.steps)),
        rows=components.named(waterfall_rows(money.steps)),
        key="waterfall",
    )


def show_limits(money: Commitments, most: int | None = None) -> None:
    """How far each limit is used, by company, by sector and for the early stage; `most`: those with the least room."""
    bars = tuple(_bar(one) for one in money.limits)
    if most is not None:
        bars = tuple(sorted(bars, key=lambda one: one.left_yen)[:most])
    finding = headroom_title(bars)
    components.chart(
        headroom(bars, dark=components.is_dark()),
        finding=finding,
        about=described(finding, headroom_rows(bars)),
        rows=components.named(headroom_rows(bars)),
        key="limits",
    )
    if money.unseen_yen:
        note = _("Not counted here: {amount} reserved for matters that are not open to you.")
        st.markdown(plain(note.format(amount=_million(money.unseen_yen))))


def show_votes(money: Commitments) -> None:
    """How many votes the fund has in each company, against what the agreement allows."""
    if not money.votes:
        return
    most = money.votes[0]
    finding = _("Most votes: {share} in {company}, of {limit} allowed").format(
        share=percent(most.share), company=said(most.company), limit=percent(most.limit_share)
    )
    components.section(finding)
    rows = [
        {
            _("Company"): said(one.company),
            pgettext("company", "Votes"): percent(one.share),
            _("Left"): percent(one.limit_share - one.share),
            _("Limit"): percent(one.limit_share),
        }
        for one in money.votes
    ]
    components.table(rows, about=finding, key="votes")


def _bar(limit: LimitUse) -> HeadroomBar:
    match limit.kind:
        case "early_stage":
            label = _("Early stage, all companies together")
        case "sector":
            label = _("Sector: {name}").format(name=said(limit.name) if limit.name else "")
        case "company":
            label = said(limit.name) if limit.name else ""
        case "year":
            label = _("New promises in this year of the fund")
        case "recycling":
            label = _("Invested again out of what came back")
    return HeadroomBar(label=label, limit_yen=limit.limit_yen, used_yen=limit.used_yen)


def described(finding: str, rows: Rows) -> str:
    """A chart in words: what it finds, then every row of its table."""
    head, *body = rows
    told = (_(", ").join(f"{name} {_told(value)}" for name, value in zip(head, row, strict=True)) for row in body)
    return "; ".join((finding, *told))


def _told(value: str | int | None) -> str:
    return f"{value:,}" if isinstance(value, int) else value or NOTHING


def as_of(money: Commitments) -> str:
    """The day of the figures."""
    return _("As of {day}, from the record.").format(day=day(money.as_of))

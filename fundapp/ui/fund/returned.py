"""The page of returns: net to the partners, gross of the companies, and against an index; a reason where none is."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import streamlit as st

from fundapp.basis.fact import Fact
from fundapp.basis.refusal import Problem
from fundapp.documents.said import said
from fundapp.fund.annual_rate import NoRate
from fundapp.fund.market_index import MarketIndex
from fundapp.fund.returns import Multiple, Returns
from fundapp.fund.terms import FundTerms
from fundapp.record.fund_returns import FundReturns
from fundapp.text.catalogue import _
from fundapp.text.figures import day, percent, ratio, yen
from fundapp.text.refusal_text import problem_text
from fundapp.ui import components
from fundapp.ui.words import plain

NONE = "–"


class Told(Fact):
    """A figure as it is shown, and the reason where there is none."""

    value: str
    why: str = ""


def multiple(found: Multiple | None) -> Told:
    """Times, or why not."""
    if found is None:
        return Told(value=NONE)
    if found.value is None:
        return Told(value=NONE, why=_why(found.problem))
    return Told(value=_("{ratio} times").format(ratio=ratio(found.value)))


def rate(found: float | NoRate) -> Told:
    """Percent a year, or why not; several rates are all named."""
    if isinstance(found, NoRate):
        roots = _(", ").join(_percent(one) for one in found.roots)
        return Told(value=NONE, why=f"{_why(found.problem)} {roots}".strip())
    return Told(value=_percent(found))


def _percent(value: float) -> str:
    return percent(Fraction(value).limit_denominator(10**9))


def _why(problem: Problem | None) -> str:
    return problem_text(problem) if problem else ""


def choose_day(terms: FundTerms, today: date) -> date:
    """The day of the figures: today, or any earlier one of the fund's life."""
    first = min(terms.first_day, today)
    chosen = st.date_input(
        _("Figures as of"), value=today, min_value=first, max_value=today, key="returns-day", width=240
    )
    return chosen if isinstance(chosen, date) else today


def title(found: FundReturns) -> str:
    """What the partners have for what they paid, in a line."""
    tvpi, dpi = found.net.tvpi.value, found.net.dpi.value
    if tvpi is None or dpi is None:
        return _("Nothing has been paid in yet")
    return _("For each yen paid in the partners have {tvpi}, of which {dpi} came back").format(
        tvpi=ratio(tvpi), dpi=ratio(dpi)
    )


def as_of(found: FundReturns) -> str:
    """The day of the figures."""
    return _("As of {day}, from the record.").format(day=day(found.net.as_of))


def show_net(found: Returns) -> None:
    """The partners' figures, after fees."""
    components.section(_("Net to the partners, after fees"))
    paid, back = yen(found.paid_in_yen, "million"), yen(found.distributed_yen, "million")
    held = yen(found.nav_yen, "million")
    _figures(
        ("PIC", multiple(found.pic), _("{paid} paid in of what was committed").format(paid=paid)),
        ("DPI", multiple(found.dpi), _("{back} came back").format(back=back)),
        ("RVPI", multiple(found.rvpi), _("{held} is held").format(held=held)),
        ("TVPI", multiple(found.tvpi), _("DPI and RVPI together")),
        (_("Net XIRR"), rate(found.rate), _("a year, on the actual days")),
    )


def show_gross(found: Returns) -> None:
    """The companies' figures, before fees."""
    components.section(_("Gross of the companies, before fees"))
    paid, back = yen(found.paid_in_yen, "million"), yen(found.distributed_yen, "million")
    held = yen(found.nav_yen, "million")
    _figures(
        (
            "MOIC",
            multiple(found.tvpi),
            _("{back} back and {held} held for {paid}").format(back=back, held=held, paid=paid),
        ),
        (_("Gross XIRR"), rate(found.rate), _("a year, on the actual days")),
    )


def _figures(*figures: tuple[str, Told, str]) -> None:
    """Figures with what they are measured by; a missing one with its reason in that place."""
    with st.grid(len(figures) if len(figures) > 2 else 3, min_column_width=180):
        for label, told, against in figures:
            components.figure(label, told.value, told.why or against)


def show_deals(found: FundReturns) -> None:
    """Company by company; an annual rate only where there is one."""
    if not found.deals:
        return
    best = max(found.deals, key=lambda one: one.gross.tvpi.value or 0)
    about = _("Most for its money: {company}, {moic}").format(
        company=said(best.company), moic=multiple(best.gross.tvpi).value
    )
    components.section(about)
    rows = [
        {
            _("Company"): said(one.company),
            _("Paid (yen)"): one.gross.paid_in_yen,
            _("Came back (yen)"): one.gross.distributed_yen,
            _("Fair value (yen)"): one.gross.nav_yen,
            "MOIC": multiple(one.gross.tvpi).value,
            _("Gross XIRR"): rate(one.gross.rate).value,
            _("Why there is no rate"): rate(one.gross.rate).why,
        }
        for one in found.deals
    ]
    components.table(rows, about=about, key="deal-returns")


def choose_index(indexes: Sequence[MarketIndex]) -> MarketIndex | None:
    """The index to compare with; None while none was taken in."""
    if not indexes:
        return None
    chosen = st.selectbox(
        _("Compared with"),
        indexes,
        format_func=lambda one: _("{name} ({source})").format(name=one.name, source=one.source),
        key="returns-index",
        width=420,
    )
    return chosen if isinstance(chosen, MarketIndex) else indexes[0]


def show_comparison(found: Returns, index: MarketIndex | None) -> None:
    """KS-PME and Direct Alpha of the net flows, or what to do first."""
    if index is None or found.comparison is None:
        components.section(_("No index is taken in to compare with"))
        st.markdown(
            plain(_("The manager or the secretariat takes one in from a table with a day and a level in each row."))
        )
        return
    pme, alpha = multiple(found.comparison.ks_pme), rate(found.comparison.direct_alpha)
    components.section(_comparison(found.comparison.ks_pme, index))
    _figures(
        ("KS-PME", pme, _("above 1: better than {index}").format(index=index.name)),
        (_("Direct Alpha"), alpha, _("a year above {index}").format(index=index.name)),
    )
    st.markdown(
        plain(_("Net flows on their actual days, by Kaplan and Schoar (2005) and Gredil, Griffiths and Stucke (2014)."))
    )


def _comparison(found: Multiple, index: MarketIndex) -> str:
    if found.value is None:
        return _("The comparison with {index} is not possible").format(index=index.name)
    if found.value > 1:
        return _("The partners have more than {index} would have given them").format(index=index.name)
    if found.value < 1:
        return _("The partners have less than {index} would have given them").format(index=index.name)
    return _("The partners have as much as {index} would have given them").format(index=index.name)

"""The last step: everything on one page, and the one press that records it."""

from collections.abc import Callable

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.committee.item import OutsideAlternate, Seat
from fundapp.committee.rubric import Rubric
from fundapp.documents.said import listed, said
from fundapp.fund.terms import FundTerms, Limits
from fundapp.record.foresee import foresee_fund
from fundapp.text.catalogue import _, ngettext, pgettext
from fundapp.text.figures import day, percent, yen
from fundapp.ui import components, gate, refusal
from fundapp.ui.fund.sending import posting_rows
from fundapp.ui.office.roles import role_names
from fundapp.ui.setup.entering import Entering
from fundapp.ui.words import plain

Named = Callable[[str], str]


def check_step(entering: Entering) -> None:
    """What will be recorded, part by part."""
    names = {one.id: said(one.name) for one in entering.people}
    _part(_("Fund"), entering.fund_problems(), lambda: fund_lines(entering.book.terms or entering.terms))
    if not entering.fund_problems():
        terms = entering.book.terms or entering.terms
        components.folded_table(
            _("What the journal enters"),
            lambda: posting_rows(foresee_fund(terms, gate.desk().now())),
            about=_("The entries of this step, debit and credit in yen"),
            key="fund-entries",
        )
    _part(_("How we judge"), entering.rubric_problems(), lambda: _rubric_lines(entering))
    _part(_("People"), entering.people_problems(), lambda: _people_lines(entering))
    _part(
        _("Seats"),
        entering.seat_problems(),
        lambda: seat_lines(entering.seats, entering.outside, lambda one: names.get(one, one)),
    )
    st.markdown(
        plain(
            _(
                "The fund and the rubric are written into the record, which nobody can change afterwards. "
                "People and seats can be changed at any time."
            )
        )
    )


def _part(title: str, problems: tuple[Problem, ...], lines: Callable[[], list[str]]) -> None:
    components.part(title)
    if problems:
        refusal.show_problems(problems)
    else:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines()))


def fund_lines(terms: FundTerms) -> list[str]:
    """The terms, a line each."""
    pair = _("{name}: {value}")
    partners = [_("{name} {share}").format(name=one.name, share=percent(one.share)) for one in terms.partners]
    rows = {
        _("Name of the fund"): said(terms.name),
        _("General partner"): said(terms.general_partner),
        pgettext("fund", "Partners"): listed(partners),
        _("Fund size"): yen(terms.size_yen),
        _("Cost reserve"): yen(terms.cost_reserve_yen),
        _("Follow-on reserve"): yen(terms.follow_on_reserve_yen),
        _("Limits"): _limits_line(terms.limits),
        _("First day"): day(terms.first_day),
        _("Term"): ngettext("{n} year", "{n} years", terms.years),
        _("A reservation holds"): ngettext("{n} day", "{n} days", terms.reservation_days),
        _("A call is due after"): ngettext("{n} business day", "{n} business days", terms.call_notice_days),
        **_agreed(terms),
    }
    return [pair.format(name=name, value=value) for name, value in rows.items()]


def _agreed(terms: FundTerms) -> dict[str, str]:
    """What an agreement may fix besides."""
    found = {}
    if terms.limits.yearly_share < 1:
        found[_("New promises in one year")] = percent(terms.limits.yearly_share)
    if terms.recycling_share:
        found[_("Invested again out of what came back")] = percent(terms.recycling_share)
    if terms.investment_years is not None:
        found[_("Investment period")] = ngettext("{n} year", "{n} years", terms.investment_years)
    return found


def _limits_line(limits: Limits) -> str:
    return _("one company {company}, one sector {sector}, seed and early stage {early}, votes {votes}").format(
        company=percent(limits.company_share),
        sector=percent(limits.sector_share),
        early=percent(limits.early_stage_share),
        votes=percent(limits.voting_share),
    )


def _rubric_lines(entering: Entering) -> list[str]:
    rubric = entering.book.rubric if entering.book.rubrics else entering.rubric
    assert isinstance(rubric, Rubric), "faults of the files are shown instead"
    return rubric_lines(rubric)


def rubric_lines(rubric: Rubric) -> list[str]:
    """The rubric in short."""
    axes = [
        _("{axis}: {criteria}").format(
            axis=said(axis.name), criteria=ngettext("{n} criterion", "{n} criteria", len(axis.criteria))
        )
        for axis in rubric.axes
    ]
    return [_("Version {version}").format(version=rubric.decision.version), *axes]


def _people_lines(entering: Entering) -> list[str]:
    return [
        _("{name} ({sign_in_name}): {roles}").format(
            name=said(one.name), sign_in_name=one.sign_in_name, roles=role_names(one.roles)
        )
        for one in entering.people
    ]


def seat_lines(seats: tuple[Seat, ...], outside: tuple[OutsideAlternate, ...], named: Named) -> list[str]:
    """The seats in their order, then the outside alternates."""
    lines = [_seat_line(seat, named) for seat in seats]
    if outside:
        lines.append(_("Outside alternates: {names}").format(names=listed([named(one.person) for one in outside])))
    return lines


def _seat_line(seat: Seat, named: Named) -> str:
    if not seat.alternates:
        return _("{rank}. {seat}, {organisation}: {holder}").format(
            rank=seat.rank, seat=said(seat.name), organisation=seat.organisation, holder=named(seat.holder)
        )
    return _("{rank}. {seat}, {organisation}: {holder}; alternates {alternates}").format(
        rank=seat.rank,
        seat=said(seat.name),
        organisation=seat.organisation,
        holder=named(seat.holder),
        alternates=listed([named(one) for one in seat.alternates]),
    )

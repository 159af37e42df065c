"""The association's income by year, what is left when the subsidies stop, and the members that it wants to have."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fundapp.basis.roles import Actor
from fundapp.charts.growth import growth_chart, growth_rows, growth_title
from fundapp.charts.income import income_chart, income_rows, income_title
from fundapp.network.growth import Growth, GrowthTarget
from fundapp.network.income import IncomeMix, IncomeYear, members_to_close
from fundapp.network.membership import rule_of, year_of
from fundapp.record.association_commands import RecordGrowthTarget, RecordIncome
from fundapp.record.directory_commands import RecordFeePayments
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, percent, yen
from fundapp.ui import components, drafting, gate
from fundapp.ui.directory import sending
from fundapp.ui.directory.fees_part import fee_rules, year_text
from fundapp.ui.forms import open_form
from fundapp.ui.network.fields import Fields, checked, filled
from fundapp.ui.words import plain

YEARS_BACK = 10


def show(actor: Actor, heading: DeltaGenerator) -> None:
    """The title says what would be missing without subsidies."""
    mixes, found = gate.desk().income_mixes(actor), gate.desk().growth(actor)
    with heading:
        components.page_title(_title(mixes), _("What the association lives from, and how many members it wants."))
    with st.container(horizontal=True):
        if sending.allowed(actor, RecordIncome) and st.button(
            _("Enter a year's income"), type="primary", icon=":material/edit:", key="income"
        ):
            open_form("income")
        if sending.allowed(actor, RecordFeePayments) and st.button(
            _("Fees of the year"), icon=":material/payments:", key="fees"
        ):
            open_form("fees")
        if sending.allowed(actor, RecordGrowthTarget) and st.button(
            _("Set a target of members"), icon=":material/flag:", key="target"
        ):
            open_form("target")
    if mixes:
        _income(mixes)
        _without_subsidies(mixes[-1])
    else:
        components.empty_state(
            _("No year's income is entered yet."),
            _("Enter commissions, subsidies and costs of a year; the fees are those that came in."),
        )
    _growth(found)


def _title(mixes: Sequence[IncomeMix]) -> str:
    if not mixes:
        return _("Fees and income")
    last = mixes[-1]
    if not last.missing_yen():
        return _("The association would stand without subsidies")
    return _("Without subsidies {missing} of {costs} would be missing").format(
        missing=yen(last.missing_yen(), "million"), costs=yen(last.costs_yen, "million")
    )


def _income(mixes: Sequence[IncomeMix]) -> None:
    components.chart(
        income_chart(mixes, dark=components.is_dark()),
        finding=income_title(mixes),
        about=_("Income of each year by kind, from April to March, against the costs."),
        rows=components.named(income_rows(mixes)),
        key="income-chart",
    )


def _without_subsidies(last: IncomeMix) -> None:
    """The year as it would have been: what is left, what lacks, and how many more members would bring it."""
    components.section(_("When the subsidies stop"))
    own_yen, missing_yen = last.own_yen(), last.missing_yen()
    rule = rule_of(last.year, fee_rules())
    with st.grid(3, min_column_width=250):
        components.figure(
            _("Left: fees and commissions"),
            yen(own_yen, "million"),
            _("of {costs} costs").format(costs=yen(last.costs_yen, "million")),
        )
        share = last.share("subsidies")
        components.figure(
            _("Missing"),
            yen(missing_yen, "million"),
            _("subsidies are {share} of the income").format(share=percent(share)) if share is not None else "",
        )
        if rule is not None:
            more = members_to_close(missing_yen, rule.fee_yen)
            components.figure(
                _("Members that would close it"),
                ngettext("{n} more", "{n} more", more).format(n=f"{more:,}"),
                _("at {fee} a year each").format(fee=yen(rule.fee_yen)),
            )


def _growth(found: Growth | None) -> None:
    if found is None:
        components.empty_state(
            _("No target of members is set."), _("Set one to see the directory's growth against it.")
        )
        return
    components.chart(
        growth_chart(found, dark=components.is_dark()),
        finding=growth_title(found),
        about=_("Corporate members by quarter as the directory's days say, and the straight way to the target."),
        rows=components.named(growth_rows(found)),
        key="growth-chart",
    )
    if found.undated:
        st.markdown(
            plain(
                ngettext(
                    "{n} company has no day of joining; it counts as if it had always been a member.",
                    "{n} companies have no day of joining; they count as if they had always been members.",
                    found.undated,
                )
            )
        )


def income_form(actor: Actor) -> None:
    """One year's income and costs, entered or corrected."""
    desk = gate.desk()
    components.page_title(_("A year's income"), _("Kept as a draft while you write."))
    this_year = year_of(desk.today())
    years = tuple(range(this_year + 1, this_year - YEARS_BACK, -1))
    year = st.selectbox(_("Year"), years, index=2, format_func=year_text, key="income-year", width=280)
    typing = drafting.begin(actor, f"directory/income/{year}")
    if typing is None:
        return
    known = next((one for one in desk.income_years(actor) if one.year == year), None)
    fields = Fields(typing, known.model_dump(mode="json") if known else {})
    fees = fields.yen("fees_yen", _("Fees in yen; empty: what the members' payments add up to"))
    labels = _("Commissions, yen"), _("Subsidies, yen"), _("Costs, yen")
    commissions = fields.yen("commissions_yen", labels[0])
    subsidies = fields.yen("subsidies_yen", labels[1])
    costs = fields.yen("costs_yen", labels[2])
    if not sending.ends(fields, _("Save the year")):
        return
    if filled(a=(labels[0], commissions), b=(labels[1], subsidies), c=(labels[2], costs)):
        made = checked(
            lambda: IncomeYear.model_validate(
                {
                    "year": year,
                    "fees_yen": fees,
                    "commissions_yen": commissions,
                    "subsidies_yen": subsidies,
                    "costs_yen": costs,
                }
            )
        )
        if made is not None:
            done = _("The income of {year} is saved.").format(year=year_text(made.year))
            sending.send(actor, typing, done, RecordIncome(years=(made,)))


def target_form(actor: Actor) -> None:
    """How many corporate members are wanted by when."""
    components.page_title(_("A target of members"), _("The one that began last applies; earlier ones are kept."))
    typing = drafting.begin(actor, "directory/target")
    if typing is None:
        return
    found = gate.desk().growth(actor)
    fields = Fields(typing, found.target.model_dump(mode="json") if found else {})
    labels = _("From which day it holds"), _("By when"), _("Corporate members wanted")
    since, until = fields.day("since", labels[0]), fields.day("until", labels[1])
    wanted = fields.count("wanted", labels[2], least=1)
    if not sending.ends(fields, _("Save the target")):
        return
    if filled(since=(labels[0], since), until=(labels[1], until), wanted=(labels[2], wanted)):
        assert since is not None, "the form was filled in"
        made = GrowthTarget.model_validate({"since": since, "until": until, "wanted": wanted})
        done = _("The target of {n} members by {day} is saved.").format(n=made.wanted, day=day(made.until))
        sending.send(actor, typing, done, RecordGrowthTarget(target=made))

"""The page of the forecast: what may come back and when, and the assumptions that it rests on."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Actor
from fundapp.charts.j_curve import CurvePoint
from fundapp.charts.pacing import PacedLine, PacedPoint, Pacing, pacing, pacing_rows, pacing_title
from fundapp.documents.said import said
from fundapp.fund.pacing import LEAST_GROWTH_PCT, MOST_BOW, MOST_EXTRA_YEARS, MOST_GROWTH_PCT, PacingCase
from fundapp.places import rubrics_folder
from fundapp.record.call_plan import Need
from fundapp.record.forecast import Forecast
from fundapp.record.performance import by_month
from fundapp.record.sight import reads_papers
from fundapp.store.pacing_files import FILE, load_pacing_cases
from fundapp.text.catalogue import _
from fundapp.text.figures import day, yen
from fundapp.ui import components, refusal
from fundapp.ui.fund.balance import described
from fundapp.ui.words import plain

AGENDA_KEY = "forecast-agenda"


def cases() -> tuple[PacingCase, ...]:
    """The cases of the fund's file, as the reader has tried them on this visit; faults of the file are shown."""
    loaded = load_pacing_cases(rubrics_folder())
    faults = tuple(one for one in loaded if isinstance(one, Problem))
    if faults:
        refusal.show_problems(faults)
    return tuple(_tried(one) for one in loaded if isinstance(one, PacingCase))


def _key(case: PacingCase, name: str) -> str:
    return f"pacing-{case.id}-{name}"


def _tried(case: PacingCase) -> PacingCase:
    """The case with what stands in its fields now."""
    fields = {"growth_pct": case.growth_pct, "bow": case.bow, "extra_years": case.extra_years}
    typed = {name: st.session_state.get(_key(case, name)) for name in fields}
    exact = {
        name: value if isinstance(value, int) else Fraction(Decimal(str(value)))
        for name, value in typed.items()
        if value is not None
    }
    return case.model_copy(update=exact)


def title(found: Forecast) -> str:
    """How much is still to be called by what is known, in a line."""
    known_yen = found.now.net_yen - (found.calendar[-1].net_yen if found.calendar else found.now.net_yen)
    if not known_yen:
        return _("No call on the partners is known yet")
    return _("{amount} is still to be called for what is signed, scheduled and reserved").format(
        amount=yen(known_yen, "million")
    )


def knows_companies(actor: Actor) -> bool:
    """True for whoever reads what companies tell of themselves."""
    return reads_papers(actor)


def choose_agenda(asked: Sequence[Need], chosen: bool) -> None:
    """Whether to reckon as if the rest of today's agenda were approved; no choice where nothing waits."""
    if not asked:
        return
    total = yen(sum(one.amount_yen for one in asked), "million")
    names = _(", ").join(said(one.company) for one in asked if one.company)
    label = _("As if today's agenda were approved: {total} for {names}").format(total=total, names=names)
    st.toggle(plain(label), value=chosen, key=AGENDA_KEY)


def show_pacing(found: Forecast) -> None:
    """The partners' money until today, by the calendar, and in each case; nothing while the cases have faults."""
    if not found.cases:
        return
    told = Pacing(
        actual=tuple(CurvePoint(on=one.on, net_yen=one.net_yen) for one in by_month(found.actual)),
        calendar=tuple(CurvePoint(on=one.on, net_yen=one.net_yen) for one in found.calendar),
        cases=tuple(
            PacedLine(label=said(one.case.name), points=tuple(PacedPoint(**point.model_dump()) for point in one.points))
            for one in found.cases
        ),
    )
    finding, rows = pacing_title(told), pacing_rows(told)
    components.chart(
        pacing(told, dark=components.is_dark()),
        finding=finding,
        about=described(finding, rows),
        rows=components.named(rows),
        key="pacing",
    )
    note = _(
        "Model of Takahashi and Alexander from today's figures. What is signed, scheduled or reserved is the least "
        "that is called; what is reserved or asked for counts whole on the last day on which it may be signed. "
        "A forecast, not a promise."
    )
    st.markdown(plain(note))


def show_assumptions(given: Sequence[PacingCase]) -> None:
    """Each case's growth, lateness and length, to try others; the fund's own stand in its file."""
    with st.expander(_("The assumptions, and others to try"), icon=":material/tune:"):
        told = _("The fund's own cases stand in the file below. What you try here changes the chart for you alone.")
        st.markdown(f"{plain(told)}  \n`rubrics/{FILE}`")
        for case in given:
            st.markdown(f"**{plain(said(case.name))}**  {plain(_calls(case))}")
            with st.container(horizontal=True):
                _number(case, "growth_pct", _("Growth of the value (% a year)"), LEAST_GROWTH_PCT, MOST_GROWTH_PCT, 1)
                _number(case, "bow", _("How late it is paid out (1 evenly)"), 0, MOST_BOW, 0.5)
                st.number_input(
                    _("Years after the term"),
                    min_value=0,
                    max_value=MOST_EXTRA_YEARS,
                    value=case.extra_years,
                    key=_key(case, "extra_years"),
                )


def _calls(case: PacingCase) -> str:
    shares = [case.first_year_pct, case.second_year_pct, case.later_years_pct]
    first, second, later = (f"{float(one):g}" for one in shares)
    told = _(
        "Of what is not called yet {first}% is called in the fund's first year, {second}% in its second, then {later}%."
    )
    return told.format(first=first, second=second, later=later)


def _number(case: PacingCase, name: str, label: str, least: float, most: float, step: float) -> None:
    st.number_input(
        label,
        min_value=float(least),
        max_value=float(most),
        value=float(getattr(case, name)),
        step=float(step),
        key=_key(case, name),
        format="%.1f",
    )


def as_of(found: Forecast) -> str:
    """The day from which on it is reckoned."""
    return _("Reckoned from {day}, from the record.").format(day=day(found.now.on))

"""What became of the collaborations: shares with their denominators, the ladder, the causes, the fund's own."""

from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from fundapp.charts.counts import CountBar, counts, counts_rows
from fundapp.documents.said import listed, said
from fundapp.followup.calibration import ENOUGH, Pair, agreement, rank
from fundapp.followup.outcome import CAUSES, VALLEY, Course, Share, Tally
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import percent, ratio
from fundapp.text.terms import term
from fundapp.ui import components
from fundapp.ui.searching import matches
from fundapp.ui.words import plain


def title(found: Tally) -> str:
    """The finding against all collaborations."""
    return _("{part} of {whole} past collaborations came to a sale").format(
        part=found.of_all.part, whole=found.of_all.whole
    )


def show_figures(found: Tally) -> None:
    """The two shares, each with its denominator, and the years that the first sale took."""
    years = found.median_years
    with st.grid(3, min_column_width=250):
        _share(_("Commercialised, of all"), found.of_all, _("{part} of {whole} collaborations"))
        _share(
            _("Commercialised, of those we were deep in"),
            found.of_deep,
            _("{part} of {whole} with consent to be named"),
        )
        components.figure(
            _("Years to the first sale, median"),
            _years(years) if years is not None else _("none yet"),
            ngettext("of {n} that sold", "of {n} that sold", len(found.years_to_first_sale)),
        )
    if found.years_to_first_sale:
        years_each = listed([_years(one) for one in found.years_to_first_sale])
        st.markdown(plain(_("Years to the first sale, one by one: {years}").format(years=years_each)))


def _share(label: str, one: Share, against: str) -> None:
    shown = percent(one.share) if one.share is not None else _("none yet")
    components.figure(label, shown, against.format(part=one.part, whole=one.whole))


def _years(value: Fraction) -> str:
    return f"{float(value):.1f}"


def show_ladder(found: Tally) -> None:
    """Where the past collaborations stand, from the future pillar down, then where they stopped."""
    bars = [_bar(f"{state} {term('state', state)}", count, found.of_all.whole) for state, count in found.by_state]
    most, count = max(found.by_state, key=lambda one: one[1])
    finding = _("Most stand here: {state}, {n} of {whole}").format(
        state=term("state", most), n=count, whole=found.of_all.whole
    )
    components.chart(
        counts(bars, title=finding, unit=_("collaborations"), dark=components.is_dark()),
        finding=finding,
        about=_("S0 to S5 is the way up; T1 to T4 is where a collaboration stopped."),
        rows=components.named(counts_rows(bars, (_("State"), _("Collaborations")))),
        key="ladder",
    )


def show_causes(found: Tally) -> None:
    """Why collaborations lie in the valley of death; one may have several causes."""
    whole = sum(count for state, count in found.by_state if state in VALLEY)
    if not whole:
        return
    ranked = sorted(found.by_cause, key=lambda one: -one[1])
    bars = [_bar(term("cause", cause), count, whole) for cause, count in ranked]
    finding = _("What stops most in the valley: {cause}, {n} of {whole}").format(
        cause=term("cause", ranked[0][0]), n=ranked[0][1], whole=whole
    )
    components.chart(
        counts(bars, title=finding, unit=_("collaborations"), dark=components.is_dark()),
        finding=finding,
        about=_("Of those in the valley of death or caught on a tree. One may have several causes."),
        rows=components.named(counts_rows(bars, (_("Cause"), _("Collaborations")))),
        key="causes",
    )


def _bar(label: str, count: int, whole: int) -> CountBar:
    return CountBar(label=label, figures=_("{n} of {whole}").format(n=count, whole=whole), solid=count)


def show_calibration(pairs: Sequence[Pair]) -> None:
    """Each investment's points at the approval beside its state now, and whether that can be judged."""
    if not pairs:
        return
    found = agreement([one.axis1 for one in pairs], [rank(one.state) for one in pairs])
    by_support = agreement([one.axis2 for one in pairs], [rank(one.state) for one in pairs])
    components.section(_("Did our scores foresee it?"))
    if len(pairs) < ENOUGH:
        text = _("{n} investments are too few for a coefficient: it takes {enough}. Here they are, one by one.")
        st.markdown(plain(text.format(n=len(pairs), enough=ENOUGH)))
    for name, one in ((_("Prospects"), found), (_("Support"), by_support)):
        text = _(
            "{axis}: of the pairs of investments, {same} go the same way, {other} the other way, {tied} are equal."
        )
        told = text.format(axis=name, same=one.concordant, other=one.discordant, tied=one.tied)
        if one.tau_b is not None:
            told += " " + _("Kendall's tau-b {tau}.").format(tau=f"{one.tau_b:.2f}")
        st.markdown(plain(told))
    rows = [
        {
            _("Investment"): one.code,
            _("Prospects at the approval"): ratio(one.axis1),
            _("Support at the approval"): ratio(one.axis2),
            _("State now"): f"{one.state} {term('state', one.state)}",
        }
        for one in pairs
    ]
    components.table(rows, about=_("Points at the approval and what became of it"), key="calibration")


def show_list(found: Sequence[Course]) -> None:
    """Every collaboration with where it stands: found by words, sorted, taken away."""
    components.section(_("One by one"))
    words = st.text_input(_("Search by number, name, state or cause"), icon=":material/search:", key="course-words")
    shown = [one for one in found if matches(words, _searched(one))]
    if not shown:
        components.empty_state(_("No collaboration is like that."), _("Take a word away."))
        return
    about = _("Every collaboration with the state it is in and since when")
    components.table([_row(one) for one in shown], about=about, key="courses", search=False)


def _searched(one: Course) -> tuple[str, ...]:
    causes = (term("cause", cause) for cause in CAUSES if cause in one.causes)
    of = one.collaboration
    return (of.code, of.name.ja, of.name.en, one.now, term("state", one.now), *causes)


def _row(one: Course) -> dict[str, str]:
    sold = one.sold_after_years
    return {
        _("No."): one.collaboration.code,
        _("Collaboration"): said(one.collaboration.name),
        _("State now"): f"{one.now} {term('state', one.now)}",
        _("Since"): one.states[-1].reached_on.isoformat() if one.states else "",
        _("Began on"): one.collaboration.began_on.isoformat(),
        _("Years to the first sale"): _years(sold) if sold is not None else "",
        _("Causes"): listed([term("cause", cause) for cause in one.causes]),
        _("Consent to be named"): _("yes") if one.collaboration.deep else _("no"),
    }

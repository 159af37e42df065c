"""Support promised and given, company by company."""

from collections.abc import Sequence

from fundapp.basis.fact import Fact, Text
from fundapp.charts.counts import CountBar, counts
from fundapp.charts.once import drawn_once
from fundapp.charts.sheet import Figure, Rows
from fundapp.text.catalogue import _, pgettext


class KeptBar(Fact):
    """One company: how many pieces of support were promised, and how many were given."""

    label: Text
    promised: int
    given: int


def kept_title(bars: Sequence[KeptBar]) -> str:
    """The finding: how much of all that was promised was given, and who waits for the most."""
    promised, given = sum(one.promised for one in bars), sum(one.given for one in bars)
    if not promised:
        return _("No agreement waits for support yet")
    if promised == given:
        return _("All support that was promised was given ({given} of {promised})").format(
            given=given, promised=promised
        )
    waits = max(bars, key=lambda one: one.promised - one.given)
    return _("{given} of {promised} promised were given; {label} waits for the most").format(
        given=given, promised=promised, label=waits.label
    )


def kept_rows(bars: Sequence[KeptBar]) -> Rows:
    """The bars as a table."""
    return (
        (_("Company"), pgettext("supports", "Promised"), _("Given"), _("Waiting")),
        *((one.label, one.promised, one.given, one.promised - one.given) for one in bars),
    )


@drawn_once
def kept(bars: Sequence[KeptBar], *, dark: bool) -> Figure:
    """One bar a company: given solid, still waiting hatched, with the counts above it."""
    told = _("{given} of {promised} given")
    return counts(
        [
            CountBar(
                label=one.label,
                figures=told.format(given=one.given, promised=one.promised),
                solid=one.given,
                hatched=one.promised - one.given,
            )
            for one in bars
        ],
        title=kept_title(bars),
        unit=_("promised items"),
        dark=dark,
    )

"""The words that every report of the fund uses: periods, multiples, rates or why there is none, what became of it."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from fundapp.documents.said import NOTHING
from fundapp.fund.annual_rate import NoRate
from fundapp.fund.returns import Multiple, Returns
from fundapp.record.reported import Became, FundReport
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import day, percent, ratio
from fundapp.text.refusal_text import problem_text

BECAME: dict[Became, str] = {
    "nothing_paid": N_("signed, nothing paid yet"),
    "held": N_("held by the fund"),
    "part_sold": N_("held, part of it sold"),
    "sold": N_("sold whole"),
    "part_lost": N_("held, part of it written off"),
    "lost": N_("written off whole"),
}


def multiple_text(found: Multiple | None) -> str:
    """A multiple with two decimals; a dash where there is none."""
    return NOTHING if found is None or found.value is None else ratio(found.value)


def rate_text(found: float | NoRate) -> str:
    """An annual rate in percent; a dash where none is stated, with its reason beside the table."""
    return NOTHING if isinstance(found, NoRate) else percent(Fraction(found))


def reasons(found: Iterable[tuple[str, Returns]]) -> tuple[str, ...]:
    """Why figures are missing, each with the name of whose figure it is."""
    told = []
    for name, one in found:
        if isinstance(one.rate, NoRate):
            roots = "".join(f" {percent(Fraction(root))}" for root in one.rate.roots)
            told.append(_("{name}, annual rate: {why}").format(name=name, why=problem_text(one.rate.problem) + roots))
        if one.tvpi.problem is not None:
            told.append(_("{name}, multiples: {why}").format(name=name, why=problem_text(one.tvpi.problem)))
    return tuple(told)


def span(since: date | None, until: date) -> str:
    """The days of a period in figures."""
    return f"{since.isoformat()} – {until.isoformat()}" if since else until.isoformat()


def state_text(report: FundReport) -> str:
    """Whether the report is final, for its head."""
    on = day(report.basis.on)
    if report.basis.final:
        return _("As of {day}, final: the period is closed").format(day=on)
    return _("As of {day}, provisional: the period is not closed").format(day=on)


def basis_lines(report: FundReport) -> tuple[str, ...]:
    """What the figures rest on and how they are reckoned; the same for every report."""
    basis = report.basis
    if basis.final:
        state = _("The period was closed by entry {seq} of the record. Nothing is dated in it any more.")
    else:
        state = _(
            "The period is open: the record stood at entry {seq}. What is entered for it later changes the figures."
        )
    return (
        state.format(seq=basis.seq),
        _("Amounts are whole yen. They are sums of the fund's journal by the day on which a posting takes effect."),
        _("Investments stand at fair value by the IPEV guidelines; what was not valued yet stands at cost."),
        _("Unrealised results stand in lines of their own and are never mixed with what was realised."),
        _("Fees and costs are entered when they are paid, so the balance sheet has no liabilities."),
        _("Called capital counts once it is paid in. A year's profit falls to the partners by what each has paid in."),
        _("Annual rates are XIRR on the actual days; none is stated under one year. Net is after fees, gross before."),
        _("These figures are not audited."),
    )

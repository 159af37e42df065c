"""The business report of a year of the fund: what was done, what came of it, and what is still open.

With three years and the sum from the beginning beside it, this is what the rules for such partnerships ask of it (read
second-hand). It is told from the figures of the report alone, so the same report tells the same.
"""

from collections.abc import Iterator

from fundapp.documents.said import listed, said
from fundapp.record.reported import FundReport
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, yen


def course_lines(report: FundReport) -> tuple[str, ...]:
    """The course and the results of the year."""
    return tuple(_course(report))


def _course(report: FundReport) -> Iterator[str]:
    began, year, cash = report.year_began, report.this_year, report.cash_year
    signed = [said(one.company) for one in report.companies if one.signed_on >= began]
    if signed:
        yield ngettext(
            "{n} agreement was signed: {companies}.",
            "{n} agreements were signed: {companies}.",
            len(signed),
            companies=listed(signed),
        )
    else:
        yield _("No agreement was signed.")
    yield _("{paid} was paid to companies; exits and income brought {back}; {lost} was written off.").format(
        paid=yen(-cash.invested_yen), back=yen(cash.proceeds_yen), lost=yen(year.written_off_yen)
    )
    called_yen = sum(one.amount_yen for one in report.calls if one.called_on >= began)
    yield _("{called} was called from the partners, {paid} was paid in, {back} was distributed.").format(
        called=yen(called_yen), paid=yen(cash.paid_in_yen), back=yen(-cash.distributed_yen)
    )
    yield _("Fees and costs came to {fees}; the profit is {profit}, {unrealised} of it unrealised.").format(
        fees=yen(year.fees_yen), profit=yen(year.result_yen), unrealised=yen(year.unrealised_yen)
    )
    now = _("Net assets are {now}.").format(now=yen(report.sheet.net_assets_yen))
    if report.sheet_before is not None:
        before = _("A year before they were {before}.").format(before=yen(report.sheet_before.net_assets_yen))
        now = _("{one} {two}").format(one=now, two=before)
    yield now


def open_lines(report: FundReport) -> tuple[str, ...]:
    """What else matters on the day: what is promised, what can be called, and where later facts are told."""
    figures, promised = report.figures, sum(one.support_promised for one in report.companies)
    given = sum(one.support_given for one in report.companies)
    return (
        _("{unpaid} is still to be paid on signed agreements; {reserved} is reserved by resolutions.").format(
            unpaid=yen(figures.undrawn_yen), reserved=yen(figures.reserved_yen)
        ),
        _("{free} can still be invested, and {uncalled} can still be called from the partners.").format(
            free=yen(figures.investable_yen), uncalled=yen(figures.uncalled_yen)
        ),
        _("Of {promised} supports promised to the companies, {given} were given.").format(
            promised=promised, given=given
        ),
        _("What takes effect after {day} is told in the report of a later day.").format(day=day(report.basis.on)),
    )

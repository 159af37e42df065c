"""The report to a limited partner of a fund of 10,000 events: read off the record, reckoned, and laid out as PDF."""

from datetime import UTC, datetime, timedelta

from documents import bare_typst
from figure import Figure, in_turn, timed_ms
from fund import LARGE, fund_of
from small_fund import LP

from fundapp.basis.refusal import Refusal
from fundapp.desk import Desk
from fundapp.documents.report_pdf import lp_report_pdf
from fundapp.fund.journal import balances
from fundapp.record.as_of import on_day
from fundapp.reports_desk import KeptReports

LIMIT_MS = 3_000.0


def lp_report() -> list[Figure]:
    """The whole report of yesterday, its figures alone, and the whole against the limit of three seconds."""
    folder, day = fund_of(LARGE), datetime.now(UTC).date() - timedelta(days=1)
    opened = Desk(folder)
    opened.open_record()

    def made() -> bytes:
        opened._reports = KeptReports()
        report = opened.report(LP, day)
        assert not isinstance(report, Refusal)
        return lp_report_pdf(report, report.partners[0], language="ja")

    def figures() -> None:
        opened._reports = KeptReports()
        opened.report(LP, day)

    def summed() -> None:
        balances(on_day(opened.book(LP), day).entries)

    limit = Figure(f"LP report as PDF at {LARGE:,} events", f"{LIMIT_MS:,.0f} ms", at_most=1.0)
    for _ in range(5):
        limit.add(timed_ms(made), LIMIT_MS)
    return [
        in_turn(f"LP report as PDF at {LARGE:,} events", "typst on the same input", made, bare_typst(made)),
        in_turn(f"figures of the LP report at {LARGE:,} events", "the journal rewound and summed", figures, summed),
        limit,
    ]

"""The reports of the fund as PDF/A in either language, their figures as JSON inside; same report, same bytes."""

import json
from collections.abc import Callable

from fundapp.basis.fact import Language
from fundapp.documents.blocks import Document
from fundapp.documents.fund_statements import statements_document
from fundapp.documents.lp_report import lp_report_document
from fundapp.documents.typst_pdf import spoken, typst_pdf
from fundapp.record.reported import FundReport, ReportedPartner


def lp_report_pdf(report: FundReport, partner: ReportedPartner, *, language: Language) -> bytes:
    """The quarterly report to one partner."""
    return _pdf(report, lambda: lp_report_document(report, partner), language)


def statements_pdf(report: FundReport, *, language: Language) -> bytes:
    """The statements of the fund."""
    return _pdf(report, lambda: statements_document(report), language)


def report_json(report: FundReport) -> bytes:
    """Every figure of the report for a program: whole yen, exact ratios, annual rates as numbers."""
    return (json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()


def _pdf(report: FundReport, made: Callable[[], Document], language: Language) -> bytes:
    return typst_pdf(
        "minutes.typ",
        spoken(made, language),
        standards=("a-3a", "ua-1"),
        # The time of the record that the report rests on: a report has no time of its own.
        issued_at=report.basis.at,
        inputs={"record": report_json(report).decode(), "attached": "report.json"},
    )

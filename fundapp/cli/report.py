"""The command on the fund's reports of a day: report."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.cli.keeping import EXPORTER
from fundapp.cli.telling import data_option, opened, refuse
from fundapp.text.catalogue import _, language

if TYPE_CHECKING:
    from fundapp.desk import Desk

KINDS = ("statements-pdf", "statements-xlsx", "audit-pack")


def add(commands: Any) -> None:
    """Add this command to the command line."""
    report = commands.add_parser("report", help=_("the reports of a day: to the partners, statements, audit pack"))
    data_option(report)
    report.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DAY", required=True, help=_("the day, as 2026-09-30")
    )
    report.add_argument("--out", type=Path, metavar="FOLDER", required=True)
    report.add_argument("--lang", choices=get_args(Language), default=language(), help=_("the language of the papers"))
    report.set_defaults(carry_out=_report)


def _report(given: argparse.Namespace) -> int:
    from fundapp.store.connection import StoreRefusal

    desk = opened(given)
    if desk is None:
        return 1
    try:
        return _written(desk, given)
    except StoreRefusal as refused:
        return refuse(refused.refusal)


def _written(desk: "Desk", given: argparse.Namespace) -> int:
    """The papers as an auditor gets them from the screen, in a new folder."""
    from fundapp.store.folders import building
    from fundapp.text.catalogue import use
    from fundapp.web.documents_on_offer import MAKERS

    found = desk.report(EXPORTER, given.as_of)
    if isinstance(found, Refusal):
        return refuse(found)
    query = {"on": given.as_of.isoformat()}
    partners = [one.year.partner for one in found.partners if not one.general]
    asked = [*(("lp-report", query | {"partner": str(n)}) for n in partners), *((kind, query) for kind in KINDS)]
    out: Path = given.out.expanduser().resolve()
    told = language()
    with building(out) as half:
        use(given.lang)
        for kind, of in asked:
            made = MAKERS[kind](desk, EXPORTER, of, given.lang)
            assert not isinstance(made, Refusal), "the auditor may have every paper"
            (half / made.name).write_bytes(made.content)
        use(told)
    state = _("final") if found.basis.final else _("provisional: the period is not closed")
    print(_("{count} papers in {folder}: {state}.").format(count=len(asked), folder=out, state=state))
    return 0

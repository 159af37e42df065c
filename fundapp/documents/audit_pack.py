"""The audit pack: one ZIP of statements, journal, record, evidence and how to check it. Same audit, same bytes.

Of a closed day nothing changes any more but the folder of the evidence: words that were erased since are gone from it.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fundapp.basis.days import instant_text
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Problem
from fundapp.charts.sheet import Rows
from fundapp.documents import pack_check
from fundapp.documents.account_names import account_name
from fundapp.documents.charted_workbook import ChartedSheet
from fundapp.documents.csv_table import csv_table
from fundapp.documents.foreign_ledger import foreign_files
from fundapp.documents.journal_table import journal_csv
from fundapp.documents.report_pdf import report_json, statements_pdf
from fundapp.documents.said import said
from fundapp.documents.statements_xlsx import statements_xlsx
from fundapp.documents.xlsx_table import XlsxColumn, xlsx_table
from fundapp.fund.journal import JournalEntry, balances
from fundapp.record.audit import AuditEntry, Evidence
from fundapp.record.ledger import LedgerRow
from fundapp.record.reported import FundReport
from fundapp.text.catalogue import N_, _
from fundapp.text.refusal_text import problem_text

_EPOCH = (2000, 1, 1, 0, 0, 0)
"""Written as the time of every file in the pack, so that the same audit gives the same bytes."""
_KINDS = {
    "words": N_("words in the record"),
    "paper": N_("paper of a proposal"),
    "scan": N_("scanned score sheet"),
    "minutes": N_("text of the minutes"),
}
_WITHHELD = {"before_reveal": N_("withheld until the reveal"), "recused": N_("withheld: recused")}
Sheet = tuple[tuple[str, ...], list[tuple[str | int, ...]]]


def audit_pack(
    report: FundReport,
    *,
    entries: tuple[AuditEntry, ...],
    evidence: tuple[Evidence, ...],
    journal: tuple[JournalEntry, ...],
    ledger: tuple[LedgerRow, ...],
    fault: Problem | None,
    language: Language,
) -> bytes:
    """The pack in the language spoken now, which is `language`. `fault`: what the check of the record found."""
    sheets = {"trial_balance": _trial_balance(journal), "record": _record(entries), "evidence": _evidence(evidence)}
    more = [
        ChartedSheet(name, "", _rows(sheets[key]))
        for key, name in (("trial_balance", _("Trial balance")), ("record", _("Record")))
    ]
    files = {
        "README.txt": _readme(report, fault).encode("utf-8-sig"),
        "check.py": Path(pack_check.__file__).read_bytes(),
        "verification.json": _verification(report, len(entries), fault),
        "statements/statements.pdf": statements_pdf(report, language=language),
        "statements/statements.xlsx": statements_xlsx(report, more),
        "statements/report.json": report_json(report),
        "journal/journal.csv": journal_csv(ledger),
        **{f"journal/{name}": content for name, content in foreign_files(journal)},
        "journal/trial_balance.csv": csv_table(*sheets["trial_balance"]),
        "record/record.jsonl": "".join(map(_line, entries)).encode(),
        "record/record.csv": csv_table(*sheets["record"]),
        "evidence/evidence.csv": csv_table(*sheets["evidence"]),
        "evidence/evidence.xlsx": _workbook(_("Evidence"), sheets["evidence"]),
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return _zipped([*sorted(files.items()), ("SHA256SUMS", sums.encode())])


def _workbook(name: str, sheet: Sheet) -> bytes:
    head, rows = sheet
    return xlsx_table(name, [XlsxColumn(head=one) for one in head], [tuple(map(str, row)) for row in rows])


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in files:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            pack.writestr(info, content)
    return out.getvalue()


def _rows(sheet: Sheet) -> Rows:
    head, rows = sheet
    return (head, *rows)


def _line(entry: AuditEntry) -> str:
    return json.dumps(entry.model_dump(mode="json"), ensure_ascii=False, sort_keys=True) + "\n"


def _trial_balance(journal: tuple[JournalEntry, ...]) -> Sheet:
    """Every account that was ever posted to, with its balance on the day."""
    held = balances(journal)
    posted = sorted({leg.account for entry in journal for leg in entry.postings})
    head = (_("Account"), _("Name"), _("Debit (yen)"), _("Credit (yen)"))
    rows: list[tuple[str | int, ...]] = []
    for account in posted:
        amount_yen = held.get(account, 0)
        rows.append((account, account_name(account), max(0, amount_yen), max(0, -amount_yen)))
    return head, rows


def _record(entries: tuple[AuditEntry, ...]) -> Sheet:
    head = (_("No."), _("Time (UTC)"), _("Entered by"), _("Event"), _("Stream"), _("Fingerprint"), _("Withheld"))
    rows: list[tuple[str | int, ...]] = [
        (
            one.seq,
            instant_text(one.at),
            one.actor,
            one.kind,
            one.stream,
            one.hash,
            _(_WITHHELD[one.withheld]) if one.withheld else "",
        )
        for one in entries
    ]
    return head, rows


def _evidence(found: tuple[Evidence, ...]) -> Sheet:
    head = (_("No."), _("Event"), _("Kind"), "SHA-256", _("Text or title"), _("Still kept"))
    rows: list[tuple[str | int, ...]] = [
        (
            one.seq,
            one.event,
            _(_KINDS[one.kind]),
            one.digest,
            one.text,
            _("yes") if one.kept else _("erased or missing"),
        )
        for one in found
    ]
    return head, rows


def _verification(report: FundReport, count: int, fault: Problem | None) -> bytes:
    """What the check of the record found, up to the entry that the report rests on."""
    told = {
        "as_of": report.basis.on.isoformat(),
        "final": report.basis.final,
        "entries": count,
        "hash": report.basis.hash,
        "unchanged": fault is None,
        "fault": "" if fault is None else problem_text(fault),
        "checked": ["chain", "invariants of the books", "frozen facts", "words", "files"],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _readme(report: FundReport, fault: Problem | None) -> str:
    return "\r\n".join(_told(report, fault)) + "\r\n"


def _told(report: FundReport, fault: Problem | None) -> Iterator[str]:
    yield _("Audit pack of {fund}, as of {day}").format(fund=said(report.fund), day=report.basis.on.isoformat())
    yield ""
    if fault is None:
        yield _("The record was checked whole and is unchanged up to entry {seq}.").format(seq=report.basis.seq)
    else:
        yield _("THE CHECK OF THE RECORD FOUND A FAULT: {fault}").format(fault=problem_text(fault))
    yield _("Fingerprint of that entry: {hash}").format(hash=report.basis.hash)
    yield ""
    for name, about in (
        (
            "statements/",
            _("balance sheet, profit and loss, schedules, capital accounts, three years; charts in the XLSX"),
        ),
        ("journal/", _("every posting up to the day, for spreadsheets, hledger and Beancount; the trial balance")),
        ("record/", _("every entry as it was hashed; what you may not see yet stands there by its hash alone")),
        ("evidence/", _("the words and papers that entries name, by digest; words that were erased stand as erased")),
        ("verification.json", _("what the check of the record found")),
        ("check.py", _("checks this pack without the program: python check.py")),
        ("SHA256SUMS", _("digests of all files")),
    ):
        yield f"{name:<20} {about}"
    if report.basis.final:
        yield ""
        yield _(
            "The day is in a closed period: every later pack of it is the same, byte for byte, but for the folder "
            "evidence/, where words that a person had erased since are missing. Their digests stay."
        )

"""`fundapp verify`: is the record of a folder unchanged; is a copy of minutes what its record vouches for."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fundapp.basis.refusal import Problem
from fundapp.cli.telling import fail, opened, refuse
from fundapp.places import data_folder
from fundapp.text.catalogue import _
from fundapp.text.figures import moment

if TYPE_CHECKING:
    from fundapp.desk import Desk
    from fundapp.documents.minutes_proof import Proved
    from fundapp.store.checking import Verified


def add(commands: Any) -> None:
    """Add the command to the command line."""
    verify = commands.add_parser("verify", help=_("check that the record, or a copy of minutes, is unchanged"))
    verify.add_argument(
        "file", type=Path, metavar="FILE", nargs="?", help=_("minutes as JSON or PDF; checked without the record")
    )
    verify.add_argument(
        "--data", type=Path, metavar="DIR", help=_("the data folder; with FILE, the record to compare it with")
    )
    verify.add_argument(
        "--public-key", type=Path, metavar="KEY", help=_("the fund's public key: the copy must be signed")
    )
    verify.add_argument(
        "--trust", type=Path, metavar="CERT", help=_("the certificate that timestamps and signatures go back to")
    )
    verify.set_defaults(carry_out=_verify)


def _verify(given: argparse.Namespace) -> int:
    alone = given.data is None
    given.data = given.data or data_folder()
    if given.file is None:
        return _verify_record(given)
    return _verify_minutes(given, alone=alone)


def _verify_record(given: argparse.Namespace) -> int:
    from fundapp.cli.attested import check_record, trusted

    by = trusted(given)
    if isinstance(by, int):
        return by
    desk = opened(given)
    found = None if desk is None else _checked(desk)
    if desk is None or found is None:
        return 1
    tell_unchanged(found)
    return check_record(desk, by)


def _checked(desk: "Desk") -> "Verified | None":
    """The record when it is whole; None when it is not, and the reader was told."""
    from fundapp.store.connection import StoreRefusal
    from fundapp.text.refusal_text import problem_text

    try:
        found = desk.verify()
    except StoreRefusal as refused:
        refuse(refused.refusal)
        return None
    if isinstance(found, Problem):
        fail(problem_text(found))
        return None
    return found


def tell_unchanged(found: "Verified") -> None:
    """That a record is whole, and its fingerprint."""
    print(
        _("Unchanged: {records} entries, the last with fingerprint {tip}.").format(records=found.records, tip=found.tip)
    )


def _verify_minutes(given: argparse.Namespace, *, alone: bool) -> int:
    # Imported here: what renders a PDF is not loaded for the other commands.
    from fundapp.cli.attested import tell_attested, trusted
    from fundapp.documents.minutes_proof import prove
    from fundapp.text.refusal_text import problem_text

    try:
        data = given.file.expanduser().read_bytes()
    except OSError as fault:
        return fail(_("{file} cannot be read: {fault}").format(file=given.file, fault=fault.strerror))
    by = trusted(given)
    if isinstance(by, int):
        return by
    proved = prove(data, by.only_signed if by else None)
    if isinstance(proved, Problem):
        return fail(problem_text(proved))
    if not alone and not _in_record(given, proved):
        return 1
    if proved.state == "draft" and alone:
        return fail(
            _(
                "A draft: entry {seq} closed the meeting, but no entry vouches for the text yet. "
                "Give --data to compare it with the record."
            ).format(seq=proved.last.seq)
        )
    print(_told(proved))
    print(_("Entry {seq} of the record, fingerprint {hash}").format(seq=proved.last.seq, hash=proved.last.hash))
    return tell_attested(proved, by)


def _told(proved: "Proved") -> str:
    content = proved.content
    match proved.state:
        case "draft":
            return _("Unchanged draft of the minutes of meeting {number}.").format(number=content.meeting_number)
        case "settled":
            return _(
                "Unchanged: the settled text of the minutes of meeting {number}, version {version}. "
                "Its confirmations are proved when all signatories have answered."
            ).format(number=content.meeting_number, version=content.life.version)
        case "confirmed":
            assert content.life.locked_at is not None
            return _("Unchanged: the minutes of meeting {number}, confirmed as {decision} at {time}.").format(
                number=content.meeting_number,
                decision=content.life.decision_number,
                time=moment(content.life.locked_at),
            )


def _in_record(given: argparse.Namespace, proved: "Proved") -> bool:
    """True when the record of the folder is whole and holds what the copy carries; else the reader is told."""
    from fundapp.text.refusal_text import problem_text

    desk = opened(given)
    if desk is None or _checked(desk) is None:
        return False
    held = {one.seq: one for one in desk.links(one.seq for one in proved.content.proof)}
    strange = next((one.seq for one in proved.content.proof if held.get(one.seq) != one), None)
    if strange is not None:
        fail(problem_text(Problem.of("minutes_not_in_record", seq=strange)))
        return False
    if proved.state == "draft" and not desk.is_draft_of_today(proved.content):
        fail(problem_text(Problem.of("minutes_draft_changed")))
        return False
    return True

"""What `fundapp verify` says of signatures and timestamps, and of those that it could not or was not asked to check."""

import argparse
from typing import TYPE_CHECKING

from fundapp.attesting import extra
from fundapp.attesting.statement import statement
from fundapp.basis.refusal import Problem, Refusal
from fundapp.cli.keeping import EXPORTER
from fundapp.cli.telling import fail, refuse
from fundapp.committee.minutes_life import Attestation
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import moment
from fundapp.text.refusal_text import problem_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from asn1crypto.x509 import Certificate

    from fundapp.attesting.pdf_reading import PdfSigned
    from fundapp.desk import Desk
    from fundapp.documents.minutes_proof import Proved


class Trusted:
    """The key and the certificates that the reader named, and the signatures that were found in a PDF."""

    def __init__(self, key: str | None, roots: "Sequence[Certificate]") -> None:
        self.key, self.roots = key, roots
        self.in_pdf: tuple[PdfSigned, ...] = ()

    def only_signed(self, pdf: bytes, pages: bytes) -> bool:
        """True when nothing but sound signatures stands behind these pages."""
        from fundapp.attesting.pdf_reading import signatures

        found = signatures(pdf, pages, self.roots)
        self.in_pdf = found or ()
        return found is not None


def trusted(given: argparse.Namespace) -> Trusted | int | None:
    """What the reader named; None without the optional part; an exit code when it cannot be read, and it was told."""
    if refused := extra.missing():
        return refuse(refused) if given.public_key or given.trust else None
    from fundapp.attesting.keys import public_key
    from fundapp.attesting.timestamps import certificates

    key = public_key(given.public_key.expanduser()) if given.public_key else None
    roots = certificates(given.trust.expanduser()) if given.trust else ()
    for one in (key, roots):
        if isinstance(one, Refusal):
            return refuse(one)
    assert not isinstance(key, Refusal)
    assert not isinstance(roots, Refusal)
    return Trusted(key, roots)


def tell_attested(proved: "Proved", by: Trusted | None) -> int:
    """Tell each signature and timestamp of confirmed minutes, and which was not checked against what; the exit code."""
    held = proved.content.life.attested
    if by is None:
        if held:
            _tell_unchecked()
        return 0
    faults = [fault for one in held if (fault := _fault(one, statement(proved.last), by))]
    if by.key and not any(one.kind == "signature" for one in held):
        faults.append(Problem.of("minutes_not_signed"))
    for fault in faults:
        fail(problem_text(fault))
    if faults:
        return 1
    for one in held:
        print(_told(one, by))
    for signed in by.in_pdf:
        print(_pdf_told(signed, by))
    if proved.state == "confirmed" and not held and not by.in_pdf:
        print(_("Neither signed nor stamped."))
    return 0


def _tell_unchecked() -> None:
    sentence = _("It carries signatures or timestamps that were not checked. To check them: {install}")
    print(sentence.format(install=extra.INSTALL))


def check_record(desk: "Desk", by: Trusted | None) -> int:
    """Check every signature and timestamp that the record holds; the exit code."""
    meetings = desk.book(EXPORTER).meetings.values()
    held = [(version, one) for meeting in meetings for version in meeting.versions for one in version.attested]
    if not held:
        return 0
    if by is None:
        _tell_unchecked()
        return 0
    locks = {link.seq: statement(link) for link in desk.links(version.locked_seq for version, _one in held)}
    faults = [fault for version, one in held if (fault := _fault(one, locks[version.locked_seq], by))]
    for fault in faults:
        fail(problem_text(fault))
    if faults:
        return 1
    print(ngettext("{n} signature or timestamp checked.", "{n} signatures and timestamps checked.", len(held)))
    return 0


def _fault(one: Attestation, said: bytes, by: Trusted) -> Problem | None:
    from fundapp.attesting.verdicts import signature_fault, timestamp_fault

    return signature_fault(one, said, by.key) if one.kind == "signature" else timestamp_fault(one, said, by.roots)


def _told(one: Attestation, by: Trusted) -> str:
    if one.kind == "signature":
        if by.key:
            return _("Signed with the key that you named.")
        return _("Signed with key {key}; whose it is was not checked. Name yours with --public-key.").format(key=one.by)
    assert one.stated_at is not None, "a timestamp states a time"
    line = _("Stamped {time} by {authority}.").format(time=moment(one.stated_at), authority=one.by)
    return line if by.roots else f"{line} {_not_checked()}"


def _pdf_told(one: "PdfSigned", by: Trusted) -> str:
    when = moment(one.stated_at) if one.stated_at else _("at an unknown time")
    clock = _("by an authority's clock") if one.stamped else _("by the signer's clock")
    line = _("The PDF is signed by {name}, {time} {clock}.").format(name=one.name, time=when, clock=clock)
    if one.trusted:
        return line
    stranger = _("The certificate does not go back to the one that you named.")
    return f"{line} {stranger if by.roots else _not_checked()}"


def _not_checked() -> str:
    return _("Whose certificate it is was not checked; name the one it goes back to with --trust.")

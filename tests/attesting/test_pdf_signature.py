"""A PDF signed with a person's certificate: still archival, still ours, and nothing slipped in with the signature."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from attesting.conftest import STATED_AT, Authority, Certified
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from pdf_standards import faults
from pyhanko.pdf_utils.generic import NameObject, NumberObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf import PdfReader, PdfWriter

from fundapp.attesting.pdf_reading import signatures
from fundapp.attesting.pdf_signature import signed
from fundapp.attesting.timestamps import certificates
from fundapp.basis.refusal import Refusal
from fundapp.documents.minutes_pdf import minutes_pdf
from tests.documents.sample import ISSUED_AT, sample

PASSWORD = "correct horse"


@pytest.fixture
def p12(person: Certified, tmp_path: Path) -> Path:
    path = tmp_path / "person.p12"
    encryption = BestAvailableEncryption(PASSWORD.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", person.key, person.certificate, None, encryption))
    return path


@cache
def pages() -> bytes:
    return minutes_pdf(sample(), language="ja", issued_at=ISSUED_AT)


def made(result: bytes | Refusal) -> bytes:
    assert isinstance(result, bytes), result
    return result


def test_signed_pdf_keeps_its_bytes_and_says_who_signed(p12: Path, person: Certified, tmp_path: Path):
    pdf = made(signed(pages(), p12, PASSWORD))
    assert pdf.startswith(pages())
    (found,) = signatures(pdf, pages()) or ()
    assert (found.name, found.stamped, found.trusted) == ("Takase", False, False)
    roots = certificates(person.file(tmp_path))
    assert not isinstance(roots, Refusal)
    (found,) = signatures(pdf, pages(), roots) or ()
    assert found.trusted


def test_signed_pdf_is_still_archival_and_tagged(p12: Path):
    signed_pdf = made(signed(pages(), p12, PASSWORD))
    assert (faults(pages()), faults(signed_pdf)) == ([], [])
    before, after = (PdfReader(BytesIO(pdf)) for pdf in (pages(), signed_pdf))
    root = after.trailer["/Root"]
    for key in ("/Lang", "/MarkInfo", "/ViewerPreferences"):
        assert root[key] == before.trailer["/Root"][key]
    assert after.attachments["minutes.json"] == before.attachments["minutes.json"]
    (field,) = root["/AcroForm"]["/Fields"]
    widget = field.get_object()
    # ISO 19005-3, 6.3.2 and 6.3.3: printed, not hidden, without an appearance only where it has no size.
    # ISO 14289-1, 7.18.1: untagged only outside of the page.
    assert (widget["/F"] & 4, widget["/F"] & 2) == (4, 0)
    left, bottom, right, top = widget["/Rect"]
    assert (left, bottom) == (right, top)
    assert left < 0 > bottom
    assert "/NeedAppearances" not in root["/AcroForm"]


def test_an_authority_stamps_the_signature(p12: Path, authority: Authority):
    pdf = made(signed(pages(), p12, PASSWORD, authority.address))
    (found,) = signatures(pdf, pages()) or ()
    assert (found.stamped, found.stated_at) == (True, STATED_AT)
    authority.status = 500
    told = Refusal.of("timestamp_unreachable", authority="127.0.0.1", reason="HTTP 500")
    assert signed(pages(), p12, PASSWORD, authority.address) == told


def test_several_sign_one_after_another(p12: Path):
    twice = made(signed(made(signed(pages(), p12, PASSWORD)), p12, PASSWORD))
    assert len(signatures(twice, pages()) or ()) == 2


def test_a_certificate_that_cannot_be_opened_is_refused(p12: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture):
    none = tmp_path / "none"
    garbage = tmp_path / "garbage"
    garbage.write_bytes(b"\x30\x80")
    for path, password in ((p12, "wrong"), (p12, ""), (none, PASSWORD), (garbage, PASSWORD)):
        refused = Refusal.of("own_certificate_unreadable", file=str(path))
        assert signed(pages(), path, password) == refused
    assert caplog.records == []


def test_what_cannot_be_signed_is_refused(p12: Path):
    assert signed(b"%PDF-1.7\nnothing", p12, PASSWORD).code == "pdf_not_signed"


def changed(pdf: bytes, what: str) -> bytes:
    """The PDF with a change of this kind appended, as whoever signs next could do."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    match what:
        case "a page":
            writer.root["/Pages"][NameObject("/Count")] = NumberObject(1)
            writer.update_container(writer.root["/Pages"])
        case "what a page draws":
            page[NameObject("/Contents")] = writer.root["/Pages"]["/Kids"][1].raw_get("/Contents")
            writer.update_container(page)
        case "the title":
            writer.trailer["/Info"][NameObject("/Title")] = TextStringObject("Other minutes")
            writer.update_container(writer.trailer["/Info"])
        case "an action":
            writer.root[NameObject("/OpenAction")] = page.raw_get("/Parent")
            writer.update_root()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("what", ["a page", "what a page draws", "the title", "an action"])
def test_a_change_under_a_signature_is_found(p12: Path, what: str):
    forged = made(signed(changed(pages(), what), p12, PASSWORD))
    assert forged.startswith(pages())
    assert signatures(forged, pages()) is None


def test_a_change_over_a_signature_is_found(p12: Path):
    forged = changed(made(signed(pages(), p12, PASSWORD)), "what a page draws")
    assert signatures(forged, pages()) is None


def test_another_file_behind_the_pages_is_found(p12: Path):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    other = BytesIO()
    writer.write(other)
    assert signatures(pages() + made(signed(other.getvalue(), p12, PASSWORD)), pages()) is None


def test_a_changed_signature_is_found(p12: Path):
    pdf = made(signed(pages(), p12, PASSWORD))
    # The colon is written as an octal escape.
    year = pdf.index(rb"/M (D\0722", len(pages())) + len(rb"/M (D\072")
    assert signatures(pdf[:year] + b"1" + pdf[year + 1 :], pages()) is None
    assert signatures(pdf + b"\n%more", pages()) is None
    assert signatures(pdf[:-20], pages()) is None
    assert signatures(pages(), pages()) is None

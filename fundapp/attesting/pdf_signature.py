"""The minutes' PDF signed with a person's own certificate (PAdES), appended: what was there keeps its bytes.

The field has no appearance and lies outside of the page, so that the file is still PDF/A-3a and PDF/UA-1.
"""

from io import BytesIO
from pathlib import Path

from asn1crypto import cms
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import TimeStamper

from fundapp.attesting.timestamps import ask
from fundapp.basis.refusal import Refusal

FIELD = "Minutes"


class _NotStamped(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


class _Authority(TimeStamper):
    """The authority at an address, asked in our own way."""

    def __init__(self, address: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._address = address

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        assert md_algorithm == "sha256", "we sign by SHA-256"
        token = ask(message_digest, self._address)
        if isinstance(token, Refusal):
            raise _NotStamped(token)
        return cms.ContentInfo.load(token)


class _Appending(IncrementalPdfFileWriter):
    """Appends and leaves the metadata as they were written: spelled anew they are no longer those of a PDF/A."""

    def _update_meta(self) -> None:
        pass


def signed(pdf: bytes, certificate: Path, passphrase: str, authority: str | None = None) -> bytes | Refusal:
    """The PDF with a signature of this PKCS#12 certificate, stamped by the authority when one is named."""
    try:
        signer = SimpleSigner.load_pkcs12_data(certificate.read_bytes(), (), passphrase.encode())
    except (OSError, ValueError, TypeError, AttributeError):
        # The last two: a file that holds a certificate without its key, or a key without a certificate.
        return Refusal.of("own_certificate_unreadable", file=str(certificate))
    stamper = _Authority(authority) if authority else None
    out = BytesIO()
    try:
        # An object begins on a line of its own (ISO 19005-3, 6.1.9); our pages end without a line's end.
        writer = _Appending(BytesIO(pdf if pdf.endswith(b"\n") else pdf + b"\n"))
        # Several persons may sign, one after another.
        name = f"{FIELD} {len(writer.prev.embedded_signatures) + 1}"
        meta = PdfSignatureMetadata(field_name=name, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
        field = SigFieldSpec(name, invis_sig_settings=InvisSigSettings(box_out_of_bounds=True))
        PdfSigner(meta, signer, timestamper=stamper, new_field_spec=field).sign_pdf(writer, output=out)
    except _NotStamped as stopped:
        return stopped.refusal
    except (SigningError, PdfError) as fault:
        return Refusal.of("pdf_not_signed", reason=str(fault))
    return out.getvalue()

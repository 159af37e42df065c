"""Whether a PDF is an original with nothing but sound signatures behind it, and whose they are.

Whoever signs may also change: a signature vouches for its own revision, whatever that adds. So what the first revision
after the original adds is compared object by object, and later ones by the library's own rules.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from asn1crypto import x509
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, Reference
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel, SuspiciousModification
from pyhanko.sign.diff_analysis.commons import compare_dicts
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from fundapp.attesting.timestamps import name_in
from fundapp.basis.fact import Fact, Text

# The library tells its log with a traceback that a certificate is not trusted; we tell the reader.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_BROKEN = (
    *(PdfError, SignatureValidationError, SuspiciousModification),
    *(ValueError, TypeError, KeyError, IndexError, AttributeError),
)
"""What the library raises on a file that is broken or contradicts itself."""
_FORM, _WIDGET = {"/Fields", "/SigFlags"}, {"/FT", "/T", "/Type", "/Subtype", "/F", "/Rect", "/P", "/V"}
"""The keys of a form that holds signatures alone, and of a signature that shows nothing."""


class PdfSigned(Fact):
    """A sound signature in a PDF: whose certificate; when, by an authority's clock if `stamped`, else the signer's."""

    name: Text
    stated_at: datetime | None
    stamped: bool
    trusted: bool
    """True when the certificate goes back to one that the reader named."""


def signatures(pdf: bytes, original: bytes, roots: Sequence[x509.Certificate] = ()) -> tuple[PdfSigned, ...] | None:
    """The signatures of a PDF that begins with `original` and adds nothing but sound signatures to it; else None."""
    try:
        reader = PdfFileReader(BytesIO(pdf))
        first = PdfFileReader(BytesIO(original)).xrefs
        # The first revision must be the original itself, not another file that was put behind it.
        if reader.xrefs.get_startxref_for_revision(0) != first.get_startxref_for_revision(first.total_revisions - 1):
            return None
        if not _adds_only_a_field(reader) or not all(map(_shows_nothing, _fields(reader))):
            return None
        later = DEFAULT_DIFF_POLICY.review_file(reader, 1)
        if not isinstance(later, DiffResult) or later.modification_level > ModificationLevel.FORM_FILLING:
            return None
        found = asyncio.run(_statuses(reader, roots))
    except _BROKEN:
        return None
    # The last signature reaches to the end of the file, so that nothing stands behind it.
    whole = bool(found) and found[-1].coverage is SignatureCoverageLevel.ENTIRE_FILE
    return tuple(map(_told, found)) if whole and all(one.intact and one.valid for one in found) else None


def _fields(reader: PdfFileReader) -> list[DictionaryObject]:
    return [one.sig_field for one in reader.embedded_signatures]


def _adds_only_a_field(reader: PdfFileReader) -> bool:
    """True when the first revision after the original changes nothing but what a signature without a picture needs."""
    old, new = reader.get_historical_resolver(0), reader.get_historical_resolver(1)
    root, info = reader.trailer.raw_get("/Root").reference, reader.trailer.raw_get("/Info").reference
    metadata = old.root.raw_get("/Metadata").reference
    form = new.root["/AcroForm"]
    if reader.xrefs.refs_freed_in_revision(1) or not set(form.keys()) <= _FORM or len(form["/Fields"]) != 1:
        return False
    may = {root: {"/AcroForm", "/Extensions"}, info: {"/ModDate", "/Producer"}}
    touched = reader.xrefs.explicit_refs_in_revision(1) - {metadata}
    before = [one for one in touched if reader.xrefs.get_introducing_revision(one) == 0]
    return all(_same(one, old, new, frozenset(may.get(one, {"/Annots"}))) for one in before)


def _same(ref: Reference, old: HistoricalResolver, new: HistoricalResolver, but: frozenset[str]) -> bool:
    """True when an object is what it was but for these keys; a page may have got the one field."""
    was, is_now = old.get_object(ref), new.get_object(ref)
    if "/Annots" in but and not (is_now.get("/Type") == "/Page" and _got_one_field(was, is_now)):
        return False
    return compare_dicts(was, is_now, but, raise_exc=False)


def _got_one_field(was: DictionaryObject, is_now: DictionaryObject) -> bool:
    before, after = (list(page.get("/Annots", ArrayObject())) for page in (was, is_now))
    return after[:-1] == before and _shows_nothing(after[-1].get_object())


def _shows_nothing(field: DictionaryObject) -> bool:
    """True for a signature's field without a place on the page, a picture or an action."""
    left, bottom, right, top = field["/Rect"]
    return field.get("/FT") == "/Sig" and set(field.keys()) <= _WIDGET and (left, bottom) == (right, top)


async def _statuses(reader: PdfFileReader, roots: Sequence[x509.Certificate]) -> list[PdfSignatureStatus]:
    # Nobody else is asked: what is not in the file or given by the reader is not trusted.
    context = ValidationContext(trust_roots=list(roots), allow_fetching=False)
    return [await async_validate_pdf_signature(one, context, context) for one in reader.embedded_regular_signatures]


def _told(status: PdfSignatureStatus) -> PdfSigned:
    stamp = status.timestamp_validity
    return PdfSigned(
        name=name_in(status.signing_cert),
        stated_at=stamp.timestamp if stamp else status.signer_reported_dt,
        stamped=stamp is not None,
        trusted=status.trusted,
    )

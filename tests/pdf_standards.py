"""What a validator from outside finds wrong with a PDF: page, which passes the corpora of veraPDF and Isartor."""

from typing import Literal

from page import ValidationProfile, validate_pdf_bytes

PROFILES = {"a-3a": ValidationProfile.PDF_A_3A, "ua-1": ValidationProfile.PDF_UA_1}


def faults(pdf: bytes, *standards: Literal["a-3a", "ua-1"]) -> list[str]:
    """Every rule of PDF/A-3a (ISO 19005-3) or PDF/UA-1 (ISO 14289-1) that the file breaks, in words."""
    reports = (validate_pdf_bytes(pdf, profile=PROFILES[one]) for one in standards or PROFILES)
    found = (fault for report in reports for fault in report.failures)
    return [f"{one.rule_id}: {one.message}" for one in found if not _is_a_last_byte(one.rule_id, pdf)]


def _is_a_last_byte(rule_id: str, pdf: bytes) -> bool:
    """The validator takes a last byte of data that is a carriage return for a part of the line's end after it."""
    return rule_id.endswith("-STREAM-LENGTH-001") and b"\r\nendstream" in pdf

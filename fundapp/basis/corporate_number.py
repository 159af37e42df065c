"""The corporate number that the National Tax Agency gives to every company, with its check digit."""

import unicodedata

from stdnum.exceptions import ValidationError
from stdnum.jp import cn


def corporate_number(typed: str) -> str | None:
    """The thirteen digits of a corporate number (National Tax Agency, with check digit); "" for none; None if wrong."""
    number = cn.compact(unicodedata.normalize("NFKC", typed))
    if not number:
        return ""
    try:
        return str(cn.validate(number))
    except ValidationError:
        return None

"""Large amounts as people write them in tables: 60,000,000, 6,000万円, 1.2億円, or figures under a header in 百万円."""

import re

from fundapp.basis.yen import MAX_YEN
from fundapp.network.columns import header_word, plain
from fundapp.network.values import number

_AMOUNT = re.compile(r"[¥\\]?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(億|百万|千万|万|千)?\s*(?:円|yen|jpy)?")
_SCALE = {None: 1, "千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "億": 100_000_000}
_HEADER_SCALE = (
    ("百万円", 1_000_000),
    ("千円", 1_000),
    ("万円", 10_000),
    ("億円", 100_000_000),
    ("millionyen", 1_000_000),
)


def amount_yen(cell: str, header: str = "") -> int | None:
    """Whole yen above zero: 60,000,000, 6,000万円, 1.2億円; a bare figure counts in the unit that the header names."""
    match = _AMOUNT.fullmatch(plain(cell))
    if not match:
        return None
    named = next((scale for unit, scale in _HEADER_SCALE if unit in header_word(header)), 1)
    written = match[2] is not None or plain(cell).endswith(("円", "yen", "jpy"))
    amount = number(match[1]) * (_SCALE[match[2]] if written else named)
    return int(amount) if amount.denominator == 1 and 0 < amount <= MAX_YEN else None

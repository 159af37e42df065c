"""Opaque ids. The clock and the random bytes come in as arguments."""

import re

_UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def uuid7(unix_ms: int, entropy: bytes) -> str:
    """UUID version 7 of RFC 9562 from a time in milliseconds and ten random bytes."""
    if len(entropy) != 10 or not 0 <= unix_ms < 2**48:
        raise ValueError("uuid7 takes a 48-bit time in milliseconds and ten random bytes")
    noise = int.from_bytes(entropy)
    value = (unix_ms << 80) | (0x7 << 76) | ((noise >> 68) << 64) | (0b10 << 62) | (noise & (2**62 - 1))
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def is_uuid7(text: str) -> bool:
    """True when `text` is a UUID of version 7."""
    return _UUID7.fullmatch(text) is not None

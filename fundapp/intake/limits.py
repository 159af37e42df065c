"""How much one file from outside may cost. Plain standard library: the reading process starts with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file; beyond any of them it is refused, never cut off."""

    file_bytes: int = 10_000_000
    zip_parts: int = 500
    inflated_bytes: int = 100_000_000
    rows: int = 20_000
    columns: int = 200
    characters: int = 10_000_000
    cell_characters: int = 32_767
    """As Excel has it."""
    memory_bytes: int = 512_000_000
    cpu_seconds: int = 4
    most_cpu_seconds: int = 4
    """What a file of many megabytes may take; a small one that takes as long means harm."""
    wall_seconds: int = 20

    def processor_seconds(self, size_bytes: int) -> int:
        """How long a file of this size may be read: a second more for each megabyte, up to the most."""
        return min(self.most_cpu_seconds, self.cpu_seconds + size_bytes // 1_000_000)


LONG_LISTS = Limits(
    file_bytes=20_000_000, inflated_bytes=300_000_000, rows=150_000, characters=30_000_000, most_cpu_seconds=12
)
"""For lists that hold a whole network of members: a hundred thousand rows and more."""


class UnfitError(Exception):
    """A file that cannot be read as a table: a refusal's code and details, on its way out of the reading process."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

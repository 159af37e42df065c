"""Capabilities: what a member says it can do, how large, how fine, how many, and how lately it said so."""

from datetime import date
from typing import Literal, get_args

from pydantic import Field

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.network.columns import plain

Material = Literal[
    "steel", "stainless", "aluminium", "copper", "cast_iron", "plastics", "rubber", "frp", "magnet", "board"
]
MATERIALS: tuple[Material, ...] = get_args(Material)

STALE_MONTHS = 24
"""A capability that nobody has confirmed for two years is shown as stale and comes last."""

_SPELLED: dict[Material, tuple[str, ...]] = {
    "stainless": ("sus", "ステンレス", "a2-70", "stainless"),
    "cast_iron": ("fcd", "fc2", "fc1", "鋳鉄", "cast iron"),
    "aluminium": ("adc", "ac4", "ac7", "a2", "a5", "a6", "a7", "アルミ", "alumin"),
    "copper": ("c1", "c3", "c5", "銅", "真鍮", "黄銅", "becu", "copper", "brass"),
    "frp": ("gfrp", "cfrp", "frp"),
    "magnet": ("ndfeb", "smco", "磁石", "magnet"),
    "rubber": ("nbr", "epdm", "tpu", "cr", "nr", "シリコーン", "ゴム", "rubber"),
    "board": ("fr-4", "fr4"),
    "plastics": ("peek", "ptfe", "pom", "abs", "pa6", "pc", "pp", "mc", "gpo", "樹脂", "エポキシ", "plastic"),
    "steel": (
        *("scm", "ss4", "s45", "s50", "sk", "spc", "sec", "stk", "sm4", "suj", "swo", "snr", "f10", "50"),
        *("鋼", "鉄", "steel"),
    ),
}
"""How codes and names of materials begin. The first group that fits counts: A2-70 is a stainless screw, A2017 not."""


class Capability(Fact):
    """One process of one member. What is None or empty was not said, and rules nothing out."""

    id: Text
    member_id: Text
    process: Text
    materials: tuple[Material, ...] = ()
    largest_mm: int | None = Field(default=None, gt=0)
    tolerance_grade: int | None = Field(default=None, ge=1, le=18)
    """The finest grade of ISO 286-1 that is held, such as 7 for IT7: the smaller the finer."""
    lot_min: int | None = Field(default=None, ge=1)
    lot_max: int | None = Field(default=None, ge=1)
    certificates: tuple[Text, ...] = ()
    free_hours_per_month: int | None = Field(default=None, ge=0)
    on_time_rate: Ratio | None = None
    """Share of deliveries on the day; None without a record."""
    nda_signed: bool = False
    confirmed_on: date
    """When somebody of the member last said that this still holds."""

    def is_stale(self, on: date) -> bool:
        """Not confirmed for two years."""
        months = (on.year - self.confirmed_on.year) * 12 + on.month - self.confirmed_on.month
        return months >= STALE_MONTHS


class LineProcess(Fact):
    """What a person has set for a line that the words did not tell, or told wrongly. It outlives revisions."""

    proposal_id: Text
    line_id: Text
    process: Text
    """A process or a whole family."""
    largest_mm: int | None = Field(default=None, gt=0)
    tolerance_grade: int | None = Field(default=None, ge=1, le=18)
    certificates: tuple[Text, ...] = ()


def material_of(text: str) -> Material | None:
    """The group of a material's code or name (SUS304: stainless); None when it is not known."""
    wanted = plain(text)
    return next((group for group, codes in _SPELLED.items() if wanted.startswith(codes)), None)

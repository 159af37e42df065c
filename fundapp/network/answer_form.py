"""A member's answer to one line as it is typed, into a form or a table, and back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fundapp.basis.refusal import Problem
from fundapp.network.inquiry import LineAnswer
from fundapp.network.offer import PriceTier
from fundapp.network.values import DAYS, day, days, quantity, yen

Typed = Mapping[str, str]
"""Field -> what was typed."""

TIERS = (1, 2)
"""Prices for larger quantities that the form has room for."""
FIELDS = (
    "verdict",
    "condition",
    "price",
    "lead_time",
    "least_order",
    "set_up",
    "hours",
    "expires",
    *(f"tier_{part}_{n}" for n in TIERS for part in ("pieces", "price")),
)
VERDICTS = ("can", "on_conditions", "cannot")
MOST_DAYS = 3650
MOST_COUNT = 100_000_000
SHOWN = 60


def read_line(line_id: str, typed: Typed, unit_of_lead_time: str = DAYS) -> LineAnswer | tuple[Problem, ...] | None:
    """The answer to one line, what is wrong with it, or None when nothing was said. A price alone means can."""
    reading = _Reading(line_id, typed, unit_of_lead_time)
    verdict = typed.get("verdict", "")
    price = reading.price("price")
    if verdict not in VERDICTS:
        if price is None:
            return reading.faults() or None
        verdict = "can"
    if verdict == "cannot":
        return LineAnswer(line_id=line_id, verdict="cannot")
    said = {
        "line_id": line_id,
        "verdict": verdict,
        "condition": typed.get("condition", "").strip() if verdict == "on_conditions" else "",
        "unit_price_yen": price,
        "tiers": reading.tiers(),
        "lead_time_days": reading.lead_time("lead_time"),
        "least_order": reading.count("least_order", least=1),
        "set_up_yen": reading.price("set_up", least=0),
        "hours": reading.count("hours", least=0),
        "expires": reading.day("expires"),
    }
    return reading.faults() or LineAnswer.model_validate(said)


class _Reading:
    """Reads the cells of one line and collects what it cannot read."""

    def __init__(self, line_id: str, typed: Typed, unit_of_lead_time: str) -> None:
        self._line_id, self._typed, self._unit = line_id, typed, unit_of_lead_time
        self._faults: list[Problem] = []

    def faults(self) -> tuple[Problem, ...]:
        """What was found so far."""
        return tuple(self._faults)

    def _text(self, name: str) -> str:
        return self._typed.get(name, "").strip()

    def _fault(self, code: str, name: str) -> None:
        self._faults.append(Problem.of(code, self._line_id, value=self._text(name)[:SHOWN], field=name))

    def price(self, name: str, least: int = 1) -> int | None:
        """Whole yen."""
        read = yen(self._text(name))
        if isinstance(read, str) or (read is not None and read < least):
            self._fault("answer_price_unclear", name)
            return None
        return read

    def count(self, name: str, least: int) -> int | None:
        """A whole number."""
        text = self._text(name)
        if text == "0" and least == 0:
            return 0
        read = quantity(text)
        if isinstance(read, str) or (read is not None and (read[0].denominator != 1 or read[0] > MOST_COUNT)):
            self._fault("answer_number_unclear", name)
            return None
        return None if read is None else int(read[0])

    def lead_time(self, name: str) -> int | None:
        """Calendar days."""
        read = days(self._text(name), self._unit)
        if isinstance(read, str) or (read is not None and not 0 <= read <= MOST_DAYS):
            self._fault("answer_number_unclear", name)
            return None
        return read

    def day(self, name: str) -> date | None:
        """A day."""
        read = day(self._text(name))
        if isinstance(read, str):
            self._fault("answer_day_unclear", name)
            return None
        return read

    def tiers(self) -> tuple[PriceTier, ...]:
        """Prices from larger quantities on, each with both of its halves."""
        found: list[PriceTier] = []
        for n in TIERS:
            pieces, price = self.count(f"tier_pieces_{n}", least=1), self.price(f"tier_price_{n}")
            if pieces is not None and price is not None:
                found.append(PriceTier(pieces=pieces, unit_price_yen=price))
            elif bool(self._text(f"tier_pieces_{n}")) != bool(self._text(f"tier_price_{n}")):
                self._fault("answer_tier_half", f"tier_price_{n}")
        return tuple(found)


def typed_of(answer: LineAnswer) -> dict[str, str]:
    """A standing answer as the form shows it."""
    values: dict[str, Any] = {
        "verdict": answer.verdict,
        "condition": answer.condition,
        "price": _grouped(answer.unit_price_yen),
        "lead_time": answer.lead_time_days,
        "least_order": answer.least_order,
        "set_up": _grouped(answer.set_up_yen),
        "hours": answer.hours,
        "expires": answer.expires,
    }
    for n, tier in zip(TIERS, answer.tiers, strict=False):
        values |= {f"tier_pieces_{n}": tier.pieces, f"tier_price_{n}": _grouped(tier.unit_price_yen)}
    return {name: str(value) for name, value in values.items() if value not in (None, "")}


def _grouped(amount_yen: int | None) -> str:
    return "" if amount_yen is None else f"{amount_yen:,}"

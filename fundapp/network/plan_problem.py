"""The question that a sourcing plan answers, as plain exact figures: lines, suppliers, offers."""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Number = int | Decimal | Fraction
"""An exact figure. Yen in a plan may have fractions: the caller rounds, not the solver."""
Name = str | int

Reason = Literal["no_offer", "no_capability", "no_reply", "all_late", "over_price_ceiling", "capacity", "no_weight"]
"""Why nothing was chosen for a line. `no_offer` where nobody said how many could make it."""

Status = Literal["optimal", "within_gap", "feasible"]
"""`optimal` is proved. `within_gap` is proved to be as near the best as was asked; `feasible` says only its gap."""

Ended = Literal["proved", "time", "stopped", "solver_lost"]
"""Why the search ended: the proof that was asked for, no time left, somebody stopped it, or its process died."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line to be covered by one supplier. What is None sets no bound."""

    id: Name
    need_by_days: Number | None = None
    weight: Number = 1
    price_ceiling_yen: Number | None = None
    capable_suppliers: int | None = None
    """How many are able to make it, whether or not they answered; None when nobody looked."""


@dataclass(frozen=True, slots=True)
class PlanSupplier:
    """Who may be chosen: hours at most, and what it costs once to begin with them."""

    id: Name
    capacity_hours: Number | None = None
    opening_cost_yen: Number = 0


@dataclass(frozen=True, slots=True)
class PlanOffer:
    """What one supplier asks for one line of the whole lot; `line` and `supplier` are positions in the problem."""

    line: int
    supplier: int
    cost_yen: Number
    hours: Number = 0
    lead_time_days: Number | None = None


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """All that a plan follows from."""

    lines: tuple[PlanLine, ...]
    suppliers: tuple[PlanSupplier, ...]
    offers: tuple[PlanOffer, ...]

    def digest(self) -> str:
        """SHA-256 of the exact figures, so that a frozen plan can be solved again and compared."""
        rows = (
            *((line.id, line.need_by_days, line.weight, line.price_ceiling_yen) for line in self.lines),
            *((one.id, one.capacity_hours, one.opening_cost_yen) for one in self.suppliers),
            *((one.line, one.supplier, one.cost_yen, one.hours, one.lead_time_days) for one in self.offers),
        )
        found = hashlib.sha256()
        for row in rows:
            found.update("\t".join(_exactly(cell) for cell in row).encode() + b"\n")
        return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Plan:
    """An answer: positions of the chosen offers, and what is proved about them.

    `gap` is the share of the cost that a better plan could still save, at most. As long as it is not proved that no
    plan covers more, it is the larger of that and `coverage_gap`, the share of the uncovered weight still in doubt.
    """

    status: Status
    chosen: tuple[int, ...]
    uncovered: tuple[tuple[Name, Reason], ...]
    opened: tuple[Name, ...]
    cost_yen: Fraction
    bound_yen: Fraction
    uncovered_weight: Fraction
    gap: float
    coverage_gap: float
    ended: Ended
    seconds: float
    solver: str
    input_sha256: str


def _exactly(cell: Name | Number | None) -> str:
    return repr(cell) if cell is None or isinstance(cell, str | int) else str(Fraction(cell))

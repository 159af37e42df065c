"""A bill of materials: the lines that have to be made or bought, by revision."""

from enum import StrEnum

from fundapp.basis.fact import Fact, Ratio, Text
from fundapp.basis.yen import Yen


class LineKind(StrEnum):
    """How a line is sourced; it decides what an offer needs and which lead time is imputed."""

    BOUGHT_OUT = "bought_out"
    MADE_TO_DRAWING = "made_to_drawing"
    SPECIAL_PROCESS = "special_process"
    ELECTRONIC = "electronic"


class Line(Fact):
    """One part line. `quantity` is per product unit; `assembly` names the heading it stands under."""

    id: Text
    row: int
    level: int = 1
    assembly: Text = ""
    part_number: Text = ""
    description: Text = ""
    quantity: Ratio
    unit: Text = ""
    material: Text = ""
    manufacturer: Text = ""
    kind: LineKind
    external: bool = True
    critical: bool = False
    target_unit_cost_yen: Yen | None = None
    identity: Text = ""
    """The same for this part in every revision; given when a bill is recorded, by comparing it with the one before."""


class Assembly(Fact):
    """A heading of the bill with the days that assembling it takes once its parts are there."""

    name: Text
    days: int = 0


class Bill(Fact):
    """One revision of a proposal's bill of materials, for a first lot and a planned time to deliver it."""

    proposal_id: Text
    revision: Text
    lot: int
    plan_days: int
    final_assembly_days: int = 0
    lines: tuple[Line, ...]
    assemblies: tuple[Assembly, ...] = ()

    def sourcing_lines(self) -> tuple[Line, ...]:
        """The lines that come from outside the company."""
        return tuple(line for line in self.lines if line.external)

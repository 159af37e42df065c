"""What a meeting judged by, as its minutes show it: frozen facts, marks by seat, axes, gates. Names are resolved."""

from datetime import date
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.committee.gates import GateResult
from fundapp.committee.item import Entry
from fundapp.committee.rubric import AxisId


class FrozenFact(Fact):
    """One fact of axis 2 as it was frozen. A share is an exact ratio, days are days, yes is 1."""

    id: Text
    name: Bilingual
    kind: Literal["ratio", "days", "yes_no"]
    firm: Ratio | None
    with_hands: Ratio | None
    cases: int
    """What the fact rests on, counted firm."""


class FrozenSupport(Fact):
    """What was fixed for the committee to judge on."""

    as_of: date
    bill_revision: Text = ""
    lot: int | None = None
    plan_days: int | None = None
    facts: tuple[FrozenFact, ...] = ()
    open_rows: tuple[Text, ...] = ()
    """Names of the critical lines and needs that were open, counted firm."""


class Mark(Fact):
    """What one seat gave on a criterion; None is X. `second` is the mark that stands, also when nothing was moved."""

    seat_id: Text
    first: int | None
    second: int | None
    reason: Text = ""
    entry: Entry = "self"


class CriterionScored(Fact):
    """One criterion: computed levels (axis 2 alone), the seats' marks and the committee's value (None is X)."""

    id: Text
    name: Bilingual
    weight_pct: int
    applicable: bool = True
    floor: int | None = None
    computed_firm: int | None = None
    computed_with_hands: int | None = None
    marks: tuple[Mark, ...] = ()
    committee: int | None = None
    spread: int | None = None


class AxisScored(Fact):
    """One axis. `gate_*` is what the gates saw; on axis 1 it is the committee's figure. None is not assessable."""

    id: AxisId
    name: Bilingual
    threshold: Ratio
    criteria: tuple[CriterionScored, ...]
    committee: Ratio | None
    computed_firm: Ratio | None = None
    computed_with_hands: Ratio | None = None
    gate_firm: Ratio | None
    gate_with_hands: Ratio | None


class QuadrantFound(Fact):
    """Where the item lies on the map, with the default course of action there."""

    id: Literal["Q1", "Q2", "Q3", "Q4"]
    name: Bilingual
    default: Bilingual


class GateShown(Fact):
    """One gate in words with its answers in both ways of counting. `rows` of the results are names, not ids."""

    text: Bilingual
    firm: GateResult
    with_hands: GateResult

"""The rubric's files as tables -> the rubric, or every fault of all files at once. Reads no file itself."""

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast, get_args

from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import (
    Axis,
    AxisId,
    Cap,
    Comparison,
    Condition,
    Criterion,
    Decision,
    FactDefinition,
    Gate,
    InterestKind,
    InterestLevel,
    Level,
    LevelRule,
    Quadrant,
    ResolutionKind,
    ResolutionText,
    Rubric,
    Thresholds,
    Voting,
)
from fundapp.committee.rubric_checks import HIGHEST_LEVEL, LOWEST_LEVEL, axis_faults, decision_faults, version_faults
from fundapp.committee.table_reader import TableReader, checked_text

LEVELS = range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)
LINE_KINDS = ("bought_out", "made_to_drawing", "special_process", "electronic")
"""The kinds of line in the words of network/bill.py."""

_CONDITION = re.compile(r"([a-z][a-z0-9_]*)(?:\s*(>=|<=|>|<)\s*(\d+/0*[1-9]\d*|\d+(?:\.\d+)?))?")
_SYNTAX_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")


def toml_table(text: str, file: str) -> dict[str, Any] | Problem:
    """The tables of a TOML text with exact decimals; a problem with line and column when it is not TOML."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = _SYNTAX_PLACE.search(str(error))
        line, column = (place[1], place[2]) if place else (str(text.count("\n") + 1), "1")
        return Problem.of("rubric_not_toml", file, line=line, column=column)


def parse_rubric(
    axis1: Mapping[str, Any], axis2: Mapping[str, Any], decision: Mapping[str, Any]
) -> Rubric | tuple[Problem, ...]:
    """The rubric from its three files' tables (numbers with a point as Decimal), or all their faults at once."""
    problems: list[Problem] = []
    axes = _axis(axis1, "axis1", problems), _axis(axis2, "axis2", problems)
    decided = _decision(decision, problems)
    noted = frozenset(problem.place for problem in problems)
    for axis in axes:
        problems += axis_faults(axis, noted)
    problems += decision_faults(decided, noted)
    problems += version_faults(*axes, decided)
    return tuple(problems) or Rubric(axes=axes, decision=decided)


def _axis(table: Mapping[str, Any], axis_id: AxisId, problems: list[Problem]) -> Axis:
    reader = TableReader(table, axis_id, problems)
    reader.choice("id", (axis_id,))
    criteria = tuple(_criterion(entry) for entry in reader.entries("criteria"))
    axis = Axis(
        id=axis_id,
        version=reader.text("version"),
        name=reader.bilingual("name"),
        question=reader.bilingual("question"),
        evidence_rule=reader.bilingual("evidence_rule"),
        criteria=criteria,
        facts=tuple(_fact(entry) for entry in reader.entries("facts")) if reader.has("facts") else (),
        least_applicable=reader.whole("least_applicable", 1, max(1, len(criteria)))
        if reader.has("least_applicable")
        else 1,
    )
    reader.close()
    return axis


def _fact(reader: TableReader) -> FactDefinition:
    return FactDefinition(
        id=reader.text("id"),
        name=reader.bilingual("name"),
        definition=reader.bilingual("definition"),
        kind=cast(Any, reader.choice("kind", ("ratio", "days", "yes_no"))),
        better=cast(Any, reader.choice("better", ("higher", "lower"))),
    )


def _criterion(reader: TableReader) -> Criterion:
    levels, rules = _levels(reader.table("levels", "level"))
    return Criterion(
        id=reader.text("id"),
        weight_pct=reader.whole("weight_pct", 1, 100),
        name=reader.bilingual("name"),
        question=reader.bilingual("question") if reader.has("question") else None,
        levels=levels,
        evidence=reader.bilinguals("evidence"),
        sources=reader.texts("sources"),
        note=reader.bilingual("note") if reader.has("note") else None,
        floor=reader.whole("floor", LOWEST_LEVEL, HIGHEST_LEVEL) if reader.has("floor") else None,
        facts=reader.texts("facts"),
        rules=rules,
        cap=_cap(reader.table("cap")) if reader.has("cap") else None,
        needs_parts=reader.yes("needs_parts"),
        left_out_below=_counts(reader.table("left_out_below")) if reader.has("left_out_below") else (),
    )


def _counts(reader: TableReader) -> tuple[tuple[str, int], ...]:
    return tuple((fact, reader.whole(fact, 1, 1000)) for fact in reader.names())


def _levels(reader: TableReader) -> tuple[tuple[Level, ...], tuple[LevelRule, ...]]:
    """The five texts from 1 up, and the rules from the highest level down."""
    levels, rules = [], []
    for level in LEVELS:
        if not reader.has(str(level)):
            reader.note("rubric_level_missing", str(level), level=level)
            continue
        entry = reader.table(str(level))
        levels.append(Level(level=level, text=entry.both_languages()))
        alternatives = _alternatives(entry)
        if alternatives:
            rules.append(LevelRule(level=level, any_of=alternatives))
        entry.close()
    reader.close()
    return tuple(levels), tuple(reversed(rules))


def _alternatives(reader: TableReader) -> tuple[tuple[Condition, ...], ...]:
    together, either = reader.items("when"), reader.items("when_any")
    if together and either:
        reader.note("rubric_two_rules")
    if together:
        return (_conditions(together, f"{reader.place} when", reader.problems),)
    groups = []
    for number, group in enumerate(either, start=1):
        place = f"{reader.place} when_any {number}"
        if isinstance(group, list | tuple) and group:
            groups.append(_conditions(tuple(group), place, reader.problems))
        else:
            reader.problems.append(Problem.of("rubric_not_list", place))
    return tuple(groups)


def _conditions(items: tuple[object, ...], place: str, problems: list[Problem]) -> tuple[Condition, ...]:
    found = (_condition(item, place, problems) for item in items)
    return tuple(condition for condition in found if condition is not None)


def _condition(item: object, place: str, problems: list[Problem]) -> Condition | None:
    """`cov_value >= 0.90`, or the bare name of a yes-or-no fact: it is true."""
    text = checked_text(item, place, problems)
    if not text:
        return None
    match = _CONDITION.fullmatch(text)
    if match is None:
        problems.append(Problem.of("rubric_condition_unreadable", place, text=text))
        return None
    fact, comparison, than = match.groups()
    if comparison is None:
        return Condition(fact=fact, comparison="is", than=Fraction(1))
    return Condition(fact=fact, comparison=cast(Comparison, comparison), than=Fraction(than))


def _cap(reader: TableReader) -> Cap:
    items = reader.items("any_of")
    if not items:
        reader.note("rubric_key_missing", "any_of", key="any_of")
    conditions = _conditions(items, f"{reader.place} any_of", reader.problems)
    cap = Cap(max_level=reader.whole("max_level", LOWEST_LEVEL, HIGHEST_LEVEL - 1), any_of=conditions)
    reader.close()
    return cap


def _decision(table: Mapping[str, Any], problems: list[Problem]) -> Decision:
    reader = TableReader(table, "decision", problems)
    decision = Decision(
        version=reader.text("version"),
        principle=reader.bilingual("principle"),
        thresholds=_thresholds(reader.table("thresholds")),
        gates=tuple(Gate(id=entry.text("id"), text=entry.bilingual("text")) for entry in reader.entries("gates")),
        quadrants=tuple(_quadrant(entry) for entry in reader.entries("quadrants")),
        resolutions=tuple(_resolution(entry) for entry in reader.entries("resolutions")),
        voting=_voting(reader.table("voting")),
        interests=tuple(_interest(entry) for entry in reader.entries("interests")),
        build_support_days=reader.whole("build_support_days", 1, 3650),
        build_support_extensions=reader.whole("build_support_extensions", 0, 10),
        uncovered_cost_factor=reader.ratio("uncovered_cost_factor", 1, 10),
        imputed_lateness_factor=reader.ratio("imputed_lateness_factor", 1, 10),
        imputed_lead_time_days=_lead_times(reader.table("imputed_lead_time_days")),
        stale_facts_days=reader.whole("stale_facts_days", 1, 365),
    )
    reader.close()
    return decision


def _thresholds(reader: TableReader) -> Thresholds:
    thresholds = Thresholds(
        axis1_pass=reader.ratio("axis1_pass", LOWEST_LEVEL, HIGHEST_LEVEL),
        axis2_pass=reader.ratio("axis2_pass", LOWEST_LEVEL, HIGHEST_LEVEL),
        axis2_build=reader.ratio("axis2_build", LOWEST_LEVEL, HIGHEST_LEVEL),
        x_weight_max_pct=reader.whole("x_weight_max_pct", 0, 100),
        critical_coverage_min=reader.ratio("critical_coverage_min", 0, 1),
        spread_to_discuss=reader.whole("spread_to_discuss", 1, HIGHEST_LEVEL - LOWEST_LEVEL),
    )
    reader.close()
    return thresholds


def _quadrant(reader: TableReader) -> Quadrant:
    return Quadrant(
        id=cast(Any, reader.choice("id", ("Q1", "Q2", "Q3", "Q4"))),
        name=reader.bilingual("name"),
        default=reader.bilingual("default"),
    )


def _resolution(reader: TableReader) -> ResolutionText:
    chosen = reader.choice("id", get_args(ResolutionKind))
    return ResolutionText(id=cast(ResolutionKind, chosen), name=reader.bilingual("name"))


def _voting(reader: TableReader) -> Voting:
    voting = Voting(
        rule=cast(Any, reader.choice("rule", ("unanimity", "two_thirds", "majority"))),
        least_eligible=reader.whole("least_eligible", 2, 15),
        exception_seats=reader.whole("exception_seats", 2, 15),
    )
    reader.close()
    return voting


def _interest(reader: TableReader) -> InterestKind:
    return InterestKind(
        id=reader.text("id"),
        name=reader.bilingual("name"),
        level=cast(InterestLevel, reader.choice("level", get_args(InterestLevel))),
        organisation=reader.yes("organisation"),
    )


def _lead_times(reader: TableReader) -> tuple[tuple[str, int], ...]:
    days = tuple((kind, reader.whole(kind, 1, 3650)) for kind in LINE_KINDS)
    reader.close()
    return days

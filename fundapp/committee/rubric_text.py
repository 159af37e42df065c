"""A rubric as the three TOML texts that the fund edits: reading back what is written gives the same rubric."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import Axis, Condition, Criterion, Decision, Level, LevelRule, Rubric
from fundapp.committee.rubric_file import parse_rubric, toml_table

FILES = ("axis1", "axis2", "decision")
PROPOSED = "proposed"
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


class RubricText(Fact):
    """The texts of a rubric that is put before the committee, and why it is to be changed."""

    id: Text = PROPOSED
    why: Text
    axis1: Text
    axis2: Text
    decision: Text


def read_texts(axis1: str, axis2: str, decision: str) -> Rubric | tuple[Problem, ...]:
    """The rubric of three TOML texts, or all their faults at once."""
    tables = [toml_table(text, name) for name, text in zip(FILES, (axis1, axis2, decision), strict=True)]
    faults = tuple(one for one in tables if isinstance(one, Problem))
    return faults or parse_rubric(*(one for one in tables if not isinstance(one, Problem)))


def rubric_texts(rubric: Rubric) -> tuple[str, str, str]:
    """The rubric as TOML: axis 1, axis 2, and the rules of decision."""
    return _axis(rubric.axes[0]), _axis(rubric.axes[1]), _decision(rubric.decision)


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPED)}"'


def _number(value: Fraction) -> str:
    """A decimal with a point; every threshold of a rubric has a finite one."""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    return f"{float(value):.{max(digits, 1)}f}"


def _both(key: str, text: Bilingual) -> list[str]:
    return [f"{key}.ja = {_quoted(text.ja)}", f"{key}.en = {_quoted(text.en)}"]


def _list(key: str, items: Iterable[str]) -> list[str]:
    written = list(items)
    return [f"{key} = [{', '.join(written)}]"] if written else []


def _axis(axis: Axis) -> str:
    lines = [f"id = {_quoted(axis.id)}", f"version = {_quoted(axis.version)}"]
    lines += [*_both("name", axis.name), *_both("question", axis.question), *_both("evidence_rule", axis.evidence_rule)]
    lines.append(f"least_applicable = {axis.least_applicable}")
    for criterion in axis.criteria:
        lines += ["", *_criterion(criterion)]
    for fact in axis.facts:
        lines += ["", "[[facts]]", f"id = {_quoted(fact.id)}", f"kind = {_quoted(fact.kind)}"]
        lines += [f"better = {_quoted(fact.better)}", *_both("name", fact.name), *_both("definition", fact.definition)]
    return "\n".join(lines) + "\n"


def _criterion(criterion: Criterion) -> list[str]:
    lines = ["[[criteria]]", f"id = {_quoted(criterion.id)}", f"weight_pct = {criterion.weight_pct}"]
    if criterion.floor is not None:
        lines.append(f"floor = {criterion.floor}")
    if criterion.needs_parts:
        lines.append("needs_parts = true")
    lines += _both("name", criterion.name)
    if criterion.question:
        lines += _both("question", criterion.question)
    if criterion.note:
        lines += _both("note", criterion.note)
    lines += _list("facts", map(_quoted, criterion.facts))
    lines += _list("evidence", (f"{{ ja = {_quoted(one.ja)}, en = {_quoted(one.en)} }}" for one in criterion.evidence))
    lines += _list("sources", map(_quoted, criterion.sources))
    if criterion.left_out_below:
        lines += ["", "[criteria.left_out_below]", *(f"{fact} = {least}" for fact, least in criterion.left_out_below)]
    if criterion.cap:
        lines += ["", "[criteria.cap]", f"max_level = {criterion.cap.max_level}"]
        lines += _list("any_of", _conditions(criterion.cap.any_of))
    rules = {rule.level: rule for rule in criterion.rules}
    for level in criterion.levels:
        lines += ["", *_level(level, rules.get(level.level))]
    return lines


def _level(level: Level, rule: LevelRule | None) -> list[str]:
    lines = [f"[criteria.levels.{level.level}]", f"ja = {_quoted(level.text.ja)}", f"en = {_quoted(level.text.en)}"]
    if rule is not None and len(rule.any_of) == 1:
        lines += _list("when", _conditions(rule.any_of[0]))
    elif rule is not None:
        groups = (f"[{', '.join(_conditions(whole))}]" for whole in rule.any_of)
        lines += _list("when_any", groups)
    return lines


def _conditions(conditions: Sequence[Condition]) -> list[str]:
    return [_quoted(_condition(one)) for one in conditions]


def _condition(one: Condition) -> str:
    if one.comparison == "is":
        return one.fact
    than = one.than.numerator if one.than.denominator == 1 else one.than
    return f"{one.fact} {one.comparison} {than}"


def _decision(decision: Decision) -> str:
    cut, voting = decision.thresholds, decision.voting
    lines = [f"version = {_quoted(decision.version)}", *_both("principle", decision.principle)]
    lines += [
        f"stale_facts_days = {decision.stale_facts_days}",
        f"build_support_days = {decision.build_support_days}",
        f"build_support_extensions = {decision.build_support_extensions}",
        f"uncovered_cost_factor = {_number(decision.uncovered_cost_factor)}",
        f"imputed_lateness_factor = {_number(decision.imputed_lateness_factor)}",
        *("", "[thresholds]", f"axis1_pass = {_number(cut.axis1_pass)}", f"axis2_pass = {_number(cut.axis2_pass)}"),
        *(f"axis2_build = {_number(cut.axis2_build)}", f"x_weight_max_pct = {cut.x_weight_max_pct}"),
        f"critical_coverage_min = {_number(cut.critical_coverage_min)}",
        f"spread_to_discuss = {cut.spread_to_discuss}",
        *("", "[imputed_lead_time_days]", *(f"{kind} = {days}" for kind, days in decision.imputed_lead_time_days)),
        *("", "[voting]", f"rule = {_quoted(voting.rule)}", f"least_eligible = {voting.least_eligible}"),
        f"exception_seats = {voting.exception_seats}",
    ]
    for gate in decision.gates:
        lines += ["", "[[gates]]", f"id = {_quoted(gate.id)}", *_both("text", gate.text)]
    for quadrant in decision.quadrants:
        lines += ["", "[[quadrants]]", f"id = {_quoted(quadrant.id)}"]
        lines += [*_both("name", quadrant.name), *_both("default", quadrant.default)]
    for resolution in decision.resolutions:
        lines += ["", "[[resolutions]]", f"id = {_quoted(resolution.id)}", *_both("name", resolution.name)]
    for interest in decision.interests:
        lines += ["", "[[interests]]", f"id = {_quoted(interest.id)}", f"level = {_quoted(interest.level)}"]
        lines += ["organisation = true"] if interest.organisation else []
        lines += _both("name", interest.name)
    return "\n".join(lines) + "\n"

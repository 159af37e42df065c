"""What is ranked, as a file says it: `{"weights": {...}, "alternatives": {name: {criterion: value}}}`."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.flip import Alternative, Ranking


def read_ranking(content: bytes) -> Ranking | Refusal:
    """The ranking of a JSON file with exact decimals; a refusal names everything that is missing or no number."""
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=str)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        return Refusal.of("flip_no_json")
    weights, alternatives = _part(data, "weights"), _part(data, "alternatives")
    if not weights or not alternatives:
        return Refusal.of("flip_without_parts")
    faults = [
        Problem.of("flip_weight_unclear", criterion)
        for criterion, weight in weights.items()
        if (found := exact(weight)) is None or found < 0
    ]
    if not faults and not any(weights.values()):
        faults = [Problem.of("flip_weights_zero")]
    for name, values in alternatives.items():
        if not isinstance(values, dict):
            faults.append(Problem.of("flip_value_unclear", name, criterion=next(iter(weights))))
            continue
        faults += [
            Problem.of("flip_value_unclear", name, criterion=criterion)
            for criterion in weights
            if exact(values.get(criterion)) is None
        ]
        faults += [
            Problem.of("flip_criterion_unknown", name, criterion=criterion)
            for criterion in values
            if criterion not in weights
        ]
    if faults:
        return Refusal.of("flip_unclear", *faults[:20])
    return Ranking(
        criteria=tuple(weights),
        weights=tuple(exact(weight) or Fraction(0) for weight in weights.values()),
        alternatives=tuple(
            Alternative(name=name, values=tuple(exact(values[criterion]) or Fraction(0) for criterion in weights))
            for name, values in alternatives.items()
        ),
    )


def _part(data: Any, name: str) -> dict[str, Any]:
    found = data.get(name) if isinstance(data, dict) else None
    return found if isinstance(found, dict) else {}


def exact(value: Any) -> Fraction | None:
    """A JSON number as an exact fraction; None for everything else."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    # A number with a huge exponent would be written out digit by digit.
    if isinstance(value, Decimal) and not -400 < value.adjusted() < 400:
        return None
    return Fraction(value)

"""The commands on tables of judgements: agreement, flip."""

import argparse
import json
from pathlib import Path
from typing import Any

from fundapp.basis.refusal import Refusal
from fundapp.cli.reading import content_of
from fundapp.cli.telling import refuse
from fundapp.text.catalogue import _

PLACES = 6
"""Decimals of a coefficient in JSON."""


def add(commands: Any) -> None:
    """Add these commands to the command line."""
    agreement = commands.add_parser("agreement", help=_("how far raters agree, from a table of marks"))
    agreement.add_argument(
        "file", type=Path, metavar="FILE", help=_("a row for each item, a column for each rater, empty where missing")
    )
    agreement.add_argument("--json", action="store_true", help=_("answer in JSON"))
    agreement.set_defaults(carry_out=_agreement)
    flip = commands.add_parser(
        "flip",
        help=_("what would put another alternative first"),
        description=_("FILE holds {layout}").format(
            layout='{"weights": {"A": 3, "B": 1}, "alternatives": {"X": {"A": 4, "B": 2}}}'
        ),
    )
    flip.add_argument("file", type=Path, metavar="FILE")
    flip.add_argument("--samples", type=_count, default=100_000, metavar="N", help=_("samples of weights"))
    flip.add_argument("--seed", type=int, default=1, metavar="N", help=_("the same seed gives the same shares"))
    flip.add_argument("--json", action="store_true", help=_("answer in JSON"))
    flip.set_defaults(carry_out=_flip)


def _count(word: str) -> int:
    count = int(word)
    if not 0 < count <= 10_000_000:
        raise ValueError(word)
    return count


def _agreement(given: argparse.Namespace) -> int:
    from fundapp.committee.agreement import agreement
    from fundapp.committee.ratings_table import read_ratings
    from fundapp.intake.table import read_table

    content = content_of(given.file)
    if content is None:
        return 1
    grid = read_table(given.file.name, content)
    ratings = grid if isinstance(grid, Refusal) else read_ratings(grid)
    if isinstance(ratings, Refusal):
        return refuse(ratings)
    found = agreement(ratings)
    if given.json:
        print(json.dumps(_agreement_json(found), ensure_ascii=False, indent=1))
    else:
        _tell_agreement(found)
    return 0


def _agreement_json(found: Any) -> dict[str, Any]:
    from fundapp.text.refusal_text import problem_text

    coefficients = (*found.icc, *found.alpha)
    return {
        "items": found.items,
        "raters": found.raters,
        "marks": found.marks,
        "missing": found.missing,
        "complete_items": found.complete_items,
        "spread": [{"item": one.item, "spread": one.spread} for one in found.spreads],
        "icc": {one.name: None if one.value is None else round(one.value, PLACES) for one in found.icc},
        "alpha": {one.name: None if one.value is None else round(one.value, PLACES) for one in found.alpha},
        "reasons": {one.name: problem_text(one.problem) for one in coefficients if one.problem},
    }


def _tell_agreement(found: Any) -> None:
    from fundapp.text.refusal_text import problem_text

    print(
        _("{items} items, {raters} raters, {marks} marks, {missing} missing.").format(
            items=found.items, raters=found.raters, marks=found.marks, missing=found.missing
        )
    )
    for one in found.spreads:
        if one.spread is not None:
            print(f"  {one.item:<24} {one.least:g} – {one.greatest:g}  ({one.spread:g})")
    print(_("Intraclass correlation, on the {count} items that every rater marked:").format(count=found.complete_items))
    for one in found.icc:
        print(f"  {one.name:<10} {problem_text(one.problem) if one.problem else format(one.value, '.3f')}")
    print(_("Krippendorff's alpha, on every item with two marks:"))
    for one in found.alpha:
        print(f"  {one.name:<10} {problem_text(one.problem) if one.problem else format(one.value, '.3f')}")


def _flip(given: argparse.Namespace) -> int:
    from fundapp.committee.flip import flip_report
    from fundapp.committee.flip_file import read_ranking

    content = content_of(given.file)
    if content is None:
        return 1
    ranking = read_ranking(content)
    if isinstance(ranking, Refusal):
        return refuse(ranking)
    found = flip_report(ranking, samples=given.samples, seed=given.seed)
    answer = _flip_json(found, float(ranking.whole()))
    if given.json:
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        _tell_flip(answer)
    return 0


def _flip_json(found: Any, whole: float) -> dict[str, Any]:
    return {
        "ranking": [{"name": one.name, "place": one.place, "value": float(one.value)} for one in found.ranked],
        "leaders": list(found.leaders),
        "weights": {
            one.criterion: {
                "weight": float(one.interval.weight) * whole,
                "low": float(one.interval.low) * whole,
                "high": float(one.interval.high) * whole,
                "below": one.below,
                "above": one.above,
            }
            for one in found.weights
        },
        "smallest_change": [
            {"challenger": one.challenger, "criterion": one.criterion, "change": float(one.change)}
            for one in found.smallest
        ],
        "left_out": {one.criterion: list(one.first) for one in found.left_out},
        "acceptability": {
            one.name: {
                "first": one.first.share,
                "standard_error": one.first.standard_error,
                "places": list(one.places),
            }
            for one in found.acceptability
        },
        "samples": found.acceptability[0].first.samples,
        "seed": found.acceptability[0].first.seed,
    }


def _tell_flip(answer: dict[str, Any]) -> None:
    for one in answer["ranking"]:
        print(f"{one['place']:>3}  {one['name']:<24} {one['value']:.4f}")
    print(_("The first stays first while a weight stays between:"))
    for criterion, one in answer["weights"].items():
        outside = [name for name in (one["below"], one["above"]) if name]
        then = _("then {name}").format(name=" / ".join(dict.fromkeys(outside))) if outside else _("always")
        print(f"  {criterion:<24} {one['low']:.4f} – {one['high']:.4f}  ({one['weight']:.4f})  {then}")
    for one in answer["smallest_change"]:
        print(
            _("{name} draws level with {change} more on {criterion}.").format(
                name=one["challenger"], change=f"{one['change']:.4f}", criterion=one["criterion"]
            )
        )
    for criterion, names in answer["left_out"].items():
        print(_("Without {criterion}: {names} first.").format(criterion=criterion, names=" = ".join(names)))
    print(
        _("First in this share of all weights ({samples} samples, seed {seed}):").format(
            samples=answer["samples"], seed=answer["seed"]
        )
    )
    for name, one in answer["acceptability"].items():
        print(f"  {name:<24} {one['first']:.3f} ± {one['standard_error']:.4f}")

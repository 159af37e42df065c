"""A rubric with a few fields changed by a form. Nothing is checked here: the text is read back and says its faults.

A field is named by its place: `axis1/B1/weight_pct`, `axis1/B1/level_3_ja`, `axis1/B1/floor`, `thresholds/axis1_pass`,
`version`.
"""

from collections.abc import Mapping
from fractions import Fraction

from fundapp.basis.fact import Bilingual
from fundapp.committee.rubric import Axis, Criterion, Rubric

Changes = Mapping[str, str | int]
"""Field -> its new value; a floor of 0 is none, a threshold is a decimal in words."""


def changed(rubric: Rubric, changes: Changes) -> Rubric:
    """The rubric with these fields changed. A field that it does not have is passed over."""
    version = str(changes.get("version", rubric.decision.version))
    cut = rubric.decision.thresholds
    thresholds = {
        name: type(getattr(cut, name))(Fraction(str(changes[f"thresholds/{name}"])))
        for name in type(cut).model_fields
        if f"thresholds/{name}" in changes
    }
    decision = rubric.decision.model_copy(update={"version": version, "thresholds": cut.model_copy(update=thresholds)})
    first, second = (_axis(axis, changes, version) for axis in rubric.axes)
    return Rubric(axes=(first, second), decision=decision)


def _axis(axis: Axis, changes: Changes, version: str) -> Axis:
    criteria = tuple(_criterion(axis.id, one, changes) for one in axis.criteria)
    return axis.model_copy(update={"version": version, "criteria": criteria})


def _criterion(axis_id: str, criterion: Criterion, changes: Changes) -> Criterion:
    at = f"{axis_id}/{criterion.id}"
    floor = changes.get(f"{at}/floor", criterion.floor or 0)
    levels = tuple(
        level.model_copy(update={"text": _words(f"{at}/level_{level.level}", level.text, changes)})
        for level in criterion.levels
    )
    return criterion.model_copy(
        update={
            "weight_pct": int(changes.get(f"{at}/weight_pct", criterion.weight_pct)),
            "floor": int(floor) or None,
            "name": _words(f"{at}/name", criterion.name, changes),
            "levels": levels,
        }
    )


def _words(at: str, text: Bilingual, changes: Changes) -> Bilingual:
    return Bilingual(ja=str(changes.get(f"{at}_ja", text.ja)), en=str(changes.get(f"{at}_en", text.en)))

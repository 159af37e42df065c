"""rubrics/README.md tells the fund's staff every field that there is, and none that is not."""

import runpy
from pathlib import Path
from typing import Any

import pytest

BUILDER = runpy.run_path(str(Path(__file__).parent / "field_table.py"))


def test_field_table_is_current() -> None:
    assert BUILDER["in_readme"]() == BUILDER["table"](), "run: python tests/rubrics/field_table.py write"


def test_every_field_of_the_models_is_described_and_nothing_else() -> None:
    fields = {f"{model.__name__}.{field}" for _h, model, _w in BUILDER["TABLES"] for field in model.model_fields}
    assert set(BUILDER["WHAT"]) == fields
    assert set(BUILDER["FORMS"]) | set(BUILDER["IN_THE_FILE"]) <= fields


def keys_of(table: Any) -> set[str]:
    if isinstance(table, list):
        return set().union(*(keys_of(one) for one in table))
    if not isinstance(table, dict):
        return set()
    return {key for key in table if not key.isdigit()}.union(*(keys_of(one) for one in table.values()))


@pytest.mark.parametrize("file", ["axis1", "axis2", "decision", "support_menu", "readiness"])
def test_every_key_of_the_shipped_files_is_explained(file: str) -> None:
    explained = BUILDER["README"].read_text(encoding="utf-8")
    # The keys of these two tables are facts and kinds of line, and ja and en are explained in the steps.
    free = {"ontime_rate", "bought_out", "made_to_drawing", "special_process", "electronic"}
    assert [key for key in sorted(keys_of(BUILDER["shipped"]()[file]) - free) if key not in explained] == []

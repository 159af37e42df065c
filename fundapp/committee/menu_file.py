"""The files of the support menu and of the readiness scales as tables -> facts, or every fault at once."""

from collections.abc import Mapping
from typing import Any, cast, get_args

from fundapp.basis.refusal import Problem
from fundapp.committee.support_menu import (
    LadderRung,
    MenuField,
    ReadinessScale,
    ReadinessScales,
    ReadinessStep,
    SupportKind,
    SupportMenu,
)
from fundapp.committee.table_reader import TableReader

RUNGS = range(6)


def parse_support_menu(table: Mapping[str, Any]) -> SupportMenu | tuple[Problem, ...]:
    """The support menu from its file's table, or all its faults at once."""
    problems: list[Problem] = []
    reader = TableReader(table, "support_menu", problems)
    ladder = reader.table("ladder")
    menu = SupportMenu(
        version=reader.text("version"),
        required_fields=_required_fields(reader),
        ladder=tuple(LadderRung(rung=rung, text=ladder.bilingual(str(rung))) for rung in RUNGS),
        kinds=tuple(_kind(entry) for entry in reader.entries("kinds")),
    )
    ladder.close()
    reader.close()
    return tuple(problems) or menu


def _required_fields(reader: TableReader) -> tuple[MenuField, ...]:
    allowed = get_args(MenuField)
    named = reader.texts("required_fields")
    for name in named:
        if name not in allowed:
            reader.note("rubric_not_one_of", "required_fields", value=name, choices=", ".join(allowed))
    return tuple(cast(MenuField, name) for name in named if name in allowed)


def _kind(reader: TableReader) -> SupportKind:
    return SupportKind(
        id=reader.text("id"),
        name=reader.bilingual("name"),
        providers=reader.bilinguals("providers"),
        source=reader.text("source"),
    )


def parse_readiness(table: Mapping[str, Any]) -> ReadinessScales | tuple[Problem, ...]:
    """The readiness scales from their file's table, or all its faults at once."""
    problems: list[Problem] = []
    reader = TableReader(table, "readiness", problems)
    scales = ReadinessScales(
        version=reader.text("version"), scales=tuple(_scale(entry) for entry in reader.entries("scales"))
    )
    reader.close()
    return tuple(problems) or scales


def _scale(reader: TableReader) -> ReadinessScale:
    """One scale, whose steps are numbered from 1 without a gap."""
    steps = reader.table("steps")
    numbers = range(1, len(steps.names()) + 1)
    return ReadinessScale(
        id=reader.text("id"),
        name=reader.bilingual("name"),
        source=reader.text("source"),
        steps=tuple(ReadinessStep(step=number, text=steps.bilingual(str(number))) for number in numbers),
    )

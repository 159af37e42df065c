"""The shape of every kind of event, written out: which fields, of which types, down to the last one."""

from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.dataclasses import is_pydantic_dataclass

from fundapp.basis.fact import Fact
from fundapp.record.events import EVENTS

Shape = Any


def shape_of(annotation: Any) -> Shape:
    """A fact as its fields, a tuple as a list of what it holds, a choice as its sorted members, the rest by name."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(parts[0])
    if origin is Literal:
        return "one of " + ", ".join(sorted(map(str, parts)))
    if origin in (Union, UnionType):
        known = [shape_of(part) for part in parts if part is not NoneType]
        return {"or nothing": known[0]} if len(known) == 1 and NoneType in parts else known
    if origin is tuple:
        held = [shape_of(part) for part in parts if part is not Ellipsis]
        return {"each": held[0]} if Ellipsis in parts else held
    if isinstance(annotation, type) and issubclass(annotation, Fact):
        return {name: shape_of(field.annotation) for name, field in annotation.model_fields.items()}
    if is_pydantic_dataclass(annotation):
        return {name: shape_of(field.annotation) for name, field in annotation.__pydantic_fields__.items()}
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return "one of " + ", ".join(sorted(annotation))
    assert isinstance(annotation, type), f"no name for the shape {annotation!r}"
    return annotation.__name__


def shapes() -> dict[str, dict[str, Shape]]:
    """Kind -> schema number -> shape, of today's events."""
    return {name: {str(kind.schema_number): shape_of(kind)} for name, kind in EVENTS.items()}

"""`Fact`: the frozen model of everything that the rooms say to each other."""

from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Annotated, Any, TypeVar, cast, dataclass_transform

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, StringConstraints
from pydantic.dataclasses import dataclass

from fundapp.basis.language import Language as Language

T = TypeVar("T")


class Fact(BaseModel):
    """A statement that never changes. Fields hold frozen values only: tuples, never lists or dicts."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, allow_inf_nan=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def lean(kind: type[T]) -> type[T]:
    """A small fact of which a record holds very many: checked like any other, but read and kept at half the cost.

    A model keeps for each of its facts which fields were given; that is most of what a replay of a record writes.
    """
    rules = ConfigDict(extra="forbid", arbitrary_types_allowed=True, allow_inf_nan=False)
    return cast(type[T], dataclass(kind, frozen=True, kw_only=True, slots=True, config=rules))


F = TypeVar("F", bound=Fact)


def known(kind: type[F], fields: dict[str, Any]) -> F:
    """A fact of all its fields, whose values are valid already: what an event carries was checked when it was read.

    Checking it once more would be a fifth of the replay of a record. The dict becomes the fact's own.
    """
    fact = _new(kind)
    _set_values(fact, fields)
    _set_names(fact, _names(kind))
    _set_extra(fact, None)
    _set_private(fact, None)
    return fact


_new = object.__new__
_set_values, _set_names, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
"""The slots of a model: what `object.__setattr__` comes to, without looking each of them up by its name."""


@cache
def _names(kind: type[Fact]) -> set[str]:
    return set(kind.model_fields)


@lru_cache(4096)
def _fraction(text: str) -> Fraction:
    # Few texts of ratios come again and again in a record, and reading one costs as much as ten other fields.
    try:
        return Fraction(text)
    except (ZeroDivisionError, ValueError) as error:
        raise ValueError("not a ratio") from error


def _to_fraction(value: Any) -> Fraction:
    if isinstance(value, str):
        return _fraction(value)
    if isinstance(value, int | Fraction | Decimal) and not isinstance(value, bool):
        return Fraction(value)
    raise ValueError("a ratio is given as an int, a string such as 24/25 or 0.96, or a Fraction")


Ratio = Annotated[Fraction, PlainValidator(_to_fraction), PlainSerializer(str, return_type=str)]
"""An exact ratio. In canonical JSON it is a string such as "24/25": a float would round what a gate compares."""


Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""Text without NUL, which the engines store differently. A pattern, since a function would be called for each text."""


class Bilingual(Fact):
    """One text in both languages of the house."""

    ja: Text
    en: Text

    def of(self, language: Language) -> str:
        """The text in `language`."""
        return self.ja if language == "ja" else self.en

"""`Fact`: the frozen model of everything that the rooms say to each other."""

from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer, PlainValidator

from fundapp.basis.language import Language as Language


class Fact(BaseModel):
    """A statement that never changes. Fields hold frozen values only: tuples, never lists or dicts."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, allow_inf_nan=False)


F = TypeVar("F", bound=Fact)


def known(kind: type[F], fields: dict[str, Any]) -> F:
    """A fact of all its fields, whose values are valid already: what an event carries was checked when it was read.

    Checking it once more would be a fifth of the replay of a record. The dict becomes the fact's own.
    """
    fact = _new(kind)
    _set(fact, "__dict__", fields)
    _set(fact, "__pydantic_fields_set__", _names(kind))
    _set(fact, "__pydantic_extra__", None)
    _set(fact, "__pydantic_private__", None)
    return fact


_new, _set = object.__new__, object.__setattr__


@cache
def _names(kind: type[Fact]) -> set[str]:
    return set(kind.model_fields)


@lru_cache(4096)
def _fraction(text: str) -> Fraction:
    # Few texts of ratios come again and again in a record, and reading one costs as much as ten other fields.
    return Fraction(text)


def _to_fraction(value: Any) -> Fraction:
    try:
        if isinstance(value, str):
            return _fraction(value)
        if isinstance(value, int | Fraction | Decimal) and not isinstance(value, bool):
            return Fraction(value)
    except (ZeroDivisionError, ValueError) as error:
        raise ValueError("not a ratio") from error
    raise ValueError("a ratio is given as an int, a string such as 24/25 or 0.96, or a Fraction")


Ratio = Annotated[Fraction, PlainValidator(_to_fraction), PlainSerializer(str, return_type=str)]
"""An exact ratio. In canonical JSON it is a string such as "24/25": a float would round what a gate compares."""


def _plain_text(value: str) -> str:
    if "\0" in value:
        raise ValueError("text holds a NUL character")
    return value


Text = Annotated[str, AfterValidator(_plain_text)]
"""Text without NUL, which the engines store differently."""


class Bilingual(Fact):
    """One text in both languages of the house."""

    ja: Text
    en: Text

    def of(self, language: Language) -> str:
        """The text in `language`."""
        return self.ja if language == "ja" else self.en

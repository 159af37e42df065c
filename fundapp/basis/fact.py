"""`Fact`: the frozen model of everything that the rooms say to each other."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainSerializer

Language = Literal["ja", "en"]


class Fact(BaseModel):
    """A statement that never changes. Fields hold frozen values only: tuples, never lists or dicts."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, allow_inf_nan=False)


@lru_cache(4096)
def _fraction(text: str) -> Fraction:
    # Few texts of ratios come again and again in a record, and reading one costs as much as ten other fields.
    return Fraction(text)


def _to_fraction(value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | str | Fraction | Decimal):
        raise ValueError("a ratio is given as an int, a string such as 24/25 or 0.96, or a Fraction")
    try:
        return _fraction(value) if isinstance(value, str) else Fraction(value)
    except (ZeroDivisionError, ValueError) as error:
        raise ValueError("not a ratio") from error


Ratio = Annotated[Fraction, BeforeValidator(_to_fraction), PlainSerializer(str, return_type=str)]
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

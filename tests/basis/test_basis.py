from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from fundapp.basis.canonical import canonical_json, digest
from fundapp.basis.days import day_of, instant_text
from fundapp.basis.fact import Bilingual, Fact, Ratio, Text
from fundapp.basis.ids import is_uuid7, uuid7
from fundapp.basis.numbers import half_up, rounds_to_but_lies_below
from fundapp.basis.yen import MAX_YEN, Yen


class Sample(Fact):
    share: Ratio = Fraction(0)
    amount_yen: Yen = 0
    text: Text = ""


@given(st.fractions())
def test_ratio_survives_json_exactly(share: Fraction) -> None:
    assert Sample.model_validate_json(Sample(share=share).model_dump_json()).share == share


@pytest.mark.parametrize("given_share", [0.5, True, "a", "1/0", None])
def test_ratio_refuses_floats_and_what_is_no_number(given_share: object) -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"share": given_share})


def test_amount_above_two_to_the_53_is_refused() -> None:
    assert Sample(amount_yen=MAX_YEN).amount_yen == MAX_YEN
    with pytest.raises(ValidationError):
        Sample(amount_yen=MAX_YEN + 1)


def test_nul_in_text_is_refused() -> None:
    with pytest.raises(ValidationError):
        Sample(text="a\0b")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1/8", "0.13"), ("-1/8", "-0.13"), ("1/3", "0.33"), ("2.345", "2.35"), ("2.3449", "2.34"), ("0", "0.00")],
)
def test_half_up_rounds_away_from_zero(value: str, shown: str) -> None:
    assert str(half_up(Fraction(value))) == shown


@given(st.fractions())
def test_half_up_is_never_more_than_half_a_unit_off(value: Fraction) -> None:
    assert abs(Fraction(half_up(value)) - value) <= Fraction(1, 200)


def test_value_that_rounds_to_the_threshold_but_lies_below_says_so() -> None:
    assert rounds_to_but_lies_below(Fraction("2.996"), Fraction(3))
    assert not rounds_to_but_lies_below(Fraction("2.99"), Fraction(3))
    assert not rounds_to_but_lies_below(Fraction(3), Fraction(3))


def test_equal_text_in_other_unicode_forms_has_equal_bytes() -> None:
    assert canonical_json({"x": "が"}) == canonical_json({"x": "か\u3099"})


def test_float_has_no_place_in_the_record() -> None:
    with pytest.raises(TypeError):
        canonical_json({"x": 1.5})


def test_digest_is_of_the_canonical_bytes() -> None:
    assert digest({"b": 1, "a": "2"}) == digest({"a": "2", "b": 1})


def test_day_is_a_tokyo_day() -> None:
    assert day_of(datetime(2026, 3, 31, 15, 0, tzinfo=UTC)) == date(2026, 4, 1)
    assert instant_text(datetime(2026, 3, 31, 15, 0, tzinfo=UTC)) == "2026-03-31T15:00:00.000000Z"


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_uuid7_has_version_variant_and_sorts_by_time(unix_ms: int, entropy: bytes) -> None:
    made = uuid7(unix_ms, entropy)
    assert is_uuid7(made)
    assert int(made.replace("-", "")[:12], 16) == unix_ms


def test_bilingual_gives_its_language() -> None:
    assert [Bilingual(ja="表", en="table").of(language) for language in ("ja", "en")] == ["表", "table"]


def test_half_up_gives_decimals() -> None:
    assert half_up(Fraction(365, 100)) == Decimal("3.65")

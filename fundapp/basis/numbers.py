"""Exact figures and how they are shown: comparison is on fractions, two decimals half up are printed."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction


def half_up(value: Fraction, places: int = 2) -> Decimal:
    """`value` rounded half up (away from zero) to `places` decimals, exactly."""
    scaled = value * 10**places
    numerator, denominator = abs(scaled.numerator), scaled.denominator
    units = (2 * numerator + denominator) // (2 * denominator)
    signed = units if scaled >= 0 else -units
    with localcontext() as context:
        # As many digits as the figure has: the default of 28 would refuse a longer one.
        context.prec = max(context.prec, len(str(signed)) + places)
        return Decimal(signed).scaleb(-places).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def rounds_to_but_lies_below(value: Fraction, threshold: Fraction, places: int = 2) -> bool:
    """True when `value` is shown as the threshold although it is less, so that the screen must say so."""
    return value < threshold and half_up(value, places) >= half_up(threshold, places)

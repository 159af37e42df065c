"""Annual rates beside the bare library."""

import random
import time
from datetime import date, timedelta

import pyxirr
from figure import Figure, in_turn

from fundapp.fund.annual_rate import FlowDays

RATES = 10_000
FLOWS = 40


def rates() -> list[Figure]:
    """10,000 rates of 40 quarterly flows each, on the same days, in time of the processor."""
    chance = random.Random(1)
    days = [date(2016, 1, 1) + timedelta(days=91 * at) for at in range(FLOWS)]
    tables = [
        [float(chance.randint(1, 100) * (-1 if at < FLOWS // 3 else 1)) for at in range(FLOWS)] for _ in range(RATES)
    ]
    return [
        in_turn(
            f"{RATES:,} annual rates of {FLOWS} flows",
            "bare pyxirr",
            lambda: [*map(FlowDays(days).rate, tables)],
            lambda: [pyxirr.xirr(days, amounts) for amounts in tables],
            at_most=1.3,
            clock=time.process_time,
        )
    ]

"""Japanese eras. Babel has no Japanese calendar, so the house keeps its own small table."""

from datetime import date

from fundapp.basis.fact import Bilingual, Fact


class Era(Fact):
    """An era and its first day."""

    name: Bilingual
    first_day: date


ERAS: tuple[Era, ...] = (
    Era(name=Bilingual(ja="令和", en="Reiwa"), first_day=date(2019, 5, 1)),
    Era(name=Bilingual(ja="平成", en="Heisei"), first_day=date(1989, 1, 8)),
    Era(name=Bilingual(ja="昭和", en="Showa"), first_day=date(1926, 12, 25)),
    Era(name=Bilingual(ja="大正", en="Taisho"), first_day=date(1912, 7, 30)),
    Era(name=Bilingual(ja="明治", en="Meiji"), first_day=date(1868, 10, 23)),
)
"""The latest first. Source: the imperial edicts and cabinet orders of each change of era."""


def era_of(day: date) -> tuple[Era, int] | None:
    """The era of `day` and the year in it, 1 for the first; None before Meiji."""
    for era in ERAS:
        if day >= era.first_day:
            return era, day.year - era.first_day.year + 1
    return None

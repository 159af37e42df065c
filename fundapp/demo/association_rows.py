"""The association's own life: since when members belong to it and on whose word, income, aim. A fixed seed."""

from datetime import date, timedelta
from random import Random

from fundapp.demo.clerk import SEED, Clerk
from fundapp.demo.content import toml
from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.network.member import Member, MemberClass
from fundapp.network.membership import FIRST_MONTH, year_of
from fundapp.record import association_commands as a

OF_THE_ASSOCIATION: frozenset[MemberClass] = frozenset(
    {"company", "university", "tlo", "municipality", "support_body", "bank", "individual"}
)
OLDEST_YEARS, YOUNG_YEARS = 27, 5
YOUNG_PERCENT = 30
YEAR_DAYS = 365


def _chance(what: str) -> Random:
    return Random(f"{SEED}/{what}")  # noqa: S311 - a story, no secret


def dated(members: tuple[Member, ...], today: date) -> tuple[Member, ...]:
    """The members with the day on which each joined, and for some companies the member on whose word it came."""
    chance, words = _chance("joined"), toml("association")
    year_began = date(year_of(today), FIRST_MONTH, 1)
    sources = {of: [one.id for one in members if one.member_class == of] for of in words["referred_percent"]}
    found = []
    for one in members:
        if one.member_class not in OF_THE_ASSOCIATION:
            found.append(one)
            continue
        young = chance.randrange(100) < YOUNG_PERCENT
        least, most = (0, YOUNG_YEARS) if young else (YOUNG_YEARS, OLDEST_YEARS)
        joined_on = year_began - timedelta(days=chance.randint(least * YEAR_DAYS + 30, most * YEAR_DAYS))
        draw, referred_by = chance.randrange(100), ""
        for of, percent in words["referred_percent"].items():
            if one.member_class == "company" and 0 <= draw < percent:
                referred_by = chance.choice(sources[of])
            draw -= percent
        found.append(one.model_copy(update={"joined_on": joined_on, "referred_by": referred_by}))
    return tuple(found)


def enter(clerk: Clerk) -> None:
    """Record the association's life up to today."""
    words, year = toml("association"), year_of(clerk.today)
    years = tuple(IncomeYear.model_validate({**told, "year": year - told["year"]}) for told in words["income"])
    clerk.do("secretariat", a.RecordIncome(years=years))
    since = date(year, FIRST_MONTH, 1)
    until = date(year + words["target"]["years"], FIRST_MONTH, 1)
    target = GrowthTarget(since=since, until=until, wanted=words["target"]["members"])
    clerk.do("secretariat", a.RecordGrowthTarget(target=target))

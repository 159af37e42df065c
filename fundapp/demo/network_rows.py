"""The rest of the network: members that the story does not name, and what all of them are able to do. A fixed seed."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import product
from math import exp, log
from random import Random
from statistics import NormalDist
from typing import Any

from fundapp.basis.fact import Bilingual
from fundapp.demo.bills import wind_bill
from fundapp.demo.clerk import SEED, id_of
from fundapp.demo.content import Provider, rows, toml
from fundapp.network.bill import Bill
from fundapp.network.capability import MATERIALS, Capability
from fundapp.network.matching import Directory
from fundapp.network.member import CompanyType, Member, MemberClass
from fundapp.network.process import SUPPLY, ProcessTree
from fundapp.network.requirement import requirements
from fundapp.places import rubrics_folder
from fundapp.store.process_files import load_process_tree

COUNTS: dict[MemberClass, int] = {
    "company": 290,
    "university": 20,
    "municipality": 14,
    "support_body": 22,
    "individual": 60,
}
"""Members of each class in all, those of the story included."""
LARGE, LARGEST_OF_THE_SMALL = 14, 5
"""Companies with a capital of ten billion yen or more, and with one billion or more but less than that."""
TEN_BILLION, ONE_BILLION = 10_000_000_000, 1_000_000_000
TYPES: dict[CompanyType, int] = {"base_technology": 47, "product": 34, "software": 8, "trading": 6, "services": 5}
"""Of a hundred companies."""
ALSO_FOR_WIND = 9
"""Members of the rest who are able to make some line of the wind turbine."""
NOBODY, ONE_MEMBER = ("crystal_growth", "cleanroom_medical"), ("large_frp", "magnetising")
"""The gaps that the story is about."""
SIZES = ((1, 15), (2, 25), (3, 26), (4, 18), (5, 9), (6, 7))
"""Processes of a company, of a hundred: 2.7 for each of the network's companies."""
STALE_PERCENT, SUCCESSOR_MISSING_PERCENT = 18, 28
EMPLOYEES = (6, 28, 180)
"""The tenth, the middle and the ninetieth of a hundred companies."""


@cache
def _words() -> dict[str, Any]:
    return toml("network")


def place_names() -> list[tuple[str, str]]:
    """The region's places, in Japanese and English."""
    return [(ja, en) for ja, en in _words()["places"]]


def company_types() -> dict[CompanyType, list[str]]:
    """What the story's companies live from, by what they supply."""
    types: dict[CompanyType, list[str]] = _words()["types"]
    return types


@cache
def tree() -> ProcessTree:
    """The process tree that is shipped."""
    found = load_process_tree(rubrics_folder())
    assert isinstance(found, ProcessTree), f"the process tree that is shipped has faults: {found}"
    return found


def _chance(what: str) -> Random:
    return Random(f"{SEED}/{what}")  # noqa: S311 - a story, no secret


@cache
def others() -> dict[str, Provider]:
    """The members that the story does not name, by code."""
    told, chance = rows("members"), _chance("members")
    classes = [row["member_class"] for row in told]
    taken = {row["name_ja"] for row in told}
    missing = [(of, COUNTS[of] - classes.count(of)) for of in COUNTS]
    names = {of: iter(_names(of, taken, chance)) for of in ("university", "municipality", "support_body", "individual")}
    companies = dict(missing)["company"]
    capitals = _capitals(companies, chance)
    traits = zip(_types(companies), capitals, _employees(capitals), _without_successor(capitals), strict=True)
    found: dict[str, Provider] = {}
    for of, count in missing:
        for _one in range(count):
            code = f"M-{len(told) + len(found) + 1:04}"
            one = _company(code, *next(traits), chance, taken) if of == "company" else None
            member = one or Member(id=id_of("member", code), code=code, name=next(names[of]), member_class=of)
            person = f"{chance.choice(_words()['family_names'])} {chance.choice(_words()['given_names'])}"
            found[code] = Provider(member=member, person=person, supplies="")
    return found


def _names(of: str, taken: set[str], chance: Random) -> list[Bilingual]:
    words = _words()
    ja, en = words[of]
    places = [(*one, "") for one in words["places"]] + [(f"{a}{b}", f"{x} {y}", "") for (a, x), b, y in _quarters()]
    chance.shuffle(places)
    made = [Bilingual(ja=f"{place}{ja}", en=f"{name} {en}") for place, name, _ in places]
    return [one for one in made if one.ja not in taken]


def _quarters() -> list[tuple[tuple[str, str], str, str]]:
    return [(one, side, word) for one, (side, word) in product(_words()["places"], (("東", "East"), ("西", "West")))]


def _types(count: int) -> list[CompanyType]:
    """What the companies live from, so that those of the story and these together have the shares of `TYPES`."""
    of_story = [row["supplies"] for row in rows("members") if row["member_class"] == "company"]
    told = Counter(kind for kind, supplies in company_types().items() for one in of_story if one in supplies)
    wanted = {kind: round(COUNTS["company"] * share / 100) - told[kind] for kind, share in TYPES.items()}
    # Whatever the story does not say otherwise of is a company that processes for others.
    wanted["base_technology"] = count - sum(n for kind, n in wanted.items() if kind != "base_technology")
    return _chance("types").sample([kind for kind, n in wanted.items() for _one in range(n)], count)


def _employees(capitals: Sequence[int]) -> list[int]:
    """The people of each company: a thousand or more in a large one, in the others as `EMPLOYEES` tells of them all."""
    chance, tenth = _chance("employees"), NormalDist().inv_cdf(0.9)
    low, middle, high = map(log, EMPLOYEES)
    count = sum(capital_yen < ONE_BILLION for capital_yen in capitals)
    marks = [NormalDist().inv_cdf((at + 0.5) / count) / tenth for at in range(count)]
    sizes = [exp(middle + mark * (high - middle if mark > 0 else middle - low)) for mark in marks]
    small = iter(chance.sample([max(1, round(one)) for one in sizes], count))
    return [next(small) if capital_yen < ONE_BILLION else chance.randint(1000, 30_000) for capital_yen in capitals]


def _without_successor(capitals: Sequence[int]) -> list[bool]:
    """Whose owner is old and has nobody to follow: their share of all companies that are not large."""
    small = [at for at, capital_yen in enumerate(capitals) if capital_yen < TEN_BILLION]
    share = (COUNTS["company"] - LARGE) * SUCCESSOR_MISSING_PERCENT / 100
    old = set(_chance("successors").sample(small, round(share)))
    return [at in old for at in range(len(capitals))]


def _company(
    code: str,
    of: CompanyType,
    capital_yen: int,
    employees: int,
    successor_missing: bool,
    chance: Random,
    taken: set[str],
) -> Member:
    words = _words()
    while True:
        (place, place_en), (kind, kind_en) = chance.choice(words["places"]), chance.choice(words["kinds"][of])
        before, name = chance.choice([("株式会社", ""), ("", "株式会社")]), f"{place}{kind}"
        if name not in taken:
            break
        # Every name of this kind may be taken: a second company of a place goes by its quarter.
        quarter, quarter_en = chance.choice([("北", "North"), ("南", "South"), ("中央", "Central")])
        place, place_en, name = f"{place}{quarter}", f"{place_en} {quarter_en}", f"{place}{quarter}{kind}"
        if name not in taken:
            break
    taken.add(name)
    return Member(
        id=id_of("member", code),
        code=code,
        name=Bilingual(ja=f"{before[0]}{name}{before[1]}", en=f"{place_en} {kind_en}"),
        member_class="company",
        capital_yen=capital_yen,
        company_type=of,
        employees=employees,
        successor_missing=successor_missing,
    )


def _capitals(count: int, chance: Random) -> list[int]:
    """Capitals in yen: a few large companies, and the rest around twenty million."""
    of_story = [int(row["capital_yen"] or 0) for row in rows("members") if row["member_class"] == "company"]
    large = LARGE - sum(one >= TEN_BILLION for one in of_story)
    # One yen short of ten billion is still a small company: the fee rule's edge.
    middle = [TEN_BILLION - 1_000_000, *(chance.randint(10, 99) * 100_000_000 for _ in range(LARGEST_OF_THE_SMALL - 1))]
    big = [chance.randint(100, 900) * 100_000_000 for _ in range(large)]
    rest = count - len(middle) - len(big)
    small = [
        min(900_000_000, max(1_000_000, round(chance.lognormvariate(2.996, 0.9)) * 1_000_000)) for _ in range(rest)
    ]
    capitals = [*big, *middle, *small]
    chance.shuffle(capitals)
    return capitals


def capabilities(told: dict[str, Provider], today: date) -> tuple[Capability, ...]:
    """What every company of the network is able to do."""
    chance, able = _chance("capabilities"), _words()["supplies"]
    needed = {one.process for one in requirements(wind_bill(""), tree())}
    free = [
        one.id for one in tree().processes if one.id not in needed.union(NOBODY, ONE_MEMBER) and one.family != SUPPLY
    ]
    supply = [one.id for one in tree().processes if one.family == SUPPLY]
    # Traders, and where these are too few, design offices that pass components on.
    passing_on: tuple[CompanyType, ...] = ("trading", "software")
    traders = [
        code
        for kind in passing_on
        for code, one in told.items()
        if one.member.company_type == kind and not one.supplies
    ][:ALSO_FOR_WIND]
    found: list[tuple[str, str]] = []
    for code, one in told.items():
        if one.member.member_class != "company":
            continue
        if one.supplies:
            processes = able.get(one.supplies, [])
        elif code in traders:
            processes = [chance.choice(supply)]
        elif one.member.company_type in ("trading", "services"):
            processes = []
        else:
            count = chance.choices([size for size, _ in SIZES], weights=[weight for _, weight in SIZES])[0]
            processes = chance.sample(free, count)
        found += [(code, process) for process in processes]
    stale = set(_chance("stale").sample(found, round(len(found) * STALE_PERCENT / 100)))
    return tuple(_capability(*one, told[one[0]], today, chance, stale=one in stale) for one in found)


def able_to_make(bill: Bill, told: dict[str, Provider], today: date) -> tuple[str, ...]:
    """The codes of the members who are able to make some line of a bill."""
    directory = Directory(capabilities(told, today), today)
    needs = [one for one in requirements(bill, tree()) if one.process]
    able = {match.member_id for need in needs for match in directory.match(need, tree(), len(told))}
    return tuple(code for code, one in told.items() if one.member.id in able)


def _capability(code: str, process: str, one: Provider, today: date, chance: Random, *, stale: bool) -> Capability:
    months = chance.randint(25, 60) if stale else chance.randint(0, 22)
    open_to_all = bool(one.supplies) or tree().by_id[process].family == SUPPLY
    return Capability(
        id=id_of("capability", f"{code}/{process}"),
        member_id=one.member.id,
        process=process,
        # Those of the story, and who passes goods on, take parts of every kind; the others say more closely which.
        materials=() if open_to_all else tuple(chance.sample(MATERIALS, chance.randint(0, 3))),
        largest_mm=None if open_to_all else chance.choice([None, 300, 600, 1200, 3000]),
        tolerance_grade=None if open_to_all else chance.choice([None, 6, 7, 8, 9, 11]),
        lot_min=None if open_to_all else chance.choice([None, 1, 10, 100]),
        lot_max=None if open_to_all else chance.choice([None, 50, 500, 10_000]),
        certificates=tuple(
            name for name in ("ISO 9001", "ISO 14001", "JIS Q 9100", "ISO 13485") if not chance.randrange(6)
        ),
        free_hours_per_month=chance.randint(0, 160),
        on_time_rate=None if chance.randrange(4) == 0 else Fraction(chance.randint(70, 100), 100),
        nda_signed=chance.randrange(3) == 0,
        confirmed_on=today - timedelta(days=months * 30 + chance.randrange(28)),
    )

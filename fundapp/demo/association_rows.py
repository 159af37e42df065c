"""The association's own life: since when members belong to it and on whose word, income, aim. A fixed seed."""

from datetime import date, timedelta
from random import Random

from fundapp.demo.clerk import SEED, Clerk, id_of
from fundapp.demo.content import toml
from fundapp.network.contact import Contact
from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.network.member import Member, MemberClass
from fundapp.network.membership import FIRST_MONTH, year_of
from fundapp.network.service import Service
from fundapp.network.training import Training
from fundapp.record import association_commands as a
from fundapp.record.inquiry_commands import RecordContacts

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
    _services(clerk)
    _trainings(clerk)


def _services(clerk: Clerk) -> None:
    """What each body offers."""
    for code, told in toml("association")["service"].items():
        services = tuple(
            Service(
                member_id=id_of("member", code),
                kind=one["kind"],
                level=one["level"],
                area=one.get("area", ""),
                cost_yen=one.get("cost_yen"),
                free_for_members=one.get("free", False),
            )
            for one in told["list"]
        )
        clerk.do("secretariat", a.RecordServices(member_id=id_of("member", code), services=services))


def _trainings(clerk: Clerk) -> None:
    """The bank's branch sales chiefs, and the city's clerk at the association."""
    words = toml("association")
    people = {
        one["key"]: Contact(
            id=id_of("contact", one["key"]),
            member_id=id_of("member", one["of"]),
            name=one["name"],
            seconded_by=id_of("member", one["seconded_by"]) if "seconded_by" in one else "",
        )
        for one in words["person"]
    }
    clerk.do("secretariat", RecordContacts(contacts=tuple(people.values())))
    trainings = []
    for at, one in enumerate(words["training"]):
        person, ended_on = people[one["person"]], clerk.day(one["days_ago"] - one["days"])
        lasting = timedelta(days=one["evaluator_days"]) if "evaluator_days" in one else None
        trainings.append(
            Training(
                id=id_of("training", str(at)),
                member_id=person.member_id,
                contact_id=person.id,
                course=one["course"],
                began_on=clerk.day(one["days_ago"]),
                ended_on=ended_on,
                full_time=one["full_time"],
                evaluator_until=ended_on + lasting if lasting else None,
            )
        )
    clerk.do("secretariat", a.RecordTrainings(trainings=tuple(trainings)))

"""The association's own life: since when members belong to it and on whose word, income, aim. A fixed seed."""

from datetime import date, timedelta
from random import Random

from fundapp.basis.fact import Bilingual
from fundapp.demo.clerk import SEED, Clerk, id_of
from fundapp.demo.content import proposals, toml
from fundapp.network.contact import Contact
from fundapp.network.group import Group, GroupIntroduction, GroupMember
from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.network.member import Member, MemberClass
from fundapp.network.membership import FIRST_MONTH, year_of
from fundapp.network.seminar import Seminar, SeminarHand
from fundapp.network.service import Service
from fundapp.network.training import Training
from fundapp.network.watch import Watch
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
    _groups(clerk)
    _seminars(clerk)
    _watches(clerk)


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


def _companies(clerk: Clerk) -> list[Member]:
    return [one for one in clerk.desk.members() if one.member_class == "company"]


def _groups(clerk: Clerk) -> None:
    """Groups of neighbours and of a trade, with the introductions that they made."""
    chance, introductions = _chance("groups"), []
    for told in toml("association")["group"]:
        group_id = id_of("group", told["key"])
        members = chance.sample(_companies(clerk), told["members"])
        group = Group(id=group_id, name=Bilingual(**told["name"]), purpose=told["purpose"], lead_id=members[0].id)
        since = clerk.day(700)
        rows = tuple(GroupMember(group_id=group_id, member_id=one.id, since=since) for one in members)
        clerk.do("secretariat", a.RecordGroup(group=group, members=rows))
        introductions += [
            GroupIntroduction(
                id=id_of("introduction", f"{told['key']}/{at}"),
                group_id=group_id,
                member_id=chance.choice(members).id,
                introduced_to=one["to"],
                introduced_on=clerk.day(one["days_ago"]),
                result=one["result"],
            )
            for at, one in enumerate(told["introduced"])
        ]
    clerk.do("secretariat", a.RecordGroupIntroductions(introductions=tuple(introductions)))


def _seminars(clerk: Clerk) -> None:
    """Seminars for companies with an issue of the topic; what came of it for some of them."""
    chance, issues = _chance("seminars"), clerk.desk.issues(clerk.actor("secretariat"))
    for at, told in enumerate(toml("association")["seminar"]):
        seminar_id, held_on = id_of("seminar", str(at)), clerk.day(told["days_ago"])
        asked_on = min(held_on, clerk.today) - timedelta(days=10)
        asking = sorted({one.member_id for one in issues if one.tag == told["topic"] and one.heard_on <= asked_on})
        hands = tuple(
            SeminarHand(
                seminar_id=seminar_id,
                member_id=member_id,
                raised_on=asked_on,
                came_of_it=told["came"][n] if n < len(told["came"]) else "",
            )
            for n, member_id in enumerate(chance.sample(asking, told["hands"]))
        )
        seminar = Seminar(id=seminar_id, topic=told["topic"], title=told["title"], held_on=held_on)
        clerk.do("secretariat", a.RecordSeminar(seminar=seminar, hands=hands))


def _watches(clerk: Clerk) -> None:
    """Promising companies: that of a proposal, and others with an open issue of what is weak."""
    issues, watched = clerk.desk.issues(clerk.actor("secretariat")), dict[str, Watch]()
    names = {one.name.ja: one.id for one in _companies(clerk)}
    asked = {one.company.ja for one in proposals().values()}
    makers = {
        one.id
        for one in _companies(clerk)
        if one.company_type in ("product", "base_technology") and one.name.ja not in asked
    }
    for at, told in enumerate(toml("association")["watch"]):
        since = clerk.day(told["days_ago"])
        if "proposal" in told:
            member_id = names[proposals()[told["proposal"]].company.ja]
        else:
            asking = (
                one.member_id
                for one in issues
                if one.tag == told["weak_spot"]
                and (one.closed_on or since) >= since
                and one.is_open() != told["helped"]
            )
            member_id = next(one for one in asking if one in makers and one not in watched)
        next_in, ended = told.get("next_in_days"), told.get("ended_days_ago")
        watched[member_id] = Watch(
            id=id_of("watch", str(at)),
            member_id=member_id,
            since=since,
            why=told["why"],
            weak_spot=told["weak_spot"],
            next_step=told.get("next_step", ""),
            next_on=None if next_in is None else clerk.day(-next_in),
            ended_on=None if ended is None else clerk.day(ended),
            ended_why=told.get("ended_why", ""),
        )
    clerk.do("secretariat", a.RecordWatches(watches=tuple(watched.values())))

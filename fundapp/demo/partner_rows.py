"""The network's life: fees, sales reps, universities, agencies abroad, visits and what was heard. A fixed seed."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any, get_args

from fundapp.basis.business_days import business_days_after
from fundapp.basis.fact import Bilingual
from fundapp.demo.clerk import SEED, Clerk, id_of, person_of
from fundapp.demo.content import Provider, toml
from fundapp.demo.network_rows import place_names
from fundapp.network.ip import IpRight
from fundapp.network.member import Member, MemberClass
from fundapp.network.membership import FeePayment, FeeRule, fee, year_of
from fundapp.network.partner import (
    ANSWER_WORKING_DAYS,
    AgencyTerms,
    BankTerms,
    Collection,
    CommissionKind,
    Deal,
    DealOutcome,
    Exchange,
    FailedOn,
    LiaisonTerms,
    Referral,
    RepTerms,
    most_member_rate,
)
from fundapp.network.visit import Issue, IssueTag, Visit
from fundapp.places import rubrics_folder
from fundapp.record import directory_commands as d
from fundapp.store.fee_files import load_fee_rules

REPS, COORDINATORS, RETIRED_ENGINEERS = 24, 3, 2
FIVE_YEARS_DAYS = 1826
CLOSED_PERCENT = 55
CAUSES: tuple[FailedOn, ...] = get_args(FailedOn)[1:]


def told() -> dict[str, Any]:
    """The story's words and counts."""
    return toml("partners")


def _chance(what: str) -> Random:
    return Random(f"{SEED}/{what}")  # noqa: S311 - a story, no secret


def partners(first: int) -> dict[str, Provider]:
    """Reps and coordinators of sales routes, with the member codes from `first` on."""
    kinds: list[tuple[MemberClass, str, str]] = [("sales_rep", "営業事務所", "Sales Office")] * REPS
    kinds += [("sales_coordinator", "販路相談室", "Sales Route Desk")] * COORDINATORS
    kinds += [("retired_engineer", "生産技術相談室", "Production Engineering Advice")] * RETIRED_ENGINEERS
    found = {}
    for at, ((kind, ja, en), (name, name_en)) in enumerate(zip(kinds, place_names(), strict=False)):
        code = f"M-{first + at:04}"
        member = Member(
            id=id_of("member", code),
            code=code,
            name=Bilingual(ja=f"{name}{ja}", en=f"{name_en} {en}"),
            member_class=kind,
        )
        found[code] = Provider(member=member, person=f"{name} 担当", supplies="")
    return found


def enter(clerk: Clerk, members: tuple[Member, ...]) -> None:
    """Record the network's life up to today."""
    today = clerk.desk.today()
    clerk.do("secretariat", d.RecordFeePayments(payments=_payments(members, today)))
    reps = [one for one in members if one.member_class == "sales_rep"]
    clerk.do("secretariat", d.RecordRepTerms(terms=_terms(reps)))
    clerk.do("secretariat", d.RecordDeals(deals=_deals(reps, members, today)))
    clerk.do("secretariat", d.RecordReferrals(referrals=_referrals(members, today)))
    agencies = [one for one in members if one.member_class == "overseas_agency"]
    for agency, words in zip(agencies, told()["agency"], strict=False):
        clerk.do("secretariat", d.RecordAgencyTerms(terms=AgencyTerms(member_id=agency.id, **words)))
    clerk.do("secretariat", d.RecordExchanges(exchanges=_exchanges(agencies, today)))
    _banks_liaisons_and_rights(clerk, {one.code: one for one in members}, today)
    visits, issues = _visits(members, today)
    clerk.do("secretariat", d.RecordVisits(visits=visits, issues=issues))


def _banks_liaisons_and_rights(clerk: Clerk, members: dict[str, Member], today: date) -> None:
    """What banks and universities do for members."""
    words = told()
    for row in words["bank"]:
        clerk.do("secretariat", d.RecordBankTerms(terms=BankTerms.model_validate(_of_member(row, members))))
    for row in words["liaison"]:
        clerk.do("secretariat", d.RecordLiaisonTerms(terms=LiaisonTerms.model_validate(_of_member(row, members))))
    rights = [
        IpRight.model_validate(
            row
            | {
                "id": id_of("right", str(at)),
                "holder_id": members[row["holder_id"]].id,
                "filed_on": date.fromordinal(today.toordinal() - row["filed_on"]),
            }
        )
        for at, row in enumerate(words["right"])
    ]
    clerk.do("secretariat", d.RecordIpRights(rights=tuple(rights)))


def _of_member(row: dict[str, Any], members: dict[str, Member]) -> dict[str, Any]:
    return row | {"member_id": members[row["member_id"]].id}


def _payments(members: tuple[Member, ...], today: date) -> tuple[FeePayment, ...]:
    """This year's fees, but for the last few who have not paid yet."""
    rules, year = load_fee_rules(rubrics_folder()), year_of(today)
    known = [one for one in rules if isinstance(one, FeeRule)]
    dues = [fee(one, year, known) for one in members if one.member_class == "company"]
    paying = [one for one in dues if one.due_yen][: -told()["fees_unpaid"]]
    paid_on = min(today, date(year, 6, 30))
    return tuple(
        FeePayment(member_id=one.member_id, year=year, paid_on=paid_on, amount_yen=one.due_yen or 0) for one in paying
    )


def _terms(reps: list[Member]) -> tuple[RepTerms, ...]:
    chance, words = _chance("reps"), told()
    kinds: list[CommissionKind] = [one["kind"] for one in words["rep"] for _ in range(one["count"])]
    collections: list[Collection] = [kind for kind, count in words["collection"].items() for _ in range(count)]
    chance.shuffle(collections)
    found = []
    for rep, kind, collection in zip(reps, kinds, collections, strict=True):
        low = chance.randint(5, 9)
        terms = RepTerms(
            member_id=rep.id,
            kind=kind,
            band_low=Fraction(low, 100),
            band_high=Fraction(low + chance.randint(3, 6), 100),
            fixed_fee_yen=chance.choice([50_000, 80_000, 100_000]) if kind == "fixed_and_commission" else None,
            collection=collection,
        )
        most = most_member_rate(terms)
        rate = None if kind == "undecided" or most is None else chance.choice([Fraction(low, 100), most])
        found.append(terms.model_copy(update={"member_rate": rate}))
    return tuple(found)


def _deals(reps: list[Member], members: tuple[Member, ...], today: date) -> tuple[Deal, ...]:
    chance = _chance("deals")
    outcomes: list[DealOutcome] = [kind for kind, count in told()["deals"].items() for _ in range(count)]
    chance.shuffle(outcomes)
    makers = [one for one in members if one.company_type == "product"]
    found = []
    for at, outcome in enumerate(outcomes):
        maker = chance.choice(makers)
        found.append(
            Deal(
                id=id_of("deal", str(at)),
                rep_id=chance.choice(reps).id,
                member_id=maker.id,
                product=f"{maker.name.ja}の製品",
                met_on=today - timedelta(days=chance.randint(20, 900)),
                outcome=outcome,
                failed_on=chance.choice(CAUSES) if outcome in ("near", "failed") else "",
            )
        )
    return tuple(found)


def _referrals(members: tuple[Member, ...], today: date) -> tuple[Referral, ...]:
    chance, words = _chance("referrals"), told()
    universities = [one for one in members if one.member_class == "university"]
    companies = [one for one in members if one.member_class == "company"]
    states = [state for state, count in words["referrals"].items() for _ in range(count)]
    chance.shuffle(states)
    found = []
    for at, state in enumerate(states):
        asked_on = today - timedelta(days=chance.randint(30, 700))
        due_on = business_days_after(asked_on, ANSWER_WORKING_DAYS)
        in_time = min(due_on, asked_on + timedelta(days=chance.randint(2, 9)))
        late = due_on + timedelta(days=chance.randint(1, 9))
        answered_on = None if state == "silent" else late if state == "slow_no" else in_time
        found.append(
            Referral(
                id=id_of("referral", str(at)),
                university_id=chance.choice(universities).id,
                member_id=chance.choice(companies).id,
                matter=chance.choice(words["matters"]["list"]),
                asked_on=asked_on,
                due_on=due_on,
                answer={"silent": "", "fast_no": "no", "slow_no": "no"}.get(state, state),
                answered_on=answered_on,
                promised_by=in_time + timedelta(days=60) if state == "yes" else None,
                handed_to="研究推進課" if state == "handed_on" else "",
            )
        )
    return tuple(found)


def _exchanges(agencies: list[Member], today: date) -> tuple[Exchange, ...]:
    chance, counts = _chance("exchanges"), told()["exchanges"]
    kinds = ["out"] * counts["out"] + ["in"] * counts["in"] + ["fair"] * counts["fairs"]
    answered_in = counts["in_answered"]
    found = []
    for at, kind in enumerate(kinds):
        asked_on = today - timedelta(days=chance.randint(40, 800))
        answers = kind == "fair" or (kind == "out" and at % 3 != 0) or (kind == "in" and answered_in > 0)
        answered_in -= kind == "in" and answered_in > 0
        found.append(
            Exchange(
                id=id_of("exchange", str(at)),
                agency_id=chance.choice(agencies).id,
                asked_on=asked_on,
                direction="in" if kind == "in" else "out",
                fair=kind == "fair",
                matter={"out": "販売先の紹介", "in": "共同開発の相手探し", "fair": "計測機器の展示会"}[kind],
                answered_on=asked_on + timedelta(days=chance.randint(3, 30)) if answers else None,
                result="三社と商談" if kind == "fair" else "",
            )
        )
    return tuple(found)


def _visits(members: tuple[Member, ...], today: date) -> tuple[tuple[Visit, ...], tuple[Issue, ...]]:
    chance, words = _chance("visits"), told()
    companies = [one for one in members if one.member_class == "company"]
    unvisited = len(companies) * words["never_visited_percent"] // 100
    visited = chance.sample(companies, len(companies) - unvisited)
    # Everyone at least once and nobody more than nine times.
    counts = dict.fromkeys((one.id for one in visited), 1)
    while sum(counts.values()) < words["visits"]:
        one = chance.choice(visited).id
        counts[one] += counts[one] < 9
    tags: list[IssueTag] = list(words["issues"])
    visits, issues = [], []
    for member_id, count in counts.items():
        for at in range(count):
            visit = Visit(
                id=id_of("visit", f"{member_id}/{at}"),
                member_id=member_id,
                visited_on=today - timedelta(days=chance.randint(3, FIVE_YEARS_DAYS)),
                visitor=person_of("secretariat"),
                note="工場を見学し、近況を聞いた",
            )
            visits.append(visit)
            (tag,) = chance.choices(tags, weights=list(words["issues"].values()))
            closed = chance.randrange(100) < CLOSED_PERCENT
            issues.append(
                Issue(
                    id=id_of("issue", visit.id),
                    member_id=member_id,
                    visit_id=visit.id,
                    tag=tag,
                    text=chance.choice(words["heard"][tag]),
                    heard_on=visit.visited_on,
                    closed_on=min(today, visit.visited_on + timedelta(days=chance.randint(20, 300)))
                    if closed
                    else None,
                    closed_by=words["ended"][tag] if closed else "",
                )
            )
    return tuple(visits), tuple(issues)

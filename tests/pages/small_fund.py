"""A small fund built through the desk: an approved proposal, one judged again, one whose intake is open, a recusal."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from small_fund import both
from streamlit.testing.v1 import AppTest

from fundapp.basis.fact import Bilingual, Language
from fundapp.basis.roles import Actor, Role
from fundapp.committee.item import Attendance, Seat
from fundapp.committee.proposal import Company, Evidence, Intake, Proposal, Terms
from fundapp.committee.rubric import Rubric
from fundapp.desk import Desk, Done
from fundapp.fund.terms import FundTerms, Limits, Partner
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.need import Countermeasure, MenuItem, SupportNeed
from fundapp.network.offer import Offer
from fundapp.places import rubrics_folder, ui_script
from fundapp.record import commands as c
from fundapp.store.rubric_files import load_rubric
from fundapp.text.catalogue import use
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from fundapp.web import process

NOW = datetime(2026, 10, 15, 1, 0, tzinfo=UTC)
TODAY = date(2026, 10, 15)
EARLIER = TODAY - timedelta(days=60)
SEATS = ("a", "b", "c")

ACTORS = {
    **{person: Actor(person=person, roles=frozenset({Role.VOTING})) for person in SEATS},
    "secretariat": Actor(person="secretariat", roles=frozenset({Role.SECRETARIAT})),
    "manager": Actor(person="manager", roles=frozenset({Role.MANAGER})),
    "lp": Actor(person="lp", roles=frozenset({Role.LP})),
    "auditor": Actor(person="auditor", roles=frozenset({Role.AUDITOR})),
    "administrator": Actor(person="administrator", roles=frozenset({Role.ADMINISTRATOR})),
}


@dataclass
class SmallFund:
    """The fund's desk, whose clock stands until it is moved."""

    desk: Desk
    rubric: Rubric
    time: list[datetime]

    def does(self, person: str, command: c.Command) -> Done:
        done = self.desk.submit(command, ACTORS[person])
        assert isinstance(done, Done), done
        return done

    def moves_to(self, day: date) -> None:
        self.time[0] = datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)


def established(folder: Path, **terms: object) -> SmallFund:
    """A fund with its terms, or with some of them otherwise, its rubric and three seats."""
    rubric = load_rubric(rubrics_folder())
    assert isinstance(rubric, Rubric)
    time = [NOW]
    fund = SmallFund(Desk(folder, clock=lambda: time[0]), rubric, time)
    fund.moves_to(EARLIER)
    agreed = FundTerms(
        name=both("八稜ものづくり成長投資事業有限責任組合", "Hachiryo Monozukuri Growth LPS"),
        general_partner=both("稜北しんきん成長投資株式会社", "Ryohoku Growth Investment"),
        partners=(
            Partner(name="LP", share=Fraction(99, 100)),
            Partner(name="GP", share=Fraction(1, 100), general=True),
        ),
        size_yen=500_000_000,
        cost_reserve_yen=40_000_000,
        follow_on_reserve_yen=60_000_000,
        limits=Limits(
            company_share=Fraction(1, 5),
            sector_share=Fraction(2, 5),
            early_stage_share=Fraction(4, 5),
            voting_share=Fraction(34, 100),
        ),
        first_day=EARLIER,
        years=10,
    )
    fund.does("administrator", c.EstablishFund(terms=agreed.model_copy(update=terms), on=EARLIER))
    fund.does("administrator", c.AdoptRubric(rubric=rubric, in_force_from=EARLIER))
    for rank, person in enumerate(SEATS, start=1):
        seat = Seat(
            id=f"seat-{person}",
            name=both(f"委員席{rank}", f"Seat {rank}"),
            organisation=f"organisation of {person}",
            holder=person,
            rank=rank,
        )
        fund.does("administrator", c.AssignSeat(seat=seat))
    return fund


def complete_intake(**changes: object) -> Intake:
    return Intake(
        proposal_received=True,
        plan_received=True,
        anti_social_forces_checked_on=EARLIER,
        interests_asked_on=EARLIER,
        **changes,
    )


def proposal(fund: SmallFund, number: int, name: Bilingual, **changes: object) -> Proposal:
    """A proposal with a document for every criterion of axis 1."""
    paper = fund.desk.files.put(b"%PDF-1.7 a paper")
    values: dict[str, object] = {
        "id": f"proposal-{number}",
        "code": f"PR-{number:02}",
        "name": name,
        "company": Company(
            id=f"company-{number}", name=both(f"八稜第{number}製作所", f"Hachiryo Works {number}"), city="稜北市"
        ),
        "ask_yen": 60_000_000,
        "instrument": "preferred_shares",
        "pre_money_yen": 340_000_000,
        "sector": "環境・防災",
        "stage": "early",
        "summary": both("山間地で使う小形の機械。", "A small machine for use in the mountains."),
        "use_of_funds": "量産試作と治具",
        "reasons_for": ("注文の内示が3件ある", "実環境で1年動いた", "経営者が助言で計画を改めた"),
        "reasons_against": ("納期の隘路がある", "製造責任者が不在", "保守網がない"),
        "evidence": tuple(
            Evidence(criterion_id=one.id, title=f"{one.id}.pdf", file_sha256=paper)
            for one in fund.rubric.axis("axis1").criteria
        ),
    }
    return Proposal.model_validate(values | changes)


def lines() -> tuple[Line, ...]:
    return tuple(
        Line(
            id=f"L{n}",
            row=n + 1,
            assembly="塔・基礎" if n > 6 else "発電機",
            part_number=f"HG-{n:02}",
            description=f"部品{n}",
            quantity=Fraction(1),
            kind=LineKind.MADE_TO_DRAWING,
            critical=n in (1, 9),
            target_unit_cost_yen=10_000,
        )
        for n in range(1, 11)
    )


def offers(count: int, dated: date) -> tuple[Offer, ...]:
    """Written offers by two providers for the first `count` lines."""
    return tuple(
        Offer(
            id=f"offer-{dated}-{n}-{provider}",
            proposal_id="proposal-1",
            bill_revision="A",
            line_id=f"L{n}",
            provider=f"提供者{provider}",
            person="田中",
            rung=4,
            dated=dated,
            unit_price_yen=9_500 + 100 * provider,
            lot=20,
            lead_time_days=60,
            nda_signed=True,
        )
        for n in range(1, count + 1)
        for provider in (1, 2)
    )


def needs(rung: int) -> tuple[SupportNeed, ...]:
    return tuple(
        SupportNeed(
            id=f"need-{n}",
            proposal_id="proposal-1",
            name=name,
            critical=n == 1,
            item=MenuItem(
                kind=f"M0{n}",
                provider="八稜ネット",
                person="佐藤",
                deliverable="報告書",
                due=TODAY + timedelta(days=90),
                decision_due=TODAY + timedelta(days=30),
                cost_yen=300_000,
                cost_bearer="association",
                funded=True,
                owner_consent=True,
                rung=rung,
            ),
        )
        for n, name in enumerate(("着磁の外注先", "塔の認証試験", "保守網づくり"), start=1)
    )


def opened(fund: SmallFund, number: int, *proposals: Proposal) -> str:
    """A meeting with everyone present and these proposals on its agenda."""
    meeting = f"meeting-{number}"
    on = fund.time[0].date()
    fund.does(
        "secretariat", c.OpenMeeting(meeting_id=meeting, number=number, held_on=on, place="本所", convener="議長")
    )
    for person in SEATS:
        attendance = Attendance(seat_id=f"seat-{person}", person=person, mode="present")
        fund.does("secretariat", c.RecordAttendance(meeting_id=meeting, attendance=attendance))
    places = tuple(
        c.AgendaPlace(item_id=f"item-{number}-{one.code}", proposal_id=one.id, proposal_code=one.code)
        for one in proposals
    )
    fund.does("secretariat", c.OrderAgenda(meeting_id=meeting, places=places))
    return meeting


def scorecard(fund: SmallFund, item_id: str, person: str, level: int) -> c.SubmitScorecard:
    """One level for every criterion of axis 1, and agreement with the facts on axis 2."""
    item = fund.desk.book(ACTORS[person]).items[item_id]
    assert item.frozen is not None
    judged = [("axis1", one.id, level) for one in fund.rubric.axis("axis1").criteria]
    judged += [("axis2", one.criterion_id, one.level) for one in item.frozen.firm if one.level is not None]
    return c.SubmitScorecard(
        item_id=item_id,
        seat_id=f"seat-{person}",
        judgements=tuple(c.Judgement(axis=axis, criterion_id=id_, level=level) for axis, id_, level in judged),
    )


def judged(fund: SmallFund, item_id: str, level: int) -> None:
    """Frozen, declared, scored by all and revealed."""
    fund.does("secretariat", c.FreezeFacts(item_id=item_id))
    for person in SEATS:
        fund.does(person, c.DeclareInterest(item_id=item_id, seat_id=f"seat-{person}", kind="none"))
        fund.does(person, scorecard(fund, item_id, person, level))
    fund.does("a", c.RevealScores(item_id=item_id))


def resolved(fund: SmallFund, item_id: str, motion: c.PutMotion) -> None:
    """Discussed, put, voted for by all, and declared."""
    fund.does("secretariat", c.NoteDiscussion(item_id=item_id, speaker="b", gist="着磁の引受先を問う。"))
    fund.does("a", motion)
    for person in SEATS:
        fund.does(person, c.CastVote(item_id=item_id, number=1, seat_id=f"seat-{person}", vote="for"))
    fund.does("a", c.DeclareResult(item_id=item_id, number=1, reservation_id=f"reservation-{item_id}"))


def small_fund(folder: Path, **terms: object) -> SmallFund:
    """An earlier meeting declined PR-01 unsupported and approved PR-02; today PR-01 is judged again, before PR-04."""
    fund = established(folder, **terms)
    wind = proposal(fund, 1, both("小形風力発電機9.8kW", "Small wind turbine 9.8 kW"))
    wind = wind.model_copy(update={"intake": complete_intake(bill_revision="A")})
    app = proposal(
        fund,
        2,
        both("霜害警報", "Frost alarm"),
        needs_support=False,
        intake=complete_intake(no_parts=True, no_support_reason="自社で作り、自社で売っている"),
        ask_yen=40_000_000,
    )
    gauge = proposal(
        fund, 3, both("粉体計量器", "Powder gauge"), intake=Intake(proposal_received=True, plan_received=True)
    )
    lifter = proposal(fund, 4, both("介護移乗補助機", "Care lifter"), intake=complete_intake(no_parts=True))
    for one in (wind, app, gauge, lifter):
        fund.does("secretariat", c.RegisterProposal(proposal=one))
    bill = Bill(proposal_id=wind.id, revision="A", lot=20, plan_days=84, lines=lines())
    fund.does("secretariat", c.RecordBill(bill=bill))
    fund.does("secretariat", c.RecordOffers(offers=offers(4, EARLIER)))
    fund.does("secretariat", c.RecordNeeds(needs=needs(1)))
    meeting = opened(fund, 13, wind, app)
    judged(fund, "item-13-PR-01", 4)
    resolved(fund, "item-13-PR-01", c.PutMotion(item_id="item-13-PR-01", resolution="decline_unsupported"))
    judged(fund, "item-13-PR-02", 4)
    terms = Terms(amount_yen=40_000_000, instrument="preferred_shares", pre_money_yen=340_000_000)
    resolved(fund, "item-13-PR-02", c.PutMotion(item_id="item-13-PR-02", resolution="approve", terms=terms))
    fund.does("secretariat", c.CloseMeeting(meeting_id=meeting))

    fund.moves_to(TODAY)
    fund.does("secretariat", c.RecordOffers(offers=offers(8, TODAY - timedelta(days=5))))
    fund.does("secretariat", c.RecordNeeds(needs=needs(4)))
    action = Countermeasure(
        id="action",
        proposal_id=wind.id,
        against="cost",
        text="治具の共用",
        owner="佐藤",
        due=TODAY + timedelta(days=60),
    )
    fund.does("secretariat", c.RecordCountermeasures(countermeasures=(action,)))
    opened(fund, 14, wind, lifter)
    fund.does("secretariat", c.FreezeFacts(item_id="item-14-PR-01"))
    return fund


def open_as(
    fund: SmallFund, person: str, path: str, monkeypatch, *, language: Language = "en", code: str = ""
) -> AppTest:
    """A page of this fund as a person sees it, by AppTest. A page that the person may not open raises ValueError."""
    monkeypatch.setattr(process, "desk", lambda: fund.desk)
    monkeypatch.setattr(gate, "actor_of", lambda *_: ACTORS[person])
    # AppTest names a widget's options in the test's own thread.
    use(language)
    screen = AppTest.from_file(ui_script(), default_timeout=60)
    screen.query_params["lang"] = language
    if code:
        screen.query_params["proposal"] = code
    screen.run()
    return screen if path == "today/home" else screen.switch_page(str(PAGES[path].file)).run()


def texts(screen: AppTest) -> str:
    """All running text of a screen, without the marks that keep Markdown from meaning something."""
    told = [*screen.title, *screen.header, *screen.subheader, *screen.markdown]
    return "\n".join(one.value for one in told).replace("\\", "")

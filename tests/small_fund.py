"""A small fund through the desk: three seats, an outside alternate, one proposal without parts, a meeting under way."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from fundapp.basis.days import day_of
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.item import Attendance, OutsideAlternate, Seat
from fundapp.committee.proposal import Company, Evidence, Intake, Proposal, Terms
from fundapp.committee.rubric import Rubric
from fundapp.desk import Desk, Done
from fundapp.fund.terms import FundTerms, Limits, Partner
from fundapp.places import rubrics_folder
from fundapp.record import circulation_commands as w
from fundapp.record import commands as c
from fundapp.record.circulating import facts_sha256, papers_to_read
from fundapp.store.rubric_files import load_rubric

RUBRIC = load_rubric(rubrics_folder())
assert isinstance(RUBRIC, Rubric)
NOW = datetime(2026, 4, 1, 1, 0, tzinfo=UTC)
DAY = date(2026, 4, 1)


def both(ja: str, en: str = "") -> Bilingual:
    """A text in both languages; the same in both where English is left out."""
    return Bilingual(ja=ja, en=en or ja)


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **duration: int) -> None:
        self.now += timedelta(**duration)


TERMS = FundTerms(
    name=both("Fund"),
    general_partner=both("GP"),
    partners=(Partner(name="LP", share="99/100"), Partner(name="GP", share="1/100", general=True)),
    size_yen=500_000_000,
    cost_reserve_yen=40_000_000,
    follow_on_reserve_yen=60_000_000,
    limits=Limits(company_share="1/5", sector_share="2/5", early_stage_share="4/5", voting_share="34/100"),
    first_day=DAY,
    years=10,
    recycling_share="1/10",
)
SEATS = ("association", "tlo", "bank")


def actor(person: str, *roles: Role) -> Actor:
    return Actor(person=person, roles=frozenset(roles))


ADMINISTRATOR = actor("administrator", Role.ADMINISTRATOR)
SECRETARIAT = actor("secretariat", Role.SECRETARIAT)
MANAGER = actor("manager", Role.MANAGER)
LP = actor("lp", Role.LP)
AUDITOR = actor("auditor", Role.AUDITOR)
MEMBERS = {seat: actor(f"{seat}-holder", Role.VOTING) for seat in SEATS}
OUTSIDE = actor("outside", Role.VOTING)


@dataclass
class SmallFund:
    """The desk with shortcuts; every step asserts that it was carried out unless `refused` is asked for."""

    desk: Desk
    clock: Clock
    secretariat: Actor = SECRETARIAT
    manager: Actor = MANAGER
    administrator: Actor = ADMINISTRATOR
    lp: Actor = LP
    auditor: Actor = AUDITOR
    outside: Actor = OUTSIDE
    association: Actor = MEMBERS["association"]
    tlo: Actor = MEMBERS["tlo"]
    bank: Actor = MEMBERS["bank"]

    def do(self, command: c.Command, who: Actor, command_id: str | None = None) -> Done:
        answer = self.desk.submit(command, who, command_id)
        assert isinstance(answer, Done), answer
        return answer

    def refused(self, command: c.Command, who: Actor) -> Refusal:
        before = self.desk.book(SECRETARIAT).seq
        answer = self.desk.submit(command, who)
        assert isinstance(answer, Refusal), answer
        assert self.desk.book(SECRETARIAT).seq == before, "a refusal writes nothing"
        return answer

    def found(self) -> None:
        self.do(c.EstablishFund(terms=TERMS, on=DAY), ADMINISTRATOR)
        assert isinstance(RUBRIC, Rubric)
        self.do(c.AdoptRubric(rubric=RUBRIC, in_force_from=DAY), ADMINISTRATOR)
        for rank, seat in enumerate(SEATS, 1):
            holder = MEMBERS[seat].person
            made = Seat(
                id=seat,
                name=both(seat),
                organisation=seat,
                holder=holder,
                alternates=(f"{seat}-alternate",),
                rank=rank,
            )
            self.do(c.AssignSeat(seat=made), ADMINISTRATOR)
        outside = OutsideAlternate(person=OUTSIDE.person, organisation="nowhere")
        self.do(c.ListOutsideAlternate(alternate=outside), ADMINISTRATOR)

    def proposal(self, code: str, ask_yen: int = 60_000_000, sector: str = "sector") -> Proposal:
        assert isinstance(RUBRIC, Rubric)
        sha256 = self.desk.files.put(b"paper")
        made = Proposal(
            id=f"id-{code}",
            code=code,
            name=both(code),
            company=Company(id=f"company-{code}", name=both(f"{code} Ltd")),
            ask_yen=ask_yen,
            instrument="common_shares",
            sector=sector,
            stage="growth",
            needs_support=False,
            intake=Intake(
                proposal_received=True,
                plan_received=True,
                no_parts=True,
                no_support_reason="makes and sells by itself",
                anti_social_forces_checked_on=DAY,
                interests_asked_on=DAY,
            ),
            evidence=tuple(
                Evidence(criterion_id=criterion.id, title="paper", file_sha256=sha256)
                for criterion in RUBRIC.axis("axis1").criteria
            ),
        )
        self.do(c.RegisterProposal(proposal=made), SECRETARIAT)
        return made

    def meeting(self, number: int, *codes: str) -> str:
        meeting_id = f"m{number}"
        self.do(
            c.OpenMeeting(meeting_id=meeting_id, number=number, held_on=DAY, place="room", convener="GP"), SECRETARIAT
        )
        for seat in SEATS:
            here = Attendance(seat_id=seat, person=MEMBERS[seat].person, mode="present")
            self.do(c.RecordAttendance(meeting_id=meeting_id, attendance=here), SECRETARIAT)
        places = tuple(
            c.AgendaPlace(item_id=f"{meeting_id}-{code}", proposal_id=f"id-{code}", proposal_code=code)
            for code in codes
        )
        self.do(c.OrderAgenda(meeting_id=meeting_id, places=places), SECRETARIAT)
        return meeting_id

    def circulation(self, number: int, code: str, days: int = 7) -> str:
        """A written resolution on one proposal, to be answered within days; its item's id."""
        item_id = f"m{number}-{code}"
        sent = w.OpenCirculation(
            meeting_id=f"m{number}",
            number=number,
            item_id=item_id,
            proposal_id=f"id-{code}",
            proposal_code=code,
            answer_by=day_of(self.clock.now) + timedelta(days=days),
            convener="GP",
            urgent_because="the order lapses",
        )
        self.do(sent, SECRETARIAT)
        return item_id

    def reading(self, item_id: str, seat: str, who: Actor) -> w.ConfirmReading:
        """This seat's confirmation of having read what is frozen now."""
        frozen = self.desk.book(who).items[item_id].frozen
        assert frozen is not None
        facts = facts_sha256(frozen)
        return w.ConfirmReading(item_id=item_id, seat_id=seat, papers=papers_to_read(frozen), facts_sha256=facts)

    def read(self, item_id: str, *seats: str) -> None:
        """Declared without interest, and read."""
        for seat in seats or SEATS:
            self.do(c.DeclareInterest(item_id=item_id, seat_id=seat, kind="none"), MEMBERS[seat])
            self.do(self.reading(item_id, seat, MEMBERS[seat]), MEMBERS[seat])

    def read_and_revealed(self, item_id: str, level: int | None = 4) -> None:
        """Read and scored by all seats in writing, and revealed."""
        self.read(item_id)
        for seat in SEATS:
            card = c.SubmitScorecard(item_id=item_id, seat_id=seat, judgements=self.judgements(level))
            self.do(card, MEMBERS[seat])
        self.do(c.RevealScores(item_id=item_id), MEMBERS["association"])

    def judgements(self, level: int | None = 4) -> tuple[c.Judgement, ...]:
        assert isinstance(RUBRIC, Rubric)
        return tuple(
            c.Judgement(axis="axis1", criterion_id=criterion.id, level=level)
            for criterion in RUBRIC.axis("axis1").criteria
        )

    def scored(self, item_id: str, *seats: str, level: int | None = 4) -> None:
        for seat in seats or SEATS:
            self.do(c.DeclareInterest(item_id=item_id, seat_id=seat, kind="none"), MEMBERS[seat])
            card = c.SubmitScorecard(item_id=item_id, seat_id=seat, judgements=self.judgements(level))
            self.do(card, MEMBERS[seat])

    def revealed(self, item_id: str, level: int | None = 4) -> None:
        self.do(c.FreezeFacts(item_id=item_id), SECRETARIAT)
        self.scored(item_id, level=level)
        self.do(c.RevealScores(item_id=item_id), MEMBERS["association"])

    def voted(self, item_id: str, vote: str = "for", number: int = 1) -> None:
        for seat in SEATS:
            self.do(c.CastVote(item_id=item_id, number=number, seat_id=seat, vote=vote), MEMBERS[seat])

    def approve(self, item_id: str, amount_yen: int = 60_000_000) -> Done:
        terms = Terms(amount_yen=amount_yen, instrument="common_shares")
        self.do(c.PutMotion(item_id=item_id, resolution="approve", terms=terms), MEMBERS["association"])
        self.voted(item_id)
        declare = c.DeclareResult(item_id=item_id, number=1, reservation_id=f"r-{item_id}")
        return self.do(declare, MEMBERS["association"])

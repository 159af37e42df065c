"""The small fund lived through until every kind of event is in its record, and two scores that are not revealed."""

from datetime import timedelta

from asked import Asked, can
from small_fund import DAY, LP, MANAGER, MEMBERS, OUTSIDE, SECRETARIAT, SmallFund, both

from fundapp.basis.business_days import business_days_after
from fundapp.basis.roles import Actor
from fundapp.committee.co_finance import CoFinance
from fundapp.committee.minutes_life import Attestation
from fundapp.committee.planning import MINUTES, PlannedMeeting, WordTemplate
from fundapp.committee.proposal import Attachment, Company, ConditionPrecedent, Terms
from fundapp.documents.minutes_docx import plain_template
from fundapp.followup.outcome import Collaboration, OutcomeState
from fundapp.fund.company_cash import CompanyCash
from fundapp.fund.market_index import MarketIndex
from fundapp.fund.opening import (
    PARTS,
    FollowOnLeft,
    Opening,
    OpeningBalances,
    OpeningFlow,
    OpeningPartner,
    OpeningPosition,
    OpeningSource,
    OpeningTranche,
)
from fundapp.fund.returns import IndexLevel
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.capability import Capability, LineProcess
from fundapp.network.contact import Contact
from fundapp.network.group import Group, GroupIntroduction, GroupMember
from fundapp.network.growth import GrowthTarget
from fundapp.network.income import IncomeYear
from fundapp.network.inquiry import InquiryFile
from fundapp.network.ip import IpRight
from fundapp.network.layout import TableLayout
from fundapp.network.member import Member
from fundapp.network.membership import CapitalChange, FeePayment
from fundapp.network.need import Coordinator, Countermeasure, Introduction, MenuItem, SalesRoute, SupportNeed
from fundapp.network.offer import Offer
from fundapp.network.partner import (
    ANSWER_WORKING_DAYS,
    AgencyTerms,
    BankTerms,
    Deal,
    Exchange,
    LiaisonTerms,
    Referral,
    RepTerms,
)
from fundapp.network.plan import PlanChoice, SourcingPlan
from fundapp.network.premises import Equipment, Site
from fundapp.network.seminar import Seminar, SeminarHand
from fundapp.network.service import Service
from fundapp.network.task import SupportTask
from fundapp.network.training import Training
from fundapp.network.visit import Issue, Visit
from fundapp.network.watch import Watch
from fundapp.record import association_commands as a
from fundapp.record import circulation_commands as w
from fundapp.record import commands as c
from fundapp.record import directory_commands as d
from fundapp.record import figure_commands as f
from fundapp.record import inquiry_commands as q
from fundapp.record import minutes_commands as k
from fundapp.record import planning_commands as plans
from fundapp.record.events import PlannedFee, SupportDue, TrancheTerms, ValuationInput

CONTACT = "山田 花子"
"""A person of a provider, named in every register that has a place for a person. No account of her own."""
PLAN = b"%PDF-1.7 the plan of PR-2"
"""The bytes of the one paper that is attached."""
UNREVEALED = "m2-PR-4"
TERMS = Terms(amount_yen=60_000_000, instrument="common_shares")


def live(fund: SmallFund) -> None:
    """From the set-up to a second meeting under way."""
    fund.found()
    _taken_over_and_taken_back(fund)
    for code in ("PR-1", "PR-2", "PR-3", "PR-4"):
        fund.proposal(code, sector=code)
    _support(fund)
    _followed_up(fund)
    _network_lives(fund)
    fund.meeting(1, "PR-1", "PR-2", "PR-3")
    _recused_and_approved(fund, "m1-PR-1")
    _judged_on_support(fund, "m1-PR-2")
    _approved_and_expired(fund, "m1-PR-3")
    fund.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)
    _minutes_confirmed(fund)
    _circulated(fund)
    _prepared(fund)
    _money(fund)
    fund.clock.wait(days=91)
    fund.meeting(2, "PR-4")
    _half_scored(fund, UNREVEALED)


def _taken_over_and_taken_back(fund: SmallFund) -> None:
    """A running fund of one company, taken over as of its first day, and taken back: the fund is as empty as before."""
    fund.clock.wait(days=1)
    today = DAY + timedelta(days=1)
    sha256 = fund.desk.files.put(b"the tables")
    held = {"deal": "A-1", "row": 2}
    opening = Opening(
        sources=tuple(
            OpeningSource(part=part, file_name="fund.xlsx", file_sha256=sha256, sheet=part) for part in PARTS
        ),
        positions=(
            OpeningPosition(
                **held,
                company_id="company-A-1",
                company=both("A-1 Ltd"),
                sector="A-1",
                early_stage=False,
                instrument="loan",
                resolved_on=DAY,
                signed_on=DAY,
                cost_yen=30,
                fair_value_yen=30,
            ),
        ),
        tranches=(OpeningTranche(**held, number=1, committed_yen=30, drawn_yen=30, undrawn_yen=0, due=DAY),),
        flows=(
            OpeningFlow(row=2, on=DAY, kind="capital_call", amount_yen=40, partner=1, ref="1", due=DAY),
            OpeningFlow(row=3, on=DAY, kind="paid_in", amount_yen=40, partner=1, ref="1"),
            OpeningFlow(row=4, on=DAY, kind="draw", amount_yen=30, deal="A-1", tranche=1),
        ),
        partners=(
            OpeningPartner(row=2, partner=1, committed_yen=495_000_000, paid_in_yen=40, distributed_yen=0),
            OpeningPartner(row=3, partner=2, committed_yen=5_000_000, paid_in_yen=0, distributed_yen=0),
        ),
        balances=OpeningBalances(
            as_of=DAY,
            fund_size_yen=500_000_000,
            fund_size_row=3,
            cash_yen=10,
            cash_row=4,
            cost_reserve_yen=40_000_000,
            cost_reserve_row=5,
            follow_on=(FollowOnLeft(row=6, amount_yen=60_000_000),),
        ),
    )
    fund.do(c.ProposeOpening(opening_id="opening-1", opening=opening, on=today), MANAGER)
    fund.do(c.AcceptOpening(opening_id="opening-1", on=today), SECRETARIAT)
    (seq,) = fund.desk.book(SECRETARIAT).openings
    fund.do(c.ReverseEntry(seq=seq, reason=said(MANAGER, "the tables"), on=today), MANAGER)


def _network_lives(fund: SmallFund) -> None:
    """A member with its place and machine, its fee, a visit with an issue, and a partner of each kind."""
    kinds = {
        "maker": "company",
        "rep": "sales_rep",
        "college": "university",
        "abroad": "overseas_agency",
        "lender": "bank",
    }
    maker, rep, college, abroad, lender = (
        Member(id=f"member-{at}", code=f"N-{at}", name=both(at), member_class=kind) for at, kind in kinds.items()
    )
    for one in (rep, college, abroad, lender):
        fund.do(d.RecordMember(member=one), SECRETARIAT)
    site = Site(id="site-1", member_id=maker.id, name="", address="1-2-3", main=True)
    lathe = Equipment(id="machine-1", member_id=maker.id, name="lathe")
    fund.do(d.RecordMember(member=maker, sites=(site,), equipment=(lathe,)), SECRETARIAT)
    fund.do(d.RecordCapital(change=CapitalChange(member_id=maker.id, since=DAY, capital_yen=1)), SECRETARIAT)
    paid = FeePayment(member_id=maker.id, year=2026, paid_on=DAY, amount_yen=70_000)
    fund.do(d.RecordFeePayments(payments=(paid,)), SECRETARIAT)
    fund.do(d.RecordRepTerms(terms=(RepTerms(member_id=rep.id, band_low="0.05", band_high="0.08"),)), SECRETARIAT)
    fund.do(d.RecordDeals(deals=(Deal(id="deal-1", rep_id=rep.id, product="x", met_on=DAY),)), SECRETARIAT)
    due = business_days_after(DAY, ANSWER_WORKING_DAYS)
    asked = Referral(id="referral-1", university_id=college.id, matter="m", asked_on=DAY, due_on=due)
    fund.do(d.AskUniversity(referral=asked), SECRETARIAT)
    fund.do(
        d.RecordAgencyTerms(terms=AgencyTerms(member_id=abroad.id, country="c", coordinator="n", languages="l")),
        SECRETARIAT,
    )
    given = Exchange(id="exchange-1", agency_id=abroad.id, asked_on=DAY, direction="out", matter="m")
    fund.do(d.RecordExchanges(exchanges=(given,)), SECRETARIAT)
    fund.do(d.RecordEquipment(equipment=(Equipment(id="machine-2", member_id=maker.id, name="mill"),)), SECRETARIAT)
    terms = BankTerms(member_id=lender.id, branch="main", person=CONTACT, kinds=("bridge",))
    fund.do(d.RecordBankTerms(terms=terms), SECRETARIAT)
    fund.do(d.RecordLiaisonTerms(terms=LiaisonTerms(member_id=college.id, person=CONTACT, most_open=3)), SECRETARIAT)
    right = IpRight(id="right-1", holder_id=college.id, title="a coating", inventors=CONTACT, user="works")
    fund.do(d.RecordIpRights(rights=(right,)), SECRETARIAT)
    visit = Visit(id="visit-1", member_id=maker.id, visited_on=DAY, visitor=SECRETARIAT.person, note="toured")
    heard = Issue(id="issue-1", member_id=maker.id, visit_id="visit-1", tag="cost", text="dear", heard_on=DAY)
    fund.do(d.RecordVisits(visits=(visit,), issues=(heard,)), SECRETARIAT)
    year = IncomeYear(year=2026, commissions_yen=1, subsidies_yen=2, costs_yen=3)
    fund.do(a.RecordIncome(years=(year,)), SECRETARIAT)
    target = GrowthTarget(since=DAY, until=DAY + timedelta(days=1826), wanted=500)
    fund.do(a.RecordGrowthTarget(target=target), SECRETARIAT)
    offered = Service(member_id=college.id, kind="M06", level="wide_area")
    fund.do(a.RecordServices(member_id=college.id, services=(offered,)), SECRETARIAT)
    chief = Contact(id="contact-2", member_id=college.id, name="chief", seconded_by=maker.id)
    fund.do(q.RecordContacts(contacts=(chief,)), SECRETARIAT)
    trained = Training(
        id="training-1", member_id=college.id, contact_id=chief.id, course="x", began_on=DAY, ended_on=DAY
    )
    fund.do(a.RecordTrainings(trainings=(trained,)), SECRETARIAT)
    in_it = GroupMember(group_id="group-1", member_id=maker.id, since=DAY)
    fund.do(a.RecordGroup(group=Group(id="group-1", name=both("circle")), members=(in_it,)), SECRETARIAT)
    made = GroupIntroduction(
        id="made-1", group_id="group-1", member_id=maker.id, introduced_to=CONTACT, introduced_on=DAY
    )
    fund.do(a.RecordGroupIntroductions(introductions=(made,)), SECRETARIAT)
    held = Seminar(id="seminar-1", topic="cost", title="costs", held_on=DAY)
    hand = SeminarHand(seminar_id=held.id, member_id=maker.id, raised_on=DAY)
    fund.do(a.RecordSeminar(seminar=held, hands=(hand,)), SECRETARIAT)
    watched = Watch(id="watch-1", member_id=maker.id, since=DAY, why="own products", weak_spot="cost")
    fund.do(a.RecordWatches(watches=(watched,)), SECRETARIAT)


def _followed_up(fund: SmallFund) -> None:
    """A support of PR-1 that its approval will promise, and a collaboration of the past with what became of it."""
    item = MenuItem(
        kind="M04", provider="Works", person=CONTACT, deliverable="jigs", due=DAY, cost_bearer="company", rung=4
    )
    need = SupportNeed(id="need-2", proposal_id="id-PR-1", name="assembly", item=item)
    fund.do(c.RecordNeeds(needs=(need,)), SECRETARIAT)
    past = Collaboration(id="past-1", code="C-1", name=both("washer"), began_on=DAY - timedelta(days=900))
    fund.do(c.RecordCollaborations(collaborations=(past,)), SECRETARIAT)
    state = OutcomeState(id="state-1", collaboration_id="past-1", state="T2", reached_on=DAY, causes=("too_costly",))
    fund.do(c.RecordOutcomes(states=(state,)), SECRETARIAT)
    levels = (IndexLevel(on=DAY, level="2500.5"), IndexLevel(on=DAY + timedelta(days=1), level="2510"))
    fund.do(f.ImportIndex(index=MarketIndex(name="Shares", source="with dividends", levels=levels)), SECRETARIAT)


def _support(fund: SmallFund) -> None:
    """Rows of support for PR-2, each field for a person filled in."""
    of = "id-PR-2"
    made = fund.desk.proposal(SECRETARIAT, of)
    assert made is not None
    company = Company(id=made.company.id, name=made.company.name, president=CONTACT)
    fund.do(
        c.RegisterProposal(proposal=made.model_copy(update={"needs_support": True, "company": company})), SECRETARIAT
    )
    line = Line(id="L1", row=1, part_number="P-1", quantity=1, kind=LineKind.BOUGHT_OUT, target_unit_cost_yen=1000)
    fund.do(c.RecordBill(bill=Bill(proposal_id=of, revision="A", lot=10, plan_days=90, lines=(line,))), SECRETARIAT)
    offer = Offer(
        id="offer-1",
        proposal_id=of,
        bill_revision="A",
        line_id="L1",
        provider="works",
        person=CONTACT,
        rung=4,
        dated=DAY,
        unit_price_yen=900,
        lead_time_days=30,
    )
    item = MenuItem(
        kind="M01",
        provider="works",
        person=CONTACT,
        deliverable="jig",
        due=DAY,
        cost_bearer="company",
        rung=3,
        ends_when="ten jigs hold",
        handed_to="the city",
    )
    lent = CoFinance(
        id="money-1", kind="loan", source="Lender", amount_yen=1, begins=DAY, ends=DAY, changed_plan="smaller"
    )
    plan = Attachment(
        id="attachment-1",
        kind="plan",
        file_name="plan.pdf",
        media_type="application/pdf",
        size_bytes=len(PLAN),
        file_sha256=fund.desk.files.put(PLAN),
    )
    chosen = SourcingPlan(
        id="plan-1",
        proposal_id=of,
        bill_revision="A",
        lot=10,
        plan_days=90,
        made_on=DAY,
        status="optimal",
        cost_yen=9000,
        gap=0,
        choices=(PlanChoice(line_id="L1", offer_id="offer-1"),),
        gaps=(),
        solver="HiGHS",
        input_sha256="0" * 64,
        file_sha256=fund.desk.files.put(PLAN),
    )
    for command in (
        c.AttachFile(proposal_id=of, attachment=plan),
        c.AdoptPlan(plan=chosen),
        c.DropPlan(proposal_id=of, plan_id=chosen.id, on=DAY),
        c.RecordOffers(offers=(offer,)),
        c.RecordCoFinance(proposal_id=of, rows=(lent, lent.model_copy(update={"id": "money-2"}))),
        c.RemoveCoFinance(proposal_id=of, co_finance_id="money-2"),
        c.RecordNeeds(needs=(SupportNeed(id="need-1", proposal_id=of, name="jigs", item=item),)),
        c.RecordRoutes(
            routes=(
                SalesRoute(
                    id="route-1",
                    proposal_id=of,
                    name="dealers",
                    coordinator="desk",
                    plan_read_on=DAY,
                    introductions=(Introduction(buyer=CONTACT, introduced_on=DAY, result="took one"),),
                    not_reached="nobody in the north",
                    rep=CONTACT,
                    contact=f"{CONTACT} 03-0000",
                ),
            )
        ),
        c.RecordCoordinators(
            coordinators=(Coordinator(id="coordinator-1", name=CONTACT, hours_promised=10, hours_available=40),)
        ),
        c.RecordCountermeasures(
            countermeasures=(
                Countermeasure(id="measure-1", proposal_id=of, against="cost", text="ask again", owner=CONTACT),
            )
        ),
    ):
        fund.do(command, SECRETARIAT)
    _inquiry(fund, of)


def _inquiry(fund: SmallFund, proposal_id: str) -> None:
    """An inquiry to one member, agreed to, answered with a price after the NDA, and told; its person is the contact."""
    works = Member(id="works-1", code="M-1", name=both("作業所"), member_class="company")
    fund.do(c.RegisterMembers(members=(works,)), SECRETARIAT)
    turning = Capability(id="able-1", member_id=works.id, process="turning", confirmed_on=DAY)
    fund.do(c.RecordCapabilities(capabilities=(turning,)), SECRETARIAT)
    task = SupportTask(id="task-1", proposal_id=proposal_id, step="offer", row="L1", owner=SECRETARIAT.person, due=DAY)
    fund.do(c.RecordTasks(tasks=(task,)), SECRETARIAT)
    fund.do(c.FinishTask(task_id="task-1", on=DAY), SECRETARIAT)
    layout = TableLayout(kind="bill_column", layout="d" * 64, roles=("part_number", "quantity"))
    fund.do(c.RememberLayout(layout=layout), SECRETARIAT)
    said = LineProcess(proposal_id=proposal_id, line_id="L1", process="turning")
    fund.do(c.SetLineProcess(set_for=said), SECRETARIAT)
    contact = Contact(
        id="contact-1", member_id=works.id, name=CONTACT, email="h@works.test", telephone="03-1", fax="03-2", main=True
    )
    fund.do(q.RecordContacts(contacts=(contact,)), SECRETARIAT)
    asked = Asked(fund.desk, SECRETARIAT, proposal_id, "A", 10, ("L1",))
    asked.composed()
    drawing = InquiryFile(
        id="drawing-1",
        proposal_id=proposal_id,
        inquiry_id=asked.id,
        file_name="P-1.pdf",
        media_type="application/pdf",
        size_bytes=5,
        file_sha256=fund.desk.files.put(b"%PDF-"),
        at=fund.clock.now,
    )
    fund.do(q.AttachDrawing(inquiry_id=asked.id, file=drawing), SECRETARIAT)
    asked.agrees(asked.asks_the_president("need-1"), CONTACT)
    (token,) = asked.sends(works.id).values()
    nda = q.AcceptNda(inquiry_id=asked.id, member_id=works.id, person=CONTACT)
    fund.desk.submit_by_link(token, "offer", fund.desk.form_nonce(token), nda)
    fund.do(q.NoteLeft(inquiry_id=asked.id, member_ids=(works.id,), by="hand"), SECRETARIAT)
    later = fund.clock.now + timedelta(days=20)
    fund.do(q.ExtendDeadline(inquiry_id=asked.id, answer_by=later, reason="a holiday"), SECRETARIAT)
    asked.answers(token, can("L1", 950), person=CONTACT)
    fund.do(q.CloseInquiry(inquiry_id=asked.id), SECRETARIAT)
    (seen,) = fund.desk.inquiries(SECRETARIAT, proposal_id) or ()
    fund.do(q.TellOutcomes(inquiry_id=asked.id, chosen_offer_ids=(seen.offers[0].id,)), SECRETARIAT)


def said(who: Actor, what: str) -> str:
    """Words that show whose they are."""
    return f"{who.person} on {what}"


def _judgements(fund: SmallFund, item_id: str, who: Actor, level: int) -> tuple[c.Judgement, ...]:
    """The same level throughout on axis 1, the facts agreed to on axis 2; a reason for each that may need one."""
    frozen = fund.desk.book(SECRETARIAT).items[item_id].frozen
    assert frozen is not None
    return (
        *(one.model_copy(update={"reason": said(who, one.criterion_id)}) for one in fund.judgements(level)),
        *(
            c.Judgement(axis="axis2", criterion_id=one.criterion_id, level=one.level)
            for one in frozen.firm
            if one.level is not None
        ),
    )


def _scores(fund: SmallFund, item_id: str, seat_id: str, who: Actor, level: int = 4) -> None:
    judgements = _judgements(fund, item_id, who, level)
    fund.do(c.SubmitScorecard(item_id=item_id, seat_id=seat_id, judgements=judgements), who)


def _declares(fund: SmallFund, item_id: str, seat_id: str, who: Actor, kind: str = "none") -> None:
    remark = said(who, "interest")
    fund.do(c.DeclareInterest(item_id=item_id, seat_id=seat_id, kind=kind, remark=remark), who)


def _votes(fund: SmallFund, item_id: str, number: int, seats: dict[str, Actor], vote: str = "for") -> None:
    for seat_id, who in seats.items():
        reason = said(who, "vote")
        fund.do(c.CastVote(item_id=item_id, number=number, seat_id=seat_id, vote=vote, reason=reason), who)


def _recused_and_approved(fund: SmallFund, item_id: str) -> None:
    chair, tlo = MEMBERS["association"], MEMBERS["tlo"]
    sitting = {**MEMBERS, "tlo": OUTSIDE}
    fund.do(c.FreezeFacts(item_id=item_id), SECRETARIAT)
    fund.do(c.RecuseByRule(item_id=item_id, seat_id="tlo", kind="organisation_licence_income"), SECRETARIAT)
    fund.do(c.ObjectToRecusal(item_id=item_id, seat_id="tlo", reason=said(tlo, "recusal")), tlo)
    fund.do(c.SeatAlternate(item_id=item_id, seat_id="tlo", person=OUTSIDE.person), SECRETARIAT)
    for seat_id, who in sitting.items():
        _declares(fund, item_id, seat_id, who, "organisation_loan" if seat_id == "bank" else "none")
        _scores(fund, item_id, seat_id, who)
    fund.do(c.RevealScores(item_id=item_id), chair)
    for who in (MEMBERS["bank"], MANAGER):
        fund.do(c.NoteDiscussion(item_id=item_id, speaker=who.person, gist=said(who, "the market")), SECRETARIAT)
    fund.do(c.PutMotion(item_id=item_id, resolution="approve", terms=TERMS), chair)
    fund.do(c.WithdrawMotion(item_id=item_id, number=1), chair)
    fund.do(c.PutMotion(item_id=item_id, resolution="approve", terms=TERMS), chair)
    _votes(fund, item_id, 2, sitting)
    fund.do(c.DeclareResult(item_id=item_id, number=2, reservation_id=f"r-{item_id}"), chair)


def _judged_on_support(fund: SmallFund, item_id: str) -> None:
    chair = MEMBERS["association"]
    fund.do(c.FreezeFacts(item_id=item_id), SECRETARIAT)
    fund.do(c.RecordObservers(meeting_id="m1", people=(LP.person,)), SECRETARIAT)
    fund.do(c.RecordLeaving(meeting_id="m1", seat_id="bank"), SECRETARIAT)
    fund.do(c.ExcuseAlternate(item_id=item_id, person="bank-alternate"), SECRETARIAT)
    fund.do(c.RecordReturn(meeting_id="m1", seat_id="bank"), SECRETARIAT)
    for seat_id, who in MEMBERS.items():
        _declares(fund, item_id, seat_id, who)
        _scores(fund, item_id, seat_id, who, level=2)
    fund.do(c.RevealScores(item_id=item_id), chair)
    question = c.NoteDiscussion(
        item_id=item_id, speaker=chair.person, gist=said(chair, "the jigs"), saying="question", about="N2"
    )
    fund.do(question, SECRETARIAT)
    fund.do(c.PutMotion(item_id=item_id, resolution="decline"), chair)
    _votes(fund, item_id, 1, MEMBERS)
    fund.do(c.DeclareResult(item_id=item_id, number=1, reservation_id="none"), chair)


def _approved_and_expired(fund: SmallFund, item_id: str) -> None:
    fund.revealed(item_id)
    condition = ConditionPrecedent(text="licence signed", owner="TLO", due=DAY + timedelta(days=1))
    motion = c.PutMotion(item_id=item_id, resolution="approve_with_conditions", terms=TERMS, conditions=(condition,))
    fund.do(motion, MEMBERS["association"])
    fund.voted(item_id)
    deal = f"r-{item_id}"
    fund.do(c.DeclareResult(item_id=item_id, number=1, reservation_id=deal), MEMBERS["association"])
    evidence = said(SECRETARIAT, "the licence")
    fund.do(c.MeetCondition(reservation_id=deal, number=1, evidence=evidence, on=DAY), SECRETARIAT)


def _circulated(fund: SmallFund) -> None:
    """A written resolution that all have read and one member stops."""
    fund.proposal("PR-5", sector="PR-5")
    item_id = fund.circulation(3, "PR-5")
    fund.read(item_id)
    asks = w.AskForMeeting(item_id=item_id, reason=said(MEMBERS["bank"], "the written resolution"))
    fund.do(asks, MEMBERS["bank"])


def _prepared(fund: SmallFund) -> None:
    """The next meeting on the calendar, and a template of the fund's own."""
    planned = PlannedMeeting(
        id="plan-1", number=9, day=DAY, begins="14:00", duration_minutes=90, place="room", proposal_ids=("id-PR-4",)
    )
    fund.do(plans.PlanMeeting(planned=planned), SECRETARIAT)
    people = tuple(one.person for one in MEMBERS.values())
    fund.do(plans.NoteSummons(about=planned.summons(), people=people), SECRETARIAT)
    sha256 = fund.desk.files.put(plain_template())
    template = WordTemplate(id=MINUTES, title="ours.docx", file_sha256=sha256)
    fund.do(plans.AdoptTemplate(template=template), SECRETARIAT)


def _minutes_confirmed(fund: SmallFund) -> None:
    """Corrected, settled, confirmed by two, the third excused; reopened, and settled anew."""
    of = {"meeting_id": "m1"}
    bank, chair = MEMBERS["bank"], MEMBERS["association"]
    for n in (1, 2):
        proposed = k.ProposeCorrection(
            **of, correction_id=f"correction-{n}", item_number=n, passage=said(bank, "it"), wanted=said(bank, "this")
        )
        fund.do(proposed, bank)
        answer = said(SECRETARIAT, "correction")
        fund.do(k.AnswerCorrection(**of, correction_id=f"correction-{n}", accepted=n == 1, answer=answer), SECRETARIAT)
    fund.do(k.SettleMinutes(**of), SECRETARIAT)
    for who in (chair, bank):
        fund.do(k.ConfirmMinutes(**of, version=1), who)
    excused = k.ExcuseSignatory(**of, person=MEMBERS["tlo"].person, reason=said(SECRETARIAT, "illness"))
    fund.do(excused, SECRETARIAT)
    fund.do(k.ReopenMinutes(**of, reason=said(SECRETARIAT, "a slip")), SECRETARIAT)
    fund.do(k.SettleMinutes(**of), SECRETARIAT)
    for who in MEMBERS.values():
        fund.do(k.ConfirmMinutes(**of, version=2), who)
    locked_hash = fund.desk.book(SECRETARIAT).meetings["m1"].versions[-1].locked_hash
    for attestation in (
        Attestation(kind="signature", by="00" * 32, value="c2lnbmF0dXJl"),
        Attestation(kind="timestamp", by="authority", value="dG9rZW4=", stated_at=fund.clock.now),
    ):
        fund.do(k.AttestMinutes(**of, version=2, locked_hash=locked_hash, attestation=attestation), SECRETARIAT)


def _money(fund: SmallFund) -> None:
    deal = "r-m1-PR-1"
    fund.do(c.DecideAsGp(reservation_id=deal, terms=TERMS, on=DAY), MANAGER)
    jigs = (SupportDue(need_id="need-1", name="jigs"),)
    tranches = tuple(
        TrancheTerms(number=n, amount_yen=amount_yen, due=DAY + timedelta(days=100 * n), milestone="m", support=jigs)
        for n, amount_yen in ((1, 30_000_000), (2, 20_000_000))
    )
    fund.do(c.SignAgreement(investment_id="iv-1", reservation_id=deal, tranches=tranches, on=DAY), MANAGER)
    fund.do(c.CallCapital(call_id="call-1", amount_yen=80_000_000, due=DAY, on=DAY), MANAGER)
    fund.do(c.RecordPaidCapital(call_id="call-1", amount_yen=70_000_000, on=DAY), MANAGER)
    given = said(SECRETARIAT, "the jigs")
    fund.do(c.ConfirmSupport(investment_id="iv-1", need_id="need-1", evidence=given, on=DAY), SECRETARIAT)
    cash = CompanyCash(id="cash-1", proposal_id="id-PR-1", as_of=DAY, cash_yen=9, monthly_burn_yen=1, source="books")
    fund.do(f.RecordCompanyCash(stated=(cash,)), SECRETARIAT)
    for who in (MANAGER, SECRETARIAT):
        evidence = said(who, "tranche 1")
        fund.do(c.ReleaseTranche(investment_id="iv-1", number=1, evidence=evidence, on=DAY), who)
    stop = c.FreezeTranche(investment_id="iv-1", number=2, reason=said(MANAGER, "tranche 2"), on=DAY)
    fund.do(stop, MANAGER)
    second = {"investment_id": "iv-1", "number": 2, "on": DAY}
    fund.do(c.ResumeTranche(**second, reason=said(MANAGER, "resuming")), MANAGER)
    cancelled = fund.do(c.CancelTranche(**second, reason=said(MANAGER, "cancelling")), MANAGER)
    fund.do(c.ReverseEntry(seq=cancelled.seq, reason=said(MANAGER, "a slip"), on=DAY), MANAGER)
    fee = PlannedFee(fee_id="fee-1", due=DAY, amount_yen=1_000_000, what="administration")
    fund.do(c.SetFeeSchedule(fees=(fee,), on=DAY), MANAGER)
    fund.do(c.PayFee(fee_id="fee-1", amount_yen=1_000_000, what="administration", on=DAY), MANAGER)
    _more_money(fund)
    _what_is_held(fund)


def _more_money(fund: SmallFund) -> None:
    """Partners, fees and reserves."""
    reason = said(MANAGER, "the partners")
    for command in (
        c.RefundFee(fee_id="fee-1", amount_yen=100_000, reason=reason, on=DAY),
        c.AddCommitment(partner="LP", amount_yen=20_000_000, on=DAY),
        c.SetFeesAside(amount_yen=2_000_000, on=DAY),
        c.FreeFees(amount_yen=1_000_000, on=DAY),
        c.ReserveFollowOn(company_id="company-PR-1", amount_yen=5_000_000, source="unassigned", on=DAY),
        c.FreeFollowOn(company_id="company-PR-1", amount_yen=1_000_000, on=DAY),
        c.RefundCapital(call_id="call-1", amount_yen=1_000_000, reason=reason, on=DAY),
    ):
        fund.do(command, MANAGER)


def _what_is_held(fund: SmallFund) -> None:
    """A valuation by two, a part sold, a part lost, a part paid back; a call that falls short; the period closed."""
    of, reason = {"investment_id": "iv-1", "on": DAY}, said(MANAGER, "what is held")
    fund.do(
        c.ProposeValuation(
            **of,
            valuation_id="v-1",
            as_of=DAY,
            fair_value_yen=36_000_000,
            method="multiples",
            inputs=(ValuationInput(name="EBITDA", value="12,000,000"),),
            reasoning=reason,
        ),
        MANAGER,
    )
    fund.do(c.ApproveValuation(**of, valuation_id="v-1"), SECRETARIAT)
    for command in (
        c.CancelTranche(**of, number=2, reason=reason),
        c.RecordExit(**of, exit_id="x-1", kind="sale", cost_yen=10_000_000, proceeds_yen=14_000_000, remark=reason),
        c.WriteOff(**of, cost_yen=5_000_000, reason=reason),
        c.RefundTranche(**of, number=1, amount_yen=2_000_000, reason=reason),
        c.Distribute(distribution_id="d-1", amount_yen=9_000_000, of_capital_yen=6_000_000, what="sale", on=DAY),
        c.RecycleCapital(amount_yen=1_000_000, on=DAY),
    ):
        fund.do(command, MANAGER)
    fund.clock.wait(days=1)
    later = DAY + timedelta(days=1)
    fund.do(c.RecordShortfall(call_id="call-1", partner=1, reason=reason, on=later), MANAGER)
    fund.do(c.ClosePeriod(until=DAY, on=later), MANAGER)


def _half_scored(fund: SmallFund, item_id: str) -> None:
    fund.do(c.FreezeFacts(item_id=item_id), SECRETARIAT)
    for seat_id in ("association", "tlo"):
        _declares(fund, item_id, seat_id, MEMBERS[seat_id])
        _scores(fund, item_id, seat_id, MEMBERS[seat_id], level=3)

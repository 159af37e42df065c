"""Registering the proposals: papers, evidence, the rows of their support, and money of others."""

from datetime import date, timedelta

from fundapp.basis.days import day_of
from fundapp.basis.fact import Bilingual
from fundapp.committee.co_finance import CoFinance
from fundapp.committee.proposal import Company, Intake, Proposal
from fundapp.demo import wind_rows
from fundapp.demo.clerk import Act, Clerk, id_of
from fundapp.demo.content import MeetingTold, ProposalTold, meetings, proposals, sittings, toml
from fundapp.demo.providers import providers
from fundapp.demo.support_rows import SupportRows, support_rows
from fundapp.record import commands as c

INQUIRY_AFTER = 13
"""The meeting after which the wind turbine's inquiry went out to all members."""
ARRIVES_DAYS_BEFORE, PAPERS_DAYS_BEFORE = 30, 2
WEAKEST_WITH_PAPER = 3
"""A criterion that a seat marks with this level or a higher one has a document."""


def enter(clerk: Clerk) -> None:
    """Enter every proposal's arrival and papers in the clerk's diary; one that comes back keeps its evidence."""
    met = {meeting.number: meeting for meeting in meetings()}
    seen = set[str]()
    for sitting in sittings():
        told, meeting = proposals()[sitting.proposal], met[sitting.meeting]
        if told.code not in seen:
            clerk.on(meeting.days_ago + ARRIVES_DAYS_BEFORE, 11, _arrival(clerk, told))
            clerk.on(meeting.days_ago + PAPERS_DAYS_BEFORE, 11, _evidence(clerk, told))
        clerk.on(meeting.days_ago + PAPERS_DAYS_BEFORE, 13, _support(clerk, told, meeting))
        seen.add(told.code)
    clerk.on(2, 9, lambda: _money_of_others(clerk))


def _money_of_others(clerk: Clerk) -> None:
    """What banks and schemes give to the turbine beside the fund."""
    told, members, money = toml("partners"), providers(), []
    for at, row in enumerate(told["money"]):
        begins = clerk.desk.today() + timedelta(days=row["begins"])
        source = members[row["source"]].member.name.ja if row["source"] in members else row["source"]
        stated = {"id": id_of("money", str(at)), "source": source, "begins": begins}
        money.append(CoFinance.model_validate(row | stated | {"ends": begins + timedelta(days=row["ends"])}))
    clerk.do("secretariat", c.RecordCoFinance(proposal_id=id_of("proposal", told["money_of"]), rows=tuple(money)))


def _arrival(clerk: Clerk, told: ProposalTold) -> Act:
    proposal = Proposal(
        id=id_of("proposal", told.code),
        code=told.code,
        name=told.name,
        company=Company(id=id_of("company", told.code), name=told.company, city=told.city, president=told.president),
        ask_yen=told.ask_yen,
        instrument="preferred_shares",
        pre_money_yen=told.pre_money_yen,
        sector=told.sector,
        stage=told.stage,
        summary=told.summary,
        use_of_funds=told.use_of_funds,
        reasons_for=told.reasons_for,
        reasons_against=told.reasons_against,
        founder_origin=told.founder_origin,
        founder_from=told.founder_from,
    )
    return lambda: clerk.do("manager", c.RegisterProposal(proposal=proposal))


def _highest_marks(code: str) -> tuple[int, ...]:
    cards = [marks for sitting in sittings() if sitting.proposal == code for _seat, marks in sitting.cards]
    return tuple(max(int(mark) for mark in column) for column in zip(*cards, strict=True))


def _evidence(clerk: Clerk, told: ProposalTold) -> Act:
    def attach() -> None:
        on = day_of(clerk.desk.now())
        criteria = clerk.book().rubric.axis("axis1").criteria
        for criterion, highest in zip(criteria, _highest_marks(told.code), strict=True):
            if highest < WEAKEST_WITH_PAPER:
                continue
            # The rubric names its kinds of evidence from the plainest up.
            title = criterion.evidence[highest - WEAKEST_WITH_PAPER]
            sha256 = clerk.desk.files.put(_paper(told, title, criterion.text_of(highest), on))
            attached = c.AttachEvidence(
                proposal_id=id_of("proposal", told.code),
                criterion_id=criterion.id,
                title=title.ja,
                file_sha256=sha256,
            )
            clerk.do("secretariat", attached)

    return attach


def _paper(told: ProposalTold, title: Bilingual, said: Bilingual, on: date) -> bytes:
    """A document of the demo as UTF-8 text: what it is, whose, of which day, what it shows."""
    lines = (
        f"{title.ja} / {title.en}",
        f"{told.company.ja} / {told.company.en}",
        f"{told.code} {told.name.ja} / {told.name.en}",
        on.isoformat(),
        "",
        said.ja,
        said.en,
    )
    return "\n".join(lines).encode()


def meeting_before_the_inquiry() -> MeetingTold:
    """The meeting that asked for the wind turbine's inquiry."""
    return next(one for one in meetings() if one.number == INQUIRY_AFTER)


def _rows(clerk: Clerk, told: ProposalTold, meeting: MeetingTold) -> SupportRows:
    if told.support:
        return support_rows(told, clerk.day(meeting.days_ago))
    inquiry = meeting_before_the_inquiry()
    known = wind_rows.before if meeting.number <= INQUIRY_AFTER else wind_rows.after
    return known(clerk.day(inquiry.days_ago), clerk.today)


def _support(clerk: Clerk, told: ProposalTold, meeting: MeetingTold) -> Act:
    def record() -> None:
        made, on = _rows(clerk, told, meeting), clerk.day(meeting.days_ago + PAPERS_DAYS_BEFORE)
        proposal_id = id_of("proposal", told.code)
        intake = Intake(
            proposal_received=True,
            plan_received=True,
            bill_revision=made.bill.revision,
            anti_social_forces_checked_on=on,
            interests_asked_on=on,
        )
        clerk.do("secretariat", c.RecordBill(bill=made.bill))
        if made.offers:
            clerk.do("secretariat", c.RecordOffers(offers=made.offers))
        clerk.do("secretariat", c.RecordNeeds(needs=made.needs))
        clerk.do("secretariat", c.RecordRoutes(routes=made.routes))
        clerk.do("secretariat", c.RecordCases(proposal_id=proposal_id, cases=made.cases))
        if made.countermeasures:
            clerk.do("secretariat", c.RecordCountermeasures(countermeasures=made.countermeasures))
        clerk.do("secretariat", c.CheckIntake(proposal_id=proposal_id, intake=intake))

    return record

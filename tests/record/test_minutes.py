"""The minutes of a meeting that went the whole way through the desk."""

from small_fund import MEMBERS, SmallFund, both

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.committee.item import Attendance
from fundapp.committee.minutes import InterestStated, ItemQuorum, MinutesContent, ResolutionShown, VoteGiven
from fundapp.committee.proposal import Proposal, Terms
from fundapp.documents.minutes_json import minutes_json
from fundapp.network.need import MenuItem, SupportNeed
from fundapp.record import commands as c
from fundapp.record.minutes import minutes
from fundapp.record.minutes_writer import Writer

NAMES = {member.person: f"{seat} person" for seat, member in MEMBERS.items()} | {
    "outside": "outside person",
    "secretariat": "recorder",
}


def written(fund: SmallFund, viewer: Actor, meeting_id: str = "m1") -> MinutesContent:
    """The minutes as a viewer may have them, of the record as it stood at the close."""
    closing_seq = fund.desk.book(viewer).meetings[meeting_id].closing_seq
    book = fund.desk.book_as_of(viewer, closing_seq)
    return minutes(Writer(book=book, names=NAMES), book.meetings[meeting_id])


def closed(fund: SmallFund, meeting_id: str = "m1") -> None:
    fund.do(c.CloseMeeting(meeting_id=meeting_id), fund.secretariat)


def recused_and_resolved(fund: SmallFund, item: str) -> None:
    """The TLO's holder leaves, the outside alternate sits; the item is declined."""
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    leaves = c.DeclareInterest(item_id=item, seat_id="tlo", kind="inventor_or_patent_holder", remark="our patent")
    fund.do(leaves, fund.tlo)
    fund.do(c.SeatAlternate(item_id=item, seat_id="tlo", person="outside"), fund.secretariat)
    sitting = {"association": fund.association, "tlo": fund.outside, "bank": fund.bank}
    for seat, who in sitting.items():
        fund.do(c.DeclareInterest(item_id=item, seat_id=seat, kind="none"), who)
        fund.do(c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements(2)), who)
    fund.do(c.RevealScores(item_id=item), fund.association)
    fund.do(c.PutMotion(item_id=item, resolution="decline"), fund.association)
    for seat, who in sitting.items():
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote="for"), who)
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="r"), fund.association)


def test_an_approval_with_everything_that_led_to_it(fund, item):
    fund.revealed(item)
    fund.do(c.NoteDiscussion(item_id=item, speaker="bank-holder", gist="Is the money enough?"), fund.secretariat)
    fund.approve(item)
    closed(fund)
    book = fund.desk.book(fund.manager)
    content = written(fund, fund.manager)
    assert (content.document_number, content.recorder, content.chair) == ("IC-001", "recorder", "association person")
    assert content.signatories == ("association person", "tlo person", "bank person")
    assert (content.record_seq, content.record_hash) == (book.seq, book.tip)
    (told,) = content.items
    resolved = book.items[item].resolved
    assert told.resolution == ResolutionShown(
        resolution="approve",
        name=told.resolution.name,
        at=resolved.at,
        decision_number="1-1",
        terms=Terms(amount_yen=60_000_000, instrument="common_shares"),
        reserved_yen=60_000_000,
        reserved_until=book.reservations[f"r-{item}"].expires_on,
    )
    matter = told.matter
    assert matter.quorum == ItemQuorum(seats=3, present=3, recused=0, eligible=3, least_eligible=2, required=3)
    assert [(paper.title, len(paper.file_sha256)) for paper in matter.materials] == [("paper", 64)]
    assert [(remark.speaker, remark.gist) for remark in matter.discussion] == [("bank person", "Is the money enough?")]
    assert [gate.firm.outcome for gate in matter.gates if not gate.firm.passed()] == []
    assert matter.support is None, "a company that needs no support has no facts of it"
    assert [vote.vote for vote in matter.motions[0].votes] == ["for", "for", "for"]
    assert (content.fund_after.reserved_yen, content.fund_after.investable_yen) == (60_000_000, 340_000_000)


def test_who_made_way_for_an_alternate_is_named_with_the_reason_and_in_the_vote(fund, item):
    recused_and_resolved(fund, item)
    closed(fund)
    matter = written(fund, fund.manager).items[0].matter
    left = fund.desk.book(fund.manager).items[item]
    assert matter.interests == (
        InterestStated(
            seat=both("tlo"),
            name="tlo person",
            kind=matter.interests[0].kind,
            level="recuse",
            remark="our patent",
            left_at=left.recusals[0].left_at,
            returned_at=left.resolved.at,
            alternate="outside person",
        ),
    )
    assert matter.quorum == ItemQuorum(seats=3, present=3, recused=1, eligible=3, least_eligible=2, required=3)
    assert matter.seats == (("association", "association person"), ("tlo", "outside person"), ("bank", "bank person"))
    assert matter.motions[0].votes == (
        VoteGiven(seat=both("association"), name="association person", vote="for"),
        VoteGiven(seat=both("tlo"), name="tlo person", vote="recused"),
        VoteGiven(seat=both("tlo"), name="outside person", vote="for"),
        VoteGiven(seat=both("bank"), name="bank person", vote="for"),
    )


def test_the_recused_member_s_copy_tells_the_resolution_and_nothing_of_the_matter(fund, item):
    recused_and_resolved(fund, item)
    closed(fund)
    content = written(fund, fund.tlo)
    assert content.withheld() == (1,)
    told = content.items[0].resolution
    assert told == ResolutionShown(resolution="decline", name=told.name, at=told.at, decision_number="1-1")
    copy = minutes_json(content).decode()
    assert [secret for secret in ("PR-1", "our patent", "outside person", "paper") if secret in copy] == []
    assert len(written(fund, fund.manager).items[0].matter.motions) == 1


def test_who_leaves_before_a_later_item_still_stands_in_the_one_that_was_decided(fund):
    fund.proposal("PR-1")
    fund.proposal("PR-2")
    fund.meeting(1, "PR-1", "PR-2")
    fund.revealed("m1-PR-1")
    fund.approve("m1-PR-1")
    away = Attendance(seat_id="bank", person="bank-holder", mode="absent")
    fund.do(c.RecordAttendance(meeting_id="m1", attendance=away), fund.secretariat)
    fund.do(c.FreezeFacts(item_id="m1-PR-2"), fund.secretariat)
    fund.scored("m1-PR-2", "association", "tlo", level=2)
    fund.do(c.RevealScores(item_id="m1-PR-2"), fund.association)
    fund.do(c.PutMotion(item_id="m1-PR-2", resolution="decline"), fund.association)
    for seat in ("association", "tlo"):
        fund.do(c.CastVote(item_id="m1-PR-2", number=1, seat_id=seat, vote="for"), MEMBERS[seat])
    fund.do(c.DeclareResult(item_id="m1-PR-2", number=1, reservation_id="r2"), fund.association)
    closed(fund)
    first, second = (one.matter for one in written(fund, fund.manager).items)
    assert (first.quorum.present, first.quorum.eligible, len(first.seats)) == (3, 3, 3)
    assert len(first.axes[0].criteria[0].marks) == 3
    assert (second.quorum.present, second.quorum.eligible, len(second.seats)) == (2, 2, 2)


def test_open_rows_of_a_gate_are_names(fund):
    proposal = fund.proposal("PR-1")
    needing = Proposal.model_validate(proposal.model_dump() | {"needs_support": True})
    fund.do(c.RegisterProposal(proposal=needing), fund.secretariat)
    need = SupportNeed(
        id="need-1", proposal_id=needing.id, name="Magnetising", critical=True, item=MenuItem(kind="M01", rung=0)
    )
    fund.do(c.RecordNeeds(needs=(need,)), fund.secretariat)
    fund.meeting(1, "PR-1")
    fund.do(c.FreezeFacts(item_id="m1-PR-1"), fund.secretariat)
    computed = {one.criterion_id: one.level for one in fund.desk.book(fund.manager).items["m1-PR-1"].frozen.firm}
    agreed = tuple(
        c.Judgement(axis="axis2", criterion_id=criterion, level=level)
        for criterion, level in computed.items()
        if level is not None
    )
    for seat, who in MEMBERS.items():
        fund.do(c.DeclareInterest(item_id="m1-PR-1", seat_id=seat, kind="none"), who)
        card = c.SubmitScorecard(item_id="m1-PR-1", seat_id=seat, judgements=(*fund.judgements(), *agreed))
        fund.do(card, who)
    fund.do(c.RevealScores(item_id="m1-PR-1"), fund.association)
    note = c.NoteDiscussion(item_id="m1-PR-1", speaker=fund.tlo.person, gist="nobody offers it")
    fund.do(note, fund.secretariat)
    fund.do(c.PutMotion(item_id="m1-PR-1", resolution="decline_unsupported"), fund.association)
    fund.voted("m1-PR-1")
    fund.do(c.DeclareResult(item_id="m1-PR-1", number=1, reservation_id="r"), fund.association)
    closed(fund)
    matter = written(fund, fund.manager).items[0].matter
    rows = {gate.firm.id: gate.firm.rows for gate in matter.gates if gate.firm.rows}
    assert rows == {"G4": ("Magnetising",)}
    assert matter.support.open_rows == ("Magnetising",)


def test_what_happens_later_changes_nothing_in_the_copy(fund, item):
    fund.revealed(item)
    fund.approve(item)
    closed(fund)
    before = minutes_json(written(fund, fund.manager))
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.DecideAsGp(reservation_id=f"r-{item}", terms=terms, on=fund.clock.now.date()), fund.manager)
    fund.proposal("PR-2")
    fund.meeting(2, "PR-2")
    assert not isinstance(fund.desk.verify(), Refusal)
    assert minutes_json(written(fund, fund.manager)) == before

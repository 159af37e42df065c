"""One agenda item for the minutes: the papers and the course of it, the votes, what it ended in."""

from fundapp.basis.fact import Bilingual
from fundapp.committee import minutes as m
from fundapp.committee.ballot import required
from fundapp.committee.item import Entry, Interest, Motion, RollEntry
from fundapp.committee.minutes_circulation import ReadingShown
from fundapp.committee.rubric import Rubric
from fundapp.record.book import Book, Item, Meeting, Recusal, Reservation
from fundapp.record.circulating import circulates, voting_of
from fundapp.record.judging import standing_of
from fundapp.record.minutes_scored import axes_shown, gates_shown, quadrant_shown, support_shown
from fundapp.record.minutes_writer import Writer
from fundapp.record.roll import chair_of, meeting_chair, roll, voters


def matter_of(writer: Writer, meeting: Meeting, item: Item) -> m.Matter:
    """The papers and the course of an item whose facts are frozen and which its reader may see."""
    book, frozen = writer.book, item.frozen
    assert frozen is not None
    if item.revealed_at is None:
        # Deferred before the reveal: what was scored until then stays hidden, the own card too.
        item = item.model_copy(update={"scorecards": ()})
    proposal, rubric, place = frozen.proposal, book.rubric_of(item), standing_of(book, item)
    entries, sitting = roll(book, item), voters(book, item)
    chair, usual = chair_of(book, item), meeting_chair(book, meeting.id)
    exception = any(motion.exception for motion in item.motions)
    return m.Matter(
        proposal_code=proposal.code,
        proposal=proposal.name,
        company=proposal.company.name,
        city=proposal.company.city,
        ask_yen=proposal.ask_yen,
        instrument=proposal.instrument,
        pre_money_yen=proposal.pre_money_yen,
        proposer=book.terms.general_partner if book.terms else None,
        summary=proposal.summary,
        acting_chair=writer.name(chair.person) if chair and chair.person != usual else "",
        materials=tuple(m.Material(title=title, file_sha256=sha256) for title, sha256 in proposal.papers()),
        readings=tuple(
            ReadingShown(
                name=writer.name(one.person),
                read_at=one.at,
                papers=len(one.papers),
                facts_sha256=one.facts_sha256,
                entry=one.entry,
            )
            for one in item.readings
        ),
        interests=_interests(writer, item, rubric),
        excused=tuple(writer.name(person) for person in item.excused),
        quorum=m.ItemQuorum(
            seats=len(entries),
            present=sum(entry.mode != "absent" for entry in entries),
            recused=len({(one.seat_id, one.person) for one in item.recusals}),
            eligible=len(sitting),
            least_eligible=rubric.decision.voting.least_eligible,
            required=required(voting_of(book, item), len(sitting), exception=exception),
        ),
        support=support_shown(rubric, frozen.support),
        no_support_reason="" if proposal.needs_support else proposal.intake.no_support_reason,
        seats=tuple((entry.seat_id, writer.name(entry.person)) for entry in sitting),
        axes=axes_shown(writer, item, rubric, place),
        quadrant=quadrant_shown(rubric, place),
        gates=gates_shown(book, item, rubric),
        discussion=tuple(
            m.Remark(
                speaker=writer.name(note.speaker),
                gist=writer.words(note.gist),
                at=note.at,
                saying=note.saying,
                about=note.about,
            )
            for note in item.notes
        ),
        minority_opinions=_dissent(writer, item.motions),
        motions=tuple(_motion(writer, rubric, item, motion) for motion in item.motions),
        rubric_digest=frozen.rubric_digest,
        frozen_hash=item.frozen_hash,
    )


def _interests(writer: Writer, item: Item, rubric: Rubric) -> tuple[m.InterestStated, ...]:
    kinds = {kind.id: kind.name for kind in rubric.decision.interests}
    seats, seated = writer.book.seats, dict(item.alternates)
    # Declared again, the later words stand.
    declared = {(one.seat_id, one.person, one.kind): one for one in item.interests if one.level is not None}
    remarks = {key: one.remark for key, one in declared.items()}
    recused = {(one.seat_id, one.person, one.kind) for one in item.recusals}
    disclosed = tuple(
        m.InterestStated(
            seat=seats[seat_id].name,
            name=writer.name(person),
            kind=kinds[kind],
            level="disclose",
            remark=writer.words(remark),
            entry=declared[seat_id, person, kind].entry,
        )
        for (seat_id, person, kind), remark in remarks.items()
        if (seat_id, person, kind) not in recused
    )
    left = tuple(
        m.InterestStated(
            seat=seats[one.seat_id].name,
            name=writer.name(one.person),
            kind=kinds[one.kind],
            level="recuse",
            by_rule=one.by_rule,
            remark=writer.words(remarks.get((one.seat_id, one.person, one.kind), "")),
            objection=writer.words(one.objection),
            entry=_entry(declared.get((one.seat_id, one.person, one.kind))),
            # In a written resolution nobody leaves a room.
            left_at=None if circulates(writer.book, item) else one.left_at,
            returned_at=item.resolved.at if item.resolved else None,
            alternate=writer.name(_successor(item, one, seated.get(one.seat_id, ""))),
        )
        for one in item.recusals
    )
    return (*disclosed, *left)


def _entry(interest: Interest | None) -> Entry:
    """How it was declared; a recusal by rule stands in the words of the rule alone."""
    return interest.entry if interest else "self"


def _successor(item: Item, recusal: Recusal, seated: str) -> str:
    """Who sat in the place of the recused, unless that person had to leave too."""
    return "" if seated == recusal.person or item.recusal_of(recusal.seat_id, seated) else seated


def _vote(writer: Writer, item: Item, motion: Motion, entry: RollEntry) -> m.VoteGiven:
    ballot = next((one for one in motion.ballots if one.seat_id == entry.seat_id), None)
    shown: m.VoteShown = "none"
    if entry.recused:
        shown = "recused"
    elif entry.mode == "absent":
        shown = "absent"
    elif ballot:
        shown = ballot.vote
    return m.VoteGiven(
        seat=writer.book.seats[entry.seat_id].name,
        name=writer.name(entry.person),
        vote=shown,
        reason=writer.words(ballot.reason) if ballot else "",
        entry=ballot.entry if ballot else "self",
        answered_at=ballot.at if ballot and circulates(writer.book, item) else None,
    )


def _seat_votes(writer: Writer, item: Item, motion: Motion, entry: RollEntry) -> tuple[m.VoteGiven, ...]:
    """The seat's vote, after whoever was recused on it and made way for an alternate."""
    seat = writer.book.seats[entry.seat_id].name
    gave_way = tuple(
        m.VoteGiven(seat=seat, name=writer.name(person), vote="recused")
        for person in dict.fromkeys(one.person for one in item.recusals if one.seat_id == entry.seat_id)
        if person != entry.person
    )
    return (*gave_way, _vote(writer, item, motion, entry))


def _resolution_name(rubric: Rubric, resolution: str) -> Bilingual:
    return next(one.name for one in rubric.decision.resolutions if one.id == resolution)


def _motion(writer: Writer, rubric: Rubric, item: Item, motion: Motion) -> m.MotionShown:
    return m.MotionShown(
        number=motion.number,
        resolution=motion.resolution,
        name=_resolution_name(rubric, motion.resolution),
        by=writer.name(motion.by),
        terms=motion.terms,
        exception=motion.exception,
        withdrawn=motion.withdrawn,
        votes=tuple(given for entry in motion.roll for given in _seat_votes(writer, item, motion, entry)),
        tally=motion.tally,
    )


def _dissent(writer: Writer, motions: tuple[Motion, ...]) -> tuple[m.Remark, ...]:
    """The reasons of those who did not agree with a motion that was carried."""
    return tuple(
        m.Remark(speaker=writer.name(ballot.person), gist=writer.words(ballot.reason))
        for motion in motions
        if motion.tally and motion.tally.carried
        for ballot in motion.ballots
        if ballot.vote != "for" and ballot.reason
    )


def resolution_of(writer: Writer, item: Item) -> m.ResolutionShown | None:
    resolved = item.resolved
    if resolved is None:
        return None
    reservation = _reservation(writer.book, item)
    carried = [motion for motion in item.motions if motion.tally and motion.tally.carried]
    return m.ResolutionShown(
        resolution=resolved.resolution,
        name=_resolution_name(writer.book.rubric_of(item), resolved.resolution),
        at=resolved.at,
        decision_number=resolved.decision_number,
        terms=resolved.terms,
        conditions=resolved.conditions,
        reserved_yen=reservation.amount_yen if reservation else None,
        reserved_until=reservation.expires_on if reservation else None,
        defer_reason=resolved.defer_reason,
        short_yen=resolved.short_yen,
        again_by=resolved.again_by,
        exception=resolved.exception,
        exception_reasons=tuple(
            m.Remark(speaker=writer.name(ballot.person), gist=writer.words(ballot.reason))
            for motion in carried
            if motion.exception
            for ballot in motion.ballots
        ),
        dissent=_dissent(writer, item.motions),
    )


def _reservation(book: Book, item: Item) -> Reservation | None:
    return next((one for one in book.reservations.values() if one.item_id == item.id), None)

"""From a closed meeting in the Book to the content of its minutes: names resolved, figures exact."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from fundapp.basis.fact import Bilingual
from fundapp.committee import minutes as m
from fundapp.committee.ballot import required
from fundapp.committee.item import Motion, RollEntry, Scorecard
from fundapp.committee.rubric import Axis, Rubric
from fundapp.committee.standing import Standing, weighted_mean
from fundapp.fund.figures import figures
from fundapp.network.support_facts import SupportFacts
from fundapp.record.book import Book, Item, Meeting, Reservation
from fundapp.record.judging import gates_of, standing_of
from fundapp.record.roll import chair_of, meeting_chair, roll

UNKNOWN = "—"


@dataclass(frozen=True, slots=True)
class Writer:
    """What the minutes need beside the Book: the names of persons by id, and their roles as observers."""

    book: Book
    names: Mapping[str, str]
    observers: tuple[m.Observer, ...] = ()

    def name(self, person: str) -> str:
        """A person's name; a dash when the person was erased."""
        return self.names.get(person, UNKNOWN) if person else ""

    def words(self, digest: str) -> str:
        """The words behind a digest; a dash when they were erased."""
        return (self.book.words_of(digest) or UNKNOWN) if digest else ""


def minutes(writer: Writer, meeting: Meeting) -> m.MinutesContent:
    """The content of a closed meeting's minutes, from the Book as its reader may see it."""
    book = writer.book
    assert book.terms is not None, "a meeting without a fund"
    assert meeting.closed_at is not None, "minutes are written of a closed meeting"
    chair = meeting_chair(book, meeting.id) or ""
    seats = tuple(_seat(writer, meeting, seat_id) for seat_id in (seat.id for seat in book.seats_by_rank()))
    return m.MinutesContent(
        document_number=f"IC-{meeting.number:03d}",
        meeting_number=meeting.number,
        fund=book.terms.name,
        general_partner=book.terms.general_partner,
        opened_at=meeting.opened_at,
        closed_at=meeting.closed_at,
        place=meeting.place,
        two_way_sound_and_picture=meeting.two_way_sound_and_picture,
        seats=seats,
        observers=writer.observers,
        convener=meeting.convener,
        chair=writer.name(chair),
        recorder=writer.name(meeting.recorder),
        items=tuple(_item(writer, meeting, item) for item in book.items_of(meeting.id)),
        fund_after=_fund_after(book),
        signatories=tuple(seat.name for seat in seats if seat.mode != "absent"),
        record_hash=meeting.closing_hash,
        record_seq=meeting.closing_seq,
        rubric_digest=book.rubric_digest,
    )


def _seat(writer: Writer, meeting: Meeting, seat_id: str) -> m.SeatPresent:
    seat, attendance = writer.book.seats[seat_id], meeting.attending(seat_id)
    person = attendance.person if attendance else seat.holder
    return m.SeatPresent(
        seat_id=seat.id,
        seat=seat.name,
        organisation=seat.organisation,
        name=writer.name(person),
        mode=attendance.mode if attendance else "absent",
        alternate_for="" if person == seat.holder else writer.name(seat.holder),
    )


def _fund_after(book: Book) -> m.FundAfter:
    assert book.terms is not None
    now = figures(book.terms, book.balances)
    return m.FundAfter.model_validate({name: getattr(now, name) for name in m.FundAfter.model_fields})


def _item(writer: Writer, meeting: Meeting, item: Item) -> m.MinutesItem:
    resolution = _resolution(writer, item)
    if item.hidden or item.frozen is None:
        return m.MinutesItem(number=item.number, matter=None, resolution=resolution)
    return m.MinutesItem(number=item.number, matter=_matter(writer, meeting, item), resolution=resolution)


def _matter(writer: Writer, meeting: Meeting, item: Item) -> m.Matter:
    book, frozen = writer.book, item.frozen
    assert frozen is not None
    proposal, rubric, place = frozen.proposal, book.rubric_of(item), standing_of(book, item)
    entries = roll(book, item)
    chair, usual = chair_of(book, item), meeting_chair(book, meeting.id)
    eligible = sum(not entry.recused and entry.mode != "absent" for entry in entries)
    exception = any(motion.exception for motion in item.motions)
    return m.Matter(
        proposal_code=proposal.code,
        proposal=proposal.name,
        company=proposal.company.name,
        city=proposal.company.city,
        ask_yen=proposal.ask_yen,
        instrument=proposal.instrument,
        pre_money_yen=proposal.pre_money_yen,
        proposer=proposal.company.name.ja,
        summary=proposal.summary,
        acting_chair=writer.name(chair.person) if chair and chair.person != usual else "",
        materials=tuple(m.Material(title=one.title, file_sha256=one.file_sha256) for one in proposal.evidence),
        interests=_interests(writer, item, rubric),
        quorum=m.ItemQuorum(
            seats=len(entries),
            present=sum(one.mode != "absent" for one in meeting.attendance),
            recused=len(item.recusals),
            eligible=eligible,
            least_eligible=rubric.decision.voting.least_eligible,
            required=required(rubric.decision.voting, eligible, exception=exception),
        ),
        support=_support(rubric, frozen.support, place),
        seats=tuple((entry.seat_id, writer.name(entry.person)) for entry in entries if not entry.recused),
        axes=(_axis1(writer, item, rubric, place), _axis2(writer, item, rubric, place)),
        quadrant=_quadrant(rubric, place),
        gates=_gates(book, item, rubric),
        discussion=tuple(
            m.Remark(speaker=writer.name(note.speaker), gist=writer.words(note.gist), at=note.at) for note in item.notes
        ),
        minority_opinions=_dissent(writer, item.motions),
        motions=tuple(_motion(writer, rubric, item, motion) for motion in item.motions),
        rubric_digest=frozen.rubric_digest,
    )


def _interests(writer: Writer, item: Item, rubric: Rubric) -> tuple[m.InterestStated, ...]:
    kinds = {kind.id: kind.name for kind in rubric.decision.interests}
    book = writer.book
    returned = item.resolved.at if item.resolved else None
    seated = dict(item.alternates)
    stated = [
        m.InterestStated(
            seat=book.seats[one.seat_id].name,
            name=writer.name(one.person),
            kind=kinds[one.kind],
            level="disclose",
            remark=writer.words(one.remark),
        )
        for one in item.interests
        if one.level == "disclose"
    ]
    remarks = {(one.seat_id, one.person, one.kind): one.remark for one in item.interests}
    stated += [
        m.InterestStated(
            seat=book.seats[one.seat_id].name,
            name=writer.name(one.person),
            kind=kinds[one.kind],
            level="recuse",
            by_rule=one.by_rule,
            remark=writer.words(remarks.get((one.seat_id, one.person, one.kind), "")),
            objection=writer.words(one.objection),
            left_at=one.left_at,
            returned_at=returned,
            alternate=writer.name(seated.get(one.seat_id, "")),
        )
        for one in item.recusals
    ]
    return tuple(stated)


def _support(rubric: Rubric, support: SupportFacts, place: Standing) -> m.FrozenSupport:
    firm, hands = support.values("firm"), support.values("with_hands")
    named = {line.id: line.description or line.part_number for line in support.lines}
    named |= {need.id: need.name for need in support.needs}
    covered = firm.get("cov_critical")
    open_rows = [named.get(row, row) for row in (covered.missing if covered else ())]
    open_rows += [need.name for need in support.needs if need.critical and not need.complete]
    return m.FrozenSupport(
        as_of=support.as_of,
        bill_revision=support.bill_revision,
        lot=support.lot if support.has_parts else None,
        plan_days=support.plan_days if support.has_parts else None,
        facts=tuple(
            m.FrozenFact(
                id=fact.id,
                name=fact.name,
                kind=fact.kind,
                firm=firm[fact.id].value,
                with_hands=hands[fact.id].value if fact.id in hands else None,
                cases=firm[fact.id].cases,
            )
            for fact in rubric.axis("axis2").facts
            if fact.id in firm
        ),
        open_rows=tuple(open_rows),
    )


def _cards(item: Item) -> dict[str, list[Scorecard]]:
    by_seat: dict[str, list[Scorecard]] = {}
    for card in sorted(item.scorecards, key=lambda card: card.round):
        by_seat.setdefault(card.seat_id, []).append(card)
    return by_seat


def _marks(writer: Writer, item: Item, axis: Axis, criterion_id: str) -> tuple[m.Mark, ...]:
    marks = []
    for entry in roll(writer.book, item):
        cards = [card for card in _cards(item).get(entry.seat_id, []) if card.person == entry.person]
        if entry.recused or not cards:
            continue
        given = [
            next((one for one in card.levels if (one.axis, one.criterion_id) == (axis.id, criterion_id)), None)
            for card in cards
        ]
        first, last = given[0], given[-1]
        if first is None or last is None:
            continue
        marks.append(
            m.Mark(
                seat_id=entry.seat_id,
                first=first.level,
                second=last.level,
                reason=writer.words(last.reason),
                entry=cards[-1].entry,
            )
        )
    return tuple(marks)


def _criteria(
    writer: Writer,
    item: Item,
    axis: Axis,
    place: Standing,
    firm: Mapping[str, int | None],
    hands: Mapping[str, int | None],
) -> tuple[m.CriterionScored, ...]:
    found = place.axis1 if axis.id == "axis1" else place.axis2
    by_id = {one.criterion_id: one for one in found.criteria}
    return tuple(
        m.CriterionScored(
            id=criterion.id,
            name=criterion.name,
            weight_pct=criterion.weight_pct,
            applicable=by_id[criterion.id].applicable,
            floor=criterion.floor,
            computed_firm=firm.get(criterion.id),
            computed_with_hands=hands.get(criterion.id),
            marks=_marks(writer, item, axis, criterion.id),
            committee=by_id[criterion.id].value,
            spread=by_id[criterion.id].spread,
        )
        for criterion in axis.criteria
    )


def _axis1(writer: Writer, item: Item, rubric: Rubric, place: Standing) -> m.AxisScored:
    axis, points = rubric.axis("axis1"), place.axis1.points
    return m.AxisScored(
        id="axis1",
        name=axis.name,
        threshold=rubric.decision.thresholds.axis1_pass,
        criteria=_criteria(writer, item, axis, place, {}, {}),
        committee=points,
        gate_firm=points,
        gate_with_hands=points,
    )


def _axis2(writer: Writer, item: Item, rubric: Rubric, place: Standing) -> m.AxisScored:
    assert item.frozen is not None
    axis = rubric.axis("axis2")
    firm = {one.criterion_id: one.level for one in item.frozen.firm}
    hands = {one.criterion_id: one.level for one in item.frozen.with_hands}

    def mean(levels: Mapping[str, int | None]) -> Fraction | None:
        return weighted_mean(axis, levels)

    return m.AxisScored(
        id="axis2",
        name=axis.name,
        threshold=rubric.decision.thresholds.axis2_pass,
        criteria=_criteria(writer, item, axis, place, firm, hands),
        committee=place.axis2.points,
        computed_firm=mean(firm),
        computed_with_hands=mean(hands),
        gate_firm=place.firm.points,
        gate_with_hands=place.with_hands.points,
    )


def _quadrant(rubric: Rubric, place: Standing) -> m.QuadrantFound | None:
    for one in rubric.decision.quadrants:
        if one.id == place.quadrant:
            return m.QuadrantFound(id=one.id, name=one.name, default=one.default)
    return None


def _gates(book: Book, item: Item, rubric: Rubric) -> tuple[m.GateShown, ...]:
    view = item.gates or gates_of(book, item)
    texts = {gate.id: gate.text for gate in rubric.decision.gates}
    return tuple(
        m.GateShown(text=texts[firm.id], firm=firm, with_hands=hands)
        for firm, hands in zip(view.firm, view.with_hands, strict=True)
    )


def _vote(writer: Writer, motion: Motion, entry: RollEntry) -> m.VoteGiven:
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
    )


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
        votes=tuple(_vote(writer, motion, entry) for entry in motion.roll),
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


def _resolution(writer: Writer, item: Item) -> m.ResolutionShown | None:
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

"""One item of a meeting, from the freeze of its facts to its resolution."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from fundapp.committee.item import Scorecard
from fundapp.committee.proposal import ConditionPrecedent, Terms
from fundapp.demo.clerk import Clerk, id_of, person_of
from fundapp.demo.content import ConditionTold, MotionTold, SittingTold, proposals, seats, toml
from fundapp.demo.wind_rows import line_of
from fundapp.record import commands as c
from fundapp.record.book import Frozen, Item
from fundapp.record.circulating import facts_sha256, papers_to_read
from fundapp.record.circulation_commands import ConfirmReading
from fundapp.record.judging import open_conditions

CHAIR = "association"
NO_INTEREST = "none"


class Sitting:
    """The secretariat, the seats and the chair at work on one item."""

    def __init__(self, clerk: Clerk, told: SittingTold) -> None:
        self._clerk, self._told = clerk, told
        self._item_id = id_of("item", told.key)

    def prepare(self) -> None:
        """Freeze the facts; each seat declares; a recused person's seat is filled."""
        self._secretariat(c.FreezeFacts(item_id=self._item_id))
        self.declare()

    def declare(self) -> None:
        """Each seat declares; a recused person's seat is filled."""
        declared = {one.seat: one for one in self._told.interests}
        for seat in seats():
            interest = declared.get(seat.id)
            kind, remark = (interest.kind, interest.remark) if interest else (NO_INTEREST, "")
            self._clerk.do(seat.id, c.DeclareInterest(item_id=self._item_id, seat_id=seat.id, kind=kind, remark=remark))
        if rule := self._told.recused_by_rule:
            self._secretariat(c.RecuseByRule(item_id=self._item_id, seat_id=rule.seat, kind=rule.kind))
        if alternate := self._told.alternate:
            seat_id, person = alternate.seat, alternate.person
            self._secretariat(c.SeatAlternate(item_id=self._item_id, seat_id=seat_id, person=person_of(person)))
            self._clerk.do(person, c.DeclareInterest(item_id=self._item_id, seat_id=seat_id, kind=NO_INTEREST))

    def read(self) -> None:
        """Each seat has read the papers of a written resolution."""
        papers, facts = papers_to_read(self._frozen()), facts_sha256(self._frozen())
        for seat in seats():
            reading = ConfirmReading(item_id=self._item_id, seat_id=seat.id, papers=papers, facts_sha256=facts)
            self._clerk.do(self._judge(seat.id), reading)

    def score(self, *seat_ids: str) -> None:
        """These seats score alone."""
        for seat_id, marks in self._told.cards:
            if seat_id in seat_ids:
                judgements = (*self._prospects(marks), *self._support(seat_id))
                card = c.SubmitScorecard(item_id=self._item_id, seat_id=seat_id, judgements=judgements)
                self._clerk.do(self._judge(seat_id), card)

    def resolve(self) -> None:
        """Reveal, discuss, score again, and put the motions until one is carried."""
        self._clerk.do(CHAIR, c.RevealScores(item_id=self._item_id))
        for note in self._told.notes:
            self._secretariat(c.NoteDiscussion(item_id=self._item_id, speaker=person_of(note.speaker), gist=note.gist))
        self._score_again()
        for number, motion in enumerate(self._told.motions, start=1):
            self._vote(number, motion)

    def _secretariat(self, command: c.Command) -> None:
        self._clerk.do("secretariat", command)

    def _judge(self, seat_id: str) -> str:
        """Who judges this item on a seat."""
        alternate = self._told.alternate
        return alternate.person if alternate and alternate.seat == seat_id else seat_id

    def _item(self) -> Item:
        return self._clerk.book().items[self._item_id]

    def _frozen(self) -> Frozen:
        frozen = self._item().frozen
        assert frozen is not None, "the item was prepared"
        return frozen

    def _prospects(self, marks: str) -> Iterator[c.Judgement]:
        criteria = self._clerk.book().rubric.axis("axis1").criteria
        for criterion, mark in zip(criteria, marks, strict=True):
            yield c.Judgement(axis="axis1", criterion_id=criterion.id, level=int(mark))

    def _support(self, seat_id: str) -> Iterator[c.Judgement]:
        """The computed levels, agreed to but where the seat goes one below with a reason."""
        lowered = {one.criterion: one.reason for one in self._told.lowered if one.seat == seat_id}
        for computed in self._frozen().firm:
            assert computed.level is not None, "every proposal of the story has parts"
            reason = lowered.get(computed.criterion_id, "")
            level = computed.level - 1 if reason else computed.level
            yield c.Judgement(axis="axis2", criterion_id=computed.criterion_id, level=level, reason=reason)

    def _score_again(self) -> None:
        first = {card.seat_id: card for card in self._item().scorecards}
        for seat_id in dict.fromkeys(move.seat for move in self._told.moves):
            judgements = tuple(self._moved(first[seat_id]))
            card = c.SubmitScorecard(item_id=self._item_id, seat_id=seat_id, judgements=judgements)
            self._clerk.do(self._judge(seat_id), card)

    def _moved(self, card: Scorecard) -> Iterator[c.Judgement]:
        moves = {move.criterion: move for move in self._told.moves if move.seat == card.seat_id}
        for given in card.levels:
            move = moves.get(given.criterion_id)
            level, reason = (move.level, move.reason) if move else (given.level, "")
            yield c.Judgement(axis=given.axis, criterion_id=given.criterion_id, level=level, reason=reason)

    def _vote(self, number: int, told: MotionTold) -> None:
        approving = told.resolution in ("approve", "approve_with_conditions")
        conditional = told.resolution == "approve_with_conditions"
        motion = c.PutMotion(
            item_id=self._item_id,
            resolution=told.resolution,
            terms=terms_of(self._told.proposal) if approving else None,
            conditions=self._conditions(told) if conditional else (),
            defer_reason=told.defer_reason,
        )
        self._clerk.do(CHAIR, motion)
        votes = {one.seat: one for one in told.votes}
        for seat in seats():
            vote = votes.get(seat.id)
            ballot = c.CastVote(
                item_id=self._item_id,
                number=number,
                seat_id=seat.id,
                vote=vote.vote if vote else "for",
                reason=vote.reason if vote else "",
            )
            self._clerk.do(self._judge(seat.id), ballot)
        reservation_id = id_of("reservation", self._told.proposal)
        self._clerk.do(CHAIR, c.DeclareResult(item_id=self._item_id, number=number, reservation_id=reservation_id))

    def _conditions(self, told: MotionTold) -> tuple[ConditionPrecedent, ...]:
        """The conditions of the motion itself, and one for each need or line that is not firm."""
        named = tuple(self._condition(one, row=line_of(one.part_number), text=one.text) for one in told.conditions)
        usual = ConditionTold.model_validate(toml("sittings")["open_need"])
        rows = open_conditions(self._frozen().support)
        return (*named, *(self._condition(usual, row=one.id, text=usual.text.format(name=one.name)) for one in rows))

    def _condition(self, told: ConditionTold, *, row: str, text: str) -> ConditionPrecedent:
        due = self._frozen().as_of + timedelta(days=told.due_in_days)
        return ConditionPrecedent(row=row, text=text, owner=told.owner, due=due)


def terms_of(code: str) -> Terms:
    """The terms of a proposal as it asks for them."""
    told = proposals()[code]
    share = Fraction(told.ask_yen, told.ask_yen + told.pre_money_yen)
    return Terms(
        amount_yen=told.ask_yen,
        instrument="preferred_shares",
        pre_money_yen=told.pre_money_yen,
        ownership=share,
        voting_share=share,
    )

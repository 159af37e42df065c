"""Decisions on one item up to the vote: freeze, interests, recusal, alternates, scores, reveal, discussion."""

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.item import Interest, LevelGiven, Note, Scorecard
from fundapp.committee.rubric import Axis, AxisId, Criterion, InterestKind
from fundapp.network.support_facts import SupportFacts
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Frozen, Item
from fundapp.record.deciding import Case, Decision, Decisions, acts_for, chaired_item, frozen_item, live_item
from fundapp.record.judging import computed_levels
from fundapp.record.roll import eligible_alternates, roll, voters

NO_INTEREST = "none"


def _sealed(case: Case, support: SupportFacts) -> SupportFacts:
    """The facts with the names of persons sealed, so that a person can be erased from a frozen paper."""
    needs = tuple(need.model_copy(update={"person": case.brought.seal(need.person)}) for need in support.needs)
    return support.model_copy(update={"needs": needs})


def _freeze_facts(command: c.FreezeFacts, case: Case) -> Decision:
    item = live_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.scorecards:
        return Refusal.of("facts_already_judged", number=item.number)
    papers = case.brought.papers
    if papers is None:
        return Refusal.of("proposal_unknown", proposal=item.proposal_code)
    rubric = case.book.rubric
    company = papers.proposal.company.model_copy(update={"president": ""})
    frozen = e.FactsFrozen(
        item_id=item.id,
        proposal=papers.proposal.model_copy(update={"company": company}),
        support=_sealed(case, papers.support),
        firm=computed_levels(rubric, papers.support, "firm"),
        with_hands=computed_levels(rubric, papers.support, "with_hands"),
        rubric_digest=case.book.rubric_digest,
        as_of=papers.support.as_of,
    )
    return (frozen,)


def _declare_interest(command: c.DeclareInterest, case: Case) -> Decision:
    item = frozen_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.open_motion() is not None:
        return Refusal.of("vote_under_way")
    entry = "self" if any(one.person == case.actor.person for one in roll(case.book, item)) else "paper"
    person = acts_for(case, item, command.seat_id, entry)
    if isinstance(person, Refusal):
        return person
    remark = case.brought.seal(command.remark)
    if command.kind == NO_INTEREST:
        none = Interest(seat_id=command.seat_id, person=person, kind=NO_INTEREST, level=None, remark=remark)
        return (e.InterestDeclared(item_id=item.id, interest=none),)
    kinds = {kind.id: kind for kind in case.book.rubric_of(item).decision.interests}
    if command.kind not in kinds:
        return Refusal.of("interest_unknown")
    kind = kinds[command.kind]
    interest = Interest(seat_id=command.seat_id, person=person, kind=kind.id, level=kind.level, remark=remark)
    declared = e.InterestDeclared(item_id=item.id, interest=interest)
    if kind.level == "disclose":
        return (declared,)
    return (declared, _recused(case, item, command.seat_id, person, kind.id, by_rule=False))


def _recused(case: Case, item: Item, seat_id: str, person: str, kind_id: str, *, by_rule: bool) -> e.MemberRecused:
    kind = next(one for one in case.book.rubric_of(item).decision.interests if one.id == kind_id)
    return e.MemberRecused(
        item_id=item.id,
        seat_id=seat_id,
        person=person,
        kind=kind_id,
        organisation=kind.organisation,
        by_rule=by_rule,
        left_at=case.now,
    )


def _recuse_by_rule(command: c.RecuseByRule, case: Case) -> Decision:
    item = live_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.open_motion() is not None:
        return Refusal.of("vote_under_way")
    kinds = {kind.id: kind for kind in case.book.rubric_of(item).decision.interests}
    if command.kind not in kinds or kinds[command.kind].level != "recuse":
        return Refusal.of("interest_unknown")
    entry = next((one for one in roll(case.book, item) if one.seat_id == command.seat_id), None)
    if entry is None or entry.mode == "absent":
        return Refusal.of("seat_empty", number=item.number)
    if entry.recused and not _widens(item, entry.person, kinds[command.kind]):
        return Refusal.of("recused_already", number=item.number)
    return (_recused(case, item, command.seat_id, entry.person, command.kind, by_rule=True),)


def _widens(item: Item, person: str, kind: InterestKind) -> bool:
    """True when a person who is out for an own interest has the organisation's too, which bars its alternates."""
    return kind.organisation and not any(one.organisation for one in item.recusals if one.person == person)


def _object_to_recusal(command: c.ObjectToRecusal, case: Case) -> Decision:
    # The one thing that a recused member may still say about the item, so live_item does not serve here.
    item = case.book.items.get(command.item_id)
    if item is None or item.resolved is not None:
        return Refusal.of("item_unknown")
    mine = [one for one in item.recusals if (one.seat_id, one.person) == (command.seat_id, case.actor.person)]
    if not any(one.by_rule for one in mine):
        return Refusal.of("no_recusal_by_rule")
    reason = case.brought.seal(command.reason)
    objected = e.RecusalObjected(item_id=item.id, seat_id=command.seat_id, person=case.actor.person, reason=reason)
    return (objected,)


def _seat_alternate(command: c.SeatAlternate, case: Case) -> Decision:
    item = live_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.motions:
        return Refusal.of("vote_under_way")
    entry = next((one for one in roll(case.book, item) if one.seat_id == command.seat_id), None)
    if entry is None:
        return Refusal.of("seat_unknown")
    if not entry.recused and entry.mode != "absent":
        return Refusal.of("seat_is_filled", number=item.number)
    if command.person not in eligible_alternates(case.book, item, case.book.seats[command.seat_id]):
        return Refusal.of("alternate_not_eligible", number=item.number)
    return (e.AlternateSeated(item_id=item.id, seat_id=command.seat_id, person=command.person),)


def _submit_scorecard(command: c.SubmitScorecard, case: Case) -> Decision:
    item = frozen_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    person = acts_for(case, item, command.seat_id, command.entry)
    if isinstance(person, Refusal):
        return person
    if not any((one.seat_id, one.person) == (command.seat_id, person) for one in item.interests):
        return Refusal.of("interest_not_declared", number=item.number)
    if item.motions:
        return Refusal.of("scoring_is_over", number=item.number)
    mine = [card for card in item.scorecards if (card.seat_id, card.person) == (command.seat_id, person)]
    revealed = item.revealed_at is not None
    if any(card.round == 2 for card in mine) or (mine and not revealed):
        return Refusal.of("already_scored", number=item.number)
    first = {(given.axis, given.criterion_id): given.level for given in mine[0].levels} if mine else None
    problems = _scorecard_problems(command, case, item, first)
    if problems:
        return Refusal.of("scorecard_incomplete", *problems, number=item.number)
    assert item.frozen is not None
    card = Scorecard(
        seat_id=command.seat_id,
        person=person,
        round=2 if mine else 1,
        levels=tuple(
            LevelGiven(
                axis=given.axis,
                criterion_id=given.criterion_id,
                level=given.level,
                reason=case.brought.seal(given.reason),
                next_level_would_raise=given.next_level_would_raise,
                linked_sha256=given.linked_sha256,
            )
            for given in command.judgements
        ),
        rubric_digest=item.frozen.rubric_digest,
        entry=command.entry,
        scan_sha256=command.scan_sha256 if command.entry == "paper" else "",
    )
    return (e.ScorecardSubmitted(item_id=item.id, card=card),)


def _scorecard_problems(
    command: c.SubmitScorecard, case: Case, item: Item, first: dict[tuple[AxisId, str], int | None] | None
) -> list[Problem]:
    """Every fault of a scorecard at once, criterion by criterion."""
    assert item.frozen is not None
    rubric = case.book.rubric_of(item)
    given = {(one.axis, one.criterion_id): one for one in command.judgements}
    computed = {one.criterion_id: one.level for one in item.frozen.firm}
    problems = []
    asked = [(axis, criterion) for axis in rubric.axes for criterion in axis.criteria]
    wanted = {
        (axis.id, criterion.id) for axis, criterion in asked if axis.id == "axis1" or computed[criterion.id] is not None
    }
    problems += [Problem.of("criterion_not_asked", key[1]) for key in given if key not in wanted]
    if len(given) != len(command.judgements):
        problems.append(Problem.of("criterion_twice"))
    for axis, criterion in asked:
        key = (axis.id, criterion.id)
        if key not in wanted:
            continue
        if key not in given:
            problems.append(Problem.of("criterion_missing", criterion.id))
            continue
        problems += _judgement_problems(axis, criterion, given[key], item.frozen, case)
        if first is not None and first[key] != given[key].level and not given[key].reason.strip():
            problems.append(Problem.of("move_needs_reason", criterion.id))
    return problems


def _judgement_problems(
    axis: Axis, criterion: Criterion, given: c.Judgement, frozen: Frozen, case: Case
) -> list[Problem]:
    if given.level is None:
        return []
    if not 1 <= given.level <= 5:
        return [Problem.of("level_off_the_scale", criterion.id, level=given.level)]
    attached = {one.file_sha256 for one in frozen.proposal.evidence if one.criterion_id == criterion.id}
    if axis.id == "axis1":
        return [Problem.of("level_needs_document", criterion.id)] if given.level >= 4 and not attached else []
    start = next(one.level for one in frozen.firm if one.criterion_id == criterion.id)
    if start is None or abs(given.level - start) > 1:
        return [Problem.of("level_too_far_from_facts", criterion.id, level=start or 0)]
    if given.level < start and not given.reason.strip():
        return [Problem.of("lower_needs_reason", criterion.id)]
    new = {one.file_sha256 for one in case.brought.evidence if one.criterion_id == criterion.id} - attached
    if given.level > start and given.linked_sha256 not in new:
        return [Problem.of("higher_needs_new_fact", criterion.id)]
    return []


def _reveal_scores(command: c.RevealScores, case: Case) -> Decision:
    item = chaired_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.revealed_at is not None:
        return Refusal.of("revealed_already", number=item.number)
    sitting = voters(case.book, item)
    least = case.book.rubric_of(item).decision.voting.least_eligible
    if len(sitting) < least:
        return Refusal.of("too_few_voters", number=item.number, count=len(sitting), least=least)
    scored = {(card.seat_id, card.person) for card in item.scorecards}
    waiting = sum((entry.seat_id, entry.person) not in scored for entry in sitting)
    if waiting:
        return Refusal.of("scores_still_missing", number=item.number, count=waiting)
    return (e.ScoresRevealed(item_id=item.id),)


def _note_discussion(command: c.NoteDiscussion, case: Case) -> Decision:
    item = frozen_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if not command.gist.strip():
        return Refusal.of("note_is_empty")
    note = Note(speaker=command.speaker, gist=case.brought.seal(command.gist), at=case.now)
    return (e.DiscussionNoted(item_id=item.id, note=note),)


ITEM_DECISIONS: Decisions = {
    c.FreezeFacts: _freeze_facts,
    c.DeclareInterest: _declare_interest,
    c.RecuseByRule: _recuse_by_rule,
    c.ObjectToRecusal: _object_to_recusal,
    c.SeatAlternate: _seat_alternate,
    c.SubmitScorecard: _submit_scorecard,
    c.RevealScores: _reveal_scores,
    c.NoteDiscussion: _note_discussion,
}

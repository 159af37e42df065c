"""Decisions on one item up to the vote: freeze, scores, reveal, discussion."""

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.item import LONGEST_WORDS, LevelGiven, Note, Scorecard
from fundapp.committee.rubric import Axis, AxisId, Criterion
from fundapp.network.support_facts import SupportFacts
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Frozen, Item
from fundapp.record.brought import Papers
from fundapp.record.circulating import has_to_read
from fundapp.record.deciding import Case, Decision, Decisions, acts_for, chaired_item, frozen_item, live_item
from fundapp.record.judging import computed_levels
from fundapp.record.roll import voters


def _sealed(case: Case, papers: Papers) -> SupportFacts:
    """The facts with the names of persons sealed, so that a person can be erased from a frozen paper.

    A provider that may be one person stands there by its member's code: it is counted, and told by what it is called
    today.
    """
    support, codes = papers.support, papers.codes_of_persons
    needs = tuple(
        need.model_copy(
            update={
                "person": case.brought.seal(need.person),
                "provider": codes.get(need.provider, need.provider),
                "handed_to": codes.get(need.handed_to, need.handed_to),
            }
        )
        for need in support.needs
    )
    lines = tuple(
        line.model_copy(update={"provider": codes[line.provider]}) if line.provider in codes else line
        for line in support.lines
    )
    return support.model_copy(update={"needs": needs, "lines": lines})


def _freeze_facts(command: c.FreezeFacts, case: Case) -> Decision:
    item = live_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.scorecards:
        return Refusal.of("facts_already_judged", number=item.number)
    papers = case.brought.papers
    if papers is None:
        return Refusal.of("proposal_unknown", proposal=item.proposal_code)
    return (frozen_facts(item.id, papers, case),)


def frozen_facts(item_id: str, papers: Papers, case: Case) -> e.FactsFrozen:
    """The proposal and its facts as they are now, with the rubric in force."""
    rubric = case.book.rubric
    company = papers.proposal.company.model_copy(update={"president": ""})
    codes = papers.codes_of_persons
    money = tuple(
        one.model_copy(update={"source": codes.get(one.source, one.source)}) for one in papers.proposal.co_finance
    )
    return e.FactsFrozen(
        item_id=item_id,
        proposal=papers.proposal.model_copy(update={"company": company, "co_finance": money}),
        support=_sealed(case, papers),
        firm=computed_levels(rubric, papers.support, "firm"),
        with_hands=computed_levels(rubric, papers.support, "with_hands"),
        rubric_digest=case.book.rubric_digest,
        as_of=papers.support.as_of,
    )


def _submit_scorecard(command: c.SubmitScorecard, case: Case) -> Decision:
    item = frozen_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    person = acts_for(case, item, command.seat_id, command.entry)
    if isinstance(person, Refusal):
        return person
    if not any((one.seat_id, one.person) == (command.seat_id, person) for one in item.interests):
        return Refusal.of("interest_not_declared", number=item.number)
    if has_to_read(case.book, item, command.seat_id, person):
        return Refusal.of("papers_not_read")
    if item.motions:
        return Refusal.of("scoring_is_over", number=item.number)
    mine = [card for card in item.scorecards if (card.seat_id, card.person) == (command.seat_id, person)]
    revealed = item.revealed_at is not None
    if revealed and not mine:
        # Who takes a seat after the reveal votes; a score given with the others' in view would not be blind.
        return Refusal.of("not_blind_any_more", number=item.number)
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
    if not command.speaker:
        return Refusal.of("note_by_nobody")
    if len(command.gist) > LONGEST_WORDS:
        return Refusal.of("words_too_long", limit=LONGEST_WORDS)
    criteria = {criterion.id for axis in case.book.rubric_of(item).axes for criterion in axis.criteria}
    if command.about and command.about not in criteria:
        return Refusal.of("note_about_nothing")
    note = Note(
        speaker=command.speaker,
        gist=case.brought.seal(command.gist),
        at=case.now,
        saying=command.saying,
        about=command.about,
    )
    return (e.DiscussionNoted(item_id=item.id, note=note),)


ITEM_DECISIONS: Decisions = {
    c.FreezeFacts: _freeze_facts,
    c.SubmitScorecard: _submit_scorecard,
    c.RevealScores: _reveal_scores,
    c.NoteDiscussion: _note_discussion,
}

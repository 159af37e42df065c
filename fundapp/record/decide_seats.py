"""Decisions on who sits on an item: interests, recusal and the objection to it, alternates."""

from fundapp.basis.refusal import Refusal
from fundapp.committee.item import LONGEST_WORDS, Entry, Interest
from fundapp.committee.rubric import InterestKind
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.book import Item
from fundapp.record.deciding import Case, Decision, Decisions, acts_for, frozen_item, live_item
from fundapp.record.roll import eligible_alternates, roll, unfilled

NO_INTEREST = "none"


def _declare_interest(command: c.DeclareInterest, case: Case) -> Decision:
    item = frozen_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.open_motion() is not None:
        return Refusal.of("vote_under_way")
    entry: Entry = "self" if any(one.person == case.actor.person for one in roll(case.book, item)) else "paper"
    person = acts_for(case, item, command.seat_id, entry)
    if isinstance(person, Refusal):
        return person
    if len(command.remark) > LONGEST_WORDS:
        return Refusal.of("words_too_long", limit=LONGEST_WORDS)
    remark = case.brought.seal(command.remark)
    if command.kind == NO_INTEREST:
        none = Interest(
            seat_id=command.seat_id, person=person, kind=NO_INTEREST, level=None, remark=remark, entry=entry
        )
        return (e.InterestDeclared(item_id=item.id, interest=none),)
    kinds = {kind.id: kind for kind in case.book.rubric_of(item).decision.interests}
    if command.kind not in kinds:
        return Refusal.of("interest_unknown")
    kind = kinds[command.kind]
    interest = Interest(
        seat_id=command.seat_id, person=person, kind=kind.id, level=kind.level, remark=remark, entry=entry
    )
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
    if len(command.reason) > LONGEST_WORDS:
        return Refusal.of("words_too_long", limit=LONGEST_WORDS)
    reason = case.brought.seal(command.reason)
    objected = e.RecusalObjected(item_id=item.id, seat_id=command.seat_id, person=case.actor.person, reason=reason)
    return (objected,)


def _seat_alternate(command: c.SeatAlternate, case: Case) -> Decision:
    item = live_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.open_motion() is not None:
        return Refusal.of("vote_under_way")
    entry = next((one for one in roll(case.book, item) if one.seat_id == command.seat_id), None)
    if entry is None:
        return Refusal.of("seat_unknown")
    if not entry.recused and entry.mode != "absent":
        return Refusal.of("seat_is_filled", number=item.number)
    if command.person not in eligible_alternates(case.book, item, case.book.seats[command.seat_id]):
        return Refusal.of("alternate_not_eligible", number=item.number)
    return (e.AlternateSeated(item_id=item.id, seat_id=command.seat_id, person=command.person),)


def _excuse_alternate(command: c.ExcuseAlternate, case: Case) -> Decision:
    item = live_item(case, command.item_id)
    if isinstance(item, Refusal):
        return item
    if item.open_motion() is not None:
        return Refusal.of("vote_under_way")
    asked = {one for seat in unfilled(case.book, item) for one in eligible_alternates(case.book, item, seat)}
    if command.person not in asked:
        return Refusal.of("alternate_not_eligible", number=item.number)
    return (e.AlternateExcused(item_id=item.id, person=command.person),)


SEAT_DECISIONS: Decisions = {
    c.DeclareInterest: _declare_interest,
    c.RecuseByRule: _recuse_by_rule,
    c.ObjectToRecusal: _object_to_recusal,
    c.SeatAlternate: _seat_alternate,
    c.ExcuseAlternate: _excuse_alternate,
}

"""Decisions on taking over a running fund: the manager brings its tables, another person accepts them."""

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.record import commands as c
from fundapp.record import events as e
from fundapp.record.deciding import Case, Decision, Decisions
from fundapp.record.opening import accepted_event, entered_on, tried
from fundapp.record.roll import presides


def _propose(command: c.ProposeOpening, case: Case) -> Decision:
    refusal = tried(case.book, command.opening, today=case.today).refusal
    if refusal is not None:
        return refusal
    proposed = e.OpeningProposed(
        opening_id=command.opening_id, opening=command.opening, person=case.actor.person, on=command.on
    )
    return (proposed,)


def _accept(command: c.AcceptOpening, case: Case) -> Decision:
    waiting = case.book.waiting_opening
    if waiting is None or waiting.id != command.opening_id:
        return Refusal.of("opening_not_proposed")
    if not case.actor.has(Role.MANAGER, Role.SECRETARIAT) and not presides(case.book, case.actor.person):
        return Refusal.of("not_permitted")
    if waiting.proposed_by == case.actor.person:
        return Refusal.of("same_person_opens")
    refusal = tried(case.book, waiting.opening, today=case.today).refusal
    if refusal is not None:
        return refusal
    people = {"proposer": waiting.proposed_by, "accepter": case.actor.person}
    entered = entered_on(case.book, waiting.opening, **people, on=command.on, seal=case.brought.seal)
    if isinstance(entered, Refusal):
        return entered
    _after, steps = entered
    accepted = accepted_event(waiting.id, case.book, steps, case.actor.person, command.on)
    return (accepted, *(event for _source, event in steps))


OPENING_DECISIONS: Decisions = {c.ProposeOpening: _propose, c.AcceptOpening: _accept}
"""Both are asked again when they are sent: what balanced in the preview must balance in the record."""

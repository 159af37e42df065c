"""Recording the set-up: accounts first, then the commands. Begun again after a refusal, it goes on where it stopped."""

from collections.abc import Iterator

from fundapp.access import office
from fundapp.basis.days import day_of
from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.rubric import Rubric
from fundapp.record import commands as c
from fundapp.ui import gate
from fundapp.ui.office import once
from fundapp.ui.setup.entering import Entering


def record(entering: Entering) -> Refusal | None:
    """Carry the whole set-up out. The refusal that stopped it, or None once everything stands."""
    problems = _problems(entering)
    if problems:
        return Refusal.of("setup_incomplete", *problems)
    refused = _open_accounts(entering)
    if refused:
        return refused
    for command in _commands(entering):
        answer = gate.desk().submit(command, entering.actor)
        if isinstance(answer, Refusal):
            return answer
    return None


def _problems(entering: Entering) -> tuple[Problem, ...]:
    return (
        *entering.fund_problems(),
        *entering.rubric_problems(),
        *entering.people_problems(),
        *entering.seat_problems(),
    )


def _open_accounts(entering: Entering) -> Refusal | None:
    desk = gate.desk()
    for one in entering.people:
        if one.id in entering.accounts:
            continue
        made = office.add_person(
            desk.database,
            entering.actor,
            person=one.id,
            sign_in_name=one.sign_in_name,
            name=one.name,
            organisation=one.organisation,
            roles=one.roles,
            email=one.email,
            now=desk.now(),
        )
        if isinstance(made, Refusal):
            return made
        once.remember(made)
    return None


def _commands(entering: Entering) -> Iterator[c.Command]:
    """What the record does not hold yet, in the order in which a fund comes to be."""
    book, today = entering.book, day_of(gate.desk().now())
    if book.terms is None:
        yield c.EstablishFund(terms=entering.terms, on=today)
    if not book.rubrics:
        assert isinstance(entering.rubric, Rubric), "a rubric with faults is refused before"
        yield c.AdoptRubric(rubric=entering.rubric, in_force_from=today)
    for seat in entering.seats:
        if book.seats.get(seat.id) != seat:
            yield c.AssignSeat(seat=seat)
    for alternate in entering.outside:
        if book.outside.get(alternate.person) != alternate:
            yield c.ListOutsideAlternate(alternate=alternate)

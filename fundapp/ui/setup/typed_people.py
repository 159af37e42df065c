"""From what was typed about people and seats to accounts, seats and alternates, or to all faults at once."""

from collections.abc import Collection, Mapping
from typing import Any

from fundapp.access.accounts import folded, is_address
from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Role
from fundapp.committee.item import OutsideAlternate, Seat
from fundapp.documents.said import said
from fundapp.text.catalogue import _
from fundapp.text.suggested_seats import SUGGESTED_SEATS
from fundapp.ui.setup.typed_fund import Values, both, text

FEWEST_SEATS = 2


class NewPerson(Fact):
    """A person who gets an account."""

    id: Text
    name: Bilingual
    organisation: Text
    sign_in_name: Text
    roles: frozenset[Role]
    email: Text = ""


def start_people(new_ids: Collection[str]) -> list[dict[str, Any]]:
    """Rows for those whom a fund needs at least: a holder for each suggested seat, a manager, the secretariat."""
    roles = (*(Role.VOTING for _seat in SUGGESTED_SEATS), Role.MANAGER, Role.SECRETARIAT)
    return [{"id": id_, "roles": [role.value]} for id_, role in zip(new_ids, roles, strict=True)]


def start_seats(new_ids: Collection[str]) -> list[dict[str, Any]]:
    """The suggested seats, each held by the person whose row was made for it."""
    return [
        {"id": id_, "name_ja": name.ja, "name_en": name.en, "holder": holder}
        for (id_, name), holder in zip(SUGGESTED_SEATS.items(), new_ids, strict=False)
    ]


def people_of(values: Values) -> tuple[NewPerson, ...]:
    """The people whose rows were begun; a row without names asks for nobody."""
    return tuple(
        NewPerson(
            id=row["id"],
            name=both(row, "name"),
            organisation=text(row, "organisation"),
            sign_in_name=folded(text(row, "sign_in_name")),
            roles=frozenset(map(Role, row.get("roles", ()))),
            email=text(row, "email"),
        )
        for row in values["people"]
        if text(row, "name_ja") or text(row, "sign_in_name")
    )


def people_problems(people: tuple[NewPerson, ...], taken: Collection[str]) -> tuple[Problem, ...]:
    """All faults of the people; `taken` are the sign-in names of others."""
    found = []
    used = set(taken)
    for one in people:
        place = said(one.name) or one.sign_in_name
        if not one.name.ja:
            found.append(Problem.of("person_name_empty", place))
        if not one.sign_in_name:
            found.append(Problem.of("sign_in_name_empty", place))
        elif one.sign_in_name in used:
            found.append(Problem.of("setup_sign_in_name_twice", place, name=one.sign_in_name))
        if one.email and not is_address(one.email):
            found.append(Problem.of("email_unclear", place, email=one.email))
        if not one.roles:
            found.append(Problem.of("setup_no_roles", place))
        used.add(one.sign_in_name)
    held = frozenset().union(*(one.roles for one in people))
    if Role.SECRETARIAT not in held:
        found.append(Problem.of("setup_no_secretariat"))
    if Role.MANAGER not in held:
        found.append(Problem.of("setup_no_manager"))
    return tuple(found)


def voting(people: tuple[NewPerson, ...]) -> dict[str, NewPerson]:
    """Those who may hold a seat or stand in, by id."""
    return {one.id: one for one in people if Role.VOTING in one.roles}


def seats_of(values: Values, people: tuple[NewPerson, ...]) -> tuple[Seat, ...]:
    """The seats in their order, the senior first. Without an organisation of its own a seat has its holder's."""
    members = voting(people)
    return tuple(
        Seat(
            id=row["id"],
            name=both(row, "name"),
            organisation=text(row, "organisation") or _organisation(members, row.get("holder") or ""),
            holder=row.get("holder") or "",
            alternates=tuple(one for one in row.get("alternates", ()) if one in members),
            rank=rank,
        )
        for rank, row in enumerate(values["seats"], start=1)
    )


def _organisation(members: Mapping[str, NewPerson], holder: str) -> str:
    return members[holder].organisation if holder in members else ""


def outside_of(values: Values, people: tuple[NewPerson, ...]) -> tuple[OutsideAlternate, ...]:
    """The outside alternates."""
    members = voting(people)
    return tuple(
        OutsideAlternate(person=one, organisation=members[one].organisation)
        for one in values.get("outside", ())
        if one in members
    )


def seat_problems(
    seats: tuple[Seat, ...], outside: tuple[OutsideAlternate, ...], people: tuple[NewPerson, ...]
) -> tuple[Problem, ...]:
    """All faults of the seats and the outside alternates."""
    members = voting(people)
    found = [] if len(seats) >= FEWEST_SEATS else [Problem.of("setup_too_few_seats")]
    holders: set[str] = set()
    for seat in seats:
        found += _of_one(seat, members, holders)
        holders.add(seat.holder)
    organisations = {seat.organisation for seat in seats}
    found += [
        Problem.of("setup_alternate_inside", name=said(members[one.person].name))
        for one in outside
        if one.organisation in organisations
    ]
    return tuple(found)


def _of_one(seat: Seat, members: Mapping[str, NewPerson], earlier: Collection[str]) -> list[Problem]:
    place = seat_place(seat.rank, seat.name)
    found = [] if seat.name.ja else [Problem.of("setup_empty", place)]
    if seat.holder not in members:
        return [*found, Problem.of("setup_no_holder", place)]
    holder = said(members[seat.holder].name)
    if seat.holder in earlier:
        found.append(Problem.of("setup_holds_two", place, name=holder))
    if seat.holder in seat.alternates:
        found.append(Problem.of("setup_alternate_holds", place, name=holder))
    if not seat.organisation:
        found.append(Problem.of("setup_no_organisation", place))
    return found


def seat_place(rank: int, name: Bilingual) -> str:
    """What a seat is called in the form."""
    return _("Seat {rank} {name}").format(rank=rank, name=said(name)).strip()

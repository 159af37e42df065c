"""The registers of the association's own life. Every function works inside the caller's transaction."""

from collections.abc import Iterable

from fundapp.basis.fact import Fact
from fundapp.network.group import Group, GroupIntroduction, GroupMember
from fundapp.network.seminar import Seminar, SeminarHand
from fundapp.network.service import Service
from fundapp.network.training import Training
from fundapp.network.watch import Watch
from fundapp.record import association_commands as a
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Stamp
from fundapp.store.tables import (
    CONTACTS,
    FEE_PAYMENTS,
    GROUP_INTRODUCTIONS,
    GROUP_MEMBERS,
    GROUPS,
    GROWTH_TARGETS,
    INCOME_YEARS,
    SEMINAR_HANDS,
    SEMINARS,
    SERVICES,
    TRAININGS,
    WATCHES,
)


class SeminarRows(Fact):
    """All seminars, the earliest first, and every hand."""

    seminars: tuple[Seminar, ...]
    hands: tuple[SeminarHand, ...]


class GroupRows(Fact):
    """All groups with their members and the introductions that they made."""

    groups: tuple[Group, ...]
    members: tuple[GroupMember, ...]
    introductions: tuple[GroupIntroduction, ...]


class OwnLife(Fact):
    """The part of one member in the association's life."""

    services: tuple[Service, ...]
    trainings: tuple[Training, ...]
    hands: tuple[SeminarHand, ...]
    seminars: tuple[Seminar, ...]
    """Those for which it raised a hand."""
    groups: tuple[Group, ...]
    watches: tuple[Watch, ...]


def own_life(connection: Connection, fund: str, member_id: str) -> OwnLife:
    """What the registers of the association say of one member."""
    of = {"member_id": member_id}
    hands = SEMINAR_HANDS.facts(connection, fund, **of)
    of_groups = [one.group_id for one in GROUP_MEMBERS.facts(connection, fund, **of)]
    return OwnLife(
        services=SERVICES.facts(connection, fund, **of),
        trainings=TRAININGS.facts(connection, fund, **of),
        hands=hands,
        seminars=tuple(map(SEMINARS.fact, SEMINARS.rows_of(connection, fund, "id", (one.seminar_id for one in hands)))),
        groups=tuple(map(GROUPS.fact, GROUPS.rows_of(connection, fund, "id", of_groups))),
        watches=WATCHES.facts(connection, fund, **of),
    )


def seminar_rows(connection: Connection, fund: str) -> SeminarRows:
    """All seminars and hands."""
    return SeminarRows(seminars=SEMINARS.facts(connection, fund), hands=SEMINAR_HANDS.facts(connection, fund))


def group_rows(connection: Connection, fund: str) -> GroupRows:
    """All groups."""
    return GroupRows(
        groups=GROUPS.facts(connection, fund),
        members=GROUP_MEMBERS.facts(connection, fund),
        introductions=GROUP_INTRODUCTIONS.facts(connection, fund),
    )


def fees_paid_yen(connection: Connection, fund: str) -> dict[int, int]:
    """What the members' payments of each year add up to."""
    sql = f"SELECT year, sum(amount_yen) FROM {FEE_PAYMENTS.name} WHERE fund = ? GROUP BY year"  # noqa: S608 - our name
    return {int(year): int(amount_yen) for year, amount_yen in connection.execute(sql, [fund])}


def apply_association(connection: Connection, stamp: Stamp, command: a.AssociationCommand) -> None:
    """Write what the order says."""
    match command:
        case a.RecordIncome(years=years):
            INCOME_YEARS.put(connection, stamp, [INCOME_YEARS.row(one) for one in years])
        case a.RecordGrowthTarget(target=target):
            GROWTH_TARGETS.put(connection, stamp, [GROWTH_TARGETS.row(target)])
        case a.RecordServices(member_id=member_id, services=services):
            SERVICES.replace(connection, stamp, [SERVICES.row(one) for one in services], member_id=member_id)
        case a.RecordTrainings(trainings=trainings):
            _check_people(connection, stamp.fund, trainings)
            TRAININGS.put(connection, stamp, [TRAININGS.row(one) for one in trainings])
        case a.RecordSeminar(seminar=seminar, hands=hands):
            SEMINARS.put(connection, stamp, [SEMINARS.row(seminar)])
            rows = [SEMINAR_HANDS.row(one) for one in hands]
            SEMINAR_HANDS.replace(connection, stamp, rows, seminar_id=seminar.id)
        case a.RecordGroup(group=group, members=members):
            GROUPS.put(connection, stamp, [GROUPS.row(group)])
            GROUP_MEMBERS.replace(connection, stamp, [GROUP_MEMBERS.row(one) for one in members], group_id=group.id)
        case a.RecordGroupIntroductions(introductions=introductions):
            GROUP_INTRODUCTIONS.put(connection, stamp, [GROUP_INTRODUCTIONS.row(one) for one in introductions])
        case a.RecordWatches(watches=watches):
            WATCHES.put(connection, stamp, [WATCHES.row(one) for one in watches])
        case _:
            raise TypeError(f"no register takes {type(command).__name__}")


def _check_people(connection: Connection, fund: str, trainings: Iterable[Training]) -> None:
    """Whoever was trained is a contact of the member that is named."""
    for one in trainings:
        if not CONTACTS.rows(connection, fund, id=one.contact_id, member_id=one.member_id):
            refuse("training_of_another")

"""The registers of the association's own life. Every function works inside the caller's transaction."""

from collections.abc import Iterable

from fundapp.network.training import Training
from fundapp.record import association_commands as a
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Stamp
from fundapp.store.tables import CONTACTS, FEE_PAYMENTS, GROWTH_TARGETS, INCOME_YEARS, SERVICES, TRAININGS


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
        case _:
            raise TypeError(f"no register takes {type(command).__name__}")


def _check_people(connection: Connection, fund: str, trainings: Iterable[Training]) -> None:
    """Whoever was trained is a contact of the member that is named."""
    for one in trainings:
        if not CONTACTS.rows(connection, fund, id=one.contact_id, member_id=one.member_id):
            refuse("training_of_another")

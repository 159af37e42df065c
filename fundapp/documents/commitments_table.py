"""The commitments as a table: what is reserved and what is signed, one row a reservation or a tranche."""

from collections.abc import Sequence

from fundapp.documents.csv_table import CellValue, csv_table
from fundapp.documents.said import said
from fundapp.documents.xlsx_table import XlsxColumn, xlsx_table
from fundapp.record.commitments import Commitments, ReservedMoney, TrancheMoney
from fundapp.text.catalogue import N_, _, pgettext

_STATES = {
    "paid": N_("paid"),
    "cancelled": N_("cancelled"),
    "stopped": N_("stopped"),
    "overdue": N_("due day has passed"),
    "due": N_("to be paid"),
}


def columns() -> tuple[XlsxColumn, ...]:
    """The columns in reading order; days are written so that a spreadsheet sorts them."""
    return (
        XlsxColumn(head=_("Company")),
        XlsxColumn(head=pgettext("commitment", "Part")),
        XlsxColumn(head=_("Amount (yen)"), kind="yen"),
        XlsxColumn(head=_("State")),
        XlsxColumn(head=_("Day (paid, stopped, due or expires)")),
        XlsxColumn(head=_("Milestone")),
    )


def rows(money: Commitments) -> list[tuple[CellValue, ...]]:
    """Reservations first, the next to expire at the top, then the tranches by day of signing."""
    reserved: list[tuple[CellValue, ...]] = [
        (said(one.company), _("Reservation"), one.amount_yen, reserved_state(one), one.expires_on.isoformat(), "")
        for one in money.reserved
    ]
    tranches = [
        (said(one.company), tranche_name(one), one.amount_yen, tranche_state(one), one.on.isoformat(), one.milestone)
        for one in money.tranches
    ]
    return reserved + tranches


def tranche_name(tranche: TrancheMoney) -> str:
    """Which payment of how many."""
    return _("Tranche {number} of {count}").format(number=tranche.number, count=tranche.of)


def tranche_state(tranche: TrancheMoney) -> str:
    """Paid, cancelled, stopped, to be paid; or that its day has passed."""
    return _(_STATES[tranche.state])


def reserved_state(reserved: ReservedMoney) -> str:
    """Whether the general partner has decided, and whether the reservation has run out."""
    if reserved.days_left < 0:
        return _("expired, returns to the fund with the next entry")
    return _("decided by the general partner") if reserved.decided else _("waits for the general partner")


def commitments_csv(money: Commitments) -> bytes:
    """For other programs."""
    return csv_table([column.head for column in columns()], rows(money))


def commitments_xlsx(money: Commitments) -> bytes:
    """For a spreadsheet: amounts are numbers, nothing is a formula."""
    found: Sequence[Sequence[CellValue]] = rows(money)
    return xlsx_table(_("Commitments"), columns(), found)

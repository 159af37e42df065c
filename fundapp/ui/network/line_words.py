"""Parts by the names that a person uses for them."""

from fundapp.network.bill import Line
from fundapp.network.support_facts import LineRow
from fundapp.ui.network.seen import Seen


def line_name(line: Line | LineRow) -> str:
    """Part number and description; the number is not said twice."""
    if line.part_number in line.description:
        return line.description or line.id
    return f"{line.part_number} {line.description}".strip()


def line_names(seen: Seen) -> dict[str, str]:
    """The current bill's lines by id."""
    bill = seen.register.bill
    return {line.id: line_name(line) for line in bill.lines} if bill else {}

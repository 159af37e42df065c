"""What a person said that the columns of a table mean, remembered for every table with the same headers."""

from fundapp.basis.fact import Fact, Text
from fundapp.network.columns import ColumnMapping


class TableLayout(Fact):
    """The meaning of the columns under headers with this digest, for one kind of table."""

    kind: Text
    layout: Text
    roles: tuple[Text, ...]
    """The role of each column; empty where it has none."""


def remembered(kind: str, mapping: ColumnMapping) -> TableLayout | None:
    """What is to be remembered of a mapping; None when its table has no headers to know it again by."""
    if not mapping.layout:
        return None
    roles = {column: role for role, column in mapping.columns}
    width = max(roles, default=-1) + 1
    return TableLayout(kind=kind, layout=mapping.layout, roles=tuple(roles.get(at, "") for at in range(width)))


def recalled(mapping: ColumnMapping, known: TableLayout | None) -> ColumnMapping:
    """The mapping as a person corrected it for the same headers, else as it was suggested."""
    if known is None or known.layout != mapping.layout:
        return mapping
    return mapping.with_columns(tuple((role, at) for at, role in enumerate(known.roles) if role))

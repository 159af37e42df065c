"""What changed between two revisions of a bill: lines added, removed, and changed field by field."""

from collections import defaultdict
from collections.abc import Sequence

from fundapp.basis.fact import Fact, Text
from fundapp.network.bill import Bill, Line
from fundapp.network.columns import plain

COMPARED = (
    "part_number",
    "description",
    "quantity",
    "unit",
    "material",
    "manufacturer",
    "kind",
    "external",
    "critical",
    "target_unit_cost_yen",
    "assembly",
)
"""What of a line a person reads. Its row and its id are the table's, not the part's."""


class LineChange(Fact):
    """One part in both revisions, with the fields that differ."""

    old: Line
    new: Line
    fields: tuple[Text, ...]


class BillChanges(Fact):
    """The difference of two revisions; each line of either stands in one of the four."""

    added: tuple[Line, ...]
    removed: tuple[Line, ...]
    changed: tuple[LineChange, ...]
    unchanged: int

    def none(self) -> bool:
        """True when both are the same parts."""
        return not (self.added or self.removed or self.changed)


def twins(old: Sequence[Line], new: Sequence[Line]) -> dict[int, Line]:
    """Place in `new` -> the same part in `old`, for the parts that both have.

    Each is found again by its number within its assembly, else by its number, else by its name. Of several that fit the
    first that is left counts, so that a line is never compared twice.
    """
    left, found = list(old), dict[int, Line]()
    waiting = list(enumerate(new))
    for key in (_by_assembly, _by_number, _by_name):
        known: defaultdict[tuple[str, ...], list[Line]] = defaultdict(list)
        for line in reversed(left):
            if any(own := key(line)):
                known[own].append(line)
        still = []
        for at, line in waiting:
            twins = known.get(key(line)) if any(key(line)) else None
            if twins:
                found[at] = twins.pop()
            else:
                still.append((at, line))
        taken = {id(line) for line in found.values()}
        waiting, left = still, [line for line in left if id(line) not in taken]
    return found


def compare_lines(old: Sequence[Line], new: Sequence[Line]) -> BillChanges:
    """What became of each part; see `twins` for how it is found again."""
    found = twins(old, new)
    taken = {id(line) for line in found.values()}
    changes = [
        LineChange(old=found[at], new=new[at], fields=changed_fields(found[at], new[at])) for at in sorted(found)
    ]
    return BillChanges(
        added=tuple(line for at, line in enumerate(new) if at not in found),
        removed=tuple(line for line in old if id(line) not in taken),
        changed=tuple(change for change in changes if change.fields),
        unchanged=sum(not change.fields for change in changes),
    )


def compare(old: Bill, new: Bill) -> BillChanges:
    """What the new revision changes."""
    return compare_lines(old.lines, new.lines)


def _by_assembly(line: Line) -> tuple[str, ...]:
    return (plain(line.part_number), plain(line.assembly)) if line.part_number else ()


def _by_number(line: Line) -> tuple[str, ...]:
    return (plain(line.part_number),) if line.part_number else ()


def _by_name(line: Line) -> tuple[str, ...]:
    return (plain(line.description),) if line.description else ()


def changed_fields(old: Line, new: Line) -> tuple[str, ...]:
    """The fields in which a part differs, in the order in which they are told."""
    return tuple(name for name in COMPARED if getattr(old, name) != getattr(new, name))

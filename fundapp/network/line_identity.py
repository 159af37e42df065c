"""Which line of which revision is which part, so that what was said of a part stays said of it.

A line's id belongs to its table: after another row is put in above it, R12 is another part. The identity belongs to the
part and is carried from revision to revision by the comparison.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from fundapp.basis.fact import Fact, Text
from fundapp.network.bill import Bill, Line
from fundapp.network.bill_changes import changed_fields, twins


def identity_of(line: Line, revision: str) -> str:
    """The identity of a line in its revision. Rows from before identities were kept are themselves."""
    return line.identity or f"{revision}/{line.id}"


def with_identities(bill: Bill, before: Sequence[Bill], batch: str) -> Bill:
    """The bill with the identity of every line. `before` are the revisions on file, oldest first.

    A part is looked for in the same revision where it is corrected, then in the last one: what a correction dropped and
    another puts in again is the old part. `batch` makes the identities of new parts.
    """
    standing = next((one for one in before if one.revision == bill.revision), None)
    last = next((one for one in reversed(before) if one.revision != bill.revision), None)
    found: dict[int, str] = {}
    for source in filter(None, (standing, last)):
        taken = frozenset(found.values())
        left = [line for line in source.lines if identity_of(line, source.revision) not in taken]
        open_ = [at for at in range(len(bill.lines)) if at not in found]
        for place, line in twins(left, [bill.lines[at] for at in open_]).items():
            found[open_[place]] = identity_of(line, source.revision)
    lines = tuple(
        line.model_copy(update={"identity": found.get(at) or f"{batch}/{line.id}"})
        for at, line in enumerate(bill.lines)
    )
    return bill.model_copy(update={"lines": lines})


def moved(before: Bill, after: Bill) -> dict[str, str]:
    """Id of each line of `before` -> id of the same part in `after`; empty where it is no longer there."""
    now = {identity_of(line, after.revision): line.id for line in after.lines}
    return {line.id: now.get(identity_of(line, before.revision), "") for line in before.lines}


class LineFate(Fact):
    """What became of a part since a revision: the same, changed in these fields, or no longer in the bill."""

    state: Literal["same", "changed", "removed"]
    revision: Text
    """The revision in force; of a part that is gone, the first one without it."""
    part: Line
    """As it stands now, or stood last."""
    fields: tuple[Text, ...] = ()


def fate(bills: Sequence[Bill], revision: str, line_id: str, identity: str = "") -> LineFate | None:
    """What became of a line of an earlier revision. `identity` is what was frozen with it, where it was.

    None when no revision on file holds it.
    """
    then = next((one for one in bills if one.revision == revision), None)
    named = _line(then.lines, line_id) if then else None
    wanted = identity or (identity_of(named, revision) if named else "")
    places = [(bill, line) for bill in bills for line in bill.lines if identity_of(line, bill.revision) == wanted]
    if not places:
        return None
    before = next((line for bill, line in places if bill.revision == revision), places[0][1])
    bill, now = places[-1]
    if bill.revision != bills[-1].revision:
        after = bills[[one.revision for one in bills].index(bill.revision) + 1]
        return LineFate(state="removed", revision=after.revision, part=now)
    fields = changed_fields(before, now)
    return LineFate(state="changed" if fields else "same", revision=bill.revision, part=now, fields=fields)


def _line(lines: Iterable[Line], line_id: str) -> Line | None:
    return next((line for line in lines if line.id == line_id), None)

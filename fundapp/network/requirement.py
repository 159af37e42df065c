"""What a line asks of whoever makes it: the process, and the bounds that its text states."""

import re
from collections.abc import Iterable, Mapping
from math import ceil

from fundapp.basis.fact import Fact, Text
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.capability import LineProcess, Material, material_of
from fundapp.network.columns import plain
from fundapp.network.process import SUPPLY, Found, How, ProcessTree

_SIZE = re.compile(r"(?:[φøl]=?\s?|l\s?=\s?)(\d{2,5})|(\d{2,5})\s?mm")
_GRADE = re.compile(r"(?<![a-z0-9])(?:it|h|js|g|k)(\d{1,2})(?!\d)")
_ELECTRONIC = frozenset({"electronics", "electrical", "testing", "design"})


class Requirement(Fact):
    """What one line needs. `process` is a process or a family; empty when a person must say it."""

    line_id: Text
    process: Text = ""
    word: Text = ""
    how: How | None = None
    material: Material | None = None
    largest_mm: int | None = None
    tolerance_grade: int | None = None
    certificates: tuple[Text, ...] = ()
    pieces: int = 1


def requirements(bill: Bill, tree: ProcessTree, set_by_person: Iterable[LineProcess] = ()) -> tuple[Requirement, ...]:
    """What each line that comes from outside needs, in the order of the bill."""
    said = {one.line_id: one for one in set_by_person}
    families = {kind: _families(tree, kind) for kind in LineKind}
    return tuple(_required(line, bill.lot, tree, families, said.get(line.id)) for line in bill.sourcing_lines())


def _families(tree: ProcessTree, kind: LineKind) -> frozenset[str]:
    every = frozenset(one.id for one in tree.families)
    if kind is LineKind.BOUGHT_OUT:
        return every & {SUPPLY}
    return every & _ELECTRONIC if kind is LineKind.ELECTRONIC else every - {SUPPLY}


def _required(
    line: Line, lot: int, tree: ProcessTree, families: Mapping[LineKind, frozenset[str]], said: LineProcess | None
) -> Requirement:
    if said is not None:
        found: Found | None = Found(process=said.process, word="", how="person")
    else:
        found = tree.find(line.description, line.material, families[line.kind])
    text = plain(line.description)
    sizes = [int(one or other) for one, other in _SIZE.findall(text)]
    grades = [int(one) for one in _GRADE.findall(text) if 1 <= int(one) <= 18]
    return Requirement(
        line_id=line.id,
        process=found.process if found else "",
        word=found.word if found else "",
        how=found.how if found else None,
        material=material_of(line.material),
        largest_mm=(said.largest_mm if said else None) or max(sizes, default=None),
        tolerance_grade=(said.tolerance_grade if said else None) or min(grades, default=None),
        certificates=said.certificates if said else (),
        pieces=max(1, ceil(line.quantity * lot)),
    )

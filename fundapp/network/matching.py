"""Lines to members who are able: first what rules out, then an order, and why each one is there.

The order: whoever names the material before whoever names none, and within that by standing: confirmed lately, on time,
with hours free. Hundreds of thousands of capabilities are compared as columns of numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from fundapp.basis.fact import Fact, Text
from fundapp.network.capability import MATERIALS, Capability
from fundapp.network.process import ProcessTree
from fundapp.network.requirement import Requirement

MOST = 50
"""So many members are named for one line; more is no help to whoever asks them."""

Why = Literal["process", "family", "material", "size", "tolerance", "lot", "certificate", "fresh", "stale", "hours"]
"""What speaks for a match (`stale` against it): the process itself or one of its family, and each bound that is met."""

_UNBOUND = np.iinfo(np.int64).max
_MONTHS_SCORED, _HOURS_SCORED, _UNKNOWN_RATE = 36, 200, 0.7

Ints = npt.NDArray[np.int64]


class Match(Fact):
    """A member who is able to make a line, and why."""

    line_id: Text
    member_id: Text
    capability_id: Text
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """The capabilities of one process, the best standing first."""

    at: Ints
    member: Ints
    material: Ints
    largest: Ints
    grade: Ints
    lot_min: Ints
    lot_max: Ints
    certificate: Ints


class Directory:
    """Capabilities made ready for matching on a day."""

    def __init__(self, capabilities: Sequence[Capability], on: date) -> None:
        self.capabilities = capabilities
        self._on = on
        self._certificate_bits: dict[str, int] = {}
        by_process: dict[str, list[int]] = {}
        for at, one in enumerate(capabilities):
            by_process.setdefault(one.process, []).append(at)
        members = {name: n for n, name in enumerate({one.member_id: None for one in capabilities})}
        self._columns = {process: self._made(found, members) for process, found in by_process.items()}

    def members_for(self, one: Requirement, tree: ProcessTree, most: int = MOST) -> Ints:
        """Positions of the capabilities that can make a line, a member once, the best first."""
        wanted = [self._columns[process] for process in sorted(tree.within(one.process)) if process in self._columns]
        found = [self._fitting(columns, one, most) for columns in wanted]
        if len(found) <= 1:
            return found[0] if found else np.empty(0, dtype=np.int64)
        # Of a family: its processes in turn, so that none hides the others.
        turns = np.concatenate([np.arange(len(part)) for part in found])
        merged = np.concatenate(found)[np.argsort(turns, kind="stable")]
        members = [self.capabilities[at].member_id for at in merged.tolist()]
        first = {member: n for n, member in reversed(list(enumerate(members)))}
        return merged[sorted(first.values())][:most]

    def match(self, one: Requirement, tree: ProcessTree, most: int = MOST) -> tuple[Match, ...]:
        """The members for a line with the reasons."""
        return tuple(self._match(one, at) for at in self.members_for(one, tree, most).tolist())

    def _made(self, found: list[int], members: dict[str, int]) -> _Columns:
        standing = np.array([self._standing(self.capabilities[at]) for at in found])
        found = [found[n] for n in np.argsort(-standing, kind="stable").tolist()]
        mine = [self.capabilities[at] for at in found]
        return _Columns(
            at=np.array(found, dtype=np.int64),
            member=np.array([members[one.member_id] for one in mine], dtype=np.int64),
            material=np.array([_bits(one.materials) for one in mine], dtype=np.int64),
            largest=_bound([one.largest_mm for one in mine], _UNBOUND),
            grade=_bound([one.tolerance_grade for one in mine], 0),
            lot_min=_bound([one.lot_min for one in mine], 0),
            lot_max=_bound([one.lot_max for one in mine], _UNBOUND),
            certificate=np.array([self._certificates(one.certificates) for one in mine], dtype=np.int64),
        )

    def _standing(self, one: Capability) -> float:
        """0 to 3: a year's silence, days late and full order books each count for as much."""
        months = (self._on - one.confirmed_on).days / 30.4
        fresh = 1 - min(max(months, 0.0), _MONTHS_SCORED) / _MONTHS_SCORED
        hours = min(one.free_hours_per_month or 0, _HOURS_SCORED) / _HOURS_SCORED
        return fresh + hours + (_UNKNOWN_RATE if one.on_time_rate is None else float(one.on_time_rate))

    def _certificates(self, named: Iterable[str]) -> int:
        return sum(self._certificate_bits.setdefault(name, 1 << len(self._certificate_bits)) for name in set(named))

    def _fitting(self, columns: _Columns, one: Requirement, most: int) -> Ints:
        fits = (columns.lot_min <= one.pieces) & (columns.lot_max >= one.pieces)
        if one.largest_mm is not None:
            fits &= columns.largest >= one.largest_mm
        if one.tolerance_grade is not None:
            fits &= columns.grade <= one.tolerance_grade
        if one.certificates:
            if any(name not in self._certificate_bits for name in one.certificates):
                return np.empty(0, dtype=np.int64)
            wanted = self._certificates(one.certificates)
            fits &= (columns.certificate & wanted) == wanted
        if one.material is None:
            places = np.flatnonzero(fits)
        else:
            named = columns.material & _bits((one.material,)) != 0
            # Who names the material first; who names none may be asked; who names others cannot.
            places = np.flatnonzero(fits & named)
            if len(places) < most:
                places = np.concatenate([places, np.flatnonzero(fits & (columns.material == 0))])
        # A member may say the same process twice, for two sizes: it is named once.
        head = places[: most * 2]
        return columns.at[head[np.sort(np.unique(columns.member[head], return_index=True)[1])][:most]]

    def _match(self, one: Requirement, at: int) -> Match:
        able = self.capabilities[at]
        why: list[Why] = ["process" if able.process == one.process else "family"]
        said: tuple[tuple[Why, bool], ...] = (
            ("material", one.material is not None and one.material in able.materials),
            ("size", one.largest_mm is not None and able.largest_mm is not None),
            ("tolerance", one.tolerance_grade is not None and able.tolerance_grade is not None),
            ("lot", able.lot_min is not None or able.lot_max is not None),
            ("certificate", bool(one.certificates)),
            ("hours", bool(able.free_hours_per_month)),
        )
        why += [name for name, holds in said if holds]
        why.append("stale" if able.is_stale(self._on) else "fresh")
        return Match(line_id=one.line_id, member_id=able.member_id, capability_id=able.id, why=tuple(why))


def _bits(materials: Iterable[str]) -> int:
    return sum(1 << MATERIALS.index(one) for one in set(materials))


def _bound(values: Iterable[int | None], absent: int) -> Ints:
    return np.array([absent if value is None else value for value in values], dtype=np.int64)

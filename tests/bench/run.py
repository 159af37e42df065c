"""Measurements as ratios against a named floor, both in one run: `uv run tests/bench/run.py [NAME …] [--json FILE]`.

Nothing here asserts: a figure is read by people, and a slow machine is no fault of the code.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))

import bills
import crowd
import documents
import facts
import matching
import plan
import record
import returns
import taps
import weighing
from figure import Figure

import pages

BENCHES: dict[str, Callable[[], list[Figure]]] = {
    "append": record.append,
    "fold": record.fold,
    "book": record.book,
    "facts": facts.grow,
    "matching": matching.match,
    "bills": bills.bills,
    "plan": plan.plan,
    "minutes": documents.minutes,
    "rates": returns.rates,
    "flips": weighing.flips,
    "start": pages.start,
    "rerun": pages.rerun,
    "taps": taps.taps,
    "level": taps.level,
    "scoring": crowd.scoring,
    "seen": crowd.seen,
    "following": crowd.following,
}


def row(figure: Figure) -> str:
    """One line of the table: what, ours, the floor, and the ratio of their medians."""
    ours, floor = statistics.median(figure.ours_ms), statistics.median(figure.floor_ms)
    low, high = min(figure.ours_ms), max(figure.ours_ms)
    return (
        f"| {figure.what} | {ours:.2f} ({low:.2f} to {high:.2f}) | {figure.floor}: {floor:.2f} | {ours / floor:.2f} |"
    )


def main() -> None:
    """Run the benches that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    print("| what | ours, ms: median (least to most) | floor, ms | ratio |\n|---|---|---|---|", flush=True)
    found: list[Figure] = []
    for name in given.names or BENCHES:
        for figure in BENCHES[name]():
            print(row(figure), flush=True)
            found.append(figure)
    if given.json:
        given.json.write_text(json.dumps([vars(figure) for figure in found], indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Measurements as ratios against a named floor, both in one run.

`uv run tests/bench/run.py [NAME …] [--json FILE]` prints a table; `--page TABLE …` makes
docs/performance.md of such tables. Nothing here asserts: a figure is read by people, and a slow machine is no
fault of the code.
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
import directory
import documents
import facts
import fund
import matching
import plan
import record
import reports
import returns
import taps
import weighing
from figure import Figure

import pages

ROOT = Path(__file__).parents[2]
BENCHES: dict[str, Callable[[], list[Figure]]] = {
    "append": record.append,
    "fold": record.fold,
    "book": record.book,
    "past": fund.past,
    "facts": facts.grow,
    "directory": directory.directory,
    "matching": matching.match,
    "bills": bills.bills,
    "plan": plan.plan,
    "minutes": documents.minutes,
    "bundle": documents.bundle,
    "report": reports.lp_report,
    "rates": returns.rates,
    "flips": weighing.flips,
    "ranking": weighing.ranking,
    "start": pages.start,
    "rerun": pages.rerun,
    "fund": fund.pages,
    "taps": taps.taps,
    "frame": taps.frame,
    "level": taps.level,
    "scoring": crowd.scoring,
    "seen": crowd.seen,
    "following": crowd.following,
}


HEAD = "| what | ours, ms: median (least to most) | floor, ms | ratio | at most |\n|---|---|---|---|---|"


def row(figure: Figure) -> str:
    """One line of the table: what, ours, the floor, the ratio of their medians, and what it should not exceed."""
    ours, floor = statistics.median(figure.ours_ms), statistics.median(figure.floor_ms)
    low, high = min(figure.ours_ms), max(figure.ours_ms)
    limit = (
        "" if figure.at_most is None else f"{figure.at_most:g}{'' if figure.ratio <= figure.at_most else ' (missed)'}"
    )
    return (
        f"| {figure.what} | {ours:.2f} ({low:.2f} to {high:.2f}) | {figure.floor}: {floor:.2f} | {figure.ratio:.2f} |"
        f" {limit} |"
    )


def page(tables: list[Path]) -> str:
    """docs/performance.md, from tables that were printed before."""
    told = (ROOT / "tests/bench/performance.md").read_text(encoding="utf-8")
    lines = [line for one in tables for line in one.read_text(encoding="utf-8").splitlines()]
    rows = [line for line in lines if line.startswith("| ") and line.count("|") == HEAD.count("|") // 2]
    return told.replace("@TABLE@", "\n".join([HEAD, *(line for line in rows if line not in HEAD)]))


def main() -> None:
    """Run the benches that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--page", type=Path, nargs="+", metavar="TABLE", help="write docs/performance.md from tables")
    given = parser.parse_args()
    if given.page:
        (ROOT / "docs/performance.md").write_text(page(given.page), encoding="utf-8")
        return
    print(HEAD, flush=True)
    found: list[Figure] = []
    for name in given.names or BENCHES:
        for figure in BENCHES[name]():
            print(row(figure), flush=True)
            found.append(figure)
    if given.json:
        given.json.write_text(json.dumps([vars(figure) for figure in found], indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The command on dated flows: returns."""

import argparse
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.yen import MAX_YEN
from fundapp.cli.reading import content_of
from fundapp.cli.telling import refuse
from fundapp.text.catalogue import _

if TYPE_CHECKING:
    from fundapp.basis.grid import Grid
    from fundapp.fund.returns import Returns

T = TypeVar("T")


def add(commands: Any) -> None:
    """Add this command to the command line."""
    returns = commands.add_parser("returns", help=_("multiples and annual rate of dated flows, also against an index"))
    returns.add_argument(
        "file",
        type=Path,
        metavar="FLOWS",
        help=_("date,amount_yen: negative what is paid in, positive what comes back"),
    )
    returns.add_argument("--nav", type=_yen, default=0, metavar="YEN", help=_("what is left on the last day"))
    returns.add_argument("--committed", type=_yen, metavar="YEN", help=_("what the investor promised to pay in all"))
    returns.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="DAY",
        help=_("the day of the figures; the last day of the flows unless given"),
    )
    returns.add_argument("--index", type=Path, metavar="FILE", help=_("date,level of an index to compare with"))
    returns.add_argument("--json", action="store_true", help=_("answer in JSON"))
    returns.set_defaults(carry_out=_returns)


def _yen(word: str) -> int:
    amount = int(word.replace(",", "").replace("_", ""))
    if not 0 <= amount <= MAX_YEN:
        raise ValueError(word)
    return amount


def _returns(given: argparse.Namespace) -> int:
    from fundapp.fund.flows_table import read_flows, read_index
    from fundapp.fund.returns import returns

    flows = _table(given.file, read_flows)
    index = _table(given.index, read_index) if given.index else ()
    if flows is None or index is None:
        return 1
    as_of = given.on or max(flow.on for flow in flows)
    found = returns(flows, as_of, nav_yen=given.nav, committed_yen=given.committed, index=index)
    if given.json:
        print(json.dumps(_in_json(found), ensure_ascii=False, indent=1))
    else:
        _tell(found)
    return 0


def _table(path: Path, read: "Callable[[Grid], T | Refusal]") -> T | None:
    from fundapp.intake.table import read_table

    content = content_of(path)
    if content is None:
        return None
    grid = read_table(path.name, content)
    found = grid if isinstance(grid, Refusal) else read(grid)
    if isinstance(found, Refusal):
        refuse(found)
        return None
    return found


def _figures(found: "Returns") -> dict[str, float | Problem]:
    """Each figure or why there is none, by its name in JSON."""
    from fundapp.fund.annual_rate import NoRate
    from fundapp.fund.returns import Multiple

    figures: dict[str, Multiple | float | NoRate] = {
        "dpi": found.dpi,
        "rvpi": found.rvpi,
        "tvpi": found.tvpi,
        "xirr": found.rate,
    }
    if found.pic is not None:
        figures["pic"] = found.pic
    if found.comparison is not None:
        figures |= {"ks_pme": found.comparison.ks_pme, "direct_alpha": found.comparison.direct_alpha}
    shown: dict[str, float | Problem] = {}
    for name, one in figures.items():
        if isinstance(one, float):
            shown[name] = one
        elif isinstance(one, Multiple) and one.value is not None:
            shown[name] = float(one.value)
        else:
            assert one.problem is not None, "a figure has a value or a reason"
            shown[name] = one.problem
    return shown


def _roots(found: "Returns") -> list[float]:
    return [] if isinstance(found.rate, float) else list(found.rate.roots)


def _in_json(found: "Returns") -> dict[str, Any]:
    figures = _figures(found)
    return {
        "as_of": found.as_of.isoformat(),
        "paid_in_yen": found.paid_in_yen,
        "distributed_yen": found.distributed_yen,
        "nav_yen": found.nav_yen,
        **{name: None if isinstance(one, Problem) else one for name, one in figures.items()},
        "roots": _roots(found),
        "reasons": {name: _reason(one) for name, one in figures.items() if isinstance(one, Problem)},
    }


def _reason(problem: Problem) -> str:
    from fundapp.text.refusal_text import problem_text

    return problem_text(problem)


def _tell(found: "Returns") -> None:
    from fundapp.text.figures import yen

    names = {
        "pic": "PIC",
        "dpi": "DPI",
        "rvpi": "RVPI",
        "tvpi": "TVPI",
        "xirr": "XIRR",
        "ks_pme": "KS-PME",
        "direct_alpha": "Direct Alpha",
    }
    print(
        _("Paid in {paid_in}, came back {distributed}, left {nav} on {day}.").format(
            paid_in=yen(found.paid_in_yen),
            distributed=yen(found.distributed_yen),
            nav=yen(found.nav_yen),
            day=found.as_of.isoformat(),
        )
    )
    for name, one in _figures(found).items():
        if isinstance(one, Problem):
            shown = _reason(one)
        else:
            shown = f"{one:.2%}" if name in ("xirr", "direct_alpha") else f"{one:.4f}"
        print(f"  {names[name]:<14} {shown}")
    if roots := _roots(found):
        print(f"  {'':<14} {'  '.join(f'{root:.2%}' for root in roots)}")

"""The tables that everything obeys, printed from the code: `uv run tests/tables.py write` renews docs/TABLES.md."""

import sys
from collections.abc import Iterable
from pathlib import Path

from fundapp.basis.roles import Role
from fundapp.committee.gates import REQUIRED, counting_for
from fundapp.record.events import EVENTS
from fundapp.record.inquiry_commands import BY_LINK
from fundapp.record.permissions import PERMITTED
from fundapp.ui.desks import DESKS

PAGE = Path(__file__).parent.parent / "docs/TABLES.md"
GATES = tuple(f"G{number}" for number in range(7))
NEEDS = {"pass": "must pass", "pass_or_exception": "must pass, or exception"}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """Lines of a Markdown table."""
    columns = list(head)
    return [f"| {' | '.join(row)} |" for row in (columns, ["---"] * len(columns), *map(list, rows))]


def marks(roles: frozenset[Role]) -> list[str]:
    """A mark under each role that is among `roles`."""
    return ["yes" if role in roles else "" for role in Role]


def lines() -> list[str]:
    """The whole page."""
    commands = sorted(PERMITTED.items(), key=lambda pair: pair[0].__name__)
    pages = [page for desk in DESKS for page in desk.pages]
    resolutions = (
        [
            resolution,
            counting_for(resolution).replace("_", " "),
            *(NEEDS.get(needs.get(gate, ""), "") for gate in GATES),
        ]
        for resolution, needs in REQUIRED.items()
    )
    return [
        "# Tables",
        "",
        "Printed from the code by `uv run tests/tables.py write`; a test holds this page to it.",
        "",
        "## Role x command",
        "",
        "Everything not named is refused. Whether a person sits on the seat or chairs the item is asked besides.",
        "",
        *table(
            ["command", *Role, "the link's addressee"],
            ([f"`{kind.__name__}`", *marks(roles), "yes" if kind in BY_LINK else ""] for kind, roles in commands),
        ),
        "",
        "## Role x page",
        "",
        *table(["page", *Role], ([f"`{page.path}`", *marks(page.roles)] for page in pages)),
        "",
        "## Gate x resolution",
        "",
        "To build support or to decline for want of it, G3 or G4 must fail; to build it axis 2 must be near enough.",
        "",
        *table(["resolution", "support counted", *GATES], resolutions),
        "",
        "## Events of the record",
        "",
        *table(
            ["event", "shape", "what happened"],
            ([f"`{name}`", str(kind.schema_number), _first(kind)] for name, kind in EVENTS.items()),
        ),
        "",
    ]


def _first(kind: type) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        PAGE.write_text("\n".join(lines()), encoding="utf-8")
    else:
        print("\n".join(lines()))

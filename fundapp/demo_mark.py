"""The mark that a data folder is a demo: when it was built, from which scenario, and who can be played in it.

The passwords in it are those of fictional people and are printed by `fundapp demo`; a folder without the mark
shows no cards.
"""

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from fundapp.basis.fact import Bilingual, Fact, Text
from fundapp.basis.roles import Role

NAME = "demo.json"

Scenario = Literal["before", "open", "finished"]
"""Before the meeting of the day, in the middle of it, or after it."""


class DemoSignIn(Fact):
    """One fictional person whom a visitor may play."""

    label: Bilingual
    """The seat or role, such as "TLO's seat"."""
    person: Bilingual
    """Who it is, such as "president, 70"."""
    name: Text
    password: Text
    roles: frozenset[Role]


class DemoLink(Fact):
    """A link that a visitor may follow as its addressee: a member who is asked, a president who is to agree."""

    label: Bilingual
    person: Bilingual
    address: Text
    """The path on this server, with the signed token."""


class DemoMark(Fact):
    """What a demo folder says of itself."""

    built_on: date
    scenario: Scenario
    sign_ins: tuple[DemoSignIn, ...]
    links: tuple[DemoLink, ...] = ()


def read_mark(folder: Path) -> DemoMark | None:
    """The mark of a data folder; None when the folder is no demo, or its mark was written by another version."""
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        return DemoMark.model_validate_json(path.read_bytes())
    except ValidationError:
        return None


def write_mark(folder: Path, mark: DemoMark) -> None:
    """Mark a data folder as a demo."""
    (folder / NAME).write_text(mark.model_dump_json(indent=2), encoding="utf-8")

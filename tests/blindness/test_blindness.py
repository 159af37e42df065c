"""Nothing hidden can be told from what is shown: for each viewer and each surface, two lives look the same.

The lives differ in what the viewer may not see and in nothing else (lives.py). What may be told although it is hidden
(item numbers, how many have scored, the balance after a resolution, numbers of records) is the same in all of them.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

import pytest
from blindness.lives import INSIDE, OWNER, PLAIN, SHUT, UNTOLD, Hidden, Life, as_in_every_life, lived
from blindness.surfaces import LINKS, documents, exports, links, pages, the_score
from every_kind import UNREVEALED
from small_fund import ADMINISTRATOR, AUDITOR, LP, MANAGER, MEMBERS, OUTSIDE, SECRETARIAT

from fundapp.basis.ids import is_uuid7
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.desk import FUND
from fundapp.store import log

Viewer = TypeVar("Viewer", Actor, str)
Surface = Callable[[Life, Viewer], Iterator[tuple[str, object]]]

VIEWERS: dict[str, tuple[Actor, Hidden]] = {
    "member": (MEMBERS["association"], UNTOLD),
    "recused member": (MEMBERS["tlo"], SHUT),
    "alternate": (OUTSIDE, UNTOLD),
    "manager": (MANAGER, UNTOLD),
    "secretariat": (SECRETARIAT, UNTOLD),
    "auditor": (AUDITOR, UNTOLD),
    "limited partner": (LP, INSIDE),
    "administrator": (ADMINISTRATOR, INSIDE),
}
"""Who looks -> the person, and a life that differs from the plain one in what this person may not see."""


@pytest.fixture(scope="module")
def life_with(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Hidden], Life]]:
    """The life in which this is hidden, lived once."""
    found: dict[Hidden, Life] = {}

    def live_once(hidden: Hidden) -> Life:
        if hidden not in found:
            with as_in_every_life():
                found[hidden] = lived(tmp_path_factory.mktemp("life") / "data", hidden)
        return found[hidden]

    yield live_once
    for life in found.values():
        life.desk.database.close()


@pytest.fixture(scope="module")
def shown(life_with) -> Callable[[Surface[Viewer], Hidden, Viewer], dict[str, object]]:
    """All that a surface shows this viewer in the life in which this is hidden."""
    return cache(lambda surface, hidden, who: dict(surface(life_with(hidden), who)))


def differences(here: dict[str, object], there: dict[str, object]) -> dict[str, str]:
    """Where two lives are told apart, with the first difference."""
    assert here.keys() == there.keys()
    return {name: _first(here[name], there[name]) for name in here if here[name] != there[name]}


def _first(one: object, other: object) -> str:
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return next(f"{key}: {_first(one[key], other[key])}" for key in one if one[key] != other[key])
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        return next(_first(a, b) for a, b in zip(one, other, strict=True) if a != b)
    a, b = str(one), str(other)
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return f"…{a[max(0, at - 60) : at + 60]}… and …{b[max(0, at - 60) : at + 60]}…"


@pytest.mark.parametrize("surface", [pages, documents, exports])
@pytest.mark.parametrize("name", VIEWERS)
def test_nothing_hidden_can_be_told(shown, name: str, surface: Surface[Actor]) -> None:
    who, hidden = VIEWERS[name]
    assert differences(shown(surface, PLAIN, who), shown(surface, hidden, who)) == {}


@pytest.mark.parametrize("address", LINKS)
def test_nothing_hidden_can_be_told_by_who_has_a_link(shown, address: str) -> None:
    assert differences(shown(links, PLAIN, address), shown(links, UNTOLD, address)) == {}


SHUT_SURFACES = {
    *("today/home", "committee/proposals", "committee/proposal", "committee/meeting", "committee/circulation"),
    *("committee/minutes", "committee/paper", "network/needs", "network/sourcing", "fund/forecast"),
    *("minutes-pdf", "minutes-md", "minutes-json", "minutes-docx", "papers-pdf", "circulated-papers", "paper"),
    *("score-sheets-pdf", "support-menu-committee", "support-menu-company", "audit-pack"),
    *("papers", "registers/proposal.csv", "record/items.json", "record/notes.json", "registers/company_cash.json"),
}
"""Where somebody who takes part in the three items sees what the recused member does not."""


def test_the_comparison_finds_what_others_may_see(shown) -> None:
    """Whoever is not recused, and the owner of the marks: there the same lives do differ."""
    found = set[str]()
    for surface in (pages, documents, exports):
        found |= differences(shown(surface, PLAIN, SECRETARIAT), shown(surface, SHUT, SECRETARIAT)).keys()
    assert {name.partition(" ")[0] for name in found} >= SHUT_SURFACES
    assert shown(the_score, PLAIN, MEMBERS[OWNER]) != shown(the_score, UNTOLD, MEMBERS[OWNER])


def test_every_surface_is_compared_in_both_languages(shown) -> None:
    """By one viewer or another, wherever it is open to somebody."""
    found: dict[str, set[str]] = {}
    for who, _hidden in VIEWERS.values():
        for name, what in {**shown(pages, PLAIN, who), **shown(documents, PLAIN, who)}.items():
            surface, _space, language = name.rpartition(" ")
            if what != "shut" and not isinstance(what, Refusal):
                found.setdefault(surface, set()).add(language)
    assert {name: languages for name, languages in found.items() if languages != {"ja", "en"}} == {}
    assert len(found) > 90


def test_a_fingerprint_cannot_be_tried_out(life_with, shown) -> None:
    """The hash of a mark that is not revealed is in the audit pack; the order's id, which is in it too, is nowhere."""
    life = life_with(PLAIN)
    with life.desk.database.read() as connection:
        entries = log.events_after(connection, FUND, 0, 10_000)
    hidden = [one for one in entries if one.kind == "ScorecardSubmitted" and UNREVEALED in one.body]
    assert len(hidden) == 3
    given = repr([shown(documents, PLAIN, AUDITOR), shown(exports, PLAIN, AUDITOR)])
    for one in hidden:
        assert one.hash in given
        assert one.command_id not in given
        assert is_uuid7(one.command_id), "seventy-four bits of chance"

"""Every surface of the product as plain data, so that what a person gets in two lives can be compared."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import pytest
import typst
from blindness.lives import APPROVED, CIRCULATING, PLAIN, Life, as_in_every_life, sha256
from every_kind import UNREVEALED
from pandas.io.formats import style_render
from PIL import Image
from small_fund import AUDITOR, DAY, LP, MEMBERS, SECRETARIAT
from starlette.applications import Starlette
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest
from web.conftest import Visitor

from fundapp.basis.language import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.documents.export import export_files
from fundapp.documents.minutes_docx import minutes_docx
from fundapp.places import ui_script
from fundapp.text.catalogue import _, use
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from fundapp.web import EXCEPTION_HANDLERS, minutes_in_word, process, routes
from fundapp.web.documents_on_offer import MAKERS

APP = Starlette(routes=routes(), exception_handlers=EXCEPTION_HANDLERS)
CODES = ("PR-1", "PR-2", "PR-4K", "PR-6K")
DEALS = (f"r-{APPROVED}", "r-m1-PR-3")
ADDRESSES: dict[str, tuple[dict[str, str], ...]] = {
    "committee/proposal": tuple({"proposal": one} for one in CODES),
    "committee/replay": ({}, {"item": APPROVED}),
    "committee/minutes": ({"meeting": "1"}, {"meeting": "3"}),
    "network/needs": ({"proposal": "PR-4K"},),
    "network/sourcing": ({"proposal": "PR-2"}, {"proposal": "PR-4K"}),
    "fund/investment": tuple({"deal": one} for one in DEALS),
    "fund/forecast": ({}, {"agenda": "1"}),
}
"""What the address of a page may name; a page that is not here is asked for by itself."""
ITEMS = (APPROVED, UNREVEALED, CIRCULATING)
MEETINGS = tuple({"meeting": f"m{number}"} for number in range(1, 5))
ON = ({"on": (DAY + timedelta(days=93)).isoformat()},)
PROPOSALS = tuple({"proposal": one} for one in CODES)
LETTERS = tuple({"inquiry": f"inquiry-{n}", "message": kind} for n in (1, 2) for kind in ("ask", "remind", "result"))
NOTHING: tuple[dict[str, str], ...] = ({},)
QUERIES: dict[str, tuple[dict[str, str], ...]] = {
    **dict.fromkeys(("minutes-pdf", "minutes-md", "minutes-json"), (*MEETINGS, {"meeting": "m1", "version": "1"})),
    "minutes-docx": MEETINGS[:1],
    "word-template": NOTHING,
    "invitation-ics": ({"planned": "plan-1"}, {}),
    "papers-pdf": ({"planned": "plan-1"},),
    "circulated-papers": tuple({"item": one} for one in (*ITEMS, "m3-PR-5")),
    "seat-cards": NOTHING,
    "summons-messages": (*MEETINGS, {"planned": "plan-1"}),
    **dict.fromkeys(("members-csv", "members-xlsx", "processes-csv", "processes-xlsx"), NOTHING),
    **dict.fromkeys(("machines-csv", "machines-xlsx"), NOTHING),
    "referral": ({"referral": "referral-1"},),
    **dict.fromkeys(("commitments-csv", "commitments-xlsx", "portfolio-csv", "portfolio-xlsx"), NOTHING),
    "paper": tuple({"proposal": f"id-PR-{n}", "file": sha256(word)} for n in (4, 5, 6) for word in ("Kurage", "Ebi")),
    "score-sheets-pdf": tuple({"item": one} for one in ITEMS),
    **dict.fromkeys(("partners-csv", "partners-xlsx", "fund-days", "journal-csv", "journal-xlsx"), NOTHING),
    "call-notice": ({"of": "call-1", "partner": "1"},),
    "distribution-notice": ({"of": "d-1", "partner": "1"},),
    **dict.fromkeys(("opening-template", "opening-tables"), NOTHING),
    "opening-file": ({"sha256": sha256("the tables")},),
    "lp-report": tuple({**one, "partner": "1"} for one in ON),
    **dict.fromkeys(("statements-pdf", "statements-xlsx", "audit-pack"), ON),
    **dict.fromkeys(("support-menu-committee", "support-menu-company"), PROPOSALS),
    **dict.fromkeys(("inquiry-messages", "inquiry-sheets"), LETTERS),
    "inquiry-sheet": ({"inquiry": "inquiry-2", "file": "none"},),
}
"""Kind of document -> the questions that are put for it."""
LINKS = {
    "/answer/{token}": "member",
    "/answer/{token}/lines.xlsx": "member",
    "/answer/{token}/file/drawing-1": "told member",
    "/agree/{token}": "president",
    "/seat/{token}": "seat",
}
"""Address of a link -> who was sent it."""


SEARCHES = (
    "Search this table",
    "Search by company, support, provider or deliverable",
    "Search by number, name, state or cause",
    "Search the people",
    "Search by code, name, company or sector",
    "Search by code or name",
    "Search by name, person, place, machine or process",
    "Search by title, holder, field or user",
)
"""What the fields are called in which one searches; the house's tests find one that is not here."""
in_word = cache(minutes_docx)
"""The same content gives the same file, in whichever life."""


JAPANESE_FIRST = (MEMBERS["tlo"], SECRETARIAT, AUDITOR, LP)
OF_ONE_ALONE = ("committee/paper", "office/setup", "seat-cards", "summons-messages")
"""What only one of the viewers opens: in both languages."""


def spoken(who: Actor, name: str, place: int) -> Sequence[Language]:
    """The language in which this person has a surface: half of them in the one, half in the other, in turns."""
    both: Sequence[Language] = get_args(Language)
    return both if name in OF_ONE_ALONE else (both[(place + (who in JAPANESE_FIRST)) % len(both)],)


class Composed:
    """Stands in for the compiler of PDFs, whose output is a function of what it is handed: gives that."""

    def __init__(self, root: str, font_paths: object) -> None:
        self.attached = {path.name: path.read_bytes() for path in sorted(Path(root).iterdir())}

    def compile(self, **handed: Any) -> bytes:
        # What lays a picture out looks at its head alone.
        head = io.BytesIO()
        if handed["format"] == "png":
            Image.new("1", (1, 1)).save(head, "PNG")
        return head.getvalue() + repr((sorted(handed.items()), self.attached)).encode()


@contextmanager
def at_the_desk(life: Life) -> Iterator[pytest.MonkeyPatch]:
    """This life's desk in the place of the process's own, with everything unfolded."""
    with as_in_every_life(begin=1_000_000), pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "_desk_at", lambda _folder: life.desk)
        patch.setattr(ExpanderContainer, "open", property(lambda _of: True, lambda _of, _value: None))
        patch.setattr(MediaFileManager, "add_deferred", _made_at_once)
        # The framework gives every table that is read a name by chance.
        patch.setattr(style_render, "uuid4", lambda: UUID(int=0))
        patch.setattr(typst, "Compiler", Composed)
        patch.setattr(minutes_in_word, "minutes_docx", in_word)
        yield patch


def _made_at_once(_manager: MediaFileManager, make: Callable[[], bytes], *_about: object, **_more: object) -> str:
    """A table as CSV is made when it is asked for; here at once, and told by its digest."""
    return hashlib.sha256(make()).hexdigest()


def pages(life: Life, who: Actor) -> Iterator[tuple[str, object]]:
    """(page with its address, what it draws) of every page that there is; of one that is shut to this person, that."""
    return _drawn(life, who, PAGES)


def the_score(life: Life, who: Actor) -> Iterator[tuple[str, object]]:
    """The first page and one's own score."""
    return _drawn(life, who, ["committee/score"])


def _drawn(life: Life, who: Actor, paths: Iterable[str]) -> Iterator[tuple[str, object]]:
    with at_the_desk(life) as patch:
        patch.setattr(gate, "actor_of", lambda *_: who)
        asked = [(path, address) for path in paths for address in ADDRESSES.get(path, NOTHING) if path != "today/home"]
        (language,) = spoken(who, "today/home", 0)
        use(language)
        screen = AppTest.from_file(ui_script(), default_timeout=60)
        screen.query_params["lang"] = language
        yield f"today/home {language}", _elements(screen.run())
        for place, (path, address) in enumerate(asked, start=1):
            for language in spoken(who, path, place):
                yield f"{path} {address or ''} {language}", _turned_to(screen, path, address, language)


def _turned_to(screen: AppTest, path: str, address: Mapping[str, str], language: Language) -> object:
    """What a page draws, and then what it draws for somebody who searches it for a hidden word."""
    try:
        screen.switch_page(str(PAGES[path].file))
    except ValueError:
        return "shut"
    screen.query_params = {"lang": language, **address}
    drawn = _elements(screen.run())
    # The stand-in for a browser words the options of what it shows by itself when it sends them back, so it speaks the
    # last page's language until the next one is there.
    use(language)
    searches = [one for one in screen.text_input if one.label in map(_, SEARCHES)]
    for one in searches:
        one.set_value(PLAIN.matter)
    return (drawn, _elements(screen.run())) if searches else drawn


def _elements(screen: AppTest) -> list[tuple[str, str]]:
    """Every element as it is sent to the browser, whatever its kind: text, table, chart, options of a list, address."""
    assert not screen.exception, screen.exception
    sent = ((node.type, getattr(node, "proto", None)) for node in screen._tree)
    return [(kind, one.SerializeToString(deterministic=True).decode("latin-1")) for kind, one in sent if one]


def documents(life: Life, who: Actor) -> Iterator[tuple[str, object]]:
    """(document and what it is asked for, what comes) of every kind of document."""
    asked = [(kind, query) for kind in MAKERS for query in QUERIES.get(kind, NOTHING)]
    for place, (kind, query) in enumerate(asked):
        for language in spoken(who, kind, place):
            with at_the_desk(life):
                use(language)
                answer = MAKERS[kind](life.desk, who, query, language)
            told = answer if isinstance(answer, Refusal) else (answer.name, answer.media_type, unpacked(answer.content))
            yield f"{kind} {query or ''} {language}", told


def unpacked(content: bytes) -> object:
    """The bytes; of a package its parts, which do not name the hour of packing."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: unpacked(package.read(name)) for name in package.namelist()}


def exports(life: Life, who: Actor) -> Iterator[tuple[str, object]]:
    """(file, its bytes) of what this person takes out of the desk."""
    tables = life.desk.export(who)
    if isinstance(tables, Refusal):
        yield "export", tables
        return
    yield from export_files(tables)
    yield "papers", dict(life.desk.exported_papers(who))


def links(life: Life, address: str) -> Iterator[tuple[str, object]]:
    """(address, status and what comes) of what is behind a link, for which nobody needs an account."""
    for language in get_args(Language):
        with at_the_desk(life):
            answer = Visitor(APP, {"fundapp_language": language}).get(address.format(token=life.tokens[LINKS[address]]))
        yield f"{address} {language}", (answer.status, unpacked(answer.body))

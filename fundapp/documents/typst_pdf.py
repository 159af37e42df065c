"""Documents through typst: text comes in as data, is made printable first, and the same input gives the same bytes."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextvars import copy_context
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

import typst

from fundapp.basis.fact import Fact, Language
from fundapp.documents.glyphs import FONTS, printable
from fundapp.text.catalogue import use

Standard = Literal["a-3a", "ua-1"]
TEMPLATES = Path(__file__).parent / "templates"


class Attached(Fact):
    """A file inside a PDF; its name is of our own making."""

    name: str
    content: bytes
    about: str


@cache
def _fonts() -> typst.Fonts:
    """Only the shipped fonts, so that a PDF is the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def printed(value: Any) -> tuple[Any, int]:
    """Plain JSON data with every text made printable, and how many characters could not be."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        pairs = {key: printed(item) for key, item in value.items()}
        return {key: item for key, (item, _lost) in pairs.items()}, sum(lost for _item, lost in pairs.values())
    if isinstance(value, list):
        items = [printed(item) for item in value]
        return [item for item, _lost in items], sum(lost for _item, lost in items)
    return value, 0


def spoken(make: Callable[[], Fact], language: Language) -> dict[str, Any]:
    """What `make` tells in this language, made printable. The caller's language stays as it was."""

    def speak() -> dict[str, Any]:
        use(language)
        document: dict[str, Any]
        document, _lost = printed(make().model_dump(mode="json"))
        return document

    return copy_context().run(speak)


def _source(template: str) -> bytes:
    """A template behind the drawings that it may use."""
    return b"".join((TEMPLATES / name).read_bytes() for name in ("drawing.typ", template))


def typst_png(template: str, drawing: Mapping[str, Any], *, dots_per_inch: int) -> bytes:
    """`drawing`, already printable, as a picture: for documents that another program lays out."""
    with TemporaryDirectory() as root:
        compiler = typst.Compiler(root=root, font_paths=_fonts())
        handed = {"document": json.dumps(drawing, ensure_ascii=False)}
        png = compiler.compile(input=_source(template), format="png", ppi=dots_per_inch, sys_inputs=handed)
    return cast("bytes", png)


def typst_pdf(
    template: str,
    document: Mapping[str, Any],
    *,
    standards: Sequence[Standard],
    issued_at: datetime,
    inputs: Mapping[str, str] | None = None,
    attached: Sequence[Attached] = (),
) -> bytes:
    """`document`, already printable, laid out by a template of this house. `issued_at` needs a time zone."""
    files = [{"name": one.name, "about": printable(one.about)[0]} for one in attached]
    handed = {"document": json.dumps(document, ensure_ascii=False), "files": json.dumps(files), **(inputs or {})}
    # The compiler reads files of its root alone, which holds what is attached and nothing else.
    with TemporaryDirectory() as root:
        for one in attached:
            (Path(root) / one.name).write_bytes(one.content)
        # One compiler a call: a compiler keeps the inputs of its last document.
        compiler = typst.Compiler(root=root, font_paths=_fonts())
        pdf = compiler.compile(
            input=_source(template),
            format="pdf",
            sys_inputs=handed,
            pdf_standards=list(standards),
            # A PDF counts whole seconds.
            timestamp=issued_at.replace(microsecond=0),
        )
    return cast("bytes", pdf)

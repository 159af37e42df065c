"""The zip container of a workbook: looked through for what no parts list needs, before anything is read from it."""

from collections.abc import Mapping
from io import BytesIO
from typing import Protocol
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile
from zlib import error as DeflateError

from fundapp.intake.limits import Limits, UnfitError

DEEPEST = 64
"""Levels of XML elements; a workbook has about ten, and a hostile one a million."""
_MACRO_PARTS = ("vbaproject.bin", "basic/script-lc.xml")
_MACRO_FOLDERS = ("basic/", "scripts/", "xl/macrosheets/")
_CHUNK = 65_536
_DAMAGE = (expat.ExpatError, BadZipFile, DeflateError, ValueError, EOFError, NotImplementedError, RuntimeError)


class Walker(Protocol):
    """Is told each element of an XML part as it begins and ends."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; names are without their namespace's prefix."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """A piece of text."""


def open_container(content: bytes, limits: Limits) -> ZipFile:
    """The container, within the limits and without macros, links or encryption. Raises UnfitError."""
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
        raise UnfitError("file_unreadable") from error
    parts = archive.infolist()
    names = [part.filename.lower() for part in parts]
    if len(parts) > limits.zip_parts or sum(part.file_size for part in parts) > limits.inflated_bytes:
        raise UnfitError("file_hostile")
    if len(set(names)) < len(names) or any(part.flag_bits & 1 for part in parts):
        raise UnfitError("file_hostile")
    if any(_leads_outside(name) for name in names):
        raise UnfitError("file_hostile")
    if any(name.endswith(_MACRO_PARTS) or name.startswith(_MACRO_FOLDERS) for name in names):
        raise UnfitError("file_has_macros")
    if any(name.startswith("xl/externallinks/") for name in names):
        raise UnfitError("file_has_links")
    return archive


def _leads_outside(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/")


def walk_parts(archive: ZipFile, walkers: Mapping[str, Walker], *, others: bool = True) -> None:
    """Reads every XML part to its end, whatever its name. Raises UnfitError for a document type and for broken XML.

    Without `others` only the parts that have a walker.
    """
    for name in archive.namelist():
        if name not in walkers and not others:
            continue
        try:
            with archive.open(name) as part:
                head = part.read(_CHUNK)
                if not _is_xml(head):
                    continue
                scan = _Scan(walkers.get(name))
                while head:
                    scan.parser.Parse(head)
                    head = part.read(_CHUNK)
                scan.parser.Parse(b"", True)
        except _DAMAGE as error:
            raise UnfitError("file_unreadable") from error


def _is_xml(head: bytes) -> bool:
    """By its first sign, also in UTF-16: a reader follows relations, not the ends of names."""
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


class _Scan:
    """One XML part on its way through: no document type, no depths, and a walker who looks at it."""

    def __init__(self, walker: Walker | None) -> None:
        self.walker = walker
        self.depth = 0
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        if walker:
            self.parser.buffer_text = True
            self.parser.CharacterDataHandler = walker.text

    def _doctype(self, *_declaration: object) -> None:
        raise UnfitError("file_hostile")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnfitError("file_hostile")
        if self.walker:
            self.walker.start(name.rpartition(":")[2], attributes)

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self.walker:
            self.walker.end(name.rpartition(":")[2])

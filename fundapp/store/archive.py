"""The backup's archive: a zip with the database, the files, the secret, and a manifest with the digest of each."""

import hashlib
import json
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from pydantic import ValidationError

from fundapp.basis.fact import Fact, Text
from fundapp.store.connection import refuse, refusing

FORMAT = "fundapp/backup/1"
MANIFEST = "manifest.json"
BESIDE = ("secret", "demo.json")
"""Small files of a data folder that belong to it: the installation's secret, and the mark of a demo."""

_LARGEST_MANIFEST = 100_000_000
_CHUNK = 1 << 20
# Nothing else is unpacked, so no name in an archive leads out of the folder.
_PLACE = re.compile(rf"fundapp\.db|{'|'.join(map(re.escape, BESIDE))}|files/[0-9a-f]{{2}}/[0-9a-f]{{62}}")
_BROKEN = (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError)
"""What the zip library raises on an archive that is cut off, altered, encrypted, or no zip at all."""


class Tip(Fact):
    """How far a fund's record goes in a backup, and the hash of the last entry."""

    fund: Text
    records: int
    tip: Text


class Entry(Fact):
    """One file of the archive."""

    place: Text
    sha256: Text
    size_bytes: int


class Manifest(Fact):
    """What an archive holds. `data_version` is the version of the database's schema."""

    format: Text = FORMAT
    data_version: int
    made_at: Text
    tips: tuple[Tip, ...]
    entries: tuple[Entry, ...]


def write_archive(
    path: Path, sources: Iterable[tuple[str, Path]], *, data_version: int, made_at: str, tips: tuple[Tip, ...]
) -> Manifest:
    """Write `sources` (place in the archive, file) and their manifest to `path`, on the disk when this returns."""
    entries: list[Entry] = []
    # Made for its owner alone: it holds the secret and the committee's papers.
    with open(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as written:
        with ZipFile(written, "w", ZIP_DEFLATED) as archive:
            for place, source in sources:
                with source.open("rb") as read, archive.open(place, "w", force_zip64=True) as into:
                    sha256, size_bytes = _pour(read, into)
                entries.append(Entry(place=place, sha256=sha256, size_bytes=size_bytes))
            manifest = Manifest(data_version=data_version, made_at=made_at, tips=tips, entries=tuple(entries))
            archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
        written.flush()
        os.fsync(written.fileno())
    return manifest


def check_archive(path: Path, *, known: int) -> Manifest:
    """Read the whole archive and compare it with its manifest. Refusals as in `unpack`."""
    with _opened(path) as archive:
        manifest = _manifest(archive, path, known)
        with open(os.devnull, "wb") as nowhere:
            for entry in manifest.entries:
                _take(archive, entry, nowhere)
    return manifest


def unpack(path: Path, folder: Path, *, known: int) -> Manifest:
    """Unpack into an empty folder; every file is compared with the manifest and on the disk when this returns.

    Raises StoreRefusal backup_missing, backup_unreadable, backup_damaged; store_newer for data above version `known`.
    """
    with _opened(path) as archive:
        manifest = _manifest(archive, path, known)
        for entry in manifest.entries:
            target = folder / entry.place
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
                _take(archive, entry, written)
                written.flush()
                os.fsync(written.fileno())
    return manifest


@contextmanager
def _opened(path: Path) -> Iterator[ZipFile]:
    with refusing():
        if not path.is_file():
            refuse("backup_missing", file=str(path))
        try:
            with ZipFile(path) as archive:
                yield archive
        except _BROKEN:
            refuse("backup_unreadable", file=str(path))


def _manifest(archive: ZipFile, path: Path, known: int) -> Manifest:
    if archive.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
        refuse("backup_unreadable", file=str(path))
    try:
        told = json.loads(archive.read(MANIFEST))
        # The version is read first: what a newer one writes beside it is not ours to judge.
        if isinstance(told, dict) and isinstance(told.get("data_version"), int) and told["data_version"] > known:
            refuse("store_newer", found=told["data_version"], known=known)
        manifest = Manifest.model_validate(told)
    except (ValueError, ValidationError):
        refuse("backup_unreadable", file=str(path))
    places = [entry.place for entry in manifest.entries]
    whole = sorted(archive.namelist()) == sorted([MANIFEST, *places]) and "fundapp.db" in places
    if manifest.format != FORMAT or not whole or not all(map(_PLACE.fullmatch, places)):
        refuse("backup_unreadable", file=str(path))
    return manifest


def _take(archive: ZipFile, entry: Entry, into: IO[bytes]) -> None:
    with archive.open(entry.place) as read:
        # One byte more than there should be is read, so that a bomb is noticed and not unpacked.
        found = _pour(read, into, limit=entry.size_bytes + 1)
    if found != (entry.sha256, entry.size_bytes):
        refuse("backup_damaged", file=entry.place)


def _pour(read: IO[bytes], into: IO[bytes], limit: int | None = None) -> tuple[str, int]:
    """Copy, and return the SHA-256 and the size in bytes of what was copied."""
    digest, size_bytes = hashlib.sha256(), 0
    while chunk := read.read(_CHUNK if limit is None else min(_CHUNK, limit - size_bytes)):
        into.write(chunk)
        digest.update(chunk)
        size_bytes += len(chunk)
    return digest.hexdigest(), size_bytes

"""Files by the digest of their bytes, in the data folder: written and on the disk before the commit that names them."""

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from fundapp.store.connection import refuse, refusing

_SHA256 = re.compile(r"[0-9a-f]{64}")


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable. Windows does so by itself and cannot be asked."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Files:
    """The files of one data folder, each once, under files/ab/cdef… of its SHA-256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "files"

    def _path(self, sha256: str) -> Path:
        # Only 64 hex digits make a path, so no name from outside leads anywhere else.
        if not _SHA256.fullmatch(sha256):
            refuse("file_missing", file=sha256[:12])
        return self._folder / sha256[:2] / sha256[2:]

    def put(self, content: bytes) -> str:
        """Keep `content` and return its SHA-256 in hex; it is on the disk when this returns. Raises StoreRefusal."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        with refusing():
            if path.exists() and path.read_bytes() == content:
                return sha256
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            half = path.with_name(f"{path.name}.{secrets.token_hex(8)}.half")
            try:
                with half.open("wb") as written:
                    written.write(content)
                    written.flush()
                    os.fsync(written.fileno())
                half.replace(path)
            finally:
                half.unlink(missing_ok=True)
            for folder in (path.parent, self._folder, self._folder.parent):
                sync_folder(folder)
        return sha256

    def holds(self, sha256: str) -> bool:
        """True when a file of this digest is kept."""
        return self._path(sha256).is_file()

    def read(self, sha256: str) -> bytes:
        """The bytes of a file. Raises StoreRefusal file_missing or file_damaged."""
        try:
            content = self._path(sha256).read_bytes()
        except FileNotFoundError:
            refuse("file_missing", file=sha256[:12])
        if hashlib.sha256(content).hexdigest() != sha256:
            refuse("file_damaged", file=sha256[:12])
        return content

    def remove(self, sha256: str) -> None:
        """Take a file away for good, if it is there: for erasing a person, when nothing names it any more."""
        with refusing():
            self._path(sha256).unlink(missing_ok=True)

    def verify(self) -> tuple[str, ...]:
        """The files, by the digest that names them, whose bytes are no longer what they were."""
        return tuple(sha256 for sha256, path in self.kept() if hashlib.sha256(path.read_bytes()).hexdigest() != sha256)

    def kept(self) -> Iterator[tuple[str, Path]]:
        """Every file with the digest that names it."""
        for path in sorted(self._folder.glob("??/*")):
            sha256 = path.parent.name + path.name
            if _SHA256.fullmatch(sha256):
                yield sha256, path

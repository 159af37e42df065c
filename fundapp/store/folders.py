"""A folder that is made whole beside its place and then put there, so that nobody ever finds half of it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fundapp.store.connection import refuse, refusing
from fundapp.store.files import sync_folder


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """Lend a new folder that becomes `folder` when the block ends, and is gone if it raises.

    Raises StoreRefusal folder_not_empty, since nothing is ever overwritten, and what the disk cannot do.
    """
    with refusing():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            refuse("folder_not_empty", folder=str(folder))
        folder.parent.mkdir(parents=True, exist_ok=True)
        half = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", suffix=".half", dir=folder.parent))
        try:
            yield half
            for inner in (*(path for path in half.rglob("*") if path.is_dir()), half):
                sync_folder(inner)
            if folder.exists():
                folder.rmdir()
            half.rename(folder)
            sync_folder(folder.parent)
        finally:
            shutil.rmtree(half, ignore_errors=True)

"""The file that a command reads."""

from pathlib import Path

from fundapp.cli.telling import fail
from fundapp.text.catalogue import _


def content_of(path: Path) -> bytes | None:
    """The bytes of a file; None when it cannot be read, and the reader was told."""
    try:
        return path.expanduser().read_bytes()
    except FileNotFoundError:
        fail(_("There is no file {path}.").format(path=path))
    except IsADirectoryError:
        fail(_("{path} is a folder. Name a file in it.").format(path=path))
    except OSError as error:
        fail(_("{path} cannot be read: {why}.").format(path=path, why=error.strerror or error))
    return None

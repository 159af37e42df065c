"""What the commands tell, and the desk of the folder that they are about."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from fundapp.text.catalogue import _

if TYPE_CHECKING:
    from fundapp.basis.refusal import Refusal
    from fundapp.desk import Desk


def data_option(command: argparse.ArgumentParser, default: Path | None = None) -> None:
    """The command's option that names its data folder; without `default` it is the one that the server takes."""
    from fundapp.places import data_folder

    told = _("data folder, {folder} unless given").format(folder="%(default)s")
    command.add_argument("--data", type=Path, metavar="DIR", default=default or data_folder(), help=told)


def folder_of(given: argparse.Namespace) -> Path:
    """The data folder that the command names."""
    folder: Path = given.data.expanduser().resolve()
    return folder


def opened(given: argparse.Namespace) -> "Desk | None":
    """The desk of a folder with a record; None when it has none or cannot be opened, and the reader was told."""
    from fundapp.desk import Desk
    from fundapp.store.database import NAME, StoreRefusal

    folder = folder_of(given)
    # Looked for first, because opening a desk makes a new, empty record where there is none.
    if not (folder / NAME).is_file():
        fail(_("There is no record in {folder}.").format(folder=folder))
        return None
    try:
        return Desk(folder)
    except StoreRefusal as refused:
        refuse(refused.refusal)
        return None


def refuse(refusal: "Refusal") -> int:
    """Tell a refusal; the exit code."""
    from fundapp.text.refusal_text import problem_text, refusal_text

    text = refusal_text(refusal)
    return fail("\n".join([text.what, *map(problem_text, refusal.problems), text.next_]))


def fail(sentence: str) -> int:
    """Tell what went wrong; the exit code."""
    print(sentence, file=sys.stderr)
    return 1

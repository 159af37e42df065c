"""Work that makes very much of which nearly all stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: it would walk what stays again and again, and take as long as the work."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            if not gc.get_freeze_count():
                # What was made goes to the old objects unsearched. A server that froze its own keeps them so.
                gc.freeze()
                gc.unfreeze()
            gc.enable()

"""What one server process holds: the desk of its data folder, and slow libraries loaded before the first visitor."""

import asyncio
import gc
import importlib
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path

from anyio import to_thread

from fundapp.access import first_visit
from fundapp.desk import Desk
from fundapp.mailing import mail_server, public_address
from fundapp.places import data_folder
from fundapp.store.connection import StoreRefusal
from fundapp.text.catalogue import of_terminal, read_catalogues, use
from fundapp.text.refusal_text import refusal_text
from fundapp.web import clockwork

_TURN_S = 60
_SLOW_TO_IMPORT = ("pandas", "plotly.graph_objects", "sqlite_utils", "PIL.Image", "fundapp.ui.gate")


@cache
def _desk_at(folder: Path) -> Desk:
    return Desk(folder)


def desk() -> Desk:
    """The one desk of this process, so that its writers queue at one lock. StoreRefusal when it cannot be opened."""
    return _desk_at(data_folder())


def _opened() -> Desk:
    """The desk; when it cannot be opened, whoever started the server is told, and the server ends."""
    try:
        return desk()
    except StoreRefusal as refused:
        use(of_terminal())
        text = refusal_text(refused.refusal)
        sys.stderr.write(f"{text.what}\n{text.next_}\n")
        sys.stderr.flush()
        # Any exception from here is reported as a traceback by the server; nothing is open yet that wants closing.
        os._exit(1)


def _warm() -> None:
    first_visit.prepare(_opened().database)
    for name in _SLOW_TO_IMPORT:
        importlib.import_module(name)
    read_catalogues()
    with suppress(StoreRefusal):
        # A record that cannot be read is told by every page, to whoever asks.
        desk().open_record()
    gc.collect()
    # What is loaded now stays for good; frozen, it is not walked by every later collection.
    gc.freeze()


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Open the desk and load the slow libraries before the first visitor comes; then look at the clock every minute."""
    await to_thread.run_sync(_warm)
    by_clock = asyncio.create_task(_by_clock())
    try:
        yield
    finally:
        by_clock.cancel()
        with suppress(asyncio.CancelledError):
            await by_clock


async def _by_clock() -> None:
    while True:
        await to_thread.run_sync(_turn)
        await asyncio.sleep(_TURN_S)


def _turn() -> None:
    with suppress(StoreRefusal):
        # What cannot be read or written now is due at the next turn too.
        clockwork.turn(desk(), mail_server(), public_address(""))

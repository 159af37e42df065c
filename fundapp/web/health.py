"""Is the house open? For the process that watches it."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from fundapp.store.connection import StoreRefusal
from fundapp.web.process import desk


def _reads() -> bool:
    try:
        with desk().database.read() as connection:
            connection.execute("SELECT 1").fetchone()
    except StoreRefusal:
        return False
    return True


async def healthz(_request: Request) -> Response:
    """200 "ok" when the store can be read, else 503."""
    reads = await to_thread.run_sync(_reads)
    return PlainTextResponse("ok" if reads else "store", 200 if reads else 503, headers={"cache-control": "no-store"})

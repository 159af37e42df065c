"""A form with files, read no further than its bound: a larger one is refused without being taken in."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.types import Message

MEGABYTE = 1_000_000


class _TooLargeError(Exception):
    pass


async def bounded_form(request: Request, *, most_bytes: int, most_fields: int, most_files: int = 1) -> FormData | None:
    """The form of a request; None when it is larger than `most_bytes`."""
    told = request.headers.get("content-length", "")
    if told.isdecimal() and int(told) > most_bytes:
        return None
    taken = 0

    async def receive() -> Message:
        nonlocal taken
        message = await request.receive()
        taken += len(message.get("body", b""))
        if taken > most_bytes:
            raise _TooLargeError
        return message

    try:
        return await Request(request.scope, receive).form(max_files=most_files, max_fields=most_fields)
    except _TooLargeError:
        return None

"""Files of the framework's shell as they leave the house: compressed once, in the reader's language, in our style."""

import gzip
import re
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fundapp.web import showing
from fundapp.web.languages import chosen, language_for, remember
from fundapp.web.session_cookie import is_secure
from fundapp.web.shell import additions

_KINDS = {".js": "text/javascript", ".css": "text/css"}
_HTML_LANG = re.compile(rb'<html lang="[a-z]*">')
_ROOT = b'<div id="root">'
"""The place that the framework's scripts fill: our own plain pages have none."""
_NOT_REPEATABLE = ("content-length", "etag", "last-modified", "accept-ranges")
_ASKED_AGAIN = (b"accept-encoding", b"range", b"if-none-match", b"if-modified-since")


class CompressedFiles:
    """Serves the framework's scripts and styles gzipped, each compressed once and then kept.

    The framework sends them bare, which makes the first visit over 10 Mbit/s twice as long.
    """

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self.app = app
        self.folder = folder.resolve()
        self._packed: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and scope["path"].startswith("/static/"):
            kind = _KINDS.get(Path(scope["path"]).suffix)
            accepts = HTTPConnection(scope).headers.get("accept-encoding", "")
            if kind and "gzip" in accepts and (packed := await to_thread.run_sync(self._pack, scope["path"])):
                answer = Response(packed, media_type=kind)
                # The names hold a hash of the content, so a file never changes.
                answer.headers["cache-control"] = "public, max-age=31536000, immutable"
                answer.headers["content-encoding"] = "gzip"
                answer.headers["vary"] = "accept-encoding"
                await answer(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _pack(self, path: str) -> bytes | None:
        if path not in self._packed:
            file = (self.folder / path.lstrip("/")).resolve()
            if not (file.is_relative_to(self.folder) and file.is_file()):
                return None
            self._packed[path] = gzip.compress(file.read_bytes(), 6)
        return self._packed[path]


class PageLanguage:
    """Sets <html lang>, which the framework fixes to English, and remembers a choice made in the address.

    The framework's page also gets our style and the words for a lost connection.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = HTTPConnection(scope) if scope["type"] == "http" else None
        if connection is None or scope["method"] != "GET" or "text/html" not in connection.headers.get("accept", ""):
            await self.app(scope, receive, send)
            return
        # The index is asked for whole and bare, so that it can be rewritten.
        plain = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in _ASKED_AGAIN]}
        start: Message | None = None
        body = b""

        async def rewrite(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message if _is_html(message) else None
                if start is None:
                    await send(message)
            elif start is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    await _send_page(connection, start, body, send)

        await self.app(plain, receive, rewrite)


def _is_html(message: Message) -> bool:
    return MutableHeaders(scope=message).get("content-type", "").startswith("text/html")


async def _send_page(connection: HTTPConnection, start: Message, body: bytes, send: Send) -> None:
    language = language_for(connection)
    body = _HTML_LANG.sub(f'<html lang="{language}">'.encode(), body, count=1)
    if _ROOT in body:
        body = body.replace(b"</body>", additions(language) + b"</body>", 1)
    headers = MutableHeaders(scope=start)
    for name in _NOT_REPEATABLE:
        del headers[name]
    headers["content-length"] = str(len(body))
    if asked := chosen(connection.query_params):
        cookie = Response()
        remember(cookie, asked, secure=is_secure(connection))
        headers.append("set-cookie", cookie.headers["set-cookie"])
    if showing.asked(connection.query_params):
        cookie, before = Response(), connection.cookies.get(showing.COOKIE)
        showing.remember(cookie, showing.chosen(connection.query_params, before), secure=is_secure(connection))
        headers.append("set-cookie", cookie.headers["set-cookie"])
    await send(start)
    await send({"type": "http.response.body", "body": body})

"""The routes and the gate without a server: one ASGI call a request, around a stand-in for Streamlit."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import anyio
import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Message
from starlette.websockets import WebSocket

from fundapp.text.catalogue import use
from fundapp.web import EXCEPTION_HANDLERS, middleware, routes

HOST = "fund.test"
INDEX = (
    '<!DOCTYPE html>\n<html lang="en"><head><script>\n  window.ready = false\n</script></head><body>'
    '<div id="root"></div></body></html>'
)


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    cookies: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Visitor:
    """A browser with a cookie jar."""

    app: ASGIApp
    cookies: dict[str, str]

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, b"", {"accept": "text/html", **headers})

    def post(self, path: str, form: dict[str, str], **headers: str) -> Answer:
        """A form sent from our own page, unless `origin` says otherwise."""
        kind = {"content-type": "application/x-www-form-urlencoded", "origin": f"http://{HOST}"}
        return self._ask("POST", path, urlencode(form).encode(), {**kind, **headers})

    def socket(self, path: str = "/_stcore/stream", **headers: str) -> Message:
        """The server's first word on a socket."""
        scope = {**self._scope(path, {"origin": f"http://{HOST}", **headers}), "type": "websocket", "scheme": "ws"}
        scope["subprotocols"] = []
        return self._run(scope, {"type": "websocket.connect"})[0]

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        scope = {**self._scope(path, headers), "type": "http", "scheme": "http", "method": method}
        start, *parts = self._run(scope, {"type": "http.request", "body": body})
        pairs = [(name.decode(), value.decode()) for name, value in start["headers"]]
        given = SimpleCookie()
        for name, value in pairs:
            if name == "set-cookie":
                given.load(value)
        cookies = {name: morsel.value for name, morsel in given.items()}
        self.cookies.update(cookies)
        return Answer(start["status"], dict(pairs), cookies, b"".join(part.get("body", b"") for part in parts))

    def _scope(self, path: str, headers: dict[str, str]) -> dict[str, object]:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"host": HOST, "cookie": cookie, **{name.replace("_", "-"): text for name, text in headers.items()}}
        raw, _mark, query = path.partition("?")
        return {
            "path": raw,
            "raw_path": raw.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(name.encode(), text.encode()) for name, text in sent.items() if text],
            "client": ("192.0.2.7", 50000),
            "server": (HOST, 80),
            "http_version": "1.1",
        }

    def _run(self, scope: dict[str, object], said: Message) -> list[Message]:
        # In a thread of its own: after a browser test, Playwright's event loop still runs in this one.
        with ThreadPoolExecutor(1) as aside:
            return aside.submit(anyio.run, self._exchange, scope, [said]).result()

    async def _exchange(self, scope: dict[str, object], said: list[Message]) -> list[Message]:
        heard: list[Message] = []

        async def receive() -> Message:
            return said.pop(0) if said else {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            heard.append(message)

        await self.app(scope, receive, send)
        return heard


async def _shell(_request: object) -> HTMLResponse:
    return HTMLResponse(INDEX, headers={"etag": "x"})


async def _stream(socket: WebSocket) -> None:
    await socket.accept()


@pytest.fixture
def framework(tmp_path: Path) -> Path:
    """A folder with what the framework ships: an index, and a script."""
    folder = tmp_path / "framework"
    (folder / "static/js").mkdir(parents=True)
    (folder / "index.html").write_text(INDEX)
    (folder / "static/js/index.abc.js").write_text("let a = 1;\n" * 500)
    (tmp_path / "secret.js").write_text("secret")
    return folder


@pytest.fixture
def visitor(peopled: Path, framework: Path) -> Callable[[], Visitor]:
    """A new browser at the installation of `peopled`."""
    use("en")
    stand_in = [WebSocketRoute("/_stcore/stream", _stream), Route("/{path:path}", _shell)]
    app = Starlette(
        routes=[*routes(), *stand_in], middleware=middleware(framework), exception_handlers=EXCEPTION_HANDLERS
    )
    return lambda: Visitor(app, {"fundapp_language": "en"})

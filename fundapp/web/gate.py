"""The gate before everything: without a session no page, no socket, no file of the framework's runtime."""

from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from fundapp.access.provider import BACK
from fundapp.access.sessions import actor_of, person_of
from fundapp.places import SET_UP
from fundapp.web.own_password import OWN_PASSWORD
from fundapp.web.process import desk
from fundapp.web.provider_sign_in import OUT
from fundapp.web.session_cookie import from_our_own_page, safe_next, token_of

SIGN_IN = "/auth/sign-in"
# The doors among them ask by themselves who is there.
OPEN_PATHS = frozenset(
    {
        *(SIGN_IN, "/auth/sign-out", OUT, BACK, SET_UP, OWN_PASSWORD),
        *("/healthz", "/_stcore/health", "/favicon.png", "/manifest.json"),
    }
)
OPEN_FOLDERS = ("/assets/", "/static/", "/answer/", "/agree/", "/seat/")
"""The shell of the framework and our own styles and fonts: the same for everyone, and nothing of the fund. Behind the
last three a signed link opens what it is for and nothing else.
"""

POLICY_VIOLATION = 1008


def is_open(path: str) -> bool:
    """True for what a stranger may fetch."""
    return path in OPEN_PATHS or (path.startswith(OPEN_FOLDERS) and ".." not in path)


def _has_session(token: str) -> bool:
    return bool(token) and actor_of(desk().database, token, desk().now()) is not None


def _must_choose_password(token: str) -> bool:
    return bool(token) and person_of(desk().database, token, desk().now()) is not None


class Gate:
    """Pure ASGI, because a middleware that sees only requests would let the socket through."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        socket = scope["type"] == "websocket"
        if not socket and is_open(scope["path"]):
            await self.app(scope, receive, send)
        elif socket and not from_our_own_page(connection):
            await _close(receive, send)
        elif await to_thread.run_sync(_has_session, token_of(connection)):
            await self.app(scope, receive, send)
        elif socket:
            await _close(receive, send)
        else:
            choose = await to_thread.run_sync(_must_choose_password, token_of(connection))
            await _turn_away(connection, OWN_PASSWORD if choose else SIGN_IN)(scope, receive, send)


async def _close(receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.close", "code": POLICY_VIOLATION})


def _turn_away(connection: HTTPConnection, door: str) -> Response:
    """A person is led to the door and back afterwards; a program is told plainly."""
    if "text/html" not in connection.headers.get("accept", ""):
        return PlainTextResponse("Sign in first.", 401)
    url = connection.url
    wanted = safe_next(f"{url.path}?{url.query}" if url.query else url.path)
    return RedirectResponse(f"{door}?{urlencode({'next': wanted})}" if wanted != "/" else door, 303)

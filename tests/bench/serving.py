"""Servers for the benches: the demo as a person serves it, and an empty page served in the same way."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from fundapp.demo.build import build_demo

ROOT = Path(__file__).parents[2]
OURS = ROOT / "streamlit_app.py"
WARM = ("pandas", "plotly.graph_objects", "sqlite_utils", "fundapp.ui.gate", "fundapp.web")
"""What our server has imported once it answers: the empty app imports the same."""


@dataclass(frozen=True)
class Served:
    """A server that answers: its port, its process, and how long it took from the command to the first answer."""

    port: int
    process: int
    began_ms: float

    @property
    def url(self) -> str:
        """Where to point a browser."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def socket_url(self) -> str:
        """Where Streamlit's messages flow."""
        return f"ws://127.0.0.1:{self.port}/_stcore/stream"

    def used_s(self) -> float:
        """Seconds of processor that the server has used so far, on all cores."""
        after_name = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(launcher: Path, data: Path | None = None) -> Iterator[Served]:
    """The launcher's app on a port of its own, with the data folder for ours."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(launcher), "--server.port", str(port)]
    # A copy of the whole app brings its own rooms; the empty app borrows ours.
    rooms = launcher.parent if (launcher.parent / "fundapp").is_dir() else ROOT
    named = {"PYTHONPATH": str(rooms)} | ({} if data is None else {"FUNDAPP_DATA": str(data)})
    began = time.perf_counter()
    server = subprocess.Popen(
        command,
        cwd=launcher.parent,
        env={**os.environ, **named},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
                break
            except OSError:
                time.sleep(0.02)
        yield Served(port, server.pid, (time.perf_counter() - began) * 1000)
    finally:
        server.terminate()
        server.wait(20)


_LAUNCHER = """
import asyncio.base_events, gc, importlib, socket
from contextlib import asynccontextmanager
from pathlib import Path
import streamlit as st

def nodelay(sock):
    if sock.family in (socket.AF_INET, socket.AF_INET6) and sock.type == socket.SOCK_STREAM:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

asyncio.base_events._set_nodelay = nodelay

@asynccontextmanager
async def lifespan(_app):
    for name in {imports!r}:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    yield

app = st.App(str(Path(__file__).parent / "empty.py"), lifespan=lifespan)
"""

_EMPTY = """
import streamlit as st

def blank():
    pass

def other():
    pass

st.navigation(
    {"": [st.Page(blank, title="Blank", default=True)], "Pages": [st.Page(other, title="Other")]}, position="top"
).run()
"""


@cache
def empty_app(*imports: str) -> Path:
    """The launcher of an app with two blank pages: our configuration, our levers, and these modules loaded ahead."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    shutil.copytree(ROOT / "fundapp/web/static", folder / "static")
    (folder / "empty.py").write_text(_EMPTY, encoding="utf-8")
    (folder / "launcher.py").write_text(textwrap.dedent(_LAUNCHER.format(imports=imports)), encoding="utf-8")
    return folder / "launcher.py"


@cache
def framework_alone(drawn: str, *imports: str) -> Path:
    """The launcher of the empty app whose first page draws this: what the framework itself takes for it."""
    folder = Path(shutil.copytree(empty_app(*imports).parent, Path(tempfile.mkdtemp()), dirs_exist_ok=True))
    page = "def blank():\n" + textwrap.indent(drawn, "    ")
    (folder / "empty.py").write_text(_EMPTY.replace("def blank():\n    pass", page), encoding="utf-8")
    return folder / "launcher.py"


_HEADING = """
import streamlit as st
from fundapp.ui import gate

gate.enter("today/home")
st.html("<h1>Today</h1>")
"""


@cache
def frame_alone() -> Path:
    """The launcher of a copy of our app whose home is one heading: what the frame around every page takes by itself."""
    folder = Path(tempfile.mkdtemp())
    for name in (".streamlit", "fundapp", "pages", "rubrics"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "pages/today/home.py").write_text(_HEADING, encoding="utf-8")
    return Path(shutil.copy(ROOT / OURS.name, folder))


def new_demo() -> Path:
    """A folder with the open demo of today, for whoever may change it."""
    folder = Path(tempfile.mkdtemp()) / "demo"
    shutil.copytree(_built(), folder)
    return folder


@cache
def _built() -> Path:
    folder = Path(tempfile.mkdtemp()) / "demo"
    build_demo(folder, "open", date.today())
    return folder


class _Stay(urllib.request.HTTPRedirectHandler):
    """Keeps the answer that carries the cookie instead of following it."""

    def http_error_303(self, req, fp, code, msg, headers):
        return fp


def cookie_of(url: str, card: str) -> str:
    """The cookie of one of the demo's cast who signs in by the card."""
    form = urllib.parse.urlencode({"card": card, "next": "/"}).encode()
    request = urllib.request.Request(f"{url}/auth/sign-in", form, {"origin": url})
    with urllib.request.build_opener(_Stay()).open(request) as answer:
        return str(answer.headers["set-cookie"]).split(";")[0]

"""Pages over the real socket: a rerun against an empty page served in the same way, and a cold start."""

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
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from figure import Figure
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from fundapp.demo.build import build_demo
from fundapp.demo_mark import read_mark

ROOT = Path(__file__).parent.parent.parent
RERUNS = 40
PAGES = (("score", "vc"), ("meeting", "association"), ("proposals", "manager"), ("commitments", "manager"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _served(launcher: Path, **variables: str):
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(launcher), "--server.port", str(port)]
    server = subprocess.Popen(
        command,
        cwd=launcher.parent,
        env={**os.environ, **variables},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    began = time.perf_counter()
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
                break
            except OSError:
                time.sleep(0.02)
        yield port, (time.perf_counter() - began) * 1000
    finally:
        server.terminate()
        server.wait(20)


def _empty_app() -> Path:
    """An app of nothing, with our configuration and our lever for the socket."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    shutil.copytree(ROOT / "fundapp/web/static", folder / "static")
    (folder / "empty.py").write_text("import streamlit as st\n", encoding="utf-8")
    (folder / "launcher.py").write_text(
        textwrap.dedent(
            """
            import asyncio.base_events
            import socket
            from pathlib import Path
            import streamlit as st

            def nodelay(sock):
                if sock.family in (socket.AF_INET, socket.AF_INET6) and sock.type == socket.SOCK_STREAM:
                    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

            asyncio.base_events._set_nodelay = nodelay
            app = st.App(str(Path(__file__).parent / "empty.py"))
            """
        ),
        encoding="utf-8",
    )
    return folder / "launcher.py"


def _cookie(port: int, folder: Path, name: str) -> str:
    mark = read_mark(folder)
    assert mark is not None
    assert any(one.name == name for one in mark.sign_ins)
    form = urllib.parse.urlencode({"card": name, "next": "/"}).encode()
    here = f"http://127.0.0.1:{port}"
    request = urllib.request.Request(f"{here}/auth/sign-in", form, {"origin": here})
    opener = urllib.request.build_opener(_Stay())
    with opener.open(request) as answer:
        return str(answer.headers["set-cookie"]).split(";")[0]


class _Stay(urllib.request.HTTPRedirectHandler):
    """Keeps the answer that carries the cookie instead of following it."""

    def http_error_303(self, req, fp, code, msg, headers):
        return fp


def _reruns_ms(port: int, page: str, cookie: str = "") -> list[float]:
    headers = {"cookie": cookie, "origin": f"http://127.0.0.1:{port}"}
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], additional_headers=headers, max_size=None) as ws:
        first = BackMsg()
        first.rerun_script.page_name = page
        ws.send(first.SerializeToString())
        page_hash = _until_finished(ws)
        times = []
        for _ in range(RERUNS):
            again = BackMsg()
            again.rerun_script.page_script_hash = page_hash
            began = time.perf_counter()
            ws.send(again.SerializeToString())
            _until_finished(ws)
            times.append((time.perf_counter() - began) * 1000)
        return times[5:]


def _until_finished(ws) -> str:
    page_hash = ""
    while True:
        message = ForwardMsg()
        message.ParseFromString(ws.recv(timeout=60))
        if message.WhichOneof("type") == "new_session":
            page_hash = message.new_session.page_script_hash
        if message.WhichOneof("type") == "script_finished" and message.script_finished == 0:
            return page_hash


def rerun() -> list[Figure]:
    """Whole reruns of the demo's pages as a reader's tap causes them, each against the empty page."""
    folder = Path(tempfile.mkdtemp()) / "demo"
    build_demo(folder, "open", date.today())
    with _served(_empty_app()) as (port, _):
        floor = _reruns_ms(port, "")
    figures = []
    with _served(ROOT / "streamlit_app.py", FUNDAPP_DATA=str(folder)) as (port, _):
        for page, name in PAGES:
            times = _reruns_ms(port, page, _cookie(port, folder, name))
            figures.append(Figure(f"rerun of {page}", "rerun of an empty page", times, floor))
    return figures


def start() -> list[Figure]:
    """From the command to the first answer, against an empty app."""
    folder = Path(tempfile.mkdtemp()) / "demo"
    build_demo(folder, "open", date.today())
    empty = _empty_app()
    ours, floor = [], []
    for _ in range(3):
        with _served(ROOT / "streamlit_app.py", FUNDAPP_DATA=str(folder)) as (_port, took_ms):
            ours.append(took_ms)
        with _served(empty) as (_port, took_ms):
            floor.append(took_ms)
    return [Figure("cold start", "cold start of an empty app", ours, floor)]

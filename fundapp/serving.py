"""Runs the server in a process of its own, tells when it answers, and ends it cleanly."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.request import urlopen

from fundapp.places import DATA_VARIABLE, launcher

SLOWEST_START_S = 120
SLOWEST_END_S = 10
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared with, not bound to
"""Addresses that mean "every one of this machine", and where to reach such a server from here."""


def is_free(address: str, port: int) -> bool:
    """True when a server can listen at `address` and `port`."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def url_of(address: str, port: int) -> str:
    """Where to point a browser on this machine."""
    host = EVERYWHERE.get(address, address)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(folder: Path, *, address: str, port: int, hosts: Sequence[str], when_ready: Callable[[], None]) -> int:
    """Serve a data folder until Ctrl-C or SIGTERM. The exit code of the server, 0 when it was asked to end.

    `hosts` are names by which browsers reach it besides the loopback ones.
    """
    command = [sys.executable, "-m", "streamlit", "run", str(launcher())]
    command += ["--server.address", address, "--server.port", str(port)]
    for host in ("localhost", "127.0.0.1", "::1", *hosts):
        command += ["--server.allowedHosts", host]
    # The parent's handler is set first: a signal that comes in between must not leave the child alone.
    signal.signal(signal.SIGTERM, _end)
    server = subprocess.Popen(command, env={**os.environ, DATA_VARIABLE: str(folder)})  # noqa: S603 - our own words
    try:
        if _answers(server, f"{url_of(address, port)}/healthz"):
            when_ready()
        return server.wait()
    except (KeyboardInterrupt, SystemExit):
        return 0
    finally:
        _stop(server)


def _end(_number: int, _frame: object) -> None:
    raise SystemExit


def _answers(server: subprocess.Popen[bytes], url: str) -> bool:
    """Wait until the server answers; False when it ended instead, or never did."""
    for _try in range(SLOWEST_START_S * 5):
        if server.poll() is not None:
            return False
        try:
            with urlopen(url, timeout=5):  # noqa: S310 - our own address
                return True
        except OSError:
            # Not listening yet, or not yet fast enough: under load even a connection that was taken is reset.
            time.sleep(0.2)
    return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(SLOWEST_END_S)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()

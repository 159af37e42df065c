"""The launcher: `streamlit run streamlit_app.py` finds `app` and serves it.

The script that draws the pages lies in fundapp/ui/: with it beside pages/, Streamlit would discover the pages by itself
and run them for a visitor who has not signed in.
"""

import asyncio.base_events
import socket
from pathlib import Path

import streamlit as st

from fundapp import web
from fundapp.places import ui_script
from fundapp.ui.fault import show_fault


def _set_nodelay(connection: socket.socket) -> None:
    if connection.family in (socket.AF_INET, socket.AF_INET6) and connection.type == socket.SOCK_STREAM:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


# The listener is made without a protocol number, so asyncio leaves Nagle's algorithm on: 40 ms on every rerun.
asyncio.base_events._set_nodelay = _set_nodelay

app = st.App(
    ui_script(),
    routes=web.routes(),
    middleware=web.middleware(Path(st.__file__).parent / "static"),
    lifespan=web.lifespan,
    exception_handlers=web.EXCEPTION_HANDLERS,
    on_script_error=show_fault,
)

"""Plain HTTP beside Streamlit: sign-in, downloads, health, the gate before everything else, and the headers."""

from fundapp.store.connection import StoreRefusal
from fundapp.web.faults import show_fault
from fundapp.web.process import lifespan
from fundapp.web.stack import middleware, routes

EXCEPTION_HANDLERS = {StoreRefusal: show_fault, Exception: show_fault}

__all__ = ["EXCEPTION_HANDLERS", "lifespan", "middleware", "routes"]

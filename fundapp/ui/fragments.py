"""Parts of a page that run by themselves. They speak the session's language and pass the gate again."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from fundapp.ui import gate
from fundapp.ui.speech import speak

P = ParamSpec("P")


def _guarded(part: Callable[P, None]) -> Callable[P, None]:
    @wraps(part)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        # The frame does not run before a fragment's own runs: without this it would speak the default language
        # and go on for a person whose session has ended.
        speak()
        gate.actor()
        part(*args, **kwargs)

    return run


def fragment(*, every_seconds: float | None = None) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """A part that is drawn again alone, by itself every so many seconds if wished. Use it instead of st.fragment."""

    def decorate(part: Callable[P, None]) -> Callable[P, None]:
        return st.fragment(_guarded(part), run_every=every_seconds)

    return decorate


def dialog(title: str, *, dismissible: bool = True) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """A part in a window over the page; without `dismissible` only its own buttons close it. Use it for st.dialog."""

    def decorate(part: Callable[P, None]) -> Callable[P, None]:
        return st.dialog(title, dismissible=dismissible)(_guarded(part))

    return decorate

"""The screens by AppTest: the frame runs as in a browser, with the session of a test person."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from fundapp.access import sessions
from fundapp.basis.roles import Role
from fundapp.places import ui_script
from fundapp.ui import gate
from fundapp.ui.desks import PAGES


@pytest.fixture
def visit(peopled: Path, actors, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open a page, such as "office/record", as a role: `visit(path, role, language="en")`; role None has no session."""

    def open_page(path: str, role: Role | None, language: str = "en") -> AppTest:
        token = ""
        if role:
            with gate.desk().database.write() as connection:
                token = sessions.begin(connection, actors[role].person, datetime.now(UTC))
        monkeypatch.setattr(gate, "session_token", lambda: token)
        screen = AppTest.from_file(ui_script(), default_timeout=60)
        screen.query_params["lang"] = language
        screen.run()
        # The first page that a role may open is where it lands; AppTest knows no second address for it.
        return screen if screen.exception or not role else screen.switch_page(str(PAGES[path].file)).run()

    return open_page

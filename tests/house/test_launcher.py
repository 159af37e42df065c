"""The launcher names an app, is short, and points to a UI script that is not beside pages/."""

import ast

from fundapp.places import pages_folder, ui_script

LONGEST = 40


def test_the_launcher_is_short(root):
    assert len((root / "streamlit_app.py").read_text().splitlines()) <= LONGEST


def test_the_framework_finds_the_app_in_it(sources):
    (app,) = (
        node.value
        for node in sources["streamlit_app.py"].body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "app"
    )
    assert ast.unparse(app.func) == "st.App"
    assert ast.unparse(app.args[0]) == "ui_script()"
    assert {"routes", "middleware", "lifespan", "exception_handlers", "on_script_error"} == {
        keyword.arg for keyword in app.keywords
    }


def test_the_launcher_imports_only_the_framework_and_the_rooms_above(sources):
    imported = {
        node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(sources["streamlit_app.py"])
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert imported == {
        "asyncio.base_events",
        "socket",
        "pathlib",
        "streamlit",
        "fundapp",
        "fundapp.places",
        "fundapp.ui.fault",
    }


def test_the_ui_script_is_not_beside_the_pages():
    assert ui_script().parent != pages_folder().parent

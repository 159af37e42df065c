"""Every message has its translation, none is stale or fuzzy, and the placeholders agree."""

import ast
import importlib.util


def test_no_message_hides_in_an_f_string_where_the_extractor_does_not_look(sources):
    hidden = [
        f"{path}:{node.lineno}"
        for path, module in sources.items()
        for outer in ast.walk(module)
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("_", "N_", "pgettext", "ngettext")
    ]
    assert hidden == []


def test_the_catalogue_is_complete(root):
    spec = importlib.util.spec_from_file_location("catalogue_command", root / "tests/catalogue.py")
    command = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(command)
    assert command.faults() == []

"""Rules of the house that no tool checks for us."""

import ast

PURE = ("basis", "committee", "network", "fund", "followup", "record")
IMPURE_MODULES = {"os", "pathlib", "random", "secrets", "socket", "subprocess", "tempfile", "time", "uuid"}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
EMOJI = range(0x1F000, 0x20000)
LONGEST = 400


def _walk(sources):
    return ((path, node) for path, module in sources.items() for node in ast.walk(module))


def _imported(node):
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return set()


def test_nothing_turns_off_the_framework_s_guard_against_markup(sources):
    used = [
        f"{path}:{node.value.lineno}"
        for path, node in _walk(sources)
        if isinstance(node, ast.keyword) and node.arg in ("unsafe_allow_html", "unsafe_allow_javascript")
    ]
    assert used == []


def test_no_except_catches_everything(sources):
    """`except BaseException` that ends in a bare `raise` hides nothing, and is how a transaction is undone."""
    broad = [
        f"{path}:{node.lineno}"
        for path, node in _walk(sources)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    ]
    assert broad == []


def test_pure_rooms_have_no_clock_no_chance_no_files(sources):
    impure = []
    for path, node in _walk(sources):
        if path.startswith(tuple(f"fundapp/{room}/" for room in PURE)):
            if _imported(node) & IMPURE_MODULES:
                impure.append(f"{path}:{node.lineno} imports {ast.unparse(node)}")
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS | {"open"}:
                impure.append(f"{path}:{node.lineno} calls {ast.unparse(node.func)}")
    assert impure == []


def test_no_emoji(sources):
    found = [
        f"{path}:{node.lineno}"
        for path, node in _walk(sources)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and any(ord(c) in EMOJI for c in node.value)
    ]
    assert found == []


def test_a_file_is_one_idea(root, sources):
    lengths = {path: len((root / path).read_text(encoding="utf-8").splitlines()) for path in sources}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_what_it_is_for(sources):
    assert [path for path, module in sources.items() if not ast.get_docstring(module)] == []

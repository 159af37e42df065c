"""A page is thin, lies in a desk's folder, passes the gate first, and speaks through the catalogue."""

import ast
import re

from fundapp.ui.desks import PAGES

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
LONGEST = 100


def _called(node: ast.AST) -> str:
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def _first_deed(module: ast.Module) -> ast.stmt:
    """The first statement that does something: not a docstring, an import, or a definition."""
    quiet = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    deeds = [
        node
        for node in module.body
        if not isinstance(node, quiet) and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]
    return deeds[0]


def test_no_page_lies_where_the_framework_would_find_it_by_itself(root):
    assert [file.name for file in (root / "pages").glob("*.py")] == []
    assert not (root / "fundapp/ui/pages").exists()


def test_every_page_is_in_the_table_of_desks(root):
    found = {file.relative_to(root / "pages").with_suffix("").as_posix() for file in root.glob("pages/**/*.py")}
    assert found <= PAGES.keys()


def test_pages_are_thin(root):
    lengths = {str(file): len(file.read_text(encoding="utf-8").splitlines()) for file in root.glob("pages/**/*.py")}
    assert {file: length for file, length in lengths.items() if length > LONGEST} == {}


def test_the_first_deed_of_a_page_is_to_enter_through_the_gate(sources):
    wrong = []
    for path, module in sources.items():
        if path.startswith("pages/"):
            deed = _first_deed(module)
            value = getattr(deed, "value", deed)
            named = path.removeprefix("pages/").removesuffix(".py")
            entered = _called(value) == "gate.enter" and [ast.literal_eval(one) for one in value.args] == [named]
            if not entered:
                wrong.append(f"{path}: {ast.unparse(deed)[:60]}")
    assert wrong == []


def test_no_page_and_no_part_of_the_screen_holds_japanese(sources):
    held = [
        f"{path}:{node.lineno}"
        for path, module in sources.items()
        if path.startswith(("pages/", "fundapp/ui/"))
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and JAPANESE.search(node.value)
    ]
    assert held == []


def test_fragments_go_through_our_own_which_speak_and_check_again(sources):
    bare = [
        f"{path}:{node.lineno}"
        for path, module in sources.items()
        if path != "fundapp/ui/fragments.py"
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("st.fragment", "st.dialog")
    ]
    assert bare == []


def test_a_list_to_choose_from_that_may_be_empty_says_what_to_do_in_the_readers_words(sources):
    """Without a placeholder the framework says "Choose options" in English, whatever the reader's language."""
    silent = []
    for path, module in sources.items():
        for node in ast.walk(module):
            if not path.startswith(("pages/", "fundapp/ui/")) or not isinstance(node, ast.Call):
                continue
            given = {one.arg: one.value for one in node.keywords}
            index = given.get("index")
            unchosen = isinstance(index, ast.Constant) and index.value is None
            widget = _called(node).rpartition(".")[2]
            may_be_empty = widget == "multiselect" or (widget == "selectbox" and unchosen)
            if may_be_empty and "placeholder" not in given:
                silent.append(f"{path}:{node.lineno}")
    assert silent == []

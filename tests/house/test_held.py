"""What counts as holding a code of the program to its word, and what does not."""

import ast

import pytest
from house.held import COMPARERS, comparisons, held_texts

TEST = '@pytest.mark.parametrize(("order", "code"), CASES)\ndef test(order, code):\n    assert act(order).code == code'

HOLDS = {
    "a comparison": 'assert refusal == Refusal.of("x", seq=1)',
    "its code alone": 'assert refusal.code == "x"',
    "by a name": 'expected = (Refusal.of("x"),)\nassert outcome(desk) == expected',
    "by what a function gives": 'def wanted():\n    return Refusal.of("x")\nassert done == wanted()',
    "by a helper that makes it": 'def at(seq, code):\n    return Problem.of(code, seq)\nassert done == at(3, "x")',
    "by a helper that compares": 'def takes_back(one, code):\n    assert one == Refusal.of(code)\ntakes_back(one, "x")',
    "by its key": 'def takes_back(done, *, code):\n    assert done.code == code\ntakes_back(done, code="x")',
    "in a loop": 'for code in ("x",):\n    assert act() == Refusal.of(code)',
    "in a case": TEST.replace("CASES", '[(Order(), "x")]'),
    "in the cases by name": 'CASES = [(Order(), "x")]\n' + TEST,
    "in an exception": 'with pytest.raises(StoreRefusal, match="x"):\n    act()',
}
HOLDS_NOT = {
    "written down alone": 'SEEN = "x"\nassert act() == 1',
    "in the order": 'assert desk.submit(Order(reason="x"), actor) == Done()',
    "in the order of a case": TEST.replace("CASES", '[(Order("x"), "y")]'),
    "asserted and not compared": 'assert act("x")',
    "by a helper that nobody knows": 'def outer(code):\n    inner(act(), code)\nouter("x")',
    "compared without an assertion": 'if done == Refusal.of("x"):\n    act()',
}


@pytest.mark.parametrize("text", HOLDS.values(), ids=HOLDS)
def test_a_code_that_a_test_would_fail_on(text: str):
    assert "x" in held_texts([ast.parse(text)])


@pytest.mark.parametrize("text", HOLDS_NOT.values(), ids=HOLDS_NOT)
def test_a_code_that_a_test_only_writes_down(text: str):
    assert "x" not in held_texts([ast.parse(text)])


def test_every_helper_that_is_said_to_compare_does(root):
    modules = [ast.parse(file.read_text(encoding="utf-8")) for file in root.glob("tests/**/test_*.py")]
    functions = [one for module in modules for one in ast.walk(module) if isinstance(one, ast.FunctionDef)]
    helpers = [one for one in functions if one.name in COMPARERS]
    assert {one.name for one in helpers} == COMPARERS
    assert [
        one.name
        for one in helpers
        if not any(isinstance(node, ast.Assert) and comparisons(node) for node in ast.walk(one))
    ] == []

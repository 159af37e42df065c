"""What counts as holding a code of the program to its word, and what does not."""

import ast

import pytest
from house.held import held_texts

TEST = '@pytest.mark.parametrize(("order", "code"), CASES)\ndef test(order, code):\n    assert act(order).code == code'

HOLDS = {
    "a comparison": 'assert refusal == Refusal.of("x", seq=1)',
    "its code alone": 'assert refusal.code == "x"',
    "by a name": 'expected = (Refusal.of("x"),)\nassert outcome(desk) == expected',
    "by what a function gives": 'def wanted():\n    return Refusal.of("x")\nassert done == wanted()',
    "by a helper that makes it": 'def at(seq, code):\n    return Problem.of(code, seq)\nassert done == at(3, "x")',
    "by a helper that compares": 'def refused(done, code):\n    assert done == Refusal.of(code)\nrefused(done, "x")',
    "by a helper that answers": (
        "def said(page, code):\n    text = refusal_text(Refusal.of(code))\n    return text.what in page\n"
        'assert said(page, "x")'
    ),
    "by its key": 'def refused(done, *, code):\n    assert done.code == code\nrefused(done, code="x")',
    "by two helpers": (
        'def inner(done, code):\n    assert done.code == code\ndef outer(code):\n    inner(act(), code)\nouter("x")'
    ),
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
    "compared without an assertion": 'if done == Refusal.of("x"):\n    act()',
}


@pytest.mark.parametrize("text", HOLDS.values(), ids=HOLDS)
def test_a_code_that_a_test_would_fail_on(text: str):
    assert "x" in held_texts([ast.parse(text)])


@pytest.mark.parametrize("text", HOLDS_NOT.values(), ids=HOLDS_NOT)
def test_a_code_that_a_test_only_writes_down(text: str):
    assert "x" not in held_texts([ast.parse(text)])


def test_a_helper_of_another_module():
    helper = "def refused(done, code):\n    assert done == Refusal.of(code)"
    assert "x" in held_texts([ast.parse(helper), ast.parse('refused(done, "x")')])

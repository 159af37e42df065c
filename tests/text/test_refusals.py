"""Every refusal and every problem has a sentence in both languages, and it fills in."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from fundapp.basis.refusal import Problem, Refusal
from fundapp.text import refusals
from fundapp.text.catalogue import use
from fundapp.text.refusal_text import RefusalText, problem_text, refusal_text, sentences

ROOT = Path(__file__).parents[2]
KINDS = ("Refusal", "Problem")


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be: a literal, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def code_argument(call: ast.Call) -> ast.expr | None:
    """The code in `Refusal.of(code, …)`."""
    target = call.func
    if isinstance(target, ast.Attribute) and target.attr == "of" and isinstance(target.value, ast.Name):
        return call.args[0] if target.value.id in KINDS and call.args else None
    return None


def passes_on(function: ast.FunctionDef) -> Iterator[tuple[int, str]]:
    """The parameters (place and name) that a function gives on as a code."""
    names = [argument.arg for argument in function.args.posonlyargs + function.args.args]
    for node in ast.walk(function):
        code = code_argument(node) if isinstance(node, ast.Call) else None
        if isinstance(code, ast.Name) and code.id in names:
            yield names.index(code.id), code.id


def codes_in(source: str) -> set[str]:
    """All codes that a module can refuse with, also those handed to a helper of the same module."""
    tree = ast.parse(source)
    helpers = {node.name: set(passes_on(node)) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    found: set[str] = set()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        code = code_argument(call)
        if code is not None:
            found |= set(literals(code))
        if isinstance(call.func, ast.Name):
            for place, name in helpers.get(call.func.id, ()):
                if place < len(call.args):
                    found |= set(literals(call.args[place]))
                found |= {text for word in call.keywords if word.arg == name for text in literals(word.value)}
    return found


SOURCES = sorted([*(ROOT / "fundapp").rglob("*.py"), *(ROOT / "pages").rglob("*.py")])


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_code_has_a_sentence(path):
    assert codes_in(path.read_text(encoding="utf-8")) - sentences().keys() == set()


def test_codes_are_found_where_they_hide():
    source = """
def no(code, *, place):
    return Problem.of(code, place)

def room(kind):
    if kind:
        return Refusal.of("one", Problem.of("two" if kind else "three"))
    return no("four", place="x"), no(code="five", place="y")
"""
    assert codes_in(source) == {"one", "two", "three", "four", "five"}


def test_no_code_has_two_sentences():
    modules = [import_module(module.name) for module in iter_modules(refusals.__path__, f"{refusals.__name__}.")]
    codes = [code for module in modules for code in module.SENTENCES]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


SENTENCES_OF_THE_TEST = {
    "too_much": ("{amount_yen} is {over_share} too much on {due_on}.", "Ask {name}."),
    "weights_not_100": ("The weights of {place} add up to {sum}.", ""),
    "level_off": ("{level} is off the scale.", "Choose 1 to 5."),
    "not_admissible": ("{resolution} cannot be put.", "Put another."),
}


@pytest.fixture
def own_sentences(monkeypatch):
    monkeypatch.setattr("fundapp.text.refusal_text.sentences", lambda: SENTENCES_OF_THE_TEST)


@pytest.mark.usefixtures("own_sentences")
def test_refusal_text_fills_in_what_a_detail_is():
    use("en")
    refusal = Refusal.of("too_much", amount_yen=1_000_000, over_share="1/3", due_on="2026-10-15", name="{x} 100%")
    assert refusal_text(refusal) == RefusalText(
        what="¥1,000,000 is 33.3% too much on 15 October 2026.",
        safe="Nothing was written; what you entered is still here.",
        next_="Ask {x} 100%.",
    )


@pytest.mark.usefixtures("own_sentences")
def test_refusal_text_uses_the_words_of_the_house():
    use("en")
    refusal = Refusal.of("not_admissible", resolution="decline_unsupported")
    assert refusal_text(refusal).what == "decline: support not established cannot be put."


@pytest.mark.usefixtures("own_sentences")
def test_problem_text_says_the_place_once():
    use("en")
    assert problem_text(Problem.of("weights_not_100", "axis1", sum=99)) == "The weights of axis1 add up to 99."
    assert problem_text(Problem.of("level_off", "B1", level=6)) == "B1: 6 is off the scale. Choose 1 to 5."
    assert problem_text(Problem.of("level_off", level=6)) == "6 is off the scale. Choose 1 to 5."


@pytest.mark.parametrize("spoken", ["ja", "en"])
def test_safe_sentence_is_spoken(spoken):
    use(spoken)
    code = next(code for code, (what, next_) in sentences().items() if "{" not in what + next_)
    text = refusal_text(Refusal.of(code))
    assert text.safe.isascii() == (spoken == "en")


def test_code_without_a_sentence_raises():
    with pytest.raises(KeyError):
        refusal_text(Refusal.of("there_is_no_such_code"))
    with pytest.raises(KeyError):
        problem_text(Problem.of("there_is_no_such_code"))

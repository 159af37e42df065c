"""Every refusal is provoked somewhere, and none stays in the catalogue after the code that said it is gone."""

import ast
from typing import get_args

import pytest
from house.held import held_texts

from fundapp.fund.limits import LimitKind
from fundapp.store.chain import Fault
from fundapp.text.refusal_text import sentences

NO_PROOF = ("house", "text", "bench")
"""Folders of tests that speak about sentences and speed, so that a code there proves nothing."""
BUILT = {f"record_{what}" for what in get_args(Fault)} | {f"above_{kind}_limit" for kind in get_args(LimitKind)}
"""Codes that are put together: what is wrong with the chain (store/checking.py), which limit (fund/limits.py)."""


def literals(module: ast.Module) -> set[str]:
    return {node.value for node in ast.walk(module) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.fixture(scope="module")
def provoked(root) -> set[str]:
    """Every text that a test compares something with."""
    files = [file for file in root.glob("tests/**/*.py") if file.relative_to(root).parts[1] not in NO_PROOF]
    return held_texts(ast.parse(file.read_text(encoding="utf-8")) for file in files)


def test_every_refusal_is_compared_with_by_a_test_that_provokes_it(provoked):
    unproved = sorted(sentences().keys() - provoked)
    told = "\n".join(f"  {code}: “{sentences()[code][0]}”" for code in unproved)
    assert not unproved, (
        f"No test provokes these refusals:\n{told}\nWrite a case in the test of the room that gives it and compare the "
        "whole: Refusal.of(code, figures). On a screen, compare the sentence: spoken.what(code, figures). A refusal "
        "that cannot happen goes, with its text (tests/catalogue.py prune)."
    )


def test_every_sentence_is_said_by_the_code(sources):
    spoken = BUILT.union(*(literals(one) for path, one in sources.items() if not path.startswith("fundapp/text/")))
    left = sorted(sentences().keys() - spoken)
    assert left == [], "Nothing refuses with these codes any more: take them and their texts out."

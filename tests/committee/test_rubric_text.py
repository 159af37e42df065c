"""A rubric written as TOML reads back as the same rubric, whatever stands in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Problem
from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_text import read_texts, rubric_texts
from fundapp.places import rubrics_folder
from fundapp.store.rubric_files import load_rubric

RUBRIC = load_rubric(rubrics_folder())


def test_the_shipped_rubric_comes_back_with_the_same_digest() -> None:
    assert isinstance(RUBRIC, Rubric)
    again = read_texts(*rubric_texts(RUBRIC))
    assert isinstance(again, Rubric)
    assert again == RUBRIC
    assert again.digest() == RUBRIC.digest()


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40))
def test_any_words_in_a_text_come_back(words: str) -> None:
    assert isinstance(RUBRIC, Rubric)
    if not words.strip():
        return
    axis = RUBRIC.axes[0].model_copy(update={"question": Bilingual(ja=words, en=f'a "{words}" \\ b')})
    changed = RUBRIC.model_copy(update={"axes": (axis, RUBRIC.axes[1])})
    again = read_texts(*rubric_texts(changed))
    assert isinstance(again, Rubric), again
    assert again.axes[0].question.ja.strip() == axis.question.ja.strip()
    assert again.axes[0].criteria == axis.criteria


@pytest.mark.parametrize("broken", ["axis1", "axis2", "decision"])
def test_a_text_that_is_not_toml_is_told_with_its_line(broken: str) -> None:
    assert isinstance(RUBRIC, Rubric)
    texts = dict(zip(("axis1", "axis2", "decision"), rubric_texts(RUBRIC), strict=True))
    faults = read_texts(**texts | {broken: "version = \n"})
    assert isinstance(faults, tuple)
    assert [(one.code, one.place) for one in faults if isinstance(one, Problem)] == [("rubric_not_toml", broken)]


def test_weights_that_do_not_add_up_are_told() -> None:
    assert isinstance(RUBRIC, Rubric)
    axis1, axis2, decision = rubric_texts(RUBRIC)
    faults = read_texts(axis1.replace("weight_pct = 20", "weight_pct = 21", 1), axis2, decision)
    assert isinstance(faults, tuple)
    assert faults != ()

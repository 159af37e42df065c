"""The apostrophe of an export is taken away again when the file is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundapp.basis.formula_signs import guarded, unguarded


@given(st.text(st.sampled_from("'=+-@|% \u3000a1"), max_size=6))
def test_whatever_was_written_reads_back(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip(" \u3000").startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("'+81 3 1234", "+81 3 1234"),
        ("''=1", "'=1"),
        ("'tis", "'tis"),
        ("'", "'"),
        ("O'-Ring", "O'-Ring"),
        ("+81", "+81"),
    ],
)
def test_an_apostrophe_that_guards_nothing_is_part_of_the_text(cell, read):
    assert unguarded(cell) == read

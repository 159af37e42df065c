"""HTML by construction."""

from hypothesis import given
from hypothesis import strategies as st

from fundapp.web.markup import join, tag


def test_attributes_are_spelled_and_left_out():
    drawn = tag("input", class_="a b", aria_label='say "x"', required=True, open=False, value=None)
    assert drawn == '<input class="a b" aria-label="say &quot;x&quot;" required>'


def test_elements_nest():
    assert tag("p", "1 < 2 ", tag("b", "&"), for_="x") == '<p for="x">1 &lt; 2 <b>&amp;</b></p>'


@given(st.text())
def test_no_text_can_open_a_tag(text):
    assert not {"<", ">", '"'} & set(join(text))

"""People's words mean nothing but themselves."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from fundapp.ui.words import html, plain

PRINTABLE = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1)


@given(PRINTABLE)
def test_markdown_shows_the_text_letter_by_letter(text):
    (block, inline, _end) = MarkdownIt().parse(plain(text))
    assert block.type == "paragraph_open"
    assert "".join(child.content for child in inline.children) == text
    assert {child.type for child in inline.children} <= {"text", "text_special"}


def test_html_is_escaped_also_in_attributes():
    assert html('<a href="x">') == "&lt;a href=&quot;x&quot;&gt;"

"""Whoever adds a document or a link says how blindness is tried on it (tests/blindness/surfaces.py)."""

import re
from pathlib import Path

from blindness.surfaces import LINKS, QUERIES, SEARCHES

from fundapp.web import routes
from fundapp.web.documents_on_offer import MAKERS

ROOT = Path(__file__).parents[2]


def test_every_kind_of_document_is_asked_for_by_each_viewer():
    assert QUERIES.keys() == MAKERS.keys()


def test_every_link_is_opened_by_whom_it_was_sent_to():
    patterns = {address.replace("drawing-1", "{file_id}") for address in LINKS}
    assert patterns == {one.path for one in routes() if "{token}" in one.path}


def test_every_field_in_which_one_searches_is_tried_with_a_hidden_word():
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "fundapp/ui").rglob("*.py"))
    fields = {label for source in sources for label in re.findall(r'text_input\(\s*_\("(Search[^"]*)"', source)}
    assert fields == set(SEARCHES)

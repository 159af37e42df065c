"""Whoever adds a document or a link says how blindness is tried on it (tests/blindness/surfaces.py)."""

from blindness.surfaces import LINKS, QUERIES

from fundapp.web import routes
from fundapp.web.documents_on_offer import MAKERS


def test_every_kind_of_document_is_asked_for_by_each_viewer():
    assert QUERIES.keys() == MAKERS.keys()


def test_every_link_is_opened_by_whom_it_was_sent_to():
    patterns = {address.replace("drawing-1", "{file_id}") for address in LINKS}
    assert patterns == {one.path for one in routes() if "{token}" in one.path}

"""Documents go to whom the desk lets have them."""

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.web import downloads
from fundapp.web.downloads import Document


def _for_the_auditor(_desk, actor, query, language):
    if not actor.has(Role.AUDITOR):
        return Refusal.of("document_unknown")
    return Document(name="議事録.txt", media_type="text/plain", content=f"{query['n']} {language}".encode())


def test_a_document_goes_to_its_reader_under_its_name(visitor, monkeypatch):
    monkeypatch.setitem(downloads.MAKERS, "minutes", _for_the_auditor)
    browser = visitor()
    browser.post("/auth/sign-in", {"card": "auditor"})
    answer = browser.get("/download/minutes?n=14")
    assert (answer.status, answer.text) == (200, "14 en")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%E8%AD%B0%E4%BA%8B%E9%8C%B2.txt"
    assert answer.headers["cache-control"] == "no-store"


def test_another_role_is_refused(visitor, monkeypatch):
    monkeypatch.setitem(downloads.MAKERS, "minutes", _for_the_auditor)
    browser = visitor()
    browser.post("/auth/sign-in", {"card": "lp"})
    assert browser.get("/download/minutes?n=14").status == 404

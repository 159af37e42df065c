"""Security headers, and files as they leave the house."""

import gzip
from base64 import b64encode
from hashlib import sha256

EXPECTED = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


def test_every_answer_carries_the_headers(visitor):
    browser = visitor()
    browser.post("/auth/sign-in", {"card": "auditor"})
    for path in ("/", "/auth/sign-in", "/healthz", "/assets/plain.css", "/static/js/index.abc.js", "/download/x"):
        headers = browser.get(path).headers
        assert {name: headers.get(name) for name in EXPECTED} == EXPECTED, path
        assert "frame-ancestors 'none'" in headers["content-security-policy"], path


def test_our_own_pages_allow_no_script_at_all(visitor):
    policy = visitor().get("/auth/sign-in").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_the_framework_may_run_its_own_inline_script_alone(visitor):
    browser = visitor()
    browser.post("/auth/sign-in", {"card": "auditor"})
    policy = browser.get("/").headers["content-security-policy"]
    digest = b64encode(sha256(b"\n  window.ready = false\n").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert "unsafe-eval" not in policy


def test_scripts_of_the_framework_go_out_compressed(visitor):
    answer = visitor().get("/static/js/index.abc.js", accept_encoding="gzip, br")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == b"let a = 1;\n" * 500


def test_a_path_out_of_the_framework_s_folder_finds_nothing(visitor):
    assert b"secret" not in visitor().get("/static/../../secret.js", accept_encoding="gzip").body


def test_health_is_open_to_all(visitor):
    answer = visitor().get("/healthz")
    assert (answer.status, answer.text) == (200, "ok")


def test_an_unknown_document_is_said_in_a_sentence(visitor):
    browser = visitor()
    browser.post("/auth/sign-in", {"card": "auditor"})
    answer = browser.get("/download/nothing")
    assert answer.status == 404
    assert "The document is not known" in answer.text

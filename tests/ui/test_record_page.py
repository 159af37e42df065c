"""Is the record unchanged?"""

import pytest

from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Role
from fundapp.desk import Desk
from fundapp.store.checking import Verified

TIP = "ab" * 32


def test_nothing_is_checked_before_it_is_asked_for(visit, monkeypatch):
    monkeypatch.setattr(Desk, "verify", None)
    screen = visit("office/record", Role.AUDITOR)
    assert not screen.exception
    assert [one.label for one in screen.button] == ["Check the whole record"]
    assert not screen.success


@pytest.mark.parametrize(
    ("language", "verdict", "count"),
    [
        ("en", "Unchanged from the first entry to the last\\.", "12 entries"),
        ("ja", "最初から最後まで、変更はありません。", "12件"),
    ],
)
def test_an_unchanged_record_shows_its_count_and_fingerprint(visit, monkeypatch, language, verdict, count):
    monkeypatch.setattr(Desk, "verify", lambda _desk: Verified(records=12, tip=TIP))
    screen = visit("office/record", Role.AUDITOR, language)
    screen.button(key="primary").click().run()
    assert not screen.exception
    assert [one.value for one in screen.success] == [verdict]
    assert [one.value for one in screen.metric] == [count]
    assert [one.value for one in screen.code] == [TIP]


def test_a_changed_record_names_the_first_bad_entry(visit, monkeypatch):
    monkeypatch.setattr(Desk, "verify", lambda _desk: Problem.of("record_hash", "7", seq=7))
    screen = visit("office/record", Role.AUDITOR)
    screen.button(key="primary").click().run()
    assert not screen.exception
    assert not screen.success
    assert "7" in screen.warning[0].value

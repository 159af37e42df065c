import pytest

from fundapp.store import drafts
from fundapp.store.connection import StoreRefusal
from fundapp.store.drafts import Draft, DraftChanged

MINE = {"fund": "F1", "person": "p1", "key": "score/item-1"}


def save(connection, *, expected, nonce="n1", data="{}", **where):
    return drafts.save(connection, **{**MINE, **where}, expected=expected, nonce=nonce, data=data, at="t")


@pytest.fixture
def connection(database):
    with database.write() as connection:
        yield connection


def draft(version, data="{}", nonce="n1"):
    return Draft(key="score/item-1", version=version, nonce=nonce, data=data, saved_at="t")


def test_a_draft_is_begun_saved_over_and_dropped(connection):
    assert save(connection, expected=0, data="[1]") == draft(1, "[1]")
    assert save(connection, expected=1, data="[2]") == draft(2, "[2]")
    assert drafts.read(connection, **MINE) == draft(2, "[2]")
    drafts.drop(connection, **MINE)
    assert drafts.read(connection, **MINE) is None


def test_a_second_tab_gets_what_stands_and_saves_nothing(connection):
    save(connection, expected=0, data="[1]")
    save(connection, expected=1, data="[2]")
    assert save(connection, expected=1, data="[3]") == DraftChanged(current=draft(2, "[2]"))
    assert save(connection, expected=0, data="[3]") == DraftChanged(current=draft(2, "[2]"))
    assert drafts.read(connection, **MINE) == draft(2, "[2]")


def test_a_form_whose_draft_was_submitted_does_not_come_back(connection):
    save(connection, expected=0)
    drafts.drop(connection, **MINE)
    assert save(connection, expected=1) == DraftChanged(current=None)


def test_a_draft_begun_anew_is_not_taken_for_the_old_one(connection):
    save(connection, expected=0)
    drafts.drop(connection, **MINE)
    save(connection, expected=0, nonce="n2")
    assert save(connection, expected=1, nonce="n1") == DraftChanged(current=draft(1, nonce="n2"))


def test_nobody_sees_anothers_draft(connection):
    save(connection, expected=0)
    assert drafts.read(connection, **{**MINE, "person": "p2"}) is None
    assert drafts.keys(connection, fund="F1", person="p2") == ()
    assert drafts.keys(connection, fund="F1", person="p1") == ("score/item-1",)


def test_a_locked_form_takes_everybodys_draft_away_and_no_other(connection):
    save(connection, expected=0)
    save(connection, expected=0, person="p2")
    save(connection, expected=0, key="score/item-2")
    drafts.drop_of_all(connection, fund="F1", key="score/item-1")
    assert drafts.keys(connection, fund="F1", person="p1") == ("score/item-2",)
    assert drafts.keys(connection, fund="F1", person="p2") == ()


def test_nul_is_refused(connection):
    with pytest.raises(StoreRefusal, match="text_holds_nul"):
        save(connection, expected=0, data='"\0"')

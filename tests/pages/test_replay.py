"""The page that opens a past item as each participant saw it."""

import pytest

from fundapp.record import commands as c
from tests.pages.small_fund import TODAY, SmallFund, offers, open_as, small_fund, texts

ITEM = "item-13-PR-01"


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "committee/replay", monkeypatch, language=language)


def look(screen, item: str, eyes: str, moment: str):
    screen.selectbox(key="replay-item").set_value(item).run()
    screen.selectbox(key=f"replay-eyes-{item}").set_value(eyes).run()
    options = screen.radio(key=f"replay-moment-{item}").options
    at = next(n for n, label in enumerate(options) if moment in label)
    screen.radio(key=f"replay-moment-{item}").set_value(at).run()
    assert not screen.exception, screen.exception
    return texts(screen)


def test_on_the_eve_of_the_reveal_the_own_marks_alone(visit):
    told = look(visit("a"), ITEM, "b", "before the reveal")
    assert "This person's scorecard" in told
    assert "Had scored, as everyone could see: Seat 1; Seat 2; Seat 3" in told
    assert "Place on the two axes" not in told
    assert "Gates" not in told


def test_after_it_all_scores_gates_and_the_resolution(visit):
    screen = visit("manager")
    assert "Place on the two axes" in look(screen, ITEM, "b", "scores revealed")
    assert "Resolution: Decline - support not established" in look(screen, ITEM, "b", "resolved")


def test_what_the_facts_are_today(fund, visit):
    fund.does("secretariat", c.RecordOffers(offers=offers(10, TODAY)))
    screen = visit("auditor")
    look(screen, ITEM, "a", "frozen")
    assert any("facts differ today" in one.value for one in screen.header)
    rows = str([one.value for one in screen.table])
    assert "Coverage of critical lines" in rows


def test_todays_facts_stay_closed_to_whoever_takes_no_part_in_them(fund, visit):
    fund.does("c", c.DeclareInterest(item_id="item-14-PR-01", seat_id="seat-c", kind="kin"))
    screen = visit("c")
    look(screen, ITEM, "c", "revealed")
    assert not [one.value for one in screen.header if "today" in one.value]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_draws_in_both_languages(visit, language):
    assert not visit("b", language).exception


@pytest.mark.parametrize("person", ["lp", "administrator"])
def test_roles_without_papers_do_not_reach_it(visit, person):
    with pytest.raises(ValueError, match="page"):
        visit(person)

"""What do I have to do now; what changed since I was here?"""

from datetime import timedelta
from typing import get_args

import pytest

from fundapp.record import commands as c
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from fundapp.ui.home.cards import TEXTS
from fundapp.ui.home.tasks import Kind
from tests.pages.small_fund import ACTORS, NOW, SmallFund, established, open_as, scorecard, small_fund, texts

ITEM = "item-14-PR-01"


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def home(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "today/home", monkeypatch, language=language)


@pytest.mark.parametrize(
    ("person", "title", "cards"),
    [
        ("b", "1 thing waits for you", ["PR-01: do you have an interest in it?"]),
        (
            "secretariat",
            "3 things wait for you",
            [
                "PR-01: the members declare their interests",
                "The minutes of meeting no. 13 are a draft",
                "Intake is not complete: PR-03",
            ],
        ),
        (
            "manager",
            "3 things wait for you",
            ["PR-02: the GP decides", "PR-02: the reservation expires soon", "Intake is not complete: PR-03"],
        ),
        ("lp", "Nothing waits for you now", []),
        ("auditor", "Nothing waits for you now", []),
        ("administrator", "Nothing waits for you now", []),
    ],
)
def test_each_role_sees_what_waits_for_it(home, person, title, cards):
    screen = home(person)
    assert not screen.exception
    assert [one.value for one in screen.title] == [title]
    assert [one.value.replace("\\", "") for one in screen.header][: len(cards)] == cards


def test_the_first_screen_speaks_japanese(home):
    assert [one.value for one in home("b", "ja").title] == ["お願いしたいことが1件あります"]


def test_a_waiting_score_is_one_press_away(fund, home):
    fund.does("b", c.DeclareInterest(item_id=ITEM, seat_id="seat-b", kind="none"))
    screen = home("b")
    screen.button(key="do-score").click().run()
    assert not screen.exception
    assert screen.title[0].value.startswith("Score PR\\-01")


def test_the_one_deal_that_waits_for_the_gp_is_one_press_away(home):
    screen = home("manager")
    screen.button(key="do-gp_decision").click().run()
    assert not screen.exception
    assert screen.title[0].value.replace("\\", "") == "Hachiryo Works 2: the general partner decides"


def test_what_changed_stands_quietly_below(home):
    assert "16 August 2026: PR-02 Frost alarm: approve, ¥40,000,000 (meeting no. 13)" in [
        link.proto.label.replace("\\", "") for link in home("b").get("page_link")
    ]


def test_the_balance_stands_beside_what_it_is_measured_by(home):
    shown = [(one.label, one.value, one.delta) for one in home("b").metric]
    assert shown == [
        ("Investable balance", "JPY 360m", "of JPY 500m"),
        ("Reserved", "JPY 40m", "8% of the fund"),
        ("Committed", "JPY 0m", "JPY 0m is paid"),
    ]


def test_who_may_not_see_the_money_reads_no_balance(home):
    assert not home("administrator").metric


def test_who_comes_back_reads_first_what_is_new(home, monkeypatch):
    monkeypatch.setattr(gate, "last_visit", lambda _actor: NOW - timedelta(hours=2))
    heads = [one.value.replace("\\", "") for one in home("b").header]
    assert heads[1:3] == ["New since you were here on 15 October 2026, 08:00", "Before that"]


@pytest.mark.parametrize("person", ["b", "manager", "secretariat", "lp", "auditor", "administrator"])
def test_each_role_finds_its_own_desk_and_no_page_of_others(home, person):
    screen = home(person)
    assert "Your desk" in [one.value for one in screen.header]
    listed = {link.proto.page.rpartition("/")[2] for link in screen.get("page_link")}
    allowed = {entry.name for entry in PAGES.values() if entry.roles & ACTORS[person].roles}
    assert listed <= allowed


def test_a_recused_member_reads_a_number_and_no_name(fund, home):
    fund.does("c", c.DeclareInterest(item_id=ITEM, seat_id="seat-c", kind="kin"))
    screen = home("c")
    assert screen.header[0].value == "Item 1 is under way without you"


def test_others_scores_change_nothing_on_the_first_screen(fund, home):
    """Blindness: what a member sees while scoring does not depend on what the others gave."""
    for person in "abc":
        fund.does(person, c.DeclareInterest(item_id=ITEM, seat_id=f"seat-{person}", kind="none"))
    before = texts(home("b"))
    fund.does("c", scorecard(fund, ITEM, "c", 2))
    assert texts(home("b")) == before


def test_an_empty_fund_says_what_comes_first(tmp_path, monkeypatch):
    fund = established(tmp_path / "empty")
    told = texts(open_as(fund, "manager", "today/home", monkeypatch))
    assert told.startswith("1 thing waits for you\nNo proposal is registered yet")
    assert "What changed lately" not in told
    assert texts(open_as(fund, "a", "today/home", monkeypatch)).startswith("Nothing waits for you now")


def test_every_kind_of_task_has_its_words_and_nothing_else():
    known = {"codes", "n", "number", "code", "meeting", "amount_yen", "days", "due_on", "since_on", "revision"}
    known |= {"answer_by"}
    assert TEXTS.keys() == set(get_args(Kind))
    for what, means, does in TEXTS.values():
        for text in (what, means, does):
            text.format_map(dict.fromkeys(known, 0))

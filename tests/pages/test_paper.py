"""Paper score sheets: printed for each seat, entered for a named person, blind until the reveal."""

import pytest

from fundapp.record import commands as c
from tests.pages.small_fund import ACTORS, SmallFund, open_as, scorecard, small_fund, texts

ITEM = "item-14-PR-01"


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    return lambda person: open_as(fund, person, "committee/paper", monkeypatch)


def press(screen, label: str):
    screen = next(one for one in screen.button if one.label == label).click().run()
    assert not screen.exception, screen.exception
    return screen


def marked(screen, level: int):
    """Every open mark of axis 1 given; those of axis 2 begin at the computed level."""
    for one in screen.get("segmented_control"):
        if "/axis1/" in one.key:
            one.set_value(level)
    return screen.run()


def test_links_to_all_sheets_and_to_each_seat_s(visit):
    screen = visit("secretariat")
    assert not screen.exception
    assert [one.value.replace("\\", "") for one in screen.title] == [
        "Paper score sheets: PR-01 Small wind turbine 9.8 kW"
    ]
    links = [one.proto.url for one in screen.get("link_button")]
    assert links == [
        f"/download/score-sheets-pdf?item={ITEM}&lang=en",
        *(f"/download/score-sheets-pdf?item={ITEM}&seat=seat-{one}&lang=en" for one in "abc"),
    ]


def test_a_sheet_is_entered_for_a_named_person_marked_and_blind(fund, visit):
    screen = visit("secretariat")
    screen.radio(key=f"paper-seat-{ITEM}").set_value("seat-b").run()
    press(screen, "Enter the declaration")
    declared = [(one.seat_id, one.person, one.kind) for one in fund.desk.book(ACTORS["b"]).items[ITEM].interests]
    assert declared == [("seat-b", "b", "none")]

    assert "Still open: B1, B2, B3, B4, B5, B6, B7" in texts(screen)
    screen = marked(screen, 4)
    screen.file_uploader[0].upload("sheet.png", b"\x89PNG scan").run()
    screen = press(screen, "Enter the sheet of b")
    assert "Recorded at" in screen.success[0].value

    (card,) = fund.desk.book(ACTORS["b"]).items[ITEM].scorecards
    assert (card.seat_id, card.person, card.entry, card.round) == ("seat-b", "b", "paper", 1)
    assert fund.desk.files.read(card.scan_sha256) == b"\x89PNG scan"
    assert {one.level for one in card.levels if one.axis == "axis1"} == {4}
    for person in ("secretariat", "manager", "auditor", "a"):
        item = fund.desk.book(ACTORS[person]).items[ITEM]
        assert (item.scorecards, item.scored) == ((), ("seat-b",))
    assert fund.desk.draft(ACTORS["secretariat"], f"paper/score/{ITEM}/seat-b/1") is None
    assert "seat-b" not in screen.radio(key=f"paper-seat-{ITEM}").options


def test_what_is_typed_is_the_secretariat_s_own_draft(fund, visit):
    screen = visit("secretariat")
    screen.radio(key=f"paper-seat-{ITEM}").set_value("seat-b").run()
    marked(press(screen, "Enter the declaration"), 2)
    key = f"paper/score/{ITEM}/seat-b/1"
    kept = fund.desk.draft(ACTORS["secretariat"], key)
    assert kept is not None
    assert '"axis1/B1": 2' in kept.data
    assert [fund.desk.draft(ACTORS[person], key) for person in ("b", "manager")] == [None, None]


def test_a_second_score_from_paper_needs_the_reason_of_each_move(fund, visit):
    for person in "abc":
        fund.does(person, c.DeclareInterest(item_id=ITEM, seat_id=f"seat-{person}", kind="none"))
        fund.does(person, scorecard(fund, ITEM, person, 4))
    screen = texts(visit("secretariat"))
    assert "Every seat has scored" in screen
    assert "First score: all are in." in screen
    fund.does("a", c.RevealScores(item_id=ITEM))
    screen = visit("secretariat")
    screen.radio(key=f"paper-seat-{ITEM}").set_value("seat-c").run()
    next(one for one in screen.get("segmented_control") if one.key.endswith("/axis1/B1")).set_value(3).run()
    screen = press(screen, "Enter the sheet of c")
    assert "B1" in screen.warning[0].value
    next(one for one in screen.text_area if one.key.endswith("/axis1/B1/reason")).set_value("no order yet").run()
    press(screen, "Enter the sheet of c")
    second = [one for one in fund.desk.book(ACTORS["auditor"]).items[ITEM].scorecards if one.round == 2]
    assert [(one.person, one.entry) for one in second] == [("c", "paper")]


@pytest.mark.parametrize("person", ["a", "manager", "auditor", "lp", "administrator"])
def test_nobody_else_reaches_the_page(visit, person):
    with pytest.raises(ValueError, match="page"):
        visit(person)

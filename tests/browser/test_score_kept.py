"""A score in the making is never lost: neither by a reload, nor a restart, nor a second window."""

import re
from collections.abc import Callable, Iterator

import pytest
from browser.look import Server, by_key, settle
from browser.walk import SOON_MS, Person, tap_level
from playwright.sync_api import Page, expect

from fundapp.text.refusal_text import sentences

Enter = Callable[..., Person]
MARKS = {"B1": "4", "B2": "3", "B3": "2", "B4": "5", "B5": "X", "B6": "3", "B7": "1"}


@pytest.fixture
def server(own_server: Server) -> Server:
    """Every test begins with an empty card."""
    return own_server


@pytest.fixture
def member(person: Enter) -> Person:
    """The seat that has not scored yet, at its card."""
    return person("vc", "/score", size="tablet")


def level(page: Page, criterion: str) -> str:
    """The level that is chosen on the screen; empty when none is."""
    chosen = by_key(page, f"criterion-{criterion}").locator("label:has(input:checked)")
    return chosen.inner_text().split()[0] if chosen.count() else ""


def card(page: Page) -> dict[str, str]:
    """The levels of axis 1 as the screen shows them."""
    return {criterion: level(page, criterion) for criterion in MARKS}


def drawn(page: Page) -> None:
    """Wait until the card of axis 1 is there to be tapped."""
    settle(page)
    expect(page.get_by_test_id("stRadioGroup")).to_have_count(len(MARKS), timeout=SOON_MS)


def tap(page: Page, criterion: str, to: str) -> None:
    """A tap, and no waiting for anything."""
    choices = by_key(page, f"criterion-{criterion}").get_by_test_id("stRadioOption")
    choices.filter(has_text=re.compile(rf"^{to}\s")).click()


def reload(page: Page) -> None:
    page.reload()
    drawn(page)


def test_taps_in_quick_succession_are_all_there_after_a_reload(member):
    drawn(member.page)
    for criterion, to in MARKS.items():
        tap(member.page, criterion, to)
    expect(member.button("Go on to axis 2")).to_be_enabled(timeout=SOON_MS)
    assert card(member.page) == MARKS
    expect(member.page.get_by_text(member.says("Keep what I see here"))).to_have_count(0)
    settle(member.page)
    reload(member.page)
    assert card(member.page) == MARKS


def test_a_reason_and_the_press_right_after_it_are_one_persons(member):
    """Leaving the field saves it, and the press follows before the screen has answered."""
    page = member.page
    drawn(page)
    for criterion in MARKS:
        tap_level(page, criterion, 4)
    member.press("Go on to axis 2")
    computed = by_key(page, "criterion-N1").locator("label:has(input:checked)")
    lower = str(int(computed.inner_text(timeout=SOON_MS).split()[0]) - 1)
    tap_level(page, "N1", lower)
    page.get_by_label(member.says("Reason for the change")).fill("担当者の名がない。")
    member.press("Go on and look over")
    expect(member.button("Submit my score")).to_be_visible(timeout=SOON_MS)
    member.press("Submit my score")
    member.sees("The score that you submitted")


@pytest.fixture
def restarted(server: Server) -> Iterator[Callable[[], None]]:
    """Start the server again at its old place, after it was killed."""
    running: list[Server] = []

    def start() -> None:
        running.append(Server(server.folder, server.folder.parent / "log-again", port=server.port))

    yield start
    for one in running:
        one.end()


def test_a_tap_on_which_the_server_dies_is_kept(member, server, restarted):
    page = member.page
    drawn(page)
    tap_level(page, "B1", 4)
    tap_level(page, "B2", 3)
    server.hang()
    tap(page, "B3", "2")
    expect(by_key(page, "criterion-B3").locator("label:has(input:checked)")).to_be_visible()
    server.kill()
    restarted()
    member.sees("Still open: {criteria}", criteria=member.says(", ").join(["B4", "B5", "B6", "B7"]), within_ms=60_000)
    taps = {"B1": "4", "B2": "3", "B3": "2"}
    assert card(page) == dict.fromkeys(MARKS, "") | taps
    expect(page.get_by_text(member.says("Keep what I see here"))).to_have_count(0)
    reload(page)
    assert card(page) == dict.fromkeys(MARKS, "") | taps


def test_while_nobody_answers_the_card_is_shut_and_says_why(member, server, restarted):
    page = member.page
    drawn(page)
    tap_level(page, "B1", 4)
    server.kill()
    window = page.get_by_role("dialog")
    expect(window).to_be_visible(timeout=60_000)
    title = window.locator("h2").evaluate("one => getComputedStyle(one, '::after').content")
    assert title == f'"{member.says("The connection is lost")}"'
    expect(by_key(page, "criterion-B2").locator("input").first).to_be_disabled()
    restarted()
    expect(window).to_have_count(0, timeout=60_000)
    tap_level(page, "B2", 3)
    reload(page)
    assert card(page) == dict.fromkeys(MARKS, "") | {"B1": "4", "B2": "3"}


@pytest.mark.parametrize(
    ("choice", "stands"),
    [("Keep what I see here", {"B1": "4", "B2": "4"}), ("Take what the other window holds", {"B1": "3", "B3": "5"})],
)
def test_an_idle_window_undoes_nothing(member, choice, stands):
    first, second = member.page, member.page.context.new_page()
    drawn(first)
    tap_level(first, "B1", 4)
    second.goto("/score")
    drawn(second)
    tap_level(first, "B1", 3)
    tap_level(first, "B3", 5)
    idle = Person(second, member.name, member.language)
    tap(second, "B2", "4")
    window = second.get_by_role("dialog")
    expect(window).to_be_visible(timeout=SOON_MS)
    assert idle.says(sentences()["changed_elsewhere"][0]) in window.inner_text()
    assert card(second) == dict.fromkeys(MARKS, "") | {"B1": "4", "B2": "4"}
    idle.press(choice)
    expect(idle.button(choice)).to_have_count(0, timeout=SOON_MS)
    drawn(second)
    assert card(second) == dict.fromkeys(MARKS, "") | stands
    reload(first)
    assert card(first) == dict.fromkeys(MARKS, "") | stands


def test_a_session_that_ended_says_so_and_nothing_is_lost(member):
    page, other = member.page, member.page.context.new_page()
    drawn(page)
    tap_level(page, "B1", 4)
    other.goto("/")
    settle(other)
    other.get_by_role("button", name=member.says("Sign out")).click()
    other.wait_for_url("**/auth/sign-in")
    tap(page, "B2", "3")
    member.sees("Your session has ended. What was saved is still there; sign in to go on.")
    page.goto("/score")
    page.locator(f'button[value="{member.name}"]').click()
    drawn(page)
    assert card(page) == dict.fromkeys(MARKS, "") | {"B1": "4"}

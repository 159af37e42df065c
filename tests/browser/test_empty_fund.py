"""From an empty folder to the first proposal: the administrator, then the secretariat, by what the screen suggests."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from browser.look import Server, axe_findings, scrolls_sideways, settle, small_targets
from browser.walk import Person, draft_version, saved_after
from playwright.sync_api import Page, expect

from fundapp.text.catalogue import pgettext, use

OPENED = re.compile(r"http://\S+/auth/set-up\?token=\S+")
OWN = "いくつかの言葉を並べておく"
FUND = {
    "Name of the fund (Japanese)": "八稜ものづくり成長投資事業有限責任組合",
    "General partner (Japanese)": "稜北しんきん成長投資株式会社",
    "Share of the general partner, %": "1",
    "Fund size": "50,000",
    "Cost reserve": "4,000",
    "Follow-on reserve": "6,000",
    "One company, % of the fund": "20",
    "One sector, % of the fund": "40",
    "Seed and early stage, % of the fund": "80",
    "Votes in one company, %": "34",
}
PEOPLE = (
    ("高瀬 修一", "takase", "一般社団法人 八稜地域産業ネットワーク"),
    ("宮本 哲朗", "miyamoto", "八稜TLO株式会社"),
    ("長谷部 恵", "hasebe", "稜北しんきん成長投資株式会社"),
    ("森 大輔", "mori", "稜北しんきん成長投資株式会社"),
    ("岡部 真理", "okabe", "一般社団法人 八稜地域産業ネットワーク"),
)
PROPOSAL = {
    "Name of the proposal (Japanese)": "小形風力発電機9.8kW",
    "Company (Japanese)": "稜風技研株式会社",
    "Amount asked": "6,000",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on a folder in which there is nothing yet."""
    folder = tmp_path_factory.mktemp("empty")
    running = Server(folder / "data", folder / "log")
    yield running
    running.end()


def link(server: Server) -> str:
    """The set-up link that the server told, once it has."""
    until = time.monotonic() + 10
    while not (found := OPENED.search(server.log)) and time.monotonic() < until:
        time.sleep(0.1)
    assert found, server.log
    return found[0]


STANDS = """all => new Promise(done => {
    const app = document.querySelector('[data-testid=stApp]');
    let since = performance.now();
    const look = () => {
        const drawn = app.dataset.testScriptState === 'notRunning'
            && [...document.querySelectorAll(all)].every(one => getComputedStyle(one).opacity === '1');
        if (!drawn) since = performance.now();
        performance.now() - since > 300 ? done() : requestAnimationFrame(look);
    };
    look();
})"""
"""Waits until the page has stood for a while. What a run has not come to yet is faded, and comes back slowly; and a run
begins a moment after the field that asks for it was left."""


def clean(page: Page) -> None:
    if page.get_by_test_id("stApp").count():
        page.evaluate(STANDS, "[data-testid=stElementContainer]")
    assert axe_findings(page) == {}
    assert not scrolls_sideways(page)


def test_from_an_empty_folder_to_the_first_proposal(browse: Callable[..., Page], server: Server):
    page = browse(language="ja")
    administrator = Person(page, "administrator", "ja")
    open_the_first_account(administrator, link(server))
    enter_the_fund(administrator)
    enter_the_people(administrator)
    passwords = check_and_set_up(administrator)
    assert set(passwords) == {name for _person, name, _organisation in PEOPLE}

    secretariat = Person(browse(language="ja"), "secretariat", "ja")
    choose_a_password(secretariat, "okabe", passwords["okabe"])
    register_the_first_proposal(secretariat)
    small_screens_fit(browse, passwords["mori"])


def open_the_first_account(administrator: Person, link: str) -> None:
    page = administrator.page
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text(administrator.says("There is no fund here yet"))
    page.goto(link)
    clean(page)
    assert small_targets(page, "main") == []
    administrator.write("Your name", "内藤 久")
    administrator.write("Sign-in name", "naito")
    administrator.write("New password", OWN)
    administrator.write("New password once more", "another one altogether")
    administrator.press("Open the account")
    expect(page.get_by_role("alert")).to_contain_text(administrator.says("The two passwords are not the same."))
    administrator.write("New password", OWN)
    administrator.write("New password once more", OWN)
    administrator.press("Open the account")
    administrator.sees_title(administrator.says("Set up the fund"))


def enter_the_fund(administrator: Person) -> None:
    page = administrator.page
    first = administrator.says("Limited partner {n}", n=1)
    for label, text in FUND.items():
        administrator.write(label, text)
    administrator.write("Limited partner {n}", "稜北信用金庫", n=1)
    administrator.write("{partner}: share, %", "90", partner=first)
    administrator.press("Next: {step}", step=administrator.says("How we judge"))
    administrator.sees_text(administrator.says("Still to be filled in: {fields}.", fields="").rstrip("。"))
    administrator.write("{partner}: share, %", "99", partner=first)
    administrator.sees("All shares add up to 100%.")
    settle(page)
    before = draft_version(page)
    day = page.get_by_role("group", name=administrator.says("First day of the fund"), exact=True)
    day.get_by_role("spinbutton").first.click()
    page.keyboard.type("20261001")
    page.keyboard.press("Escape")
    saved_after(page, before)
    page.reload()
    expect(page.get_by_label(administrator.says("Fund size"), exact=True)).to_have_value("50,000")
    expect(day.get_by_role("spinbutton")).to_have_text(["2026", "10", "01"])
    clean(page)
    next_step(administrator, "How we judge")
    clean(page)
    next_step(administrator, "People")


def next_step(administrator: Person, name: str) -> None:
    administrator.press("Next: {step}", step=administrator.says(name))
    heading = administrator.page.get_by_role("heading", level=2).filter(has_text=administrator.says(name))
    refused = administrator.page.get_by_role("alert")
    expect(heading.or_(refused).first).to_be_visible(timeout=20_000)
    settle(administrator.page)
    assert refused.all_inner_texts() == []


def enter_the_people(administrator: Person) -> None:
    use("ja")
    name = pgettext("person", "Name")
    for number, (person, sign_in_name, organisation) in enumerate(PEOPLE):
        field = administrator.page.get_by_label(name, exact=True).nth(number)
        field.fill(person)
        field.press("Tab")
        administrator.write("Organisation", organisation, nth=number)
        administrator.write("Sign-in name", sign_in_name, nth=number)
        settle(administrator.page)
    clean(administrator.page)
    next_step(administrator, "Seats")
    # The suggested seats are held already by those whose rows were made for them.
    clean(administrator.page)
    next_step(administrator, "Check")


def check_and_set_up(administrator: Person) -> dict[str, str]:
    """The one-time passwords by sign-in name."""
    page = administrator.page
    administrator.sees_text("第1席 協会（一般社団法人 八稜地域産業ネットワーク）：高瀬 修一")
    clean(page)
    administrator.press("Set up the fund")
    administrator.sees_title(administrator.says("The fund is set up"))
    clean(page)
    rows = [row.split("\t") for row in page.get_by_test_id("stTable").locator("tbody tr").all_inner_texts()]
    expect(page.locator(".fund-bar .fund")).to_have_text(FUND["Name of the fund (Japanese)"])
    return {row[-2].strip(): row[-1].strip() for row in rows}


def choose_a_password(person: Person, sign_in_name: str, given: str) -> None:
    page = person.page
    page.goto("/proposals")
    person.write("Sign-in name", sign_in_name)
    page.get_by_label(person.says("Password"), exact=True).fill(given)
    page.keyboard.press("Enter")
    person.sees_title(person.says("Choose a password of your own"))
    page.goto("/proposals")
    person.sees_title(person.says("Choose a password of your own"))
    clean(page)
    assert small_targets(page, "main") == []
    person.write("New password", OWN)
    person.write("New password once more", OWN)
    person.press("Take this password")
    page.get_by_role("link", name=person.says("Go on")).click()
    settle(page)


def register_the_first_proposal(secretariat: Person) -> None:
    page = secretariat.page
    secretariat.press("Register a proposal")
    for label, text in PROPOSAL.items():
        secretariat.write(label, text)
    sector = page.get_by_test_id("stSelectbox").first.locator("input")
    sector.fill("環境・防災")
    sector.press("Enter")
    secretariat.sees_text("6,000万円")
    secretariat.press("Register the proposal")
    secretariat.sees("{code} {name} is registered.", code="PR-01", name=PROPOSAL["Name of the proposal (Japanese)"])


def small_screens_fit(browse: Callable[..., Page], given: str) -> None:
    """The office's pages on a phone, and choosing a password there."""
    manager = Person(browse(language="ja", size="phone", scheme="dark"), "manager", "ja")
    choose_a_password(manager, "mori", given)
    clean(manager.page)
    administrator = Person(browse(language="ja", size="phone"), "administrator", "ja")
    page = administrator.page
    page.goto("/people")
    administrator.write("Sign-in name", "naito")
    page.get_by_label(administrator.says("Password"), exact=True).fill(OWN)
    page.keyboard.press("Enter")
    administrator.sees_title("6人が登録されています")
    clean(page)
    page.get_by_role("button", name=administrator.says("Open"), exact=True).nth(1).click()
    administrator.sees("Give a new password")
    clean(page)
    page.goto("/setup")
    administrator.sees_title(administrator.says("The fund is set up"))
    clean(page)

"""Every page of every role, on the desk, the tablet and the telephone: whole, in its language, readable, in reach."""

import re
from collections.abc import Callable, Iterator

import pytest
from browser.look import Server, axe_findings, scrolls_sideways, settle, small_targets, turn
from browser.walk import SOON_MS, Person, tap
from playwright.sync_api import Page, expect
from sqlite_utils.utils import sqlite3

from fundapp.basis.roles import Role
from fundapp.store.database import NAME
from fundapp.ui.desks import PAGES, PageEntry

Enter = Callable[..., Person]
Go = Callable[[Page, str], None]
LookAt = Callable[[Page, Go, str, str], Iterator[str]]

CARDS = {role: "vc" if role is Role.VOTING else role.value for role in Role}
"""Who of the cast is looked at in each role. The voting seat is the one that still has to score."""
ABOUT = {"committee/proposal": "?proposal=PR-06", "fund/investment": "?deal={deal}"}
"""What a page about one thing is about."""
FORMS = (
    "/proposals?register=new",
    "/proposals?import=proposals",
    "/needs?proposal=PR-06&form=need:",
    "/sourcing?proposal=PR-06&form=bill:",
    "/sourcing?proposal=PR-06&form=offer:",
)
"""Forms that open over a page, as the secretariat sees them."""
IN_THE_MEETING = ("/score", "/meeting")
SIZES = {"desktop": (1440, 900), "tablet": (820, 1180), "phone": (390, 844)}

GONE_WRONG = (
    "Traceback",
    "Page not found",
    "This page could not be drawn",
    "このページを表示できませんでした",
    "This page is for another role",
    "この画面は別の役割",
)
"""Words that no page that is well shows."""

CODES = re.compile(r"\b[A-Z]{2,3}-\d+|\b[0-9a-f]{8,}\b")
SAME_IN_JAPANESE = frozenset(
    {"TLO", "CSV", "PDF", "JSON", "Markdown", "Excel", "xlsx", "EBITDA", "MRL", "TRL", "FRP", "OpenDocument"}
    | {"TOML", "Word"}
    # Figures of funds, as every Japanese report names them.
    | {"DPI", "IRR", "MOIC", "PIC", "PME", "RVPI", "TVPI", "XIRR"}
    # The way to the other language, and what the framework itself writes.
    | {"English", "Skip", "main", "content"}
)
WORDS = """() => {
    const seen = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = [];
    for (let node = seen.nextNode(); node; node = seen.nextNode()) {
        const place = node.parentElement, style = getComputedStyle(place);
        if (place.closest('[data-testid=stIconMaterial], [translate=no], style, script, code, textarea')) continue;
        if (!place.checkVisibility({visibilityProperty: true}) || style.fontSize === '0px') continue;
        words.push(node.textContent);
    }
    const named = [...document.querySelectorAll('[aria-label]')].filter(one => one.checkVisibility());
    // A day that is chosen is read in the browser's own language.
    const open = [...document.querySelectorAll('[data-placeholder]')].filter(one => one.checkVisibility());
    return words.concat([...document.querySelectorAll(':placeholder-shown')].map(one => one.placeholder),
                        named.map(one => one.ariaLabel), open.map(one => one.ariaValueText));
}"""
"""Every text in view and every name that is read aloud: no icon's ligature, nothing of the house's own hiding, nothing
a person types (the rubric's levels are edited in both languages)."""


def address(page: PageEntry) -> str:
    return f"/{'' if page.path == 'today/home' else page.name}{ABOUT.get(page.path, '')}"


def addresses(role: Role) -> list[str]:
    """Every address that this role may open."""
    own = [address(page) for page in PAGES.values() if role in page.roles and page.file.is_file()]
    return [*own, *(FORMS if role is Role.SECRETARIAT else ())]


def language_at(role: Role, at: str) -> str:
    """Japanese and English by turns: a page that four roles open is seen in both, on every device."""
    return ("ja", "en")[(list(Role).index(role) + addresses(role).index(at)) % 2]


def on_the_telephone(role: Role) -> Iterator[tuple[str, str]]:
    """The addresses, each with a language, at which this role's telephone is looked at: every page once."""
    for number, at in enumerate(dict.fromkeys(at for one in Role for at in addresses(one))):
        may = [one for one in Role if at in addresses(one)]
        if may[number % len(may)] is role:
            yield at, {"ja": "en", "en": "ja"}[language_at(role, at)]


def english_left(page: Page) -> set[str]:
    """English words on a Japanese page."""
    text = CODES.sub("", "\n".join(page.evaluate(WORDS)))
    return set(re.findall(r"[A-Za-z]{3,}", text)) - SAME_IN_JAPANESE


@pytest.fixture
def look_at(server: Server) -> LookAt:
    """Go to a page; what is wrong with it whatever its size."""
    with sqlite3.connect(f"file:{server.folder / NAME}?mode=ro", uri=True) as connection:
        (deal,) = connection.execute(
            "SELECT json_extract(body, '$.reservation_id') FROM event WHERE kind = 'FundsReserved' LIMIT 1"
        ).fetchone()
    connection.close()
    return lambda page, go, at, language: visit(page, go, at.format(deal=deal), language)


def open_anew(page: Page, at: str) -> None:
    """Go to an address as a link in a letter does."""
    page.goto(at)
    settle(page)


def turn_over(page: Page, at: str) -> None:
    """Turn to an address within the session; the other language comes with the page anew, as by the link to it."""
    same = page.evaluate("document.documentElement.lang") == at[-len("ja") :]
    (turn if same else open_anew)(page, at)


def visit(page: Page, go: Go, at: str, language: str) -> Iterator[str]:
    """Go to a page; what is wrong with it whatever its size."""
    go(page, f"{at}{'&' if '?' in at else '?'}lang={language}")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SOON_MS)
    text = page.locator("body").inner_text()
    yield from (f"says {words!r}" for words in GONE_WRONG if words in text)
    if page.get_by_test_id("stException").count():
        yield "shows an exception"
    if page.get_by_role("heading", level=1).count() != 1:
        yield "has no title, or more than one"
    if language == "ja" and (left := english_left(page)):
        yield f"is in English: {sorted(left)}"
    yield from (f"{rule}: {place[:200]}" for rule, place in axe_findings(page).items())


def fits(page: Page, at: str, size: str) -> Iterator[str]:
    """What is wrong with the page at this size."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    if scrolls_sideways(page):
        yield f"scrolls sideways at {width} px"
    if at in IN_THE_MEETING and size != "desktop":
        small = small_targets(page, "[data-testid=stMainBlockContainer]")
        yield from (f"small at {width} px: {target}" for target in small)


def in_the_dark(page: Page) -> Iterator[str]:
    """What cannot be read in the dark scheme."""
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
    found = axe_findings(page, only=("color-contrast",))
    page.emulate_media(color_scheme="light")
    yield from (f"{rule} in the dark: {place[:200]}" for rule, place in found.items())


@pytest.mark.parametrize("role", Role)
def test_on_the_desk_and_the_tablet(person: Enter, look_at: LookAt, role: Role):
    page = person(CARDS[role]).page
    wrong = {
        at: [
            *look_at(page, turn_over, at, language_at(role, at)),
            *fits(page, at, "phone"),
            *fits(page, at, "tablet"),
            *fits(page, at, "desktop"),
        ]
        for at in sorted(addresses(role), key=lambda at: language_at(role, at))
    }
    assert {at: faults for at, faults in wrong.items() if faults} == {}


def test_a_paper_sheet_that_is_being_entered(person: Enter):
    """The marks of a sheet come into view once somebody says whose it is."""
    secretariat = person(CARDS[Role.SECRETARIAT], "/paper", size="tablet")
    page = secretariat.page
    tap(page.get_by_test_id("stRadioOption"))
    expect(page.get_by_test_id("stFileUploader")).to_be_visible(timeout=SOON_MS)
    settle(page)
    wrong = [*axe_findings(page).items(), *english_left(page)]
    for size in ("phone", "tablet"):
        wrong += [*fits(page, IN_THE_MEETING[0], size)]
    assert wrong == []


def test_a_figure_that_its_field_does_not_take(person: Enter):
    """The framework says why in English, to ears alone; here it is read on the page, in the page's language."""
    page = person(CARDS[Role.SECRETARIAT], "/sourcing?proposal=PR-06&form=offer:", size="tablet").page
    figure = page.get_by_test_id("stNumberInputField").first
    figure.fill("-5")
    figure.press("Tab")
    why = page.get_by_test_id("stNumberInputContainer").get_by_role("alert")
    expect(why).to_have_text(re.compile("の値を入力してください。まだ前の値のままです。$"), timeout=SOON_MS)
    assert why.bounding_box()["width"] > 100
    assert english_left(page) == set()


@pytest.mark.parametrize("role", Role)
def test_on_the_telephone(person: Enter, look_at: LookAt, role: Role):
    page = person(CARDS[role], size="phone").page
    wrong = {
        at: [*look_at(page, open_anew, at, language), *in_the_dark(page), *fits(page, at, "phone")]
        for at, language in on_the_telephone(role)
    }
    assert {at: faults for at, faults in wrong.items() if faults} == {}
